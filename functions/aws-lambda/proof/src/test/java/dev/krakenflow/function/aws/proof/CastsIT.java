package dev.krakenflow.function.aws.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.Message;

/** Casts through SQS, by functions that have their secrets from Secrets Manager: the password of Redis, the admin token. */
@Timeout(120)
class CastsIT {

    private static final String PASSWORD = "hush-hush";
    private static final String SDK = " software.amazon.awssdk.core.";
    private static final String PIPELINES = """
            {"operation": "apply", "definitions": {"pipelines": [
              {"name": "double", "components": [{"type": "stage", "name": "twice", "transform": {"y": "{% x * 2 %}"}}]},
              {"name": "broken", "max_deliveries": 1, "components": [
                {"type": "raise", "error": {"type": "no-luck", "status": 500, "detail": "never any"}}]}]}}""";

    private static AwsServices aws;
    private static RedisServer redis;
    private static LambdaEnvironment admin;
    private static LambdaEnvironment pipeline;
    private static String waiting;
    private static String dead;

    @BeforeAll
    static void start() throws IOException {
        aws = new AwsServices();
        waiting = aws.queue("casts");
        dead = aws.queue("casts-dead");
        redis = RedisServer.start(RedisBinary.all().getLast());
        protect(URI.create(redis.url()));
        Map<String, String> settings = new HashMap<>(aws.settings());
        settings.put("KRAKEN_REDIS_URL", redis.url());
        settings.put("KRAKEN_REDIS_SECRET_ARN", aws.secret("redis", "{\"password\": \"" + PASSWORD + "\"}"));
        settings.put("KRAKEN_CAST_QUEUE_URL", waiting);
        settings.put("KRAKEN_CAST_DEAD_QUEUE_URL", dead);
        pipeline = LambdaEnvironment.start("casts-pipeline", Zip.PIPELINE, settings);
        settings.put("KRAKEN_ADMIN_SECRET_ARN", aws.secret("admin", "{\"token\": \"t-o-k-e-n\"}"));
        admin = LambdaEnvironment.start("casts-admin", Zip.ADMIN, settings);
        RuntimeApi.Result applied = admin.invoke(PIPELINES);
        assertThat(applied.failed()).as(applied.body()).isFalse();
    }

    /** From now on nobody is answered who does not have the password. */
    private static void protect(URI server) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(("CONFIG SET requirepass " + PASSWORD + "\r\n").getBytes(UTF_8));
            socket.getOutputStream().flush();
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine())
                    .isEqualTo("+OK");
        }
    }

    @AfterAll
    static void stop() {
        LambdaEnvironment.closeAll(admin, pipeline, redis, aws);
    }

    @Test
    void what_is_cast_waits_in_the_queue_and_runs_when_that_delivers() throws IOException {
        String reference = cast("double", "{\"x\": 2}");
        assertThat(state(reference).get("status").asText()).isEqualTo("pending");

        List<Message> messages = aws.take(waiting);
        assertThat(deliver(messages)).isEmpty();

        assertThat(state(reference))
                .isEqualTo(Payloads.json("{\"status\": \"done\", \"result\": {\"x\": 2, \"y\": 4}}"));
        assertThat(deliver(messages)).isEmpty();
        assertThat(pipeline.log()).doesNotContain(PASSWORD);
    }

    @Test
    void what_is_dead_is_kept_in_a_queue_of_its_own_until_it_is_redriven() {
        String reference = cast("broken", "{\"x\": 3}");
        assertThat(deliver(aws.take(waiting))).isEmpty();
        assertThat(state(reference).get("status").asText()).isEqualTo("dead");
        assertThat(state(reference).at("/problem/detail").asText()).isEqualTo("never any");

        JsonNode redriven = answer(admin.invoke(Payloads.administration("POST", "/pipelines/redrive/broken", "")));
        assertThat(redriven).isEqualTo(Payloads.json("{\"ok\": 1}"));

        assertThat(state(reference).get("status").asText()).isEqualTo("pending");
        assertThat(aws.take(dead)).isEmpty();
        assertThat(aws.take(waiting)).hasSize(1);
    }

    @Test
    void what_is_no_cast_comes_back_alone() {
        String reference = cast("double", "{\"x\": 5}");
        Message cast = aws.take(waiting).get(0);
        Message poison =
                cast.toBuilder().messageId("poison").body("{\"cast\": 7}").build();
        assertThat(deliver(List.of(poison, cast))).containsExactly("poison");
        assertThat(state(reference).get("status").asText()).isEqualTo("done");
    }

    @Test
    void what_cannot_be_read_ends_the_start_and_says_what_it_is() throws IOException {
        Map<String, String> settings = new HashMap<>(aws.settings());
        settings.put("KRAKEN_REDIS_URL", redis.url());
        settings.put("KRAKEN_REDIS_SECRET_ARN", aws.secret("wrong", "{\"word\": \"" + PASSWORD + "\"}"));
        try (LambdaEnvironment broken = LambdaEnvironment.start("casts-broken", Zip.PIPELINE, settings)) {
            assertThat(broken.initError()).contains("Runtime").doesNotContain(PASSWORD);
            assertThat(broken.log())
                    .contains("the secret wrong cannot be read from Secrets Manager")
                    .doesNotContain(PASSWORD);
        }
    }

    @Test
    void nothing_of_the_sdk_is_loaded_before_something_is_cast() throws IOException {
        Path classes = Path.of("target", "casts-classes.log").toAbsolutePath();
        Map<String, String> settings = new HashMap<>(aws.settings());
        settings.put("KRAKEN_REDIS_URL", redis.url().replace("redis://", "redis://:" + PASSWORD + "@"));
        settings.put("KRAKEN_CAST_QUEUE_URL", waiting);
        settings.put(
                "JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED -Xlog:class+load:file=" + classes);
        try (LambdaEnvironment plain = LambdaEnvironment.start("casts-plain", Zip.PIPELINE, settings)) {
            answer(plain.invoke(Payloads.request("POST", "/pipelines/call/double", "{\"x\": 1}")));
            assertThat(Files.readString(classes).lines()).noneMatch(line -> line.contains(SDK));
            answer(plain.invoke(Payloads.request("POST", "/pipelines/cast/double", "{\"x\": 1}")));
            assertThat(Files.readString(classes).lines()).anyMatch(line -> line.contains(SDK));
            assertThat(aws.take(waiting)).hasSize(1);
        }
    }

    private static String cast(String name, String event) {
        return answer(pipeline.invoke(Payloads.request("POST", "/pipelines/cast/" + name, event)))
                .get("ok")
                .asText();
    }

    private static JsonNode state(String reference) {
        return answer(pipeline.invoke(Payloads.request("GET", "/events/" + reference, "")));
    }

    private static JsonNode answer(RuntimeApi.Result result) {
        JsonNode response = Payloads.json(result.body());
        assertThat(response.path("statusCode").asInt()).as(result.body()).isBetween(200, 299);
        return Payloads.json(response.get("body").asText());
    }

    /** The messages that come back. */
    private static List<String> deliver(List<Message> messages) {
        String response = pipeline.invoke(Payloads.messages(messages)).body();
        return Payloads.json(response).get("batchItemFailures").findValuesAsText("itemIdentifier");
    }
}
