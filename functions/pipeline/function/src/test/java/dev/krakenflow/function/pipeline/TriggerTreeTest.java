package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TriggerTreeTest {

    private final TriggerTree tree = new TriggerTree(Map.of(
            "GET /", "root",
            "GET /orders", "all",
            "GET /orders/{}", "one",
            "POST /orders/new", "create",
            "PUT /orders/{}", "change",
            "GET /orders/{}/lines", "lines",
            "GET /orders/open/{}", "open",
            "GET /{}/{}/{}/d", "deep"));

    @ParameterizedTest
    @CsvSource({
        "GET,    /,               root",
        "GET,    /orders,         all",
        "GET,    /orders/7,       one",
        "POST,   /orders/new,     create",
        "GET,    /orders/new,     one",
        "GET,    /orders/7/lines, lines",
        "GET,    /orders/open/7,  open",
        "GET,    /orders/open/lines, open",
        "GET,    /orders/open/x/d, deep",
        "GET,    /a/b/c/d,        deep",
        "GET,    /orders/,        ",
        "GET,    /orders/7/,      ",
        "GET,    /other,          ",
        "HEAD,   /orders,         ",
        "DELETE, /orders/7,       "
    })
    void findsWhatClaimsAMethodAndAPath(String method, String path, String pipeline) {
        TriggerClaim claim = tree.find(method, segments(path));
        assertThat(claim == null ? null : claim.pipeline()).isEqualTo(pipeline);
    }

    @Test
    void knowsTheMethodsOfAPath() {
        assertThat(tree.methods(segments("/orders/new"))).containsExactly("GET", "POST", "PUT");
        assertThat(tree.methods(segments("/orders/7"))).containsExactly("GET", "PUT");
        assertThat(tree.methods(segments("/nothing"))).isEmpty();
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
