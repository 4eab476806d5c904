package dev.krakenflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentOrderTest {

    @Test
    void isThatInWhichValuesAreWritten() {
        assertThat(sorted(
                        "{\"z\": [1, {\"b\": 2, \"a\": 3}], \"m/n~\": {\"\": 4}, \"k\": 5}",
                        "/k",
                        "/m~1n~0/",
                        "/m~1n~0",
                        "/z/1/a",
                        "/z/1/b",
                        "/z/10",
                        "/z",
                        "/nowhere",
                        ""))
                .containsExactly("/nowhere", "", "/z/10", "/z", "/z/1/b", "/z/1/a", "/m~1n~0", "/m~1n~0/", "/k");
    }

    @Test
    void countsWhatIsMissingWhereWhatWouldHoldItStands() {
        assertThat(sorted("{\"a\": {\"b\": 1}, \"c\": 2}", "/c", "/a/x/y", "/a/b"))
                .containsExactly("/a/x/y", "/a/b", "/c");
    }

    @Test
    void isFoundWithoutWritingAPointerToEveryValue() {
        String key = "k".repeat(1_000_000);
        String elements = String.join(",", Collections.nCopies(200_000, "0"));
        assertThat(sorted("{\"" + key + "\": [" + elements + "], \"b\": 1}", "/b", "/" + key + "/199999"))
                .containsExactly("/" + key + "/199999", "/b");
    }

    @Test
    void keepsTheFindingsOfOnePlaceAsTheyAre() {
        List<Problem> findings = IntStream.range(0, 10)
                .mapToObj(i -> new Problem(ProblemCode.BAD_VALUE, "/a", "finding " + i, null))
                .toList();
        assertThat(document("{\"a\": 1}").inOrder(findings)).isEqualTo(findings);
    }

    private static List<String> sorted(String json, String... pointers) {
        List<Problem> findings = Stream.of(pointers)
                .map(pointer -> new Problem(ProblemCode.BAD_VALUE, pointer, "bad", null))
                .toList();
        return document(json).inOrder(findings).stream().map(Problem::pointer).toList();
    }

    private static Document document(String json) {
        return new DocumentReader().json(json.getBytes(StandardCharsets.UTF_8));
    }
}
