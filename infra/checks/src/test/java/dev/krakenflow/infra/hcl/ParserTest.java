package dev.krakenflow.infra.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParserTest {

    private static Object value(String expression) {
        Body body = Parser.file("x = " + expression + "\n");
        return new Evaluation(Map.of("var", Map.of("name", "shop", "list", List.of("b", "a"))))
                .value(body.value("x").orElseThrow());
    }

    @Test
    void readsBlocksWithLabelsAndWhatIsInThem() {
        Body body = Parser.file("""
                # A comment.
                resource "a" "b" {
                  one = 1 // another
                  inner {
                    two = "2" /* a third */
                  }
                }
                """);

        assertThat(body.blocks()).hasSize(1);
        assertThat(body.blocks().getFirst().labels()).containsExactly("a", "b");
        assertThat(body.blocks().getFirst().line()).isEqualTo(2);
        assertThat(body.blocks("resource").getFirst().body().blocks("inner")).hasSize(1);
        assertThat(body.expressions()).hasSize(2);
    }

    @Test
    void knowsTemplatesAndWhatIsQuotedInThem() {
        assertThat(value("\"${var.name}-${join(\", \", [for it in var.list : \"<${it}>\"])} $${x} \\\"q\\\"\""))
                .isEqualTo("shop-<b>, <a> ${x} \"q\"");
        assertThat(value("<<-EOT\n    a ${var.name}\n      b\n  EOT")).isEqualTo("a shop\n  b\n");
    }

    @Test
    void goesOnOverLinesWithinBracketsOnly() {
        assertThat(value("concat(\n  [\"a\"],\n  # in between\n  [\"b\",\n  ],\n)"))
                .isEqualTo(List.of("a", "b"));
        assertThatThrownBy(() -> Parser.file("x = 1 +\n2\n")).isInstanceOf(HclException.class);
        assertThatThrownBy(() -> Parser.file("x = 1 2\n")).isInstanceOf(HclException.class);
    }

    @Test
    void makesListsAndObjectsOfOthers() {
        assertThat(value("{ for at, it in var.list : it => at if it != \"c\" }"))
                .isEqualTo(Map.of("b", 0, "a", 1));
        assertThat(value("merge([for it in var.list : { (it) = it }]...)")).isEqualTo(Map.of("a", "a", "b", "b"));
        assertThatThrownBy(() -> value("{ for it in [\"a\", \"a\"] : it => it }"))
                .hasMessageContaining("two of a");
    }

    @Test
    void decidesAndTries() {
        assertThat(value("length(var.list) > 0 ? sort(var.list) : []")).isEqualTo(List.of("a", "b"));
        assertThat(value("try(var.nothing.at.all, upper(\"x\"))")).isEqualTo("X");
        assertThat(value("!(var.name == \"shop\")")).isEqualTo(false);
        assertThatThrownBy(() -> value("unheard(1)")).hasMessageContaining("unheard");
    }
}
