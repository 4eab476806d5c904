package dev.krakenflow.function.pipeline.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.function.pipeline.PlanCache;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.store.DefinitionStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TriggerTest {

    @Inject
    DefinitionStore store;

    @Inject
    PlanCache plans;

    @BeforeEach
    void store() {
        StoredPipelines pipelines = new StoredPipelines(store);
        pipelines.triggered(
                "tell",
                true,
                trigger("GET", "/shop/{id}"),
                trigger("POST", "/shop/{id}"),
                trigger("HEAD", "/shop/{id}"),
                new HttpTrigger("GET", "/shop/own", List.of("cookie"), List.of(), null, null, null));
        pipelines.triggered("stopped", false, trigger("GET", "/closed"));
        pipelines.triggered("answering", true, answering("POST", "/made", 201, "{% n %}", "text/plain"));
        pipelines.triggered("emptied", true, answering("POST", "/emptied", 204, null, null));
        pipelines.triggered("failing", true, answering("POST", "/failing", 200, "{% $assert(false, \"no\") %}", null));
        plans.refresh(Set.of(), true).await().atMost(Duration.ofSeconds(5));
    }

    @Test
    void tellsThePipelineAboutTheRequest() {
        json("{\"x\": 1}")
                .header("X-Test", "a")
                .header("Cookie", "c=1")
                .header("Authorization", "Bearer b")
                .urlEncodingEnabled(false)
                .post("/shop/a%2Fb%20c?one=1&two=2&two=%26")
                .then()
                .statusCode(200)
                .body("x", equalTo(1))
                .body("t.method", equalTo("POST"))
                .body("t.path", equalTo("/shop/a%2Fb%20c"))
                .body("t.path_params", equalTo(Map.of("id", "a/b c")))
                .body("t.query.one", equalTo("1"))
                .body("t.query.two", equalTo(List.of("2", "&")))
                .body("t.headers.'x-test'", equalTo("a"))
                .body("t.headers.cookie", nullValue())
                .body("t.headers.authorization", nullValue());
    }

    @Test
    void showsAHeaderThatTheTriggerLists() {
        given().header("Cookie", "c=1")
                .get("/shop/own")
                .then()
                .statusCode(200)
                .body("t.headers.cookie", equalTo("c=1"));
    }

    @Test
    void takesNothingForAnEmptyEvent() {
        given().get("/shop/7").then().statusCode(200).body("t.path_params.id", equalTo("7"));
        given().contentType("text/plain").get("/shop/7").then().statusCode(200);
    }

    @Test
    void refusesBodiesOfOtherMediaTypes() {
        given().contentType("text/plain").body("a").post("/shop/7").then().statusCode(415);
        json("{").post("/shop/7").then().statusCode(400).body("code", equalTo("malformed-json"));
        json("5").post("/shop/7").then().statusCode(422).body("code", equalTo("invalid-event"));
    }

    @Test
    void takesAListOfEvents() {
        json("[{\"x\": 1}, {\"x\": 2}]")
                .post("/made")
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("[1].x", equalTo(2));
    }

    @Test
    void answersAsTheTriggerSays() {
        json("{\"n\": \"hello\"}")
                .post("/made")
                .then()
                .statusCode(201)
                .contentType("text/plain")
                .header("x-made", "yes")
                .body(equalTo("hello"));
        json("{\"n\": {\"m\": 1}}").post("/made").then().statusCode(201).body(equalTo("{\"m\":1}"));
        json("{}").post("/made").then().statusCode(201).body(equalTo(""));
        json("{}").post("/emptied").then().statusCode(204).body(equalTo(""));
    }

    @Test
    void answersTheProblemOfAnAnswerThatFails() {
        json("{}")
                .post("/failing")
                .then()
                .statusCode(500)
                .body("code", equalTo("expression"))
                .body("step", equalTo("response"))
                .body("pipeline", equalTo("failing"));
    }

    @Test
    void knowsOtherMethodsFromNothing() {
        given().delete("/shop/7")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, POST")
                .body("code", equalTo("method-not-allowed"));
        given().head("/closed").then().statusCode(405);
        given().get("/shop/7/more").then().statusCode(404).body("code", equalTo("not-found"));
        given().get("/shop/").then().statusCode(404);
    }

    @Test
    void answersHeadWhereItIsClaimed() {
        given().head("/shop/7").then().statusCode(200).body(equalTo(""));
    }

    @Test
    void doesNotRunAPipelineThatIsNotStarted() {
        given().get("/closed").then().statusCode(409).body("code", equalTo("pipeline-not-ready"));
    }

    @Test
    void leavesTheWholeQueryToThePipeline() {
        for (String debug : List.of("true", "1", "perhaps")) {
            given().get("/shop/7?debug=" + debug)
                    .then()
                    .statusCode(200)
                    .body("t.query.debug", equalTo(debug))
                    .body("history", nullValue());
        }
        json("{\"n\": \"hello\"}")
                .post("/made?debug=true")
                .then()
                .statusCode(201)
                .contentType("text/plain")
                .body(equalTo("hello"));
    }

    @Test
    void refusesATimeoutThatIsNone() {
        given().header("X-Request-Timeout", "soon").get("/shop/7").then().statusCode(400);
    }

    private static HttpTrigger trigger(String method, String path) {
        return new HttpTrigger(method, path, List.of(), List.of(), null, null, null);
    }

    private static HttpTrigger answering(
            String method, String path, int status, @Nullable String body, @Nullable String type) {
        var headers = JsonNodeFactory.instance.objectNode().put("X-Made", "yes");
        if (type != null) {
            headers.put("Content-Type", type);
        }
        return new HttpTrigger(
                method,
                path,
                List.of(),
                List.of(),
                IntNode.valueOf(status),
                headers,
                body == null ? null : TextNode.valueOf(body));
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }
}
