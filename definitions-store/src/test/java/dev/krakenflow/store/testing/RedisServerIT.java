package dev.krakenflow.store.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RedisServerIT {

    @Test
    void endsWithTheJvmThatStartedItHoweverThatEnds() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessHandle server;
        try (BufferedReader out = jvm.inputReader()) {
            server = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(server.isAlive()).isTrue();
            jvm.destroyForcibly();
        }
        server.onExit().get(20, TimeUnit.SECONDS);
    }

    /** Starts a server, says which process it is, and waits to be killed. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            RedisServer server = RedisServer.start(RedisBinary.embedded());
            System.out.println(server.processId());
            System.in.transferTo(System.out);
        }
    }
}
