package dev.krakenflow.function.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.testing.FrontDoorServer;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontDoorTest {

    private static final Action ECHO = request -> Uni.createFrom()
            .item(() -> Answer.json(Map.of(
                    "name",
                    request.parameters().getOrDefault("name", ""),
                    "body",
                    request.body().length == 0 ? "" : JsonBody.read(request.headers(), request.body()))));

    private static final Surface DATA = new Surface(
            Access.DATA,
            List.of(
                    new Endpoint("POST", "/pipelines/call/{name}", ECHO),
                    new Endpoint("POST", "/pipelines/broken/{name}", request -> {
                        throw new IllegalStateException("a secret of nobody's business");
                    })),
            Set.of("kraken-call"));

    private static final Surface ADMIN = new Surface(
            Access.ADMIN,
            List.of(new Endpoint("GET", "/pipelines", ECHO), new Endpoint("POST", "/pipelines/define", ECHO)),
            Set.of("kraken-admin"));

    private final FrontDoorServer server =
            new FrontDoorServer(new TokenGuard(Optional.of(Token.of("s3cret")), Optional.empty()), DATA, ADMIN);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void servesAnEndpointWithItsDecodedParametersAndItsBody() {
        HttpResponse<String> answer = server.send(post("/pipelines/call/a%20b+c", "{\"x\": 1.50}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"name\":\"a b+c\"").contains("\"body\":{\"x\":1.5}");
    }

    @Test
    void answersNothingButHealthOfTheAdminSideWithoutItsToken() {
        for (String path :
                List.of("/pipelines", "/pipelines/define", "/services/x", "/q/dev-ui", "/kraken-admin", "/q")) {
            HttpResponse<String> answer = server.send(get(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate")).as(path).contains("Bearer");
        }
        assertThat(server.send(get("/q/health/ready")).body()).startsWith("passed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/../metrics", "/q/health/%2e%2e/metrics", "/pipelines/call/../../kraken-admin"})
    void looksAtWhereAPathReallyLeads(String path) {
        assertThat(server.send(get(path)).statusCode()).isIn(401, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer wrong", "Bearer", "Basic s3cret", "s3cret", "Bearer s3cret2", "Bearer S3CRET", "Bearer "
            })
    void refusesAnyOtherToken(String authorization) {
        assertThat(server.send(get("/pipelines").header("authorization", authorization))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesTheTokenWhateverTheCaseOfItsScheme() {
        assertThat(server.send(get("/pipelines").header("authorization", "bearer s3cret"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesTwoTokensAtOnce() throws IOException {
        byte[] request = ("GET /pipelines HTTP/1.1\r\nhost: x\r\nauthorization: Bearer wrong\r\n"
                        + "authorization: Bearer s3cret\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(server.sendRaw(request, "unauthorized")).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void tellsWhichMethodIsAllowed() {
        HttpResponse<String> answer = server.send(get("/pipelines/call/a"));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("POST");
        assertThat(answer.body()).contains("\"code\":\"method-not-allowed\"");
    }

    @Test
    void answersUnknownPathsWithAProblem() {
        HttpResponse<String> answer = server.send(get("/nowhere/at/all"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not-found\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /pipelines/call/%zz HTTP/1.1\r\nhost: x",
                "GET /%2 HTTP/1.1\r\nhost: x",
                "GET /pipelines/call/a?%zz HTTP/1.1\r\nhost: x",
                "GET /q/health/ready?x=%zz HTTP/1.1\r\nhost: x",
                "POST /kraken-call?%zz HTTP/1.1\r\nhost: x",
                "GET /pipelines/call/a HTTP/1.1",
                "GET /pipelines/call/a HTTP/1.1\r\nhost: a b",
            })
    void answersRequestsThatAreNotAsHttpWantsThem(String request) throws IOException {
        assertThat(server.sendRaw(bytes(request), "}"))
                .startsWith("HTTP/1.1 400 ")
                .contains("content-type: application/problem+json", "\"code\":\"invalid-request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "OPTIONS"})
    void hasNothingForTheWholeServer(String method) throws IOException {
        assertThat(server.sendRaw(bytes(method + " * HTTP/1.1\r\nhost: x"), "}"))
                .startsWith("HTTP/1.1 404 ")
                .contains("\"code\":\"not-found\"");
    }

    @Test
    void answersWhatThePlatformHasNothingForWithAProblem() {
        HttpResponse<String> answer = server.send(get("/q/nope").header("authorization", "Bearer s3cret"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"not-found\"");
    }

    @Test
    void saysNothingAboutWhatFailsBehindIt() {
        HttpResponse<String> answer = server.send(get("/q/health/failing"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal\"").doesNotContain("secret");
    }

    @Test
    void refusesABodyThatIsAnnouncedTooLargeBeforeItComes() throws IOException {
        byte[] request = "POST /pipelines/call/a HTTP/1.1\r\nhost: x\r\ncontent-length: 7000000\r\n\r\n{}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(server.sendRaw(request, "payload-too-large")).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void refusesABodyOfUnknownLengthWhenItHasBecomeTooLarge() {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/pipelines/call/a"))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[BodyReader.LIMIT + 1])));
        HttpResponse<String> answer = server.send(request);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("payload-too-large");
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        String text = "\"" + "x".repeat(BodyReader.LIMIT - 2) + "\"";
        assertThat(server.send(post("/pipelines/call/a", text)).statusCode()).isEqualTo(200);
    }

    @Test
    void asksForTheBodyOfACallerThatWaitsToBeAsked() throws IOException {
        byte[] request =
                ("POST /pipelines/call/a HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\nexpect: 100-continue\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(server.sendRaw(request, "100")).startsWith("HTTP/1.1 100 ");
    }

    @Test
    void letsRequestsOfFunctionsGoOnWithTheirBody() {
        assertThat(server.send(post("/kraken-call", "{\"a\": 1}")).body()).isEqualTo("passed: {\"a\": 1}");
    }

    @Test
    void refusesWhatIsNoJsonBeforeAFunctionSeesIt() {
        HttpResponse<String> answer = server.send(post("/kraken-call", "{\"a\": "));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("malformed-json");
    }

    @Test
    void saysNothingAboutWhatNobodyExpected() {
        HttpResponse<String> answer = server.send(post("/pipelines/broken/a", "{}"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal\"").doesNotContain("secret");
    }

    @Test
    void servesRequestsUntilCallersKnowThatTheProcessEnds() {
        FrontDoorReadiness readiness = new FrontDoorReadiness(server.traffic);
        assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        server.traffic.announceEnd(Duration.ZERO);
        assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        HttpResponse<String> answer =
                server.send(post("/pipelines/call/a", "{}").version(HttpClient.Version.HTTP_1_1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("connection")).contains("close");
    }

    @Test
    void showsMetricsToWhomItShowsData() {
        assertThat(server.send(get("/q/metrics")).statusCode()).isNotEqualTo(401);
        assertThat(server.send(get("/q/other")).statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoMoreRequestsWhenTheProcessEnds() {
        server.traffic.close(Duration.ZERO);
        HttpResponse<String> answer =
                server.send(post("/pipelines/call/a", "{}").version(HttpClient.Version.HTTP_1_1));
        assertThat(answer.statusCode()).isEqualTo(FailureCode.OVERLOADED.status());
        assertThat(answer.headers().firstValue("connection")).contains("close");
        assertThat(answer.headers().firstValue("retry-after")).contains("1");
    }

    private static byte[] bytes(String requestWithoutBody) {
        return (requestWithoutBody + "\r\ncontent-length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(server.uri(path)).GET();
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(server.uri(path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
