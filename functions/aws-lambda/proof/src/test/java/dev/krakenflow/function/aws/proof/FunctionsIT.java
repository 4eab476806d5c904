package dev.krakenflow.function.aws.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two environments of the pipeline function and one of the admin function, on one Redis. */
@Timeout(120)
class FunctionsIT {

    private static final String TOKEN = "token-of-the-admin-side";
    private static final String DOUBLE = """
            {"name": "double", "components": [{"type": "stage", "name": "twice", "transform": {"y": "{% x * 2 %}"}}]}""";

    private static final String NUMBERS = """
            {"name": "numbers",
             "triggers": [{"http": {"method": "POST", "path": "/numbers/{id}", "headers": ["cookie"],
               "response": {"status": 201, "headers": {"x-id": "{% $context.trigger.path_params.id %}"},
                 "body": {"id": "{% $context.trigger.path_params.id %}", "q": "{% $context.trigger.query.q %}",
                   "cookie": "{% $context.trigger.headers.cookie %}"}}}}],
             "components": []}""";

    private static RedisServer redis;
    private static LambdaEnvironment admin;
    private static LambdaEnvironment first;
    private static LambdaEnvironment second;

    @BeforeAll
    static void start() throws IOException {
        redis = RedisServer.start(RedisBinary.all().getLast());
        Map<String, String> settings = Map.of("KRAKEN_REDIS_URL", redis.url());
        admin = LambdaEnvironment.start(
                "admin", Zip.ADMIN, Map.of("KRAKEN_REDIS_URL", redis.url(), "KRAKEN_ADMIN_TOKEN", TOKEN));
        RuntimeApi.Result applied = admin.invoke("{\"operation\": \"apply\", \"definitions\": {\"pipelines\": ["
                + DOUBLE + ", " + NUMBERS + "], \"routes\": {\"number-sent\": \"double\"}}}");
        assertThat(applied.failed()).as(applied.body()).isFalse();
        first = LambdaEnvironment.start(
                "pipeline-1", Zip.PIPELINE, Map.of("KRAKEN_REDIS_URL", redis.url(), "KRAKEN_METRICS_EMF", "true"));
        second = LambdaEnvironment.start("pipeline-2", Zip.PIPELINE, settings);
    }

    @AfterAll
    static void stop() {
        LambdaEnvironment.closeAll(admin, first, second, redis);
    }

    @Test
    void both_environments_answer_requests_of_an_http_api() {
        for (LambdaEnvironment each : new LambdaEnvironment[] {first, second}) {
            JsonNode response =
                    Payloads.json(each.invoke(Payloads.of("http-api")).body());

            assertThat(response.get("statusCode").asInt())
                    .as(response.toString())
                    .isEqualTo(200);
            assertThat(response.at("/headers/content-type").asText()).isEqualTo("application/json");
            assertThat(Payloads.json(response.get("body").asText())).isEqualTo(Payloads.json("{\"x\":4,\"y\":8}"));
        }
    }

    @Test
    void a_function_url_brings_its_body_in_base64() {
        JsonNode response = response(first.invoke(Payloads.of("function-url")));

        assertThat(response.get("statusCode").asInt()).isEqualTo(200);
        assertThat(Payloads.json(response.get("body").asText()).get("y").asInt())
                .isEqualTo(8);
    }

    @Test
    void problems_have_their_statuses_and_headers() {
        JsonNode undefined = response(first.invoke(Payloads.request("POST", "/pipelines/call/nothing", "{}")));
        JsonNode malformed = response(first.invoke(Payloads.request("POST", "/pipelines/call/double", "{")));
        JsonNode other = response(first.invoke(Payloads.request("PUT", "/pipelines/call/double", "{}")));

        assertThat(undefined.get("statusCode").asInt()).isEqualTo(404);
        assertThat(undefined.at("/headers/content-type").asText()).isEqualTo("application/problem+json");
        assertThat(Payloads.json(undefined.get("body").asText()).get("code").asText())
                .isEqualTo("pipeline-undefined");
        assertThat(malformed.get("statusCode").asInt()).isEqualTo(400);
        assertThat(other.get("statusCode").asInt()).isEqualTo(405);
        assertThat(other.at("/headers/allow").asText()).isEqualTo("POST");
    }

    @Test
    void an_http_trigger_is_called_at_its_path_below_the_stage() {
        String request = Payloads.of("http-api", payload -> {
            payload.put("rawPath", "/prod/numbers/a%2Fb")
                    .put("rawQueryString", "q=1&q=2")
                    .put("body", "{\"x\": 1}");
            ((ObjectNode) payload.get("requestContext")).put("stage", "prod");
        });

        JsonNode response = response(second.invoke(request));

        assertThat(response.get("statusCode").asInt()).as(response.toString()).isEqualTo(201);
        assertThat(response.at("/headers/x-id").asText()).isEqualTo("a/b");
        assertThat(Payloads.json(response.get("body").asText()))
                .isEqualTo(Payloads.json(
                        "{\"id\": \"a/b\", \"q\": [\"1\", \"2\"], \"cookie\": \"session=one; theme=dark\"}"));
    }

    @Test
    void a_stream_is_answered_whole() {
        JsonNode response = response(
                first.invoke(Payloads.request("POST", "/pipelines/stream/double", "[{\"x\": 1}, {\"x\": 2}]")));

        assertThat(response.get("statusCode").asInt()).isEqualTo(200);
        assertThat(response.at("/headers/content-type").asText()).isEqualTo("application/x-ndjson");
        assertThat(response.get("body").asText().lines()).hasSize(2);
    }

    @Test
    void a_message_that_cannot_be_read_comes_back_alone() {
        JsonNode response = response(first.invoke(Payloads.of("sqs", payload -> {
            ArrayNode records = (ArrayNode) payload.get("Records");
            ((ObjectNode) records.get(2))
                    .set("messageAttributes", records.get(0).get("messageAttributes"));
        })));

        assertThat(response)
                .isEqualTo(Payloads.json(
                        "{\"batchItemFailures\": [{\"itemIdentifier\": \"2e1424d4-f796-459a-8184-9c92662be6da\"}]}"));
    }

    @Test
    void behind_a_message_of_a_group_that_failed_the_group_comes_back() {
        JsonNode response = response(first.invoke(Payloads.of("sqs", payload -> {
            ArrayNode records = (ArrayNode) payload.get("Records");
            records.forEach(item -> {
                ((ObjectNode) item.get("attributes")).put("MessageGroupId", "one");
                ((ObjectNode) item).set("messageAttributes", records.get(0).get("messageAttributes"));
            });
        })));

        assertThat(response.at("/batchItemFailures").findValuesAsText("itemIdentifier"))
                .containsExactly("2e1424d4-f796-459a-8184-9c92662be6da", "f2b5c0c7-2cf8-4b0b-a1f0-0f2ef9ee9f6f");
    }

    @Test
    void events_of_a_bus_and_of_topics_go_by_their_types() {
        RuntimeApi.Result bus = first.invoke(Payloads.of("eventbridge"));
        RuntimeApi.Result topic = first.invoke(Payloads.of("sns"));
        RuntimeApi.Result unrouted =
                first.invoke(Payloads.of("eventbridge", payload -> payload.put("detail-type", "nobody-takes-this")));

        assertThat(bus.failed()).as(bus.body()).isFalse();
        assertThat(topic.failed()).as(topic.body()).isFalse();
        assertThat(unrouted.failed()).isTrue();
        assertThat(unrouted.body())
                .contains("1 of 1 events failed: 1 no-route-for-type")
                .doesNotContain("\\tat ");
    }

    @Test
    void a_direct_invocation_is_a_call() {
        assertThat(response(first.invoke("{\"pipeline\": \"double\", \"event\": {\"x\": 5}}")))
                .isEqualTo(Payloads.json("{\"x\": 5, \"y\": 10}"));
        assertThat(response(first.invoke("{\"pipeline\": \"nothing\", \"event\": {}}"))
                        .get("code")
                        .asText())
                .isEqualTo("pipeline-undefined");
    }

    @Test
    void metrics_of_an_invocation_are_in_the_log_before_it_is_answered() throws IOException {
        first.invoke("{\"pipeline\": \"numbers\", \"event\": {}}");

        JsonNode line = first.log()
                .lines()
                .filter(each -> each.startsWith("{\"_aws\"") && each.contains("\"numbers\""))
                .findFirst()
                .map(Payloads::json)
                .orElseThrow();
        assertThat(line.get("Runs").asInt()).isEqualTo(1);
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Kraken");
    }

    @Test
    void functions_are_served_at_their_paths_too() {
        JsonNode called = response(first.invoke(
                Payloads.request("POST", "/kraken-call", "{\"pipeline\": \"double\", \"event\": {\"x\": 5}}")));
        JsonNode listed =
                response(admin.invoke(Payloads.administration("POST", "/kraken-admin", "{\"operation\": \"export\"}")));

        assertThat(Payloads.json(called.get("body").asText())).isEqualTo(Payloads.json("{\"x\": 5, \"y\": 10}"));
        assertThat(listed.get("body").asText()).contains("double");
    }

    @Test
    void a_payload_of_no_known_kind_is_answered_with_what_was_seen() throws IOException {
        RuntimeApi.Result unknown = first.invoke("{\"hello\": \"a secret of the caller\", \"world\": 1}");

        assertThat(unknown.failed()).isTrue();
        assertThat(unknown.body()).contains("hello, world").doesNotContain("secret");
        assertThat(first.log()).doesNotContain("a secret of the caller");
        assertThat(response(first.invoke(Payloads.of("http-api")))
                        .get("statusCode")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void the_admin_function_asks_for_its_token_unless_the_platform_knows_the_caller() {
        JsonNode refused = response(admin.invoke(Payloads.request("GET", "/pipelines", "")));
        JsonNode listed = response(admin.invoke(Payloads.administration("GET", "/pipelines", "")));

        assertThat(refused.get("statusCode").asInt()).isEqualTo(401);
        assertThat(listed.get("statusCode").asInt()).isEqualTo(200);
        assertThat(listed.get("body").asText()).contains("double");
    }

    @Test
    void an_apply_that_is_refused_fails_the_invocation_and_says_why() {
        RuntimeApi.Result refused = admin.invoke(
                "{\"operation\": \"apply\", \"definitions\": {\"pipelines\": [{\"name\": \"bad\", \"compnents\": []}]}}");

        assertThat(refused.failed()).isTrue();
        assertThat(refused.body()).contains("invalid-definition").contains("/pipelines/0");
    }

    @Test
    void definitions_may_come_as_text_of_yaml() {
        RuntimeApi.Result applied =
                admin.invoke("{\"operation\": \"apply\", \"dry_run\": true, \"definitions\": {\"pipelines\":"
                        + " [\"name: yaml\\ncomponents:\\n- {type: stage, name: one, transform: {z: 1}}\\n\"]}}");

        assertThat(applied.failed()).as(applied.body()).isFalse();
        assertThat(applied.body()).contains("pipelines/yaml");
    }

    @Test
    void a_new_definition_is_seen_by_both_environments_within_the_refresh() {
        admin.invoke(Payloads.administration("POST", "/pipelines/define", DOUBLE.replace("double", "moving")));
        admin.invoke(Payloads.administration("POST", "/pipelines/start/moving", ""));
        assertThat(call(first, "moving")).isEqualTo(8);
        assertThat(call(second, "moving")).isEqualTo(8);

        admin.invoke(Payloads.administration(
                "POST", "/pipelines/define", DOUBLE.replace("double", "moving").replace("x * 2", "x * 3")));

        assertThat(eventually(first, 12)).isEqualTo(12);
        assertThat(eventually(second, 12)).isEqualTo(12);
    }

    @Test
    void the_zip_of_the_pipeline_function_has_neither_compiler_nor_admin_code() {
        assertThat(Zip.PIPELINE.entries())
                .noneMatch(name -> name.contains("kraken-compiler") || name.contains("kraken-admin"));
        assertThat(Zip.ADMIN.entries()).anyMatch(name -> name.contains("kraken-compiler"));
    }

    @Test
    void a_function_that_is_bound_to_a_pipeline_that_there_is_not_says_so_and_does_not_start() throws Exception {
        try (LambdaEnvironment bound = LambdaEnvironment.start(
                "bound-wrongly", Zip.PIPELINE, Map.of("KRAKEN_REDIS_URL", redis.url(), "KRAKEN_PIPELINE", "duoble"))) {
            assertThat(bound.ends()).isTrue();
            assertThat(bound.log()).contains("\"duoble\" is not defined").contains("did you mean \"double\"");
        }
    }

    @Test
    void a_function_that_is_bound_runs_its_pipeline_whatever_comes() throws IOException {
        try (LambdaEnvironment bound = LambdaEnvironment.start(
                "bound", Zip.PIPELINE, Map.of("KRAKEN_REDIS_URL", redis.url(), "KRAKEN_PIPELINE", "double"))) {
            JsonNode batch = response(bound.invoke(Payloads.of("sqs")));
            JsonNode other = response(bound.invoke(Payloads.request("POST", "/pipelines/call/numbers", "{}")));

            assertThat(batch.at("/batchItemFailures")).hasSize(1);
            assertThat(other.get("statusCode").asInt()).isEqualTo(404);
        }
    }

    private static JsonNode response(RuntimeApi.Result result) {
        assertThat(result.failed()).as(result.body()).isFalse();
        return Payloads.json(result.body());
    }

    private static int call(LambdaEnvironment environment, String pipeline) {
        JsonNode response =
                response(environment.invoke(Payloads.request("POST", "/pipelines/call/" + pipeline, "{\"x\": 4}")));
        return Payloads.json(response.get("body").asText()).path("y").asInt();
    }

    /** What the pipeline gives once it gives that, or when a function should have seen it long ago. */
    private static int eventually(LambdaEnvironment environment, int wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        int given = call(environment, "moving");
        while (given != wanted && System.nanoTime() - end < 0) {
            given = call(environment, "moving");
        }
        return given;
    }
}
