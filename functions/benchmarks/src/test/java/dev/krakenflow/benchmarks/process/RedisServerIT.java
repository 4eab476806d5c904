package dev.krakenflow.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedisServerIT {

    @Test
    void hasWhatItAnsweredWhenItWasKilledAndStartedAgain() throws IOException {
        try (RedisServer redis = RedisServer.durable()) {
            assertThat(ask(redis, "SET colour blue")).contains("+OK");
            redis.kill();
            redis.restart();
            assertThat(ask(redis, "GET colour")).contains("blue");
        }
    }

    @Test
    void forgetsEverythingWhenItIsFlushed() throws IOException {
        try (RedisServer redis = RedisServer.start()) {
            ask(redis, "SET colour blue");
            redis.flush();
            assertThat(ask(redis, "GET colour")).doesNotContain("blue");
        }
    }

    @Test
    void countsCommandsButForThoseThatAskIt() throws IOException {
        try (RedisServer redis = RedisServer.start()) {
            long before = redis.commands();
            ask(redis, "SET colour blue");
            assertThat(redis.commands() - before).isEqualTo(1);
        }
    }

    private static String ask(RedisServer redis, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
