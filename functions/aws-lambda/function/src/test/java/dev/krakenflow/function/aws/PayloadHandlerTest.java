package dev.krakenflow.function.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.krakenflow.function.aws.testing.ScriptedContext;
import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Dispatcher;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.TokenGuard;
import dev.krakenflow.function.http.Traffic;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayloadHandlerTest {

    private static final String REQUEST = """
            {"rawPath": "%s", "requestContext": {"http": {"method": "GET"}, "domainName": "x.lambda-url.y"}}""";

    private final Vertx vertx = Vertx.vertx();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_is_held_back_goes_before_the_answer() throws IOException {
        assertThat(handle("{\"event\": {}}", Payload.class)).isEqualTo("{\"done\":true}");
        assertThat(told).containsExactly("direct", "flushed");
    }

    @Test
    void what_is_held_back_goes_also_where_the_invocation_fails() {
        assertThatThrownBy(() -> handle("[]", Payload.class)).isInstanceOf(UnknownPayloadException.class);
        assertThatThrownBy(() -> handle("{", Payload.class)).hasMessageContaining("no JSON");
        assertThat(told).containsExactly("flushed", "flushed");
    }

    @Test
    void a_handler_of_one_kind_takes_no_other() {
        assertThatThrownBy(() -> handle("{\"event\": {}}", Payload.Http.class))
                .isInstanceOf(UnknownPayloadException.class)
                .hasMessageContaining("takes Http alone, and it is Direct");
    }

    @Test
    void a_request_that_is_not_answered_in_the_time_of_the_platform_is_a_timeout() throws IOException {
        assertThat(handle(REQUEST.formatted("/never"), Payload.class)).contains("\"statusCode\":504");
        assertThat(handle(REQUEST.formatted("/now"), Payload.class)).contains("\"statusCode\":200");
    }

    private String handle(String payload, Class<? extends Payload> kind) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Context context = new ScriptedContext(200);
        handler().handle(new ByteArrayInputStream(payload.getBytes(UTF_8)), output, context, kind);
        return output.toString(UTF_8);
    }

    private PayloadHandler handler() {
        Surface surface = new Surface(
                Access.DATA,
                List.of(
                        new Endpoint(
                                "GET", "/never", request -> Uni.createFrom().nothing()),
                        new Endpoint("GET", "/now", request -> Uni.createFrom().item(Answer.json(Map.of())))),
                Set.of());
        TokenGuard guard = new TokenGuard(Optional.empty(), Optional.empty());
        Dispatcher dispatcher = new Dispatcher(vertx, List.of(surface), List.of(), guard, new Traffic());
        DirectInvocations direct = (message, time) -> {
            told.add("direct");
            return Uni.createFrom().item(Map.of("done", true));
        };
        return new PayloadHandler(
                new HttpPayloads(dispatcher), direct, new NoTriggers(), List.of(() -> told.add("flushed")));
    }

    private static final class NoTriggers implements EventInvocations {
        @Override
        public Uni<Object> run(Payload.Messages messages, TimeLeft time) {
            throw new AssertionError("no messages here");
        }

        @Override
        public Uni<Object> run(Payload.Notifications notifications, TimeLeft time) {
            throw new AssertionError("no notifications here");
        }

        @Override
        public Uni<Object> run(Payload.BusEvent event, TimeLeft time) {
            throw new AssertionError("no events here");
        }
    }
}
