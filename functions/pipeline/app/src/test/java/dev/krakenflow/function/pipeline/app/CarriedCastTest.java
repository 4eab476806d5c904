package dev.krakenflow.function.pipeline.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.krakenflow.store.DefinitionStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is cast goes through a Broker and comes back as a CloudEvent. */
@QuarkusTest
@TestProfile(CarriedCasts.class)
class CarriedCastTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    DefinitionStore store;

    @BeforeEach
    void store() {
        StoredPipelines pipelines = new StoredPipelines(store);
        pipelines.doubling("carried", true);
    }

    @Test
    void isRunWhenItComesBack() {
        String reference = cast("{\"x\": 2}");

        assertThat(settled(reference).getInt("result.y")).isEqualTo(4);
    }

    @Test
    void isRefusedWhereItIsNone() {
        given().header("ce-specversion", "1.0")
                .header("ce-id", "a")
                .header("ce-source", "/pipelines/carried")
                .header("ce-type", "dev.krakenflow.cast")
                .contentType("application/json")
                .body("{\"cast\": 1}")
                .post("/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    private static String cast(String event) {
        return given().contentType("application/json")
                .body(event)
                .post("/pipelines/cast/carried")
                .then()
                .statusCode(202)
                .extract()
                .path("ok");
    }

    private static JsonPath settled(String reference) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonPath state;
        do {
            state = given().get("/events/" + reference)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        } while (state.getString("status").equals("pending") && Instant.now().isBefore(end));
        return state;
    }
}
