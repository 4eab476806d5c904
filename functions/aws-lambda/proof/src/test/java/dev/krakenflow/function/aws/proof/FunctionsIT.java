package dev.krakenflow.function.aws.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import java.io.IOException;
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
        first = LambdaEnvironment.start("pipeline-1", Zip.PIPELINE, settings);
        second = LambdaEnvironment.start("pipeline-2", Zip.PIPELINE, settings);
        RuntimeApi.Result applied = admin.invoke("{\"operation\": \"apply\", \"definitions\": {\"pipelines\": ["
                + DOUBLE + "], \"routes\": {\"number-sent\": \"double\"}}}");
        assertThat(applied.failed()).as(applied.body()).isFalse();
        admin.invoke(Payloads.administration("POST", "/pipelines/start/double", ""));
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable each : new AutoCloseable[] {admin, first, second, redis}) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
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
}
