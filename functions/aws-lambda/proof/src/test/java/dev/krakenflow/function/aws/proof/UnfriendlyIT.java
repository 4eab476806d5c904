package dev.krakenflow.function.aws.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callers send by mistake or on purpose, what must not be told of, and the end of an environment. */
@Timeout(120)
class UnfriendlyIT {

    private static final String TOKEN = "token-of-the-admin-side";
    private static final String DATA_TOKEN = "token-of-the-data-side";
    private static final String SECRET = "what-the-partner-gave-us";
    private static final String MARK = "what-a-customer-wrote";

    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private static RedisServer redis;
    private static LambdaEnvironment admin;
    private static LambdaEnvironment pipeline;

    @BeforeAll
    static void start() throws IOException {
        redis = RedisServer.start(RedisBinary.all().getLast());
        admin = LambdaEnvironment.start(
                "unfriendly-admin", Zip.ADMIN, Map.of("KRAKEN_REDIS_URL", redis.url(), "KRAKEN_ADMIN_TOKEN", TOKEN));
        RuntimeApi.Result applied = admin.invoke("""
                {"operation": "apply", "definitions": {
                  "services": [{"name": "partner", "client": {"module": "http", "start": {"base_url": "http://127.0.0.1:1",
                    "headers": {"authorization": "{% 'Bearer ' & $secret('partner') %}"}}},
                    "interface": {"tell": {"prepare": {"method": "POST", "path": "/", "body": "{% $ %}"}}}}],
                  "pipelines": [
                    {"name": "double", "components": [{"type": "stage", "transform": {"y": "{% x * 2 %}"}}]},
                    {"name": "tell", "components": [{"type": "stage", "service": {"name": "partner", "function": "tell"}}]}]}}""");
        assertThat(applied.failed()).as(applied.body()).isFalse();
        pipeline = LambdaEnvironment.start(
                "unfriendly-pipeline",
                Zip.PIPELINE,
                Map.of(
                        "KRAKEN_REDIS_URL",
                        redis.url(),
                        "KRAKEN_DATA_TOKEN",
                        DATA_TOKEN,
                        "KRAKEN_EGRESS_LOOPBACK",
                        "true",
                        "KRAKEN_LOG_JSON",
                        "true",
                        "KRAKEN_SECRET_PARTNER",
                        SECRET));
    }

    @AfterAll
    static void stop() {
        LambdaEnvironment.closeAll(admin, pipeline, redis);
    }

    @Test
    void a_body_that_is_said_to_be_base64_and_is_not_is_a_problem() {
        JsonNode broken = response(pipeline.invoke(url(payload -> payload.put("body", "%%%"))));
        JsonNode noText = response(pipeline.invoke(url(payload -> payload.put("body", "/w=="))));

        assertThat(broken.get("statusCode").asInt()).isEqualTo(400);
        assertThat(broken.at("/headers/content-type").asText()).isEqualTo("application/problem+json");
        assertThat(broken.get("isBase64Encoded").asBoolean()).isFalse();
        assertThat(code(broken)).isEqualTo("invalid-request");
        assertThat(noText.get("statusCode").asInt()).isEqualTo(400);
        assertThat(code(noText)).isEqualTo("malformed-json");
    }

    @Test
    void whoever_has_no_token_and_no_authorizer_is_refused_with_the_header_that_says_how() {
        JsonNode refused = response(pipeline.invoke(Payloads.of("http-api")));

        assertThat(refused.get("statusCode").asInt()).isEqualTo(401);
        assertThat(refused.at("/headers/www-authenticate").asText()).isEqualTo("Bearer");
        assertThat(response(pipeline.invoke(url(payload -> {})))
                        .get("statusCode")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void messages_of_other_groups_of_a_fifo_queue_go_on() {
        JsonNode response = response(pipeline.invoke(Payloads.of("sqs-fifo")));

        assertThat(response.at("/batchItemFailures").findValuesAsText("itemIdentifier"))
                .containsExactly("4fd2c3a0-7d0a-4f0e-9a57-0b1d9c1a6c11", "8f7b0d3e-1f53-4d8b-8f0f-3f5c0f3a2b22");
    }

    @Test
    void what_is_no_payload_at_all_fails_alone() {
        for (String payload : List.of(
                "", "{", "[1]", "{\"Records\": [1]}", "{\"Records\": 5}", "[".repeat(5_000) + "]".repeat(5_000))) {
            RuntimeApi.Result result = pipeline.invoke(payload);

            assertThat(result.failed()).as(payload).isTrue();
            assertThat(result.body()).contains("of no known trigger").contains("\"stackTrace\":[]");
        }
        assertThat(response(pipeline.invoke(url(payload -> {})))
                        .get("statusCode")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void neither_logs_nor_failures_hold_secrets_tokens_or_what_callers_sent() throws IOException {
        RuntimeApi.Result failed = pipeline.invoke("{\"pipeline\": \"tell\", \"event\": {\"note\": \"" + MARK + "\"}}");
        pipeline.invoke("{\"note\": \"" + MARK + "\", \"note\": 1}");
        pipeline.invoke(Payloads.of("eventbridge", payload -> payload.put("detail", MARK)));
        pipeline.invoke(
                Payloads.of("sns", payload -> ((ObjectNode) payload.at("/Records/0/Sns")).put("Message", MARK)));
        pipeline.invoke(Payloads.of("sqs-fifo", payload -> ((ObjectNode) payload.at("/Records/0")).put("body", MARK)));
        RuntimeApi.Result stated = admin.invoke(Payloads.administration("GET", "/services/state/partner", ""));

        assertThat(Payloads.json(failed.body()).get("code").asText()).isEqualTo("communication");
        assertThat(failed.body() + stated.body() + pipeline.log() + admin.log())
                .doesNotContain(SECRET)
                .doesNotContain(MARK)
                .doesNotContain(TOKEN)
                .doesNotContain(DATA_TOKEN);
    }

    @Test
    void an_environment_that_is_told_to_end_does_so_without_a_complaint() throws Exception {
        try (LambdaEnvironment ending =
                LambdaEnvironment.start("ending", Zip.PIPELINE, Map.of("KRAKEN_REDIS_URL", redis.url()))) {
            ending.invoke("{\"pipeline\": \"double\", \"event\": {\"x\": 1}}");

            assertThat(ending.terminate()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(ending.log()).doesNotContain("ERROR").doesNotContain("Exception");
        }
    }

    /** What a function URL brings from a caller who has the token. */
    private static String url(Consumer<ObjectNode> change) {
        return Payloads.of("function-url", payload -> {
            ((ObjectNode) payload.get("headers")).put("authorization", "Bearer " + DATA_TOKEN);
            change.accept(payload);
        });
    }

    private static String code(JsonNode response) {
        return Payloads.json(response.get("body").asText()).get("code").asText();
    }

    private static JsonNode response(RuntimeApi.Result result) {
        assertThat(result.failed()).as(result.body()).isFalse();
        return Payloads.json(result.body());
    }
}
