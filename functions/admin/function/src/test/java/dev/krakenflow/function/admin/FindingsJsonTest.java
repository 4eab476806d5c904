package dev.krakenflow.function.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ProblemCode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingsJsonTest {

    @Test
    void listsAllOfAFew() {
        List<Problem> findings = List.of(
                new Problem(ProblemCode.UNKNOWN_KEY, "/a", "no such key", "b"),
                new Problem(ProblemCode.BAD_VALUE, "/c", "bad", null));
        assertThat(FindingsJson.of(findings))
                .hasToString("[{code=unknown-key, pointer=/a, message=no such key, hint=b},"
                        + " {code=bad-value, pointer=/c, message=bad}]");
    }

    @Test
    void leavesOutWhatNobodyWouldRead() {
        Problem problem = new Problem(ProblemCode.BAD_VALUE, "/a", "bad", null);
        assertThat(FindingsJson.of(Collections.nCopies(FindingsJson.MOST, problem)))
                .hasSize(FindingsJson.MOST);
        assertThat(FindingsJson.of(Collections.nCopies(FindingsJson.MOST + 7, problem)))
                .hasSize(FindingsJson.MOST + 1)
                .last()
                .hasToString("{left_out=7}");
    }

    @Test
    void boundsTheTextOfLongPointers() {
        Problem problem = new Problem(ProblemCode.BAD_VALUE, "/" + "a".repeat(3_000_000), "bad", null);
        assertThat(FindingsJson.of(Collections.nCopies(10, problem)))
                .hasSize(2)
                .last()
                .hasToString("{left_out=9}");
    }
}
