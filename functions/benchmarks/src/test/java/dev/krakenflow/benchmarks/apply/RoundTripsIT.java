package dev.krakenflow.benchmarks.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.benchmarks.process.RedisServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RoundTripsIT {

    @Test
    void countsWhatIsSentWithoutWaitingOnce() throws IOException {
        try (RedisServer redis = RedisServer.start();
                RoundTrips trips = RoundTrips.before(redis.port());
                Socket socket = new Socket("127.0.0.1", URI.create(trips.url()).getPort())) {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            send(socket, "SET colour blue\r\n");
            send(socket, "SET shape round\r\n");
            assertThat(answers.readLine()).isEqualTo("+OK");
            assertThat(answers.readLine()).isEqualTo("+OK");
            assertThat(trips.count()).isEqualTo(1);
            send(socket, "PING\r\n");
            assertThat(answers.readLine()).isEqualTo("+PONG");
            assertThat(trips.count()).isEqualTo(2);
        }
    }

    private static void send(Socket socket, String command) throws IOException {
        socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
    }
}
