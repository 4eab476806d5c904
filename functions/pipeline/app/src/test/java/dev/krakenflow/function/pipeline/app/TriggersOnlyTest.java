package dev.krakenflow.function.pipeline.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.store.DefinitionStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(TriggersOnly.class)
class TriggersOnlyTest {

    @Inject
    DefinitionStore store;

    @ParameterizedTest
    @ValueSource(
            strings = {"/pipelines/call/double", "/call", "/kraken-call", "/pipelines/cast/double", "/cast", "/events"})
    void leaveNoOtherWayToCallAPipeline(String path) {
        new StoredPipelines(store).doubling("double", true);
        given().contentType("application/json")
                .body("{\"type\": \"t\"}")
                .post(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void areServed() {
        HttpTrigger trigger = new HttpTrigger("GET", "/only/{id}", List.of(), List.of(), null, null, null);
        new StoredPipelines(store).triggered("only", true, trigger);
        given().get("/only/1").then().statusCode(200).body("t.path_params.id", equalTo("1"));
    }
}
