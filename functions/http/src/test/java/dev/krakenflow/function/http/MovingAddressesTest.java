package dev.krakenflow.function.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.testing.FrontDoorServer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MovingAddressesTest {

    private final Surface data = new Surface(
            Access.DATA,
            List.of(new Endpoint("POST", "/pipelines/call/{name}", request -> text("an endpoint"))),
            Set.of(),
            Optional.of(this::find));
    private final FrontDoorServer server =
            new FrontDoorServer(new TokenGuard(Optional.empty(), Optional.empty()), data);

    private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> cancelled = new CompletableFuture<>();

    private Uni<Address> find(String method, List<String> segments) {
        Address address = switch (segments.get(0)) {
            case "orders" ->
                new Address.Served(
                        request -> text(segments + " " + request.query().get("q") + " " + request.path() + " "
                                + new String(request.body(), StandardCharsets.UTF_8)),
                        true);
            case "later" -> new Address.Served(request -> text(Integer.toString(request.body().length)), false);
            case "endless" ->
                new Address.Served(
                        request -> Uni.createFrom()
                                .<Answer>emitter(work -> begun.complete(null))
                                .onCancellation()
                                .invoke(() -> cancelled.complete(null)),
                        true);
            case "other" -> new Address.OtherMethods(new TreeSet<>(Set.of("PUT", "GET")));
            case "away" -> throw RequestException.of(FailureCode.STORE_UNAVAILABLE, "away");
            default -> new Address.Nothing();
        };
        Uni<Address> found = Uni.createFrom().item(address);
        return segments.get(0).equals("later") ? found.emitOn(Infrastructure.getDefaultWorkerPool()) : found;
    }

    private static Uni<Answer> text(String text) {
        return Uni.createFrom().item(() -> new Answer(200, Map.of("content-type", "text/plain"), text));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void areServedWithSegmentsThatWereDecodedOneByOne() {
        assertThat(server.send(post("/orders/a%2Fb+c?q=1", "{}")).body())
                .isEqualTo("[orders, a/b+c] 1 /orders/a%2Fb+c {}");
    }

    @Test
    void getTheirBodyAlsoWhenTheyAreFoundLater() {
        assertThat(server.send(post("/later", "x".repeat(1_000_000))).body()).isEqualTo("1000000");
    }

    @Test
    void tellWhichMethodsTheyHave() {
        HttpResponse<String> answer = server.send(post("/other", "{}"));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("GET, PUT");
    }

    @Test
    void mayHaveNothing() {
        assertThat(server.send(post("/nothing", "{}")).statusCode()).isEqualTo(404);
    }

    @Test
    void mayNotBeFound() {
        assertThat(server.send(post("/away", "{}")).statusCode()).isEqualTo(503);
    }

    @Test
    void doNotComeBeforeEndpoints() {
        assertThat(server.send(post("/pipelines/call/a", "{}")).body()).isEqualTo("an endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/services/orders", "/pipelines", "/call", "/orders/../events/1", "/%63all"})
    void areNotAskedAboutWhatIsTheFunctionsOwn(String path) {
        assertThat(server.send(post(path, "{}")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /orders/%zz", "GET /orders/%ff", "GET /orders/a?q=%zz"})
    void areNotAskedWhatCannotBeDecoded(String line) throws Exception {
        byte[] request = (line + " HTTP/1.1\r\nhost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(server.sendRaw(request, "}")).containsPattern("^HTTP/1.1 40[04] ");
    }

    @Test
    void endWithTheirCallerWhereTheySaySo() throws Exception {
        try (Socket caller = server.connect()) {
            caller.getOutputStream()
                    .write("GET /endless HTTP/1.1\r\nhost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            begun.get(10, TimeUnit.SECONDS);
        }
        assertThat(cancelled).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void answerHeadWithoutABody() {
        HttpResponse<String> answer =
                server.send(HttpRequest.newBuilder(server.uri("/orders")).method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("content-length")).contains("22");
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(server.uri(path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
