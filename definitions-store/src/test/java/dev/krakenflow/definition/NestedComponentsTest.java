package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.component;
import static dev.krakenflow.definition.WrittenText.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NestedComponentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'switch', 'condition': 'x', 'branches': {'b': [], 'a/c': []}} | SWITCH_BRANCH /branches/b, SWITCH_BRANCH /branches/a~1c",
                "{'type': 'parallel', 'catch': [C], 'branches': {'b': []}}              | PARALLEL_BRANCH /branches/b, CATCH /catch/0/components",
                "{'type': 'map', 'items': [], 'components': [], 'catch': [C]}           | ITEMS /components, CATCH /catch/0/components",
                "{'type': 'stage', 'catch': [T, C, C]} | CATCH /catch/1/components, CATCH /catch/2/components",
                "{'type': 'composer', 'compose': {'events': []}, 'catch': [C]}          | CATCH /catch/0/components",
                "{'type': 'plug', 'pipeline': 'q', 'catch': [C]}                        | CATCH /catch/0/components",
            })
    void tellsTheListsInsideOfAComponent(String written, String lists) {
        String text = written.replace("C", "{'errors': ['timeout'], 'components': []}")
                .replace("T", "{'errors': ['communication'], 'transform': {}}");

        assertThat(nested(text))
                .extracting(it -> it.kind() + " " + it.pointer().replace("/components/0", ""))
                .containsExactly(lists.split(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'stage'}",
                "{'type': 'composer', 'compose': {'events': []}}",
                "{'type': 'plug', 'pipeline': 'q'}",
                "{'type': 'raise', 'error': {'type': 'x'}}",
                "{'type': 'goto', 'to': 'x'}",
                "{'type': 'goto-point', 'name': 'x'}",
                "{'type': 'done'}",
                "{'type': 'dead-end'}",
                "{'type': 'tbd'}",
            })
    void findsNoneInsideOfOthers(String written) {
        assertThat(nested(written)).isEmpty();
    }

    @Test
    void saysWhichAreAProgramOfTheirOwn() {
        assertThat(NestedComponents.Kind.values())
                .filteredOn(NestedComponents.Kind::apart)
                .containsExactly(NestedComponents.Kind.PARALLEL_BRANCH, NestedComponents.Kind.ITEMS);
    }

    @Test
    void readsAsDeepAsADocumentMayBe() {
        int depth = (NodeBounds.DEPTH - 2) / 2;
        String inner = "{'type': 'map', 'items': [], 'components': [";
        String text = inner.repeat(depth - 2) + "]}".repeat(depth - 2);

        int seen = 0;
        for (List<NestedComponents> lists = nested(text); !lists.isEmpty(); seen++) {
            List<ComponentDefinition> components = lists.getFirst().components();
            lists = components.isEmpty() ? List.of() : components.getFirst().nested();
        }

        assertThat(seen).isEqualTo(depth - 2);
    }

    private static List<NestedComponents> nested(String written) {
        return first(ComponentDefinition.class, component(written)).nested();
    }
}
