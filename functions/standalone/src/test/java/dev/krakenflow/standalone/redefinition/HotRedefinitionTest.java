package dev.krakenflow.standalone.redefinition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.standalone.EphemeralWithToken;
import dev.krakenflow.standalone.redefinition.testing.Callers;
import dev.krakenflow.standalone.redefinition.testing.EchoService;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Definitions change while they are called: no call fails, and each run sees one version of everything. */
@QuarkusTest
@TestProfile(EphemeralWithToken.class)
class HotRedefinitionTest {

    private static final int TIMES = 15;
    private static final int PATIENCE = 20;

    private static final String HOT = """
            {"name": "hot", "components": [
              {"type": "stage", "transform": {"first": <n>}},
              {"type": "stage", "service": {"name": "marking", "function": "mark"}, "transform": {"called": "{% mark %}"}},
              {"type": "plug", "pipeline": "hot-inner", "transform": {"inner": "{% inner %}"}},
              {"type": "stage", "service": {"name": "marking", "function": "mark"}, "transform": {"again": "{% mark %}"}},
              {"type": "stage", "transform": {"last": <n>}}]}""";
    private static final String INNER = """
            {"name": "hot-inner", "components": [{"type": "stage", "transform": {"inner": <n>}}]}""";
    private static final String SERVICE = """
            {"name": "marking", "client": {"module": "http", "start": {"base_url": "<url>", "headers": {"x-mark": "<n>"}}},
             "interface": {"mark": {"prepare": {"path": "/"}, "transform": {"mark": "{% body.mark & ' <n>' %}"}}}}""";
    private static final Pattern ONE_VERSION = Pattern.compile(
            "200 \\{\"first\":(\\d+),\"called\":\"\\1 \\1\",\"inner\":\\1,\"again\":\"\\1 \\1\",\"last\":\\1}");
    private static final Pattern ONE_VERSION_EACH = Pattern.compile("200 \\{\"first\":(\\d+),\"called\":\"(\\d+) \\2\","
            + "\"inner\":(\\d+),\"again\":\"\\2 \\2\",\"last\":\\1}");
    private static final String MOVING = """
            {"name": "<name>", "triggers": [<trigger>], "components": []}""";
    private static final String TRIGGER = """
            {"http": {"method": "POST", "path": "/moving"}}""";

    private final EchoService service = EchoService.start();

    @TestHTTPResource("/")
    URI server;

    @AfterEach
    void forgetEverything() {
        admin("apply?prune=true", "{}");
        service.close();
    }

    @Test
    void aRunSeesOneVersionOfWhatIsAppliedTogether() throws Exception {
        apply(0);
        Map<String, Integer> answers = Callers.during(call("pipelines/call/hot", "{}"), () -> {
            for (int n = 1; n <= TIMES; n++) {
                apply(n);
            }
        });
        assertThat(answers.keySet()).allMatch(ONE_VERSION.asMatchPredicate());
        assertThat(answers).as("several versions").hasSizeGreaterThan(2);
    }

    @Test
    void aRunSeesOneVersionOfEachDefinitionThatIsRolledBack() throws Exception {
        apply(0);
        apply(1);
        Map<String, Integer> answers = Callers.during(call("pipelines/call/hot", "{}"), () -> {
            for (int n = 1; n <= TIMES; n++) {
                admin("pipelines/rollback/hot?to=" + n, "");
                admin("services/rollback/marking?to=" + n, "");
            }
        });
        assertThat(answers.keySet()).allMatch(ONE_VERSION_EACH.asMatchPredicate());
        assertThat(answers).hasSizeGreaterThan(2);
    }

    @Test
    void anAddressThatMovesToAnotherPipelineIsAlwaysServed() throws Exception {
        String left = moving("moving-left", TRIGGER) + "," + moving("moving-right", "");
        String right = moving("moving-left", "") + "," + moving("moving-right", TRIGGER);
        admin("apply", "{\"pipelines\": [" + left + "]}");
        Map<String, Integer> answers = Callers.during(call("moving", "{}"), () -> {
            for (int n = 1; n <= TIMES; n++) {
                admin("apply", "{\"pipelines\": [" + (n % 2 == 0 ? left : right) + "]}");
            }
        });
        assertThat(answers).containsOnlyKeys("200 {}");
    }

    @Test
    void aTypeIsAlwaysServedWhenItsPipelineIsReplacedByANewOne() throws Exception {
        moveTypeTo("moving-0");
        Map<String, Integer> answers = Callers.during(call("call", "{\"type\":\"move\"}"), () -> {
            for (int n = 1; n <= TIMES; n++) {
                moveTypeTo("moving-" + n);
            }
        });
        assertThat(answers).containsOnlyKeys("200 {\"type\":\"move\"}");
    }

    private void apply(int n) {
        String set = "{\"services\": [" + SERVICE + "], \"pipelines\": [" + HOT + "," + INNER + "]}";
        admin("apply", set.replace("<url>", service.url()).replace("<n>", Integer.toString(n)));
    }

    private void moveTypeTo(String pipeline) {
        admin(
                "apply?prune=true",
                "{\"pipelines\": [" + moving(pipeline, "") + "], \"routes\": {\"move\": \"" + pipeline + "\"}}");
    }

    private static String moving(String name, String trigger) {
        return MOVING.replace("<name>", name).replace("<trigger>", trigger);
    }

    /** A machine that is busy with other things may let the store be late: that is told, and tried again. */
    private static void admin(String path, String body) {
        int status = 503;
        for (int tries = 0; tries < PATIENCE && status == 503; tries++) {
            status = RestAssured.given()
                    .header("authorization", "Bearer " + EphemeralWithToken.TOKEN)
                    .contentType("application/json")
                    .body(body)
                    .post("/" + path)
                    .statusCode();
        }
        assertThat(status).as(path).isEqualTo(200);
    }

    private HttpRequest call(String path, String event) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
    }
}
