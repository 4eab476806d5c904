package dev.krakenflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What needs Redis says within a second that it is away; what does not goes on; and all of it works when it is back. */
@QuarkusTest
@TestProfile(EphemeralWithToken.class)
class RedisAwayTest {

    private static final long ONE_SECOND = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String HELPERS =
            "{\"name\": \"away-words\", \"functions\": {\"loud\": \"{% function($v) { $uppercase($v) } %}\"}}";

    private static final String SERVICE = """
            {"name": "away-values", "client": {"module": "kv"},
             "interface": {"count": {"prepare": {"operation": "increment", "key": "n"}}}}""";

    private static final Map<String, String> PIPELINES = Map.of(
            "away-memo",
            composer("away-memo", "\"memo\": 0"),
            "away-invocation",
            composer("away-invocation", "\"memo\": 0, \"memo_scope\": \"invocation\""),
            "away-values",
            """
                    {"name": "away-values", "components": [{"type": "stage", "name": "s",
                      "service": {"name": "away-values", "function": "count"}, "transform": {"n": "{% value %}"}}]}""",
            "away-idempotent",
            """
                    {"name": "away-idempotent", "idempotency": {"key": "{% x %}"}, "components": [
                      {"type": "stage", "name": "s", "transform": {"y": "{% $context.event_id %}"}}]}""",
            "away-helpers",
            """
                    {"name": "away-helpers", "helpers": ["away-words"], "components": [
                      {"type": "stage", "name": "s", "transform": {"y": "{% $loud(x) %}"}}]}""");

    private static final List<String> NEEDING = List.of("away-memo", "away-values", "away-idempotent");
    private static final List<String> OTHERS = List.of("away-invocation", "away-helpers");

    @BeforeEach
    void define() {
        post("/helpers/define", HELPERS).then().statusCode(200);
        post("/services/define", SERVICE).then().statusCode(200);
        post("/services/start/away-values", "");
        PIPELINES.forEach((name, definition) -> {
            post("/pipelines/define", definition).then().statusCode(200);
            post("/pipelines/start/" + name, "");
            call(name).then().statusCode(200);
        });
    }

    @AfterEach
    void thaw() {
        signal("CONT");
    }

    @Test
    void isToldToWhoNeedsItAndToNobodyElse() {
        signal("STOP");
        for (String name : NEEDING) {
            assertUnavailable(call(name));
        }
        assertUnavailable(named().post("/pipelines/call/away-helpers"));
        assertUnavailable(post("/helpers/define", HELPERS));
        assertUnavailable(post("/pipelines/stop/away-memo?forget=true", ""));
        for (String name : OTHERS) {
            call(name).then().statusCode(200);
        }
        signal("CONT");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (call("away-memo").statusCode() == 503 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        for (String name : PIPELINES.keySet()) {
            call(name).then().statusCode(200);
        }
        post("/helpers/define", HELPERS).then().statusCode(200);
    }

    private static void assertUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .body("code", equalTo("store-unavailable"))
                .header("Retry-After", "1")
                .time(lessThan(ONE_SECOND));
    }

    private static String composer(String name, String memo) {
        return "{\"name\": \"" + name + "\", \"components\": [{\"type\": \"composer\", \"name\": \"c\", " + memo
                + ", \"compose\": {\"events\": [{\"n\": \"{% $memo + 1 %}\"}], \"memo\": \"{% $memo + 1 %}\"}}]}";
    }

    private static Response call(String pipeline) {
        return event().post("/pipelines/call/" + pipeline);
    }

    /** A call whose caller wants it to run once. */
    private static RequestSpecification named() {
        return event().header("Idempotency-Key", "k");
    }

    private static RequestSpecification event() {
        return RestAssured.given().contentType("application/json").body("{\"x\": \"a\"}");
    }

    private static Response post(String path, String body) {
        return RestAssured.given()
                .header("authorization", "Bearer " + EphemeralWithToken.TOKEN)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    /** Lets the embedded Redis hang, or go on. Its binary may be one of several names of the same file. */
    private static void signal(String name) {
        List<ProcessHandle> servers = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").contains("redis-"))
                .toList();
        assertThat(servers).isNotEmpty();
        for (ProcessHandle server : servers) {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(server.pid()))
                        .start()
                        .waitFor();
            } catch (IOException failed) {
                throw new AssertionError(failed);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
