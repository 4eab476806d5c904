package dev.krakenflow.function.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client library would send, against the platform as it is. */
@QuarkusTest
class MalformedRequestsTest {

    private static final int PATIENCE_MILLIS = 10_000;

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /pipelines/call/%zz HTTP/1.1\r\nhost: x",
                "POST /pipelines/call/a?%zz HTTP/1.1\r\nhost: x",
                "GET /q/health/%zz HTTP/1.1\r\nhost: x",
                "POST /pipelines/call/a HTTP/1.1",
                "POST /pipelines/call/a HTTP/1.1\r\nhost: a b",
            })
    void areAnsweredWithAProblem(String request) throws IOException {
        assertThat(answer(request))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"code\":\"invalid-request\"")
                .doesNotContain("Error id");
    }

    private String answer(String requestWithoutBody) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            byte[] request = (requestWithoutBody + "\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
