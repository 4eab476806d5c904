package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.json.JsonNull;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderFieldsTest {

    @Test
    void readsNamesInAnyCaseAndScalars() {
        assertThat(HeaderFields.read(Map.of("X-A", "a", "x-n", 1.5, "X-B", true, "x-l", List.of("a", 2))))
                .containsOnly(
                        Map.entry("x-a", "a"),
                        Map.entry("x-n", "1.5"),
                        Map.entry("x-b", "true"),
                        Map.entry("x-l", "a, 2"));
    }

    @Test
    void leavesNullsOut() {
        assertThat(HeaderFields.read(Map.of("x-a", JsonNull.VALUE))).isEmpty();
    }

    @Test
    void sendsOtherLettersAsTheirBytes() {
        assertThat(HeaderFields.read(Map.of("x-a", "é"))).containsEntry("x-a", "\u00c3\u00a9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "a\rb", "a\u0000b", "\u007f"})
    void refusesLineBreaksAndOtherControls(String value) {
        assertThatThrownBy(() -> HeaderFields.read(Map.of("x-a", value)))
                .isInstanceOf(ArgumentProblem.class)
                .hasMessageContaining("x-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\r\nb", "é"})
    void refusesNamesThatAreNone(String name) {
        assertThatThrownBy(() -> HeaderFields.read(Map.of(name, "x"))).isInstanceOf(ArgumentProblem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "connection", "Upgrade", "TE", "Keep-Alive"})
    void refusesWhatFramesTheMessage(String name) {
        assertThatThrownBy(() -> HeaderFields.read(Map.of(name, "x"))).isInstanceOf(ArgumentProblem.class);
    }

    @Test
    void doesNotRepeatValues() {
        assertThatThrownBy(() -> HeaderFields.read(Map.of("authorization", "Bearer hidden\n")))
                .message()
                .doesNotContain("hidden");
    }
}
