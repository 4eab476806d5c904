package dev.krakenflow.function.admin.app;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithToken.class)
class AdminTest {

    private static final String MATH = """
            {"name": "math",
             "client": {"module": "lambda", "start": {"functions": {"add": "{% function($a) { {'sum': $a.a + $a.b} } %}"}}},
             "interface": {"add": {"input": {"a": {"type": "number"}}, "call": {"function": "add"}}}}""";

    private static final String ADDER = """
            {"name": "adder", "components": [
              {"type": "stage", "name": "s", "service": {"name": "math", "function": "add"}, "transform": {"sum": "{% sum %}"}}]}""";

    @AfterEach
    void forgetEverything() {
        for (String kind : new String[] {"pipelines", "services"}) {
            for (Object name : admin().get("/" + kind).jsonPath().getList("")) {
                admin().post("/" + kind + "/delete/" + name + "?force=true");
            }
        }
    }

    @Test
    void definesStartsStopsAndDeletes() {
        get("/pipelines/status/p").statusCode(200).body("status", equalTo("undefined"));
        define("pipelines", "{\"name\": \"p\", \"components\": []}")
                .statusCode(200)
                .body(equalTo("{\"ok\":\"p\"}"));
        get("/pipelines/status/p").body("status", equalTo("not_ready"));
        post("/pipelines/start/p").statusCode(200).body(equalTo("{\"ok\":\"p\"}"));
        get("/pipelines/status/p").body("status", equalTo("ready"));
        post("/pipelines/start/p").statusCode(409).body("code", equalTo("already-started"));
        post("/pipelines/stop/p").statusCode(200);
        post("/pipelines/stop/p").statusCode(200);
        get("/pipelines").body("", contains("p"));
        post("/pipelines/delete/p").statusCode(200).body(equalTo("{\"ok\":\"p\"}"));
        get("/pipelines").body("", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "stop", "delete"})
    void knowsWhatIsUndefined(String operation) {
        post("/pipelines/" + operation + "/nowhere").statusCode(404).body("code", equalTo("pipeline-undefined"));
        post("/services/" + operation + "/no%20name").statusCode(404).body("code", equalTo("service-undefined"));
    }

    @Test
    void answersADefinitionAsItWasWritten() {
        define("pipelines", ADDER).statusCode(200);
        get("/pipelines/definition/adder")
                .statusCode(200)
                .body(equalTo(ADDER.replaceAll("\\s*\\n\\s*", "")
                        .replace("\": ", "\":")
                        .replace(", \"", ",\"")));
        get("/services/definition/math").statusCode(404).body("code", equalTo("service-undefined"));
    }

    @Test
    void takesYaml() {
        String yaml = "name: p\ncomponents:\n  - type: stage\n    transform:\n      y: '{% x %}'\n";
        admin().contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/pipelines/define")
                .then()
                .statusCode(200);
        get("/pipelines/definition/p").body("components[0].transform.y", equalTo("{% x %}"));
    }

    @Test
    void tellsAllProblemsInTheirOrderAndStoresNothing() {
        define(
                        "pipelines",
                        "{\"name\": \"p\", \"more\": 1, \"components\": [{\"type\": \"stge\"}, {\"type\": \"stage\", \"transform\": {\"x\": \"{% ( %}\"}}]}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-definition"))
                .body("problems.pointer", contains("/more", "/components/0/type", "/components/1/transform/x"))
                .body("problems[1].hint", containsString("stage"));
        get("/pipelines/status/p").body("status", equalTo("undefined"));
    }

    @Test
    void definesAListAsAWhole() {
        String good = "{\"name\": \"a\", \"components\": []}";
        define("pipelines", "[" + good + ", {\"name\": \"b\", \"components\": 5}]")
                .statusCode(422)
                .body("problems.pointer", contains("/1/components"));
        define("pipelines", "[" + good + ", " + good + "]")
                .statusCode(422)
                .body("problems[0].code", equalTo("duplicate-name"))
                .body("problems[0].pointer", equalTo("/1/name"));
        get("/pipelines").body("", hasSize(0));
        define("pipelines", "[" + good + ", {\"name\": \"b\", \"components\": []}]")
                .statusCode(200)
                .body("ok", contains("a", "b"));
        define("pipelines", "[]").statusCode(200).body("ok", hasSize(0));
        get("/pipelines").body("", contains("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"name\":", "{\"name\": \"p\"} 5", "{\"name\": \"p\", \"name\": \"q\"}"})
    void refusesWhatIsNoJson(String body) {
        define("pipelines", body).statusCode(400).body("code", equalTo("malformed-json"));
        define("services", body).statusCode(400).body("code", equalTo("malformed-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "\"x\"", "[5]", "[[]]", "{}", "[null]"})
    void refusesWhatIsNoDefinition(String body) {
        define("pipelines", body).statusCode(422).body("code", equalTo("invalid-definition"));
        define("services", body).statusCode(422).body("code", equalTo("invalid-definition"));
    }

    @Test
    void refusesOtherMediaTypes() {
        for (String path : new String[] {"/pipelines/define", "/services/define", "/services/call/math/add"}) {
            admin().contentType("text/plain").body("{}").post(path).then().statusCode(415);
        }
    }

    @Test
    void callsAServiceDirectly() {
        define("services", MATH).statusCode(200);
        callMath("add", "{\"a\": 1, \"b\": 2}").statusCode(409).body("code", equalTo("service-not-ready"));
        post("/services/start/math").statusCode(200);
        callMath("add", "{\"a\": 1, \"b\": 2}").statusCode(200).body(equalTo("{\"ok\":{\"sum\":3}}"));
        callMath("add", "{\"a\": \"x\"}")
                .statusCode(422)
                .body("code", equalTo("invalid-input"))
                .body("service", equalTo("math"))
                .body("function", equalTo("add"));
        callMath("add", "5").statusCode(422).body("code", equalTo("invalid-input"));
        callMath("ad", "{}").statusCode(404).body("code", equalTo("function-undefined"));
    }

    @Test
    void keepsAServiceThatIsUsedUnlessTheCallerInsists() {
        define("services", MATH);
        define("pipelines", ADDER);
        post("/services/delete/math")
                .statusCode(409)
                .body("code", equalTo("in-use"))
                .body("users", contains("pipelines/adder"));
        post("/services/delete/math?force=maybe").statusCode(400).body("code", equalTo("invalid-request"));
        post("/services/delete/math?force=true").statusCode(200);
        get("/services").body("", hasSize(0));
    }

    @Test
    void warnsOfAServiceThatIsMissingAndOfAFunctionThatIsLost() {
        define("pipelines", ADDER)
                .statusCode(200)
                .body("warnings.code", hasItems("unknown-reference"))
                .body("warnings.pointer", hasItems("/components/0/service/name"));
        define("services", MATH.replace("\"interface\": {\"add\"", "\"interface\": {\"plus\""))
                .statusCode(200)
                .body("warnings.message", hasItems(containsString("adder")));
        define("pipelines", ADDER)
                .statusCode(422)
                .body("problems[0].pointer", equalTo("/components/0/service/function"));
    }

    @Test
    void masksSecretsInTheStateOfAService() {
        define("services", """
                        {"name": "web", "interface": {}, "client": {"module": "http", "start": {"base_url": "http://example.com",
                          "headers": {"Authorization": "Bearer abc", "x-api-key": "k", "x-name": "{% $secret('n') %}", "accept": "*/*"}}}}""").statusCode(200);
        get("/services/state/web")
                .statusCode(200)
                .body("client", equalTo("http"))
                .body("start.base_url", equalTo("http://example.com"))
                .body("start.headers.Authorization", equalTo("***"))
                .body("start.headers.x-api-key", equalTo("***"))
                .body("start.headers.x-name", equalTo("***"))
                .body("start.headers.accept", equalTo("*/*"));
        get("/services/state/nowhere").statusCode(404).body("code", equalTo("service-undefined"));
    }

    @Test
    void tellsWhatTheCircuitBreakerOfAServiceDoes() {
        String service = """
                {"name": "down", "circuit_breaker": {"request_volume_threshold": 1, "delay": "1m"},
                 "interface": {"get": {"prepare": {"path": "/"}}},
                 "client": {"module": "http", "start": {"base_url": "http://127.0.0.1:1"}}}""";
        define("services", service).statusCode(200);
        post("/services/start/down").statusCode(200);
        get("/services/state/down").statusCode(200).body("breaker", equalTo("closed"));
        callDown().body("code", equalTo("communication"));
        callDown().statusCode(503).body("code", equalTo("circuit-open"));
        get("/services/state/down").body("breaker", equalTo("open")).body("since", startsWith("20"));
        post("/services/delete/down").statusCode(200);
        define("services", service).statusCode(200);
        get("/services/state/down").body("breaker", equalTo("closed"));
    }

    private static ValidatableResponse callDown() {
        return admin().contentType("application/json")
                .body("{}")
                .post("/services/call/down/get")
                .then();
    }

    @Test
    void doesTheSameAsAFunction() {
        function(
                        "{\"operation\": \"define\", \"kind\": \"pipelines\", \"body\": {\"name\": \"p\", \"components\": []}}")
                .body(equalTo("{\"ok\":\"p\"}"));
        function("{\"operation\": \"start\", \"kind\": \"pipelines\", \"name\": \"p\"}")
                .body("ok", equalTo("p"));
        function("{\"operation\": \"list\", \"kind\": \"pipelines\"}").body("", contains("p"));
        function("{\"operation\": \"start\", \"kind\": \"pipelines\", \"name\": \"p\"}")
                .body("code", equalTo("already-started"));
        function("{\"operation\": \"define\", \"kind\": \"pipelines\", \"body\": [5]}")
                .body("code", equalTo("invalid-definition"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "{}",
                "{\"operation\": \"list\"}",
                "{\"operation\": \"list\", \"kind\": \"things\"}",
                "{\"operation\": \"state\", \"kind\": \"pipelines\", \"name\": \"p\"}",
                "{\"operation\": \"delete\", \"kind\": \"pipelines\", \"name\": \"p\", \"force\": \"true\"}",
                "{\"operation\": \"stop\", \"kind\": \"pipelines\", \"name\": \"p\", \"forget\": 1}",
                "{\"operation\": \"list\", \"kind\": \"services\", \"more\": 1}"
            })
    void answersAMessageThatMeansNothingWithAProblem(String message) {
        function(message).body("code", equalTo("invalid-request"));
    }

    private static ValidatableResponse function(String message) {
        return admin().contentType("application/json")
                .body(message)
                .post("/kraken-admin")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse callMath(String function, String args) {
        return admin().contentType("application/json")
                .body(args)
                .post("/services/call/math/" + function)
                .then();
    }

    private static ValidatableResponse define(String kind, String body) {
        return admin().contentType("application/json")
                .body(body)
                .post("/" + kind + "/define")
                .then();
    }

    private static ValidatableResponse get(String path) {
        return admin().get(path).then();
    }

    private static ValidatableResponse post(String path) {
        return admin().post(path).then();
    }

    private static RequestSpecification admin() {
        return RestAssured.given().urlEncodingEnabled(false).header("authorization", "Bearer " + WithToken.TOKEN);
    }
}
