package dev.krakenflow.function.pipeline.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.krakenflow.store.DefinitionStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StreamTest {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    DefinitionStore store;

    @BeforeEach
    void store() {
        StoredPipelines pipelines = new StoredPipelines(store);
        pipelines.doubling("double", true);
        pipelines.doubling("stopped", false);
        pipelines.ending("end");
        pipelines.identifying("identify", "{% key %}");
        pipelines.routes(Map.of("twice", "double", "end", "end", "lost", "nowhere"));
    }

    @Test
    void answersALineForEachElementOfAList() {
        assertThat(lines("double", JSON, "[{\"x\": 1}, {\"x\": 2}]"))
                .containsExactly("{\"x\":1,\"y\":2}", "{\"x\":2,\"y\":4}");
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, "application/ndjson", "application/jsonl", JSON, "application/json-seq"})
    void answersALineForEachOfSeveralValues(String type) {
        assertThat(lines("double", type, "{\"x\": 1}\n{\"x\": 2}\n"))
                .containsExactly("{\"x\":1,\"y\":2}", "{\"x\":2,\"y\":4}");
    }

    @Test
    void takesMoreEventsThanACallTakes() {
        String events = String.join("\n", Collections.nCopies(5_000, "{\"x\": 1}"));

        assertThat(lines("double", NDJSON, events)).hasSize(5_000).containsOnly("{\"x\":1,\"y\":2}");
    }

    @Test
    void answersNothingToNothingAndForDeadEnds() {
        for (String body : List.of("", "[]", " \n")) {
            assertThat(lines("double", JSON, body)).isEmpty();
        }
        assertThat(lines("end", NDJSON, "{}\n{}")).isEmpty();
    }

    @Test
    void answersProblemsInTheirPlacesAndGoesOn() {
        assertThat(lines("double", NDJSON, "{\"x\": 1}\n[]\n{\"x\": \"a\"}\n{\"x\": 2}"))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("{\"x\":1,\"y\":2}"),
                        line -> assertThat(line).contains("\"code\":\"invalid-event\""),
                        line -> assertThat(line).contains("\"code\":\"expression\"", "\"component\":\"twice\""),
                        line -> assertThat(line).isEqualTo("{\"x\":2,\"y\":4}"));
    }

    @Test
    void endsWithAProblemWhereTheBodyCannotBeRead() {
        assertThat(lines("double", JSON, "[{\"x\": 1}, {\"x\" 2}, {\"x\": 3}]"))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("{\"x\":1,\"y\":2}"),
                        line -> assertThat(line).contains("\"code\":\"malformed-json\"", "value 2, line 1, column 6"));
    }

    @Test
    void runsEachEventThroughThePipelineOfItsType() {
        List<String> lines = post(
                        "/stream",
                        NDJSON,
                        "{\"type\": \"twice\", \"x\": 1}\n{\"type\": \"end\"}\n{\"type\": \"other\"}\n{\"type\": \"lost\"}\n{}\n5\n{\"type\": \"twice\", \"x\": 2}")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("{\"type\":\"twice\",\"x\":1,\"y\":2}"),
                        line -> assertThat(line).contains("no-route-for-type"),
                        line -> assertThat(line).contains("pipeline-undefined"),
                        line -> assertThat(line).contains("no-type"),
                        line -> assertThat(line).contains("invalid-event"),
                        line -> assertThat(line).isEqualTo("{\"type\":\"twice\",\"x\":2,\"y\":4}"));
    }

    @Test
    void answersEventsForABrowser() {
        given().contentType(JSON)
                .accept("text/event-stream")
                .body("[{\"x\": 1}, 5]")
                .post("/pipelines/stream/double")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .body(containsString(
                        "id: 1\nevent: result\ndata: {\"x\":1,\"y\":2}\n\nid: 2\nevent: problem\ndata: {"));
    }

    @Test
    void knowsAnEventAgainByThePolicyOfThePipeline() {
        List<String> lines = lines("identify", NDJSON, "{\"key\": \"a\"}\n{\"key\": \"b\"}");

        assertThat(lines("identify", NDJSON, "{\"key\": \"a\"}\n{\"key\": \"b\"}"))
                .isEqualTo(lines);
    }

    @Test
    void refusesWithAStatusWhatCannotBegin() {
        refused("/pipelines/stream/nowhere", JSON, 404, "pipeline-undefined");
        refused("/pipelines/stream/stopped", JSON, 409, "pipeline-not-ready");
        refused("/pipelines/stream/double", "text/plain", 415, "unsupported-media-type");
        refused("/pipelines/stream/double?debug=yes", JSON, 400, "invalid-request");
        refused("/pipelines/stream/double?debug=true", JSON, 401, "unauthorized");
        given().contentType(JSON)
                .header("Idempotency-Key", "k")
                .body("[]")
                .post("/pipelines/stream/double")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        given().get("/pipelines/stream/double").then().statusCode(405).header("Allow", "POST");
    }

    private static void refused(String path, String type, int status, String code) {
        post(path, type, "[]").then().statusCode(status).body("code", equalTo(code));
    }

    private static List<String> lines(String pipeline, String type, String body) {
        return post("/pipelines/stream/" + pipeline, type, body)
                .then()
                .statusCode(200)
                .contentType(NDJSON)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private static Response post(String path, String type, String body) {
        return given().config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, io.restassured.http.ContentType.TEXT)))
                .contentType(type)
                .body(body)
                .post(path);
    }
}
