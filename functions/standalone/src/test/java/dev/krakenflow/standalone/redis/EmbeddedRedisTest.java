package dev.krakenflow.standalone.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class EmbeddedRedisTest {

    @TempDir
    Path folder;

    @Test
    void answersToWhoKnowsItsPassword() {
        try (EmbeddedRedis redis = EmbeddedRedis.ephemeral()) {
            assertThat(ask(redis, "PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void keepsItsDataInItsFolder() {
        try (EmbeddedRedis redis = EmbeddedRedis.in(folder)) {
            assertThat(ask(redis, "SET a 1")).isEqualTo("+OK");
        }
        try (EmbeddedRedis redis = EmbeddedRedis.in(folder)) {
            assertThat(ask(redis, "EXISTS a")).isEqualTo(":1");
        }
    }

    @Test
    void handsItsPasswordToNobodyElse() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.in(folder)) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("redis.conf")))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            String password = URI.create(redis.url()).getUserInfo().substring(1);
            assertThat(ProcessHandle.current().descendants())
                    .noneMatch(child -> child.info().commandLine().orElse("").contains(password));
        }
    }

    @Test
    void refusesAFolderThatAnotherUses() {
        try (EmbeddedRedis redis = EmbeddedRedis.in(folder)) {
            assertThatThrownBy(() -> EmbeddedRedis.in(folder))
                    .isInstanceOf(RedisStartException.class)
                    .hasMessageContaining("another Kraken uses the folder");
            assertThat(ask(redis, "PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void startsAgainWhatDied() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.in(folder)) {
            ask(redis, "SET a 1");
            ProcessHandle server = server();
            server.destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);
            assertThat(eventually(redis, "EXISTS a")).isEqualTo(":1");
        }
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        EmbeddedRedis redis = EmbeddedRedis.in(folder);
        ProcessHandle server = server();
        redis.close();
        server.onExit().get(10, TimeUnit.SECONDS);
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void endsWhenItsInputEndsAsItDoesWhenTheJvmIsKilled() throws Exception {
        RedisFolder used = RedisFolder.kept(folder);
        RedisSettings settings = RedisSettings.fresh();
        Path binary = RedisBinary.onPath(System.getenv("PATH")).orElse(null);
        RedisProcess process = RedisProcess.start(
                binary == null ? RedisBinary.unpacked(folder.resolve("bin")) : binary,
                settings.writeTo(used),
                folder.resolve("redis.log"));
        while (!RedisProbe.answers(settings)) {
            assertThat(process.isAlive()).isTrue();
        }
        ProcessHandle server = server();
        process.stop();
        server.onExit().get(10, TimeUnit.SECONDS);
        used.close();
    }

    /** The server that works in this test's folder. */
    private ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(
                        Files.readString(folder.resolve("redis.pid")).strip()))
                .orElseThrow();
    }

    private static String eventually(EmbeddedRedis redis, String command) {
        while (true) {
            try {
                String answer = ask(redis, command);
                if (!answer.startsWith("-")) {
                    return answer;
                }
            } catch (UncheckedIOException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static String ask(EmbeddedRedis redis, String command) {
        URI url = URI.create(redis.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(5_000);
            String password = url.getUserInfo().substring(1);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\n" + command + "\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String[] answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split("\r\n");
            return answers.length > 1 ? answers[1] : "-no answer";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
