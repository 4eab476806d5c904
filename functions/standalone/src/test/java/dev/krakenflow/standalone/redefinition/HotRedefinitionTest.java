package dev.krakenflow.standalone.redefinition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.standalone.EphemeralWithToken;
import dev.krakenflow.standalone.redefinition.testing.Callers;
import dev.krakenflow.standalone.redefinition.testing.EchoService;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Definitions change while they are called: no call fails, and each run sees one version of everything. */
@QuarkusTest
@TestProfile(EphemeralWithToken.class)
class HotRedefinitionTest {

    private static final int TIMES = 20;
    private static final Pattern ONE_VERSION_EACH = Pattern.compile(
            "200 \\{\"first\":(\\d+),\"called\":\"(\\d+) \\2\",\"inner\":(\\d+),\"again\":\"\\2 \\2\",\"last\":\\1}");
    private static final String PIPELINE = """
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
    private static final String MOVING = """
            {"name": "<name>", "triggers": [<trigger>], "components": []}""";
    private static final String TRIGGER = """
            {"http": {"method": "POST", "path": "/moving"}}""";

    private final EchoService service = EchoService.start();

    @TestHTTPResource("/")
    URI server;

    @AfterEach
    void forgetEverything() {
        for (String key : List.of(
                "pipelines/hot",
                "pipelines/hot-inner",
                "services/marking",
                "pipelines/moving-left",
                "pipelines/moving-right")) {
            admin().post("/" + key.replace("/", "/delete/") + "?force=true");
        }
        service.close();
    }

    @Test
    void aRunSeesOneVersionOfItsPipelineAndServices() throws Exception {
        redefine(0);
        post("/services/start/marking");
        post("/pipelines/start/hot");
        Map<String, Integer> answers = Callers.during(call("pipelines/call/hot"), () -> {
            for (int n = 1; n <= TIMES; n++) {
                redefine(n);
            }
        });
        assertThat(answers.keySet()).allMatch(ONE_VERSION_EACH.asMatchPredicate());
        assertThat(answers).as("several versions").hasSizeGreaterThan(TIMES / 4);
    }

    @Test
    void aRolledBackPipelineIsOneVersionToo() throws Exception {
        redefine(0);
        redefine(1);
        post("/services/start/marking");
        post("/pipelines/start/hot");
        Map<String, Integer> answers = Callers.during(call("pipelines/call/hot"), () -> {
            for (int n = 1; n <= TIMES; n++) {
                rollBackToTheVersionBefore("pipelines", "hot");
                rollBackToTheVersionBefore("services", "marking");
            }
        });
        assertThat(answers.keySet()).allMatch(ONE_VERSION_EACH.asMatchPredicate());
        assertThat(answers).hasSizeGreaterThan(1);
    }

    @Test
    void aTriggerThatMovesToAnotherPipelineIsAlwaysServed() throws Exception {
        moveTo("moving-left", "moving-right");
        post("/pipelines/start/moving-left");
        post("/pipelines/start/moving-right");
        Map<String, Integer> answers = Callers.during(call("moving"), () -> {
            for (int n = 1; n <= TIMES; n++) {
                moveTo("moving-right", "moving-left");
                moveTo("moving-left", "moving-right");
            }
        });
        assertThat(answers).containsOnlyKeys("200 {}");
    }

    private void redefine(int n) {
        define("services", SERVICE.replace("<url>", service.url()), n);
        define("pipelines", "[" + PIPELINE + "," + INNER + "]", n);
    }

    private static void moveTo(String to, String from) {
        String with = MOVING.replace("<name>", to).replace("<trigger>", TRIGGER);
        String without = MOVING.replace("<name>", from).replace("<trigger>", "");
        define("pipelines", "[" + with + "," + without + "]", 0);
    }

    private static void rollBackToTheVersionBefore(String kind, String name) {
        int newest = admin().get("/" + kind + "/versions/" + name).jsonPath().getInt("[-1].version");
        post("/" + kind + "/rollback/" + name + "?to=" + (newest - 1));
    }

    private static void define(String kind, String body, int n) {
        admin().contentType("application/json")
                .body(body.replace("<n>", Integer.toString(n)))
                .post("/" + kind + "/define")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    private static void post(String path) {
        admin().post(path).then().statusCode(200);
    }

    private static RequestSpecification admin() {
        return RestAssured.given().header("authorization", "Bearer " + EphemeralWithToken.TOKEN);
    }

    private HttpRequest call(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }
}
