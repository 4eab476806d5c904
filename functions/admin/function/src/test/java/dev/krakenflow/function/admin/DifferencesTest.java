package dev.krakenflow.function.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.store.RecordKey;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DifferencesTest {

    private static final DocumentReader READER = new DocumentReader();
    private static final RecordKey PIPELINE = RecordKey.pipeline("p");
    private static final RecordKey SERVICE = RecordKey.service("s");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'a': 1} | {'a': 1} | []",
                "{'a': [1, 100]} | {'a': [1.0, 1e2]} | []",
                "{'a': 1} | {'a': 2} | [{'pointer':'/a','before':1,'after':2}]",
                "{'a': 1} | {'a': 1, 'b': null} | [{'pointer':'/b','after':null}]",
                "{'a': 1, 'b/c': 2} | {'a': 1} | [{'pointer':'/b~1c','before':2}]",
                "{'a': [1, 2]} | {'a': [1, 3, 4]} | [{'pointer':'/a/1','before':2,'after':3},{'pointer':'/a/2','after':4}]",
                "{'a': {'b': 1}} | {'a': [1]} | [{'pointer':'/a','before':{'b':1},'after':[1]}]",
                "{'a': {'b': {'c': 1}}} | {'a': {'b': {'c': '1'}}} | [{'pointer':'/a/b/c','before':1,'after':'1'}]",
                "{'a': 1, 'b': 2} | {'b': 2, 'a': 1} | [{'pointer':'','before':{'a':1,'b':2},'after':{'b':2,'a':1}}]",
                "{'a': 1, 'x': 3, 'b': 2} | {'a': 1, 'b': 2} | [{'pointer':'/x','before':3}]"
            })
    void areToldWithTheirPlaces(String before, String after, String expected) {
        assertThat(JsonWriter.write(Differences.of(PIPELINE, json(before), json(after), Differences.MOST)))
                .isEqualTo(expected.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'client': {'start': {'token': 'a'}}} | {'client': {'start': {'token': 'b'}}} | [{'pointer':'/client/start/token','before':'***','after':'***'}]",
                "{'client': {'start': {'keys': {'x': 'a'}}}} | {'client': {'start': {'keys': {'x': 'b'}}}} | [{'pointer':'/client/start/keys/x','before':'***','after':'***'}]",
                "{'client': {}} | {'client': {'start': {'password': 'a', 'b': 1}}} | [{'pointer':'/client/start','after':{'password':'***','b':1}}]",
                "{'name': 's', 'client': {'start': {'token': 'a'}}} | {'client': {'start': {'token': 'a'}}, 'name': 's'} | [{'pointer':'','before':{'name':'s','client':{'start':{'token':'***'}}},'after':{'client':{'start':{'token':'***'}},'name':'s'}}]",
                "{'interface': {'f': {'token': 'a', 'b': 1}}} | {'interface': {'f': {'b': 1, 'token': 'a'}}} | [{'pointer':'/interface/f','before':{'token':'a','b':1},'after':{'b':1,'token':'a'}}]",
                "{'client': {'module': 'http'}} | {'client': {'module': 'kv'}} | [{'pointer':'/client/module','before':'http','after':'kv'}]"
            })
    void maskWhatServicesAreStartedWith(String before, String after, String expected) {
        assertThat(JsonWriter.write(Differences.of(SERVICE, json(before), json(after), Differences.MOST)))
                .isEqualTo(expected.replace('\'', '"'));
    }

    @Test
    void areBoundedInNumber() {
        String before = members("1");
        String after = members("2");
        assertThat(Differences.of(PIPELINE, json(before), json(after), 5_000))
                .hasSize(101)
                .last()
                .hasToString("{left_out=20}");
        assertThat(Differences.of(PIPELINE, json(before), json(after), 0))
                .hasSize(1)
                .last()
                .hasToString("{left_out=120}");
    }

    @Test
    void cutLongTextAndNeverACharacter() {
        String text = "x".repeat(199) + "😀" + "y".repeat(10);
        assertThat(ShownValue.of(json("'" + text + "'"))).isEqualTo("x".repeat(199) + "…");
        assertThat(ShownValue.of(json("'" + "x".repeat(200) + "'"))).isEqualTo("x".repeat(200));
        assertThat((String) ShownValue.of(json("['" + text + "']")))
                .startsWith("[\"xxx")
                .endsWith("x…");
    }

    private static String members(String value) {
        return IntStream.range(0, 120)
                .mapToObj(i -> "'k" + i + "': " + value)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static JsonNode json(String text) {
        return READER.json(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .root();
    }
}
