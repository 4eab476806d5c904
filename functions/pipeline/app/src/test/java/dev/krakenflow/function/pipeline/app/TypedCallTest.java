package dev.krakenflow.function.pipeline.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.krakenflow.function.pipeline.PlanCache;
import dev.krakenflow.store.DefinitionStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TypedCallTest {

    @Inject
    DefinitionStore store;

    @Inject
    PlanCache plans;

    @BeforeEach
    void store() {
        StoredPipelines pipelines = new StoredPipelines(store);
        pipelines.doubling("double", true);
        pipelines.doubling("double-too", true);
        pipelines.doubling("stopped", false);
        pipelines.ending("end");
        pipelines.routes(
                Map.of("d", "double", "d2", "double-too", "s", "stopped", "n", "typed-call-test-nowhere", "e", "end"));
        plans.refresh(Set.of(), true).await().atMost(Duration.ofSeconds(5));
    }

    @Test
    void runsTheEventThroughThePipelineOfItsType() {
        call("{\"type\": \"d\", \"x\": 2}")
                .statusCode(200)
                .body("y", equalTo(4))
                .body("type", equalTo("d"));
        call("{\"type\": \"e\"}").statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"x\": 1}         | 400 | no-type",
                "{\"type\": \"zzz\"} | 404 | no-route-for-type",
                "{\"type\": 5}      | 404 | no-route-for-type",
                "{\"type\": null}   | 404 | no-route-for-type",
                "{\"type\": \"n\"}   | 404 | pipeline-undefined",
                "{\"type\": \"s\"}   | 409 | pipeline-not-ready",
                "5                | 422 | invalid-event"
            })
    void refusesAnEventThatLeadsToNoPipeline(String event, int status, String code) {
        call(event).statusCode(status).body("code", equalTo(code));
        call("[" + event + "]")
                .statusCode(200)
                .header("Kraken-Failed", "1")
                .body("[0].code", equalTo(code))
                .body("[0].status", equalTo(status));
    }

    @Test
    void keepsTheOrderOfAMixedList() {
        call("[{\"type\": \"d\", \"x\": 1}, {\"type\": \"zz\"}, {\"type\": \"d2\", \"x\": 2}, {\"type\": \"e\"},"
                        + " {\"type\": \"s\"}, {\"type\": \"d\", \"x\": \"a\"}, {\"type\": \"d\", \"x\": 3}]")
                .statusCode(200)
                .header("Kraken-Failed", "3")
                .body("", hasSize(6))
                .body("[0].y", equalTo(2))
                .body("[1].code", equalTo("no-route-for-type"))
                .body("[2].y", equalTo(4))
                .body("[3].code", equalTo("pipeline-not-ready"))
                .body("[4].code", equalTo("expression"))
                .body("[5].y", equalTo(6));
        call("[]").statusCode(200).body(equalTo("[]"));
    }

    @Test
    void refusesMoreEventsThanOneOfThePipelinesTakes() {
        String many = "{\"type\": \"d\"},".repeat(4);
        call("[" + many + "{\"type\": \"d2\"}]").statusCode(413).body("code", equalTo("payload-too-large"));
    }

    @Test
    void isCalledAsAFunctionToo() {
        given().contentType("application/json")
                .body("{\"event\": {\"type\": \"d\", \"x\": 5}}")
                .post("/kraken-call")
                .then()
                .statusCode(200)
                .body("y", equalTo(10))
                .body("code", nullValue());
    }

    private static ValidatableResponse call(String body) {
        return given().contentType("application/json").body(body).post("/call").then();
    }
}
