package dev.krakenflow.function.admin.app;

import static dev.krakenflow.function.admin.app.AdminCalls.define;
import static dev.krakenflow.function.admin.app.AdminCalls.get;
import static dev.krakenflow.function.admin.app.AdminCalls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithToken.class)
class VersionsTest {

    private static final String SERVICE = """
            {"name": "math", "client": {"module": "lambda", "start": {"functions": {"f": "{% function($a) { $a } %}"}}},
             "interface": {"FUNCTION": {"call": {"function": "f"}}}}""";

    @AfterEach
    void forgetEverything() {
        AdminCalls.forgetEverything();
    }

    @Test
    void areListedOldestFirst() {
        definePipeline("first");
        definePipeline("second");
        definePipeline("second");
        get("/pipelines/versions/p")
                .statusCode(200)
                .body("version", contains(1, 2))
                .body("defined_at", everyItem(matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")))
                .body("definition.name", contains("p", "p"))
                .body("definition.description", contains("first", "second"));
    }

    @Test
    void areTheLastTwenty() {
        for (int i = 1; i <= 22; i++) {
            definePipeline("mark " + i);
        }
        get("/pipelines/versions/p").body("", hasSize(20)).body("[0].version", equalTo(3));
    }

    @Test
    void ofWhatIsUndefinedAreMissing() {
        get("/pipelines/versions/p").statusCode(404).body("code", equalTo("pipeline-undefined"));
        get("/services/versions/p").statusCode(404).body("code", equalTo("service-undefined"));
        post("/helpers/rollback/p?to=1").statusCode(404).body("code", equalTo("helper-undefined"));
        get("/routes/versions/routes").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void anEarlierOneBecomesTheNewest() {
        definePipeline("first");
        definePipeline("second");
        post("/pipelines/rollback/p?to=1").statusCode(200).body(equalTo("{\"ok\":\"p\"}"));
        get("/pipelines/versions/p").body("definition.description", contains("first", "second", "first"));
        get("/pipelines/definition/p").body("description", equalTo("first"));
    }

    @Test
    void theNewestOneAgainChangesNothing() {
        definePipeline("first");
        definePipeline("second");
        post("/pipelines/rollback/p?to=2").statusCode(200);
        get("/pipelines/versions/p").body("version", contains(1, 2));
        definePipeline("first");
        post("/pipelines/rollback/p?to=1").statusCode(200);
        get("/pipelines/versions/p").body("version", contains(1, 2, 3));
    }

    @Test
    void whatWasStartedStaysSo() {
        definePipeline("first");
        post("/pipelines/start/p");
        definePipeline("second");
        post("/pipelines/rollback/p?to=1").statusCode(200);
        get("/pipelines/status/p").body("status", equalTo("ready"));
        post("/pipelines/stop/p");
        post("/pipelines/rollback/p?to=2").statusCode(200);
        get("/pipelines/status/p").body("status", equalTo("not_ready"));
    }

    @Test
    void helpersHaveThemToo() {
        define("helpers", helper("$uppercase"));
        define("helpers", helper("$lowercase"));
        post("/helpers/rollback/words?to=1").statusCode(200);
        get("/helpers/definition/words").body("functions.f", containsString("$uppercase"));
        get("/helpers/versions/words").body("version", contains(1, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?to=", "?to=one", "?to=-1", "?to=1.5", "?to=9999999999999999999"})
    void areNamedByTheirNumber(String query) {
        definePipeline("first");
        post("/pipelines/rollback/p" + query)
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("detail", containsString("pipelines/p has [1]"));
    }

    @Test
    void thatAreNotKeptAreNamed() {
        definePipeline("first");
        definePipeline("second");
        post("/pipelines/rollback/p?to=3")
                .statusCode(404)
                .body("code", equalTo("version-undefined"))
                .body("detail", containsString("[1, 2]"));
    }

    @Test
    void goWithTheirDefinition() {
        definePipeline("first");
        definePipeline("second");
        post("/pipelines/delete/p");
        definePipeline("another");
        get("/pipelines/versions/p").body("version", contains(1));
        post("/pipelines/rollback/p?to=2").statusCode(404).body("code", equalTo("version-undefined"));
    }

    @Test
    void areLinkedWithTheServicesOfToday() {
        define("services", SERVICE.replace("FUNCTION", "old"));
        define("pipelines", caller("old")).statusCode(200);
        define("pipelines", "{\"name\": \"caller\", \"components\": []}").statusCode(200);
        define("services", SERVICE.replace("FUNCTION", "renamed"));
        post("/pipelines/rollback/caller?to=1")
                .statusCode(422)
                .body("code", equalTo("invalid-definition"))
                .body("problems.code", contains("unknown-reference"))
                .body("problems.pointer", contains("/components/0/service/function"));
        get("/pipelines/versions/caller").body("version", contains(1, 2));
        post("/services/rollback/math?to=1").statusCode(200);
        post("/pipelines/rollback/caller?to=1").statusCode(200);
        get("/pipelines/definition/caller").body("components[0].service.function", equalTo("old"));
    }

    @Test
    void ofAServiceLinkItsUsersAnew() {
        define("services", SERVICE.replace("FUNCTION", "old"));
        define("services", SERVICE.replace("FUNCTION", "renamed"));
        define("pipelines", caller("renamed")).statusCode(200);
        post("/services/rollback/math?to=1")
                .statusCode(200)
                .body("warnings.code", hasItem("unknown-reference"))
                .body("warnings.message", hasItem(containsString("\"caller\"")));
    }

    @Test
    void doNotTakeTheTriggersOfOthers() {
        define("pipelines", triggered("p")).statusCode(200);
        definePipeline("without a trigger");
        define("pipelines", triggered("other")).statusCode(200);
        post("/pipelines/rollback/p?to=1")
                .statusCode(422)
                .body("problems.code", contains("duplicate-trigger"))
                .body("problems.pointer", contains("/triggers/0/http/path"));
    }

    @Test
    void canBeAskedForWithAMessage() {
        definePipeline("first");
        definePipeline("second");
        post("/kraken-admin", "{\"operation\": \"rollback\", \"kind\": \"pipelines\", \"name\": \"p\", \"to\": 1}")
                .statusCode(200)
                .body("ok", equalTo("p"));
        post("/kraken-admin", "{\"operation\": \"versions\", \"kind\": \"pipelines\", \"name\": \"p\"}")
                .statusCode(200)
                .body("version", contains(1, 2, 3));
        post("/kraken-admin", "{\"operation\": \"rollback\", \"kind\": \"pipelines\", \"name\": \"p\"}")
                .body("code", equalTo("invalid-request"));
        post("/kraken-admin", "{\"operation\": \"rollback\", \"kind\": \"pipelines\", \"name\": \"p\", \"to\": [1]}")
                .body("code", equalTo("invalid-request"));
    }

    private static void definePipeline(String description) {
        define("pipelines", "{\"name\": \"p\", \"components\": [], \"description\": \"" + description + "\"}")
                .statusCode(200);
    }

    private static String caller(String function) {
        return "{\"name\": \"caller\", \"components\": [{\"type\": \"stage\", \"name\": \"s\","
                + " \"service\": {\"name\": \"math\", \"function\": \"" + function + "\"}}]}";
    }

    private static String triggered(String name) {
        return "{\"name\": \"" + name + "\", \"components\": [],"
                + " \"triggers\": [{\"http\": {\"method\": \"POST\", \"path\": \"/orders\"}}]}";
    }

    private static String helper(String function) {
        return "{\"name\": \"words\", \"functions\": {\"f\": \"{% function($v) { " + function + "($v) } %}\"}}";
    }
}
