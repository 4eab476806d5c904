package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/users, /users",
        "users, /users",
        "'', /",
        "/a b, /a%20b",
        "/ü, /%C3%BC",
        "/a%2Fb, /a%2Fb",
        "/100%, /100%25",
        "/a%zz, /a%25zz",
        "'/a\\b', /a%5Cb",
        "'/a|b^c', /a%7Cb%5Ec",
        "@127.0.0.1:1/x, /@127.0.0.1:1/x",
        "//127.0.0.1/x, //127.0.0.1/x",
        "http://127.0.0.1/x, /http://127.0.0.1/x",
        "/.hidden/a..b/..., /.hidden/a..b/...",
        "/{}, /%7B%7D"
    })
    void encodesWhatIsIllegalInAPathAndKeepsTheRest(String template, String path) {
        assertThat(RequestPath.fill(template, Map.of())).isEqualTo(path);
    }

    @Test
    void encodesLineBreaks() {
        assertThat(RequestPath.fill("/a\r\nb", Map.of())).isEqualTo("/a%0D%0Ab");
    }

    @Test
    void fillsPlaceholdersWithEncodedValues() {
        assertThat(RequestPath.fill("/users/{id}/{what}", Map.of("id", "a/b?c#d%2e é", "what", 7)))
                .isEqualTo("/users/a%2Fb%3Fc%23d%252e%20%C3%A9/7");
    }

    @Test
    void doesNotLookForPlaceholdersInValues() {
        assertThat(RequestPath.fill("/{a}/{b}", Map.of("a", "{b}", "b", true))).isEqualTo("/%7Bb%7D/true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?b", "/a#b", "/../x", "/a/..", "/.", "..", "/%2e%2E/x", "/a/.%2e/b", "/{id}", "/x{id}"})
    void refusesPathsThatCouldMeanAnother(String template) {
        assertThatThrownBy(() -> RequestPath.fill(template, Map.of())).isInstanceOf(ArgumentProblem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void refusesValuesThatCouldMeanAnotherPath(String value) {
        assertThatThrownBy(() -> RequestPath.fill("/users/{id}", Map.of("id", value)))
                .isInstanceOf(ArgumentProblem.class)
                .hasMessageContaining("id");
    }

    @Test
    void refusesSegmentsThatSeveralValuesMakeDots() {
        assertThatThrownBy(() -> RequestPath.fill("/users/.{dot}", Map.of("dot", ".")))
                .isInstanceOf(ArgumentProblem.class);
    }

    @Test
    void refusesValuesThatAreNoScalars() {
        assertThatThrownBy(() -> RequestPath.fill("/{id}", Map.of("id", Map.of("secret", 1))))
                .isInstanceOf(ArgumentProblem.class)
                .message()
                .doesNotContain("secret");
    }
}
