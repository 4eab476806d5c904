package dev.krakenflow.function.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.http.testing.EchoingAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private final Vertx vertx = Vertx.vertx();
    private final Traffic traffic = new Traffic();
    private final EchoingAnswer echo = new EchoingAnswer();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_request_is_served_by_its_endpoint_with_the_parameters_of_the_path_and_the_query() {
        Answer answer = serve("GET", "/names/a%20b", "q=1%202", "", Caller.WITH_TOKEN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Map.of("name", "a b", "q", "1 2"));
    }

    @Test
    void paths_are_normalized_as_over_http() {
        assertThat(serve("GET", "/x/../names/%61", "q=1", "", Caller.WITH_TOKEN).body())
                .isEqualTo(Map.of("name", "a", "q", "1"));
    }

    @Test
    void what_is_not_there_is_404_and_another_method_405_with_allow() {
        Answer other = serve("PUT", "/names/a", "", "", Caller.WITH_TOKEN);

        assertThat(serve("GET", "/nothing", "", "", Caller.WITH_TOKEN).status()).isEqualTo(404);
        assertThat(serve("POST", "/kraken-lost", "", "", Caller.WITH_TOKEN).status())
                .isEqualTo(404);
        assertThat(serve("GET", "/q/health", "", "", Caller.WITH_TOKEN).status())
                .isEqualTo(404);
        assertThat(other.status()).isEqualTo(405);
        assertThat(other.headers()).containsEntry("allow", "GET");
    }

    @Test
    void the_token_is_asked_for_unless_the_platform_has_admitted_the_caller() {
        assertThat(serve("GET", "/admin", "", "", Caller.WITH_TOKEN).status()).isEqualTo(401);
        assertThat(serve("GET", "/admin", "", "", Caller.ADMITTED).status()).isEqualTo(200);
    }

    @Test
    void a_function_is_served_at_its_name() {
        assertThat(serve("POST", "/kraken-call", "", "ping", Caller.WITH_TOKEN).body())
                .isEqualTo(Map.of("called", "ping"));
        assertThat(serve("GET", "/kraken-call", "", "", Caller.WITH_TOKEN).status())
                .isEqualTo(405);
    }

    @Test
    void an_address_that_moves_is_found_where_it_is_now() {
        assertThat(serve("GET", "/moving/there", "", "", Caller.WITH_TOKEN).body())
                .isEqualTo(Map.of("moved", "there"));
        assertThat(serve("PUT", "/moving/there", "", "", Caller.WITH_TOKEN).status())
                .isEqualTo(404);
    }

    @Test
    void a_stream_is_answered_whole() {
        Answer answer = serve("POST", "/echo", "", "hello ", Caller.WITH_TOKEN);

        assertThat(answer.headers()).containsEntry("content-type", "text/x-echo");
        assertThat(new String(answer.bytes(), UTF_8)).isEqualTo("hello bye");
    }

    @Test
    void a_stream_whose_answer_does_not_fit_is_501_and_stops() {
        Answer answer = serve("POST", "/echo", "", "more than fits in here", Caller.WITH_TOKEN);

        assertThat(answer.status()).isEqualTo(501);
        assertThat(echo.gone).isCompleted();
    }

    @Test
    void who_does_not_wait_any_longer_stops_a_stream() {
        dispatcher(new Silent(echo))
                .serve(request("POST", "/echo", "", "x"), Caller.WITH_TOKEN, 16)
                .subscribe()
                .with(answer -> {})
                .cancel();

        assertThat(echo.gone).succeedsWithin(Duration.ofSeconds(10));
        traffic.close(Duration.ofSeconds(10));
    }

    @Test
    void nothing_is_taken_once_the_process_ends() {
        traffic.close(Duration.ZERO);

        assertThat(serve("GET", "/names/a", "", "", Caller.WITH_TOKEN).status()).isEqualTo(503);
    }

    @Test
    void a_path_that_cannot_be_decoded_is_refused() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> request("GET", "/a", "q=%zz", "")))
                .isInstanceOf(RequestException.class);
    }

    private Answer serve(String method, String path, String query, String body, Caller caller) {
        return dispatcher(echo)
                .serve(request(method, path, query, body), caller, 16)
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static Request request(String method, String path, String query, String body) {
        return Request.brought(
                method, path, query, MultiMap.caseInsensitiveMultiMap(), body.getBytes(UTF_8), Duration.ofSeconds(1));
    }

    private Dispatcher dispatcher(StreamedAnswer streamed) {
        MovingAddresses moving = (method, segments) -> Uni.createFrom()
                .item(
                        method.equals("GET") && segments.get(0).equals("moving")
                                ? new Address.Served(
                                        request -> Uni.createFrom().item(Answer.json(Map.of("moved", segments.get(1)))),
                                        true)
                                : new Address.Nothing());
        Endpoint names = new Endpoint(
                "GET",
                "/names/{name}",
                request -> Uni.createFrom()
                        .item(Answer.json(Map.of(
                                "name",
                                request.parameter("name"),
                                "q",
                                String.valueOf(request.query().get("q"))))));
        Surface data = new Surface(
                Access.DATA,
                List.of(
                        names,
                        Endpoint.streamed(
                                "POST", "/echo", request -> Uni.createFrom().item(streamed))),
                Set.of("kraken-call", "kraken-lost"),
                Optional.of(moving));
        Surface admin = new Surface(
                Access.ADMIN,
                List.of(new Endpoint(
                        "GET", "/admin", request -> Uni.createFrom().item(Answer.json(Map.of())))),
                Set.of());
        TokenGuard guard = new TokenGuard(Optional.of(Token.of("secret-of-the-admin")), Optional.empty());
        FunctionAction call = new FunctionAction(
                "kraken-call",
                request -> Uni.createFrom().item(Answer.json(Map.of("called", new String(request.body(), UTF_8)))));
        return new Dispatcher(vertx, List.of(data, admin), List.of(call), guard, traffic);
    }

    /** Never asks for anything, and never ends. */
    private record Silent(EchoingAnswer told) implements StreamedAnswer {
        @Override
        public String contentType() {
            return told.contentType();
        }

        @Override
        public void begin(Duplex duplex) {}

        @Override
        public void received(byte[] bytes) {}

        @Override
        public void bodyEnded() {}

        @Override
        public void drained() {}

        @Override
        public void cut() {}

        @Override
        public void gone() {
            told.gone();
        }
    }
}
