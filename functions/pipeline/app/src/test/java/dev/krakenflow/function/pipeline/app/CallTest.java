package dev.krakenflow.function.pipeline.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.krakenflow.store.DefinitionStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CallTest {

    @Inject
    DefinitionStore store;

    @BeforeEach
    void store() {
        StoredPipelines pipelines = new StoredPipelines(store);
        pipelines.doubling("double", true);
        pipelines.doubling("stopped", false);
        pipelines.ending("end");
    }

    @Test
    void answersTheEventThatComesOut() {
        call("double", "{\"x\": 2}")
                .statusCode(200)
                .contentType("application/json")
                .body(equalTo("{\"x\":2,\"y\":4}"));
    }

    @Test
    void answersNothingWhenNothingComesOut() {
        call("end", "{}").statusCode(204).body(equalTo(""));
    }

    @Test
    void answersAListInOrderWithProblemsInTheirPlaces() {
        call("double", "[{\"x\": 1}, 5, {\"x\": 2}]")
                .statusCode(200)
                .header("Kraken-Failed", "1")
                .body("[0].y", equalTo(2))
                .body("[1].code", equalTo("invalid-event"))
                .body("[2].y", equalTo(4));
        call("double", "[]").statusCode(200).body(equalTo("[]"));
    }

    @Test
    void answersTheProblemOfAnEventThatFails() {
        call("double", "{\"x\": \"a\"}")
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("expression"))
                .body("pipeline", equalTo("double"))
                .body("component", equalTo("twice"))
                .body("instance", equalTo("/components/0"))
                .body("event_id", notNullValue());
    }

    @Test
    void refusesMoreEventsThanThePipelineTakes() {
        call("double", "[{}, {}, {}, {}]").statusCode(413).body("code", equalTo("payload-too-large"));
    }

    @Test
    void tellsWhatIsUndefinedFromWhatIsNotStarted() {
        call("nowhere", "{}").statusCode(404).body("code", equalTo("pipeline-undefined"));
        call("stopped", "{}").statusCode(409).body("code", equalTo("pipeline-not-ready"));
    }

    @Test
    void takesNumbersOfTenThousandDigitsOverHttpAndAsAFunction() {
        String event = "{\"x\":2,\"n\":" + "7".repeat(10_000) + "}";
        String doubled = event.replace("}", ",\"y\":4}");

        call("double", event).statusCode(200).body(equalTo(doubled));
        function("{\"pipeline\": \"double\", \"event\": " + event + "}")
                .statusCode(200)
                .body(equalTo(doubled));
        call("double", event.replace("}", "7}")).statusCode(400).body("detail", containsString("at most 10000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"x\":", "{\"x\": 1} {}", "{\"x\": 1, \"x\": 2}", "{\"x\": 1E999999999}", "{'x': 1}"})
    void refusesWhatIsNoJson(String body) {
        call("double", body).statusCode(400).body("code", equalTo("malformed-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void refusesOtherMediaTypes(String type) {
        given().contentType(type)
                .body("{}")
                .post("/pipelines/call/double")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void takesJsonAsTheSyntaxOfAnotherType() {
        given().contentType("application/vnd.acme+json; charset=utf-8")
                .body("{\"x\": 1}")
                .post("/pipelines/call/double")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"300ms", "2s", "1m", "PT2S", "2500"})
    void takesATimeoutInAnyOfItsForms(String timeout) {
        given().contentType("application/json")
                .header("X-Request-Timeout", timeout)
                .body("{\"x\": 1}")
                .post("/pipelines/call/double")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5s", "PT", "-PT2S", "5 s", "99999999999999999999"})
    void refusesAnyOtherTimeout(String timeout) {
        given().contentType("application/json")
                .header("X-Request-Timeout", timeout)
                .body("{}")
                .post("/pipelines/call/double")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void showsTheHistoryOnlyToWhoHasTheAdminToken() {
        given().contentType("application/json")
                .body("{\"x\": 1}")
                .post("/pipelines/call/double?debug=true")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/pipelines/call/double?debug=yes")
                .then()
                .statusCode(400);
    }

    @Test
    void isCalledAsAFunctionToo() {
        function("{\"pipeline\": \"double\", \"event\": {\"x\": 12345678901234567890123}}")
                .statusCode(200)
                .body(containsString("\"x\":12345678901234567890123"));
        function("{\"pipeline\": \"double\", \"events\": [{\"x\": 1}, {\"x\": 2}]}")
                .statusCode(200)
                .body("", hasSize(2));
        function("{\"pipeline\": \"end\", \"event\": {}}").statusCode(200).body(equalTo("null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "null",
                "{}",
                "{\"event\": []}",
                "{\"pipeline\": 1, \"event\": {}}",
                "{\"pipeline\": \"double\", \"events\": {}}",
                "{\"pipeline\": \"double\", \"event\": {}, \"more\": 1}",
                "{\"pipeline\": \"double\", \"event\": {}, \"debug\": \"yes\"}"
            })
    void answersAFunctionCallThatMeansNothingWithAProblem(String message) {
        function(message).statusCode(200).body("code", equalTo("invalid-request"));
    }

    private static ValidatableResponse call(String pipeline, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/pipelines/call/" + pipeline)
                .then();
    }

    private static ValidatableResponse function(String message) {
        return given().contentType("application/json")
                .body(message)
                .post("/kraken-call")
                .then();
    }
}
