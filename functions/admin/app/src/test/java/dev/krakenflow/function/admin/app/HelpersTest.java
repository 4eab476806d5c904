package dev.krakenflow.function.admin.app;

import static dev.krakenflow.function.admin.app.AdminCalls.define;
import static dev.krakenflow.function.admin.app.AdminCalls.get;
import static dev.krakenflow.function.admin.app.AdminCalls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithToken.class)
class HelpersTest {

    private static final String WORDS =
            "{\"name\": \"words\", \"functions\": {\"loud\": \"{% function($v) { $uppercase($v) } %}\"}}";
    private static final String OTHER_WORDS =
            "{\"name\": \"words\", \"functions\": {\"soft\": \"{% function($v) { $lowercase($v) } %}\"}}";
    private static final String PIPELINE = "{\"name\": \"shouting\", \"helpers\": [\"words\"], \"components\":"
            + " [{\"type\": \"stage\", \"name\": \"s\", \"transform\": {\"y\": \"{% $loud(x) %}\"}}]}";
    private static final String SERVICE = """
            {"name": "shout", "helpers": ["words"],
             "client": {"module": "lambda", "start": {"functions": {"f": "{% function($a) { {'y': $loud($a.x)} } %}"}}},
             "interface": {"f": {"call": {"function": "f"}}}}""";

    @AfterEach
    void forgetEverything() {
        AdminCalls.forgetEverything();
    }

    @Test
    void areDefinedListedShownAndDeleted() {
        get("/helpers/status/words").statusCode(200).body("status", equalTo("undefined"));
        define("helpers", WORDS).statusCode(200).body(equalTo("{\"ok\":\"words\"}"));
        get("/helpers").body("", contains("words"));
        get("/helpers/status/words").body("status", equalTo("ready"));
        get("/helpers/definition/words").body("functions.loud", containsString("$uppercase"));
        post("/helpers/delete/words").statusCode(200).body(equalTo("{\"ok\":\"words\"}"));
        post("/helpers/delete/words").statusCode(404).body("code", equalTo("helper-undefined"));
    }

    @Test
    void haveNoStartAndStop() {
        define("helpers", WORDS);
        post("/helpers/start/words").statusCode(404).body("code", equalTo("not-found"));
        post("/helpers/stop/words").statusCode(404);
    }

    @Test
    void areRefusedWithTheirProblems() {
        define("helpers", "[" + WORDS + ", {\"name\": \"bad\", \"functions\": {\"f\": \"{% 5 %}\", \"g\": 1}}]")
                .statusCode(422)
                .body("problems.pointer", contains("/1/functions/f", "/1/functions/g"));
        get("/helpers/status/words").body("status", equalTo("undefined"));
    }

    @Test
    void areKeptFromBeingDeletedByWhoUsesThem() {
        define("helpers", WORDS);
        define("pipelines", PIPELINE).statusCode(200);
        define("services", SERVICE).statusCode(200);
        post("/helpers/delete/words")
                .statusCode(409)
                .body("code", equalTo("in-use"))
                .body("users", contains("services/shout", "pipelines/shouting"));
        post("/helpers/delete/words?force=true").statusCode(200);
    }

    @Test
    void warnOfWhatBreaksWithoutAFunctionThatIsGone() {
        define("helpers", WORDS);
        define("pipelines", PIPELINE);
        define("services", SERVICE);
        define("helpers", OTHER_WORDS)
                .statusCode(200)
                .body("warnings.message", hasItem(containsString("pipelines/shouting")))
                .body("warnings.message", hasItem(containsString("services/shout")))
                .body("warnings.code", hasItem("unknown-function"));
    }

    @Test
    void areSeenWhenAServiceIsCalledDirectly() {
        define("helpers", WORDS);
        define("services", SERVICE);
        post("/services/start/shout");
        post("/services/call/shout/f", "{\"x\": \"a\"}").statusCode(200).body("ok.y", equalTo("A"));
    }

    @Test
    void areNamedByTheNearestNameWhenTheyAreUnknown() {
        define("helpers", WORDS);
        define("pipelines", PIPELINE.replace("[\"words\"]", "[\"word\"]"))
                .statusCode(422)
                .body("problems[0].code", equalTo("unknown-reference"))
                .body("problems[0].pointer", equalTo("/helpers/0"))
                .body("problems[0].hint", containsString("words"));
    }
}
