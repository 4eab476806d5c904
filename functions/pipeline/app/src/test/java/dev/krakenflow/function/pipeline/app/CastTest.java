package dev.krakenflow.function.pipeline.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.krakenflow.store.DefinitionStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CastTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String key = UUID.randomUUID().toString();

    @Inject
    DefinitionStore store;

    @BeforeEach
    void store() {
        StoredPipelines pipelines = new StoredPipelines(store);
        pipelines.doubling("double", true);
        pipelines.doubling("stopped", false);
        pipelines.ending("end");
        pipelines.raising("refuse", 400);
        pipelines.identifying("once", null);
        pipelines.identifying("by-k", "{% k %}");
        pipelines.triggered("trigger", true);
        pipelines.routes(Map.of("t", "double", "e", "end", "n", "nowhere"));
    }

    @Test
    void answersAReferenceAndRunsTheEvent() {
        String reference = cast("double", "{\"x\": 2}")
                .statusCode(202)
                .contentType("application/json")
                .body("ok", matchesPattern("[0-9a-f]{32}"))
                .extract()
                .path("ok");
        JsonPath state = settled(reference);
        assertThat(state.getString("status")).isEqualTo("done");
        assertThat(state.getInt("result.y")).isEqualTo(4);
    }

    @Test
    void tellsNoResultWhereNoneCameOut() {
        String reference = cast("end", "{}").extract().path("ok");
        assertThat(settled(reference).getMap("")).isEqualTo(Map.of("status", "done"));
    }

    @Test
    void tellsTheProblemOfAnEventThatComesAgain() {
        String reference = cast("refuse", "{}").extract().path("ok");
        JsonPath state = settled(reference);
        assertThat(state.getString("status")).isEqualTo("failed");
        assertThat(state.getString("problem.code")).isEqualTo("sold-out");
        assertThat(state.getString("problem.pipeline")).isEqualTo("refuse");
    }

    @Test
    void knowsNoTriggerInARun() {
        String reference = cast("trigger", "{}").extract().path("ok");
        assertThat(settled(reference).getMap("result")).isEmpty();
    }

    @Test
    void answersAListOfReferencesWithProblemsInTheirPlaces() {
        ValidatableResponse answer = cast("double", "[{\"x\": 1}, 5, {\"x\": 2}]")
                .statusCode(202)
                .header("Kraken-Failed", "1")
                .body("ok", hasSize(3))
                .body("ok[1].code", equalTo("invalid-event"));
        assertThat(settled(answer.extract().path("ok[0]")).getInt("result.y")).isEqualTo(2);
        assertThat(settled(answer.extract().path("ok[2]")).getInt("result.y")).isEqualTo(4);
        cast("double", "[]").statusCode(202).body("ok", hasSize(0));
    }

    @Test
    void refusesWhatCannotBeCast() {
        cast("nowhere", "{}").statusCode(404).body("code", equalTo("pipeline-undefined"));
        cast("stopped", "{}").statusCode(409).body("code", equalTo("pipeline-not-ready"));
        cast("double", "5")
                .statusCode(422)
                .body("code", equalTo("invalid-event"))
                .body("pipeline", equalTo("double"));
        cast("double", "[{}, {}, {}, {}]").statusCode(413).body("code", equalTo("payload-too-large"));
        cast("double", "{").statusCode(400).body("code", equalTo("malformed-json"));
    }

    @Test
    void findsThePipelineByTheTypeOfTheEvent() {
        String reference =
                typed("{\"type\": \"t\", \"x\": 1}").statusCode(202).extract().path("ok");
        assertThat(settled(reference).getInt("result.y")).isEqualTo(2);
        typed("{\"x\": 1}").statusCode(400).body("code", equalTo("no-type"));
        typed("{\"type\": \"other\"}").statusCode(404).body("code", equalTo("no-route-for-type"));
        typed("{\"type\": \"n\"}").statusCode(404).body("code", equalTo("pipeline-undefined"));
    }

    @Test
    void findsThePipelineOfEachEventInAList() {
        ValidatableResponse answer = typed(
                        "[{\"type\": \"t\", \"x\": 1}, {}, {\"type\": \"e\"}, {\"type\": \"n\"}, 7, {\"type\": \"t\", \"x\": 2}]")
                .statusCode(202)
                .header("Kraken-Failed", "3")
                .body("ok[1].code", equalTo("no-type"))
                .body("ok[3].code", equalTo("pipeline-undefined"))
                .body("ok[4].code", equalTo("invalid-event"));
        assertThat(settled(answer.extract().path("ok[2]")).getString("status")).isEqualTo("done");
        assertThat(settled(answer.extract().path("ok[5]")).getInt("result.y")).isEqualTo(4);
    }

    @Test
    void takesTheSameCallOnce() {
        String reference = named("once", "{\"a\": 1}").statusCode(202).extract().path("ok");
        named("once", "{\"a\": 1.0}").statusCode(202).body("ok", equalTo(reference));
        named("once", "{\"a\": 2}").statusCode(422).body("code", equalTo("idempotency-mismatch"));
        String id = settled(reference).getString("result.id");
        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"a\": 1}")
                .post("/pipelines/call/once")
                .then()
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(id));
    }

    @Test
    void takesTheKeysOfThePipelineInAList() {
        String first = "{\"k\": \"" + key + "\"}";
        String other = "{\"k\": \"" + key + "\", \"x\": 1}";
        String second = "{\"k\": \"" + key + "-2\"}";
        String reference = cast("by-k", first).extract().path("ok");
        cast("by-k", "[" + first + ", " + other + ", " + second + "]")
                .statusCode(202)
                .header("Kraken-Failed", "1")
                .body("ok[0]", equalTo(reference))
                .body("ok[1].code", equalTo("idempotency-mismatch"))
                .body("ok[2]", not(equalTo(reference)));
    }

    @Test
    void refusesAKeyForAList() {
        named("once", "[{}]").statusCode(400).body("code", equalTo("invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "x", "0123456789ABCDEF0123456789ABCDEF"})
    void knowsNoOtherReferences(String reference) {
        given().get("/events/" + reference).then().statusCode(404).body("code", equalTo("not-found"));
    }

    private ValidatableResponse named(String pipeline, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/pipelines/cast/" + pipeline)
                .then();
    }

    private static ValidatableResponse cast(String pipeline, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/pipelines/cast/" + pipeline)
                .then();
    }

    private static ValidatableResponse typed(String body) {
        return given().contentType("application/json").body(body).post("/cast").then();
    }

    /** The state of an event once it has run. */
    private static JsonPath settled(String reference) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonPath state;
        do {
            assertThat(Instant.now()).isBefore(end);
            state = given().get("/events/" + reference)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        } while (state.getString("status").equals("pending"));
        return state;
    }
}
