package dev.krakenflow.function.pipeline.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.krakenflow.function.pipeline.PlanCache;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.store.DefinitionStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LoopbackAllowed.class)
class IdempotentCallTest {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final String key = UUID.randomUUID().toString();

    @Inject
    DefinitionStore store;

    @Inject
    PlanCache plans;

    @BeforeEach
    void store() {
        StoredPipelines pipelines = new StoredPipelines(store);
        var location = JsonNodeFactory.instance.objectNode().put("Location", "{% '/orders/' & id %}");
        pipelines.identifying(
                "once",
                null,
                new HttpTrigger("POST", "/once/{shop}", List.of(), List.of(), IntNode.valueOf(201), location, null));
        pipelines.identifying("by-k", "{% k %}");
        pipelines.ending("end");
        pipelines.raising("refuse", 409);
        pipelines.raising("break", 500);
        plans.refresh(Set.of(), true).await().atMost(Duration.ofSeconds(5));
    }

    @Test
    void answersTheSameCallAsBefore() {
        Response first = named(key, "{\"a\": 1, \"b\": 2}").post("/pipelines/call/once");
        first.then().statusCode(200).header(REPLAYED, equalTo(null));
        named(key, "{\"b\": 2, \"a\": 1}")
                .post("/pipelines/call/once")
                .then()
                .statusCode(200)
                .header(REPLAYED, "true")
                .body(equalTo(first.asString()));
    }

    @Test
    void answersNothingAgainWhenNothingCameOut() {
        named(key, "{}").post("/pipelines/call/end").then().statusCode(204).header(REPLAYED, equalTo(null));
        named(key, "{}").post("/pipelines/call/end").then().statusCode(204).header(REPLAYED, "true");
    }

    @Test
    void answersWhatWasRaisedForTheCallerAgain() {
        Response first = named(key, "{}").post("/pipelines/call/refuse");
        first.then().statusCode(409).header(REPLAYED, equalTo(null)).body("code", equalTo("sold-out"));
        named(key, "{}")
                .post("/pipelines/call/refuse")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header(REPLAYED, "true")
                .body(equalTo(first.asString()));
    }

    @Test
    void runsAgainAfterAFailureThatIsNotTheCallers() {
        String id = named(key, "{}").post("/pipelines/call/break").path("event_id");
        named(key, "{}")
                .post("/pipelines/call/break")
                .then()
                .statusCode(500)
                .header(REPLAYED, equalTo(null))
                .body("event_id", not(equalTo(id)));
    }

    @Test
    void refusesAnotherEvent() {
        named(key, "{\"a\": 1}").post("/pipelines/call/once").then().statusCode(200);
        named(key, "{\"a\": 2}")
                .post("/pipelines/call/once")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-mismatch"))
                .body("pipeline", equalTo("once"));
    }

    @Test
    void answersATriggerAsBefore() {
        Response first = named(key, "{}").post("/once/1");
        first.then().statusCode(201).header(REPLAYED, equalTo(null));
        named(key, "{}")
                .post("/once/1")
                .then()
                .statusCode(201)
                .header(REPLAYED, "true")
                .header("Location", equalTo(first.header("Location")))
                .body(equalTo(first.asString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/once/2", "/once/1?a=1"})
    void refusesTheSameEventAtAnotherAddress(String address) {
        named(key, "{}").post("/once/1").then().statusCode(201);
        named(key, "{}").post(address).then().statusCode(422).body("code", equalTo("idempotency-mismatch"));
    }

    @Test
    void takesKeysOfEventsInAList() {
        String first = "{\"k\": \"" + key + "\"}";
        String second = "{\"k\": \"" + key + "-2\"}";
        String id = json(first).post("/pipelines/call/by-k").path("id");
        json("[" + first + ", " + second + "]")
                .post("/pipelines/call/by-k")
                .then()
                .header(REPLAYED, equalTo(null))
                .body("[0].id", equalTo(id))
                .body("[1].id", not(equalTo(id)));
        json("[" + first + ", " + second + "]")
                .post("/pipelines/call/by-k")
                .then()
                .header(REPLAYED, "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pipelines/call/once", "/call", "/once/1"})
    void refusesAKeyForAList(String address) {
        named(key, "[{}]").post(address).then().statusCode(400).body("code", equalTo("invalid-request"));
    }

    @Test
    void refusesKeysThatAreNone() {
        for (String none : List.of("", "k".repeat(256))) {
            named(none, "{}")
                    .post("/pipelines/call/once")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-request"));
        }
    }

    @Test
    void takesTheKeyOfAFunctionCalledOverHttp() {
        String call = "{\"pipeline\": \"once\", \"event\": {}}";
        String id = named(key, call).post("/kraken-call").path("id");
        named(key, call).post("/kraken-call").then().statusCode(200).body("id", equalTo(id));
        named(key, "{}")
                .post("/pipelines/call/once")
                .then()
                .header(REPLAYED, "true")
                .body("id", equalTo(id));
    }

    @Test
    void refusesTheSameWhileItRuns() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        HttpServer server = server(called, answer);
        try {
            new StoredPipelines(store)
                    .waiting("wait", "http://127.0.0.1:" + server.getAddress().getPort());
            CompletableFuture<Response> first =
                    CompletableFuture.supplyAsync(() -> named(key, "{}").post("/pipelines/call/wait"));
            assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
            named(key, "{}")
                    .post("/pipelines/call/wait")
                    .then()
                    .statusCode(409)
                    .header("Retry-After", matchesPattern("5\\d|6[01]"))
                    .body("code", equalTo("in-progress"));
            answer.countDown();
            first.get(5, TimeUnit.SECONDS).then().statusCode(200).header(REPLAYED, equalTo(null));
            named(key, "{}").post("/pipelines/call/wait").then().statusCode(200).header(REPLAYED, "true");
        } finally {
            answer.countDown();
            server.stop(0);
        }
    }

    /** Says when it is called, and answers when it may. */
    private static HttpServer server(CountDownLatch called, CountDownLatch answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            called.countDown();
            try {
                answer.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static RequestSpecification named(String key, String body) {
        return json(body).header("Idempotency-Key", key);
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }
}
