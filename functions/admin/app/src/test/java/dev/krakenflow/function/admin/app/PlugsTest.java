package dev.krakenflow.function.admin.app;

import static dev.krakenflow.function.admin.app.AdminCalls.define;
import static dev.krakenflow.function.admin.app.AdminCalls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithToken.class)
class PlugsTest {

    private static final String INNER = "{\"name\": \"inner\", \"components\": []}";

    @AfterEach
    void forgetEverything() {
        AdminCalls.forgetEverything();
    }

    @Test
    void areLinkedWithinOneBodyInAnyOrder() {
        define("pipelines", plugging("outer", "inner"))
                .statusCode(422)
                .body("problems[0].code", equalTo("unknown-reference"))
                .body("problems[0].pointer", equalTo("/components/0/pipeline"));
        define("pipelines", "[" + plugging("outer", "inner") + "," + INNER + "]")
                .statusCode(200)
                .body("ok", contains("outer", "inner"));
    }

    @Test
    void mayNotLeadBack() {
        define(
                        "pipelines",
                        "[" + plugging("a", "b") + "," + plugging("b", "c") + ",{\"name\": \"c\", \"components\": []}]")
                .statusCode(200);
        define("pipelines", plugging("c", "a"))
                .statusCode(422)
                .body("problems[0].code", equalTo("plug-cycle"))
                .body("problems[0].pointer", equalTo("/components/0/pipeline"));
    }

    @Test
    void keepTheirPipelineFromBeingDeleted() {
        define("pipelines", "[" + plugging("outer", "inner") + "," + INNER + "]");
        post("/pipelines/delete/inner")
                .statusCode(409)
                .body("code", equalTo("in-use"))
                .body("users", contains("pipelines/outer"));
        post("/pipelines/delete/inner?force=true").statusCode(200);
        post("/pipelines/delete/outer").statusCode(200);
    }

    @Test
    void areNamedByTheNearestNameWhenTheyAreUnknown() {
        define("pipelines", INNER);
        define("pipelines", plugging("outer", "iner"))
                .statusCode(422)
                .body("problems[0].code", equalTo("unknown-reference"))
                .body("problems[0].hint", equalTo("inner"));
        define("pipelines", "[" + plugging("outer", "freshh") + ",{\"name\": \"fresh\", \"components\": []}]")
                .statusCode(422)
                .body("problems[0].code", equalTo("unknown-reference"))
                .body("problems[0].hint", equalTo("fresh"));
    }

    private static String plugging(String name, String plugged) {
        return "{\"name\": \"" + name + "\", \"components\": [{\"type\": \"plug\", \"name\": \"p\", \"pipeline\": \""
                + plugged + "\"}]}";
    }
}
