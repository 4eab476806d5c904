package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.component;
import static dev.krakenflow.definition.WrittenText.first;
import static dev.krakenflow.definition.WrittenText.shown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaiseReaderTest {
    @Test
    void readsARaise() {
        RaiseDefinition read = first(RaiseDefinition.class, component("""
                {'type': 'raise', 'name': 'r', 'condition': true,
                 'error': {'type': 'out-of-stock', 'status': 409, 'detail': '{% item & " is gone" %}'}}
                """.replace("\"", "\\\"")));

        assertThat(read)
                .isEqualTo(new RaiseDefinition(
                        new Origin("r", "/components/0"),
                        BooleanNode.TRUE,
                        new RaisedErrorDefinition(
                                "/components/0/error",
                                TextNode.valueOf("out-of-stock"),
                                IntNode.valueOf(409),
                                TextNode.valueOf("{% item & \" is gone\" %}"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'a'}",
                "{'type': 'given-up-2'}",
                "{'type': '{% t %}', 'status': '{% s %}', 'detail': '{% d %}'}",
                "{'type': 'urn:shop:out-of-stock'}",
                "{'type': 'https://example.com/errors/out-of-stock'}",
                "{'type': 'x', 'status': 400}",
                "{'type': 'x', 'status': 599, 'detail': ''}",
            })
    void takesNamesUrisAndExpressions(String error) {
        assertThat(component("{'type': 'raise', 'error': " + error + "}").problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'x'                                   | wrong-type /components/0/error",
                "{}                                    | missing-key /components/0/error",
                "{'type': 5}                           | wrong-type /components/0/error/type",
                "{'type': null}                        | wrong-type /components/0/error/type",
                "{'type': {}}                          | wrong-type /components/0/error/type",
                "{'type': ''}                          | bad-value /components/0/error/type",
                "{'type': 'OutOfStock'}                | bad-value /components/0/error/type out-of-stock",
                "{'type': 'out_of_stock'}              | bad-value /components/0/error/type out-of-stock",
                "{'type': '404'}                       | bad-value /components/0/error/type",
                "{'type': 'out--of'}                   | bad-value /components/0/error/type",
                "{'type': 'timeout'}                   | bad-value /components/0/error/type",
                "{'type': 'http.404'}                  | bad-value /components/0/error/type",
                "{'type': 'urn:kraken:timeout'}        | bad-value /components/0/error/type",
                "{'type': 'https://example.com/'}      | bad-value /components/0/error/type",
                "{'type': 'https://example.com/a b'}   | bad-value /components/0/error/type",
                "{'type': 'x', 'status': 200}          | bad-value /components/0/error/status",
                "{'type': 'x', 'status': 600}          | bad-value /components/0/error/status",
                "{'type': 'x', 'status': 409.5}        | bad-value /components/0/error/status",
                "{'type': 'x', 'status': '409'}        | wrong-type /components/0/error/status",
                "{'type': 'x', 'status': null}         | wrong-type /components/0/error/status",
                "{'type': 'x', 'detail': 5}            | wrong-type /components/0/error/detail",
                "{'type': 'x', 'detail': {}}           | wrong-type /components/0/error/detail",
                "{'type': 'x', 'title': 'y'}           | unknown-key /components/0/error/title",
                "{'type': 'x', 'detial': 'y'}          | unknown-key /components/0/error/detial detail",
            })
    void findsWhatIsWrong(String error, String problem) {
        assertThat(shown(component("{'type': 'raise', 'error': " + error + "}").problems()))
                .containsExactly(problem);
    }

    @Test
    void needsAnError() {
        assertThat(shown(component("{'type': 'raise'}").problems())).containsExactly("missing-key /components/0");
        assertThat(shown(component("{'type': 'raise', 'error': {'type': 'x'}, 'status': 5}")
                        .problems()))
                .containsExactly("unknown-key /components/0/status");
    }
}
