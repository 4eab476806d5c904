package dev.krakenflow.function.aws.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An environment that the platform freezes between two events: everybody else closes their connections meanwhile. Takes as
 * long as it is frozen: 35 s, or {@code -Dfrozen.seconds}.
 */
@Timeout(300)
class FrozenIT {

    private static final int SECONDS = Integer.getInteger("frozen.seconds", 35);

    @Test
    void the_first_event_after_a_freeze_succeeds_and_no_request_is_sent_twice() throws Exception {
        try (RedisServer redis = RedisServer.start(RedisBinary.all().getLast());
                CountingService service = new CountingService();
                LambdaEnvironment admin = LambdaEnvironment.start(
                        "frozen-admin",
                        Zip.ADMIN,
                        Map.of("KRAKEN_REDIS_URL", redis.url(), "KRAKEN_ADMIN_TOKEN", "token-of-the-admin-side"));
                LambdaEnvironment frozen = LambdaEnvironment.start(
                        "frozen",
                        Zip.PIPELINE,
                        Map.of("KRAKEN_REDIS_URL", redis.url(), "KRAKEN_EGRESS_LOOPBACK", "true"))) {
            RuntimeApi.Result applied = admin.invoke(definitions(service.url()));
            assertThat(applied.failed()).as(applied.body()).isFalse();
            for (int i = 0; i < 5; i++) {
                assertThat(times(frozen, "before-" + i)).isEqualTo(1);
            }
            assertThat(service.connections()).isEqualTo(1);

            signal(frozen, "STOP");
            service.closeConnections();
            redis.killClients();
            TimeUnit.SECONDS.sleep(SECONDS);
            signal(frozen, "CONT");

            for (int i = 0; i < 5; i++) {
                assertThat(times(frozen, "after-" + i)).isEqualTo(1);
                assertThat(service.requests("/pay/after-" + i)).isEqualTo(1);
            }
            assertThat(service.connections()).isEqualTo(2);
        }
    }

    /** How often the ledger has counted a name, which the run of its one event says. */
    private static int times(LambdaEnvironment environment, String name) {
        JsonNode response = Payloads.json(environment
                .invoke(Payloads.request("POST", "/pipelines/call/pay", "{\"name\": \"" + name + "\"}"))
                .body());
        assertThat(response.get("statusCode").asInt()).as(response.toString()).isEqualTo(200);
        return Payloads.json(response.get("body").asText()).get("times").asInt();
    }

    /** A service that is paid by POST, and a value in Redis that counts: neither may be repeated. */
    private static String definitions(String url) {
        return """
                {"operation": "apply", "definitions": {
                  "services": [
                    {"name": "till", "client": {"module": "http", "start": {"base_url": "%s"}},
                     "interface": {"pay": {"prepare": {"method": "POST", "path": "/pay/{name}", "path_params": {"name": "{%% name %%}"}, "body": {}}}}},
                    {"name": "ledger", "client": {"module": "kv"},
                     "interface": {"count": {"prepare": {"operation": "increment", "key": "{%% name %%}"}, "transform": {"times": "{%% value %%}"}}}}],
                  "pipelines": [{"name": "pay", "components": [
                    {"type": "stage", "name": "pay", "service": {"name": "till", "function": "pay"}, "prepare": {"name": "{%% name %%}"}, "transform": {"paid": true}},
                    {"type": "stage", "name": "count", "service": {"name": "ledger", "function": "count"}, "prepare": {"name": "{%% name %%}"}, "transform": {"times": "{%% times %%}"}}]}]}}""".formatted(url);
    }

    private static void signal(LambdaEnvironment environment, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(environment.processId())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
