package dev.krakenflow.standalone;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A helper library in a service in a pipeline that another one plugs, which a third one plugs: each change reaches all. */
@QuarkusTest
@TestProfile(EphemeralWithToken.class)
class RelinkingTest {

    @BeforeEach
    void define() {
        define("helpers", helpers("$v & '1'"));
        define("services", service("'a'"));
        define(
                "pipelines",
                "[" + plugging("outer", "middle") + "," + plugging("middle", "inner") + "," + inner("") + "]");
        start("/services/start/relinked");
        start("/pipelines/start/outer");
        call().statusCode(200).body("y", equalTo("a1"));
    }

    @Test
    void reachesFromAHelperLibraryToEveryPipeline() {
        define("helpers", helpers("$v & '2'"));
        call().body("y", equalTo("a2"));
    }

    @Test
    void reachesFromAServiceToEveryPipeline() {
        define("services", service("'b'"));
        call().body("y", equalTo("b1"));
        start("/services/stop/relinked");
        call().statusCode(409).body("code", equalTo("service-not-ready"));
        start("/services/start/relinked");
        call().statusCode(200);
    }

    @Test
    void reachesFromAPluggedPipelineToWhoPlugsIt() {
        define("pipelines", inner(", \"z\": true"));
        call().body("z", equalTo(true));
        start("/pipelines/delete/inner?force=true");
        call().statusCode(404).body("code", equalTo("pipeline-undefined"));
        define("pipelines", inner(""));
        call().statusCode(200);
    }

    @Test
    void reachesFromStartArgumentsToEveryPipeline() {
        start("/services/stop/relinked");
        RestAssured.given()
                .header("authorization", "Bearer " + EphemeralWithToken.TOKEN)
                .contentType("application/json")
                .body("{\"functions\": {\"f\": \"{% function($a) { {'y': 'other'} } %}\"}}")
                .post("/services/start/relinked")
                .then()
                .statusCode(200);
        call().body("y", equalTo("other"));
        start("/services/stop/relinked");
        start("/services/start/relinked");
        call().body("y", equalTo("a1"));
    }

    private static String helpers(String body) {
        return "{\"name\": \"relinked\", \"functions\": {\"mark\": \"{% function($v) { " + body + " } %}\"}}";
    }

    private static String service(String value) {
        return "{\"name\": \"relinked\", \"helpers\": [\"relinked\"], \"client\": {\"module\": \"lambda\", \"start\":"
                + " {\"functions\": {\"f\": \"{% function($a) { {'y': $mark(" + value + ")} } %}\"}}},"
                + " \"interface\": {\"f\": {\"call\": {\"function\": \"f\"}}}}";
    }

    private static String inner(String more) {
        return "{\"name\": \"inner\", \"components\": [{\"type\": \"stage\", \"name\": \"s\", \"service\": {\"name\":"
                + " \"relinked\", \"function\": \"f\"}, \"transform\": {\"y\": \"{% y %}\"" + more + "}}]}";
    }

    private static String plugging(String name, String plugged) {
        return "{\"name\": \"" + name + "\", \"components\": [{\"type\": \"plug\", \"name\": \"p\", \"pipeline\": \""
                + plugged + "\", \"transform\": \"{% $ %}\"}]}";
    }

    private static void define(String kind, String body) {
        RestAssured.given()
                .header("authorization", "Bearer " + EphemeralWithToken.TOKEN)
                .contentType("application/json")
                .body(body)
                .post("/" + kind + "/define")
                .then()
                .statusCode(200);
    }

    private static void start(String path) {
        RestAssured.given()
                .header("authorization", "Bearer " + EphemeralWithToken.TOKEN)
                .post(path);
    }

    private static ValidatableResponse call() {
        return RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/pipelines/call/outer")
                .then();
    }
}
