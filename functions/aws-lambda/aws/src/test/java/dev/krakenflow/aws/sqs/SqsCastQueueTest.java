package dev.krakenflow.aws.sqs;

import static dev.krakenflow.aws.sqs.SqsBench.await;
import static dev.krakenflow.aws.sqs.SqsBench.event;
import static dev.krakenflow.aws.sqs.SqsBench.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.carried.CarriedCastQueue;
import dev.krakenflow.store.memory.MemoryCastStates;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queue of casts on a server that speaks the protocol of SQS. */
final class SqsCastQueueTest {

    private static final Map<String, String> TRACING = Map.of("traceparent", "00-1-2-01");

    private static SqsServer server;

    private final String waiting = server.queue(UUID.randomUUID().toString());
    private final String dead = server.queue(UUID.randomUUID().toString());
    private final CastStates states = new MemoryCastStates();
    private final SqsCarrier carrier = carrier(waiting);
    private final CarriedCastQueue queue = new CarriedCastQueue(states, carrier);

    @BeforeAll
    static void start() {
        server = new SqsServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private SqsCarrier carrier(String url) {
        return new SqsCarrier(
                new SqsSettings(url, Optional.of(dead), 20_000),
                new SdkMessages(server.client()),
                states,
                Infrastructure.getDefaultWorkerPool());
    }

    @Test
    void sendsEachEventAsAMessage() {
        List<CastEvent> events = IntStream.range(0, 23)
                .mapToObj(i -> event("\"\\u0001ü\uFFFF😀" + i + "\""))
                .toList();
        List<String> references = offer(new Cast("orders", events, false, TRACING));
        List<Message> received = receive(waiting);
        assertThat(received)
                .allMatch(message -> message.messageAttributes()
                        .get("kraken-cast")
                        .stringValue()
                        .equals("1"));
        List<CastMessage> casts = received.stream().map(SqsCastQueueTest::cast).toList();
        assertThat(casts).flatExtracting(CastMessage::references).containsExactlyInAnyOrderElementsOf(references);
        assertThat(casts)
                .allMatch(cast ->
                        cast.pipeline().equals("orders") && cast.tracing().equals(TRACING));
        String first = casts.stream()
                .filter(cast -> cast.references().contains(references.get(0)))
                .map(cast -> new String(cast.events().get(0).json(), UTF_8))
                .findFirst()
                .orElseThrow();
        assertThat(first).isEqualTo("{\"x\":\"\\u0001ü\\uFFFF😀0\"}");
    }

    @Test
    void sendsTogetherWhatRunsTogether() {
        List<CastEvent> events = List.of(event("1"), event("2"), event("3"));
        List<String> references = offer(new Cast("orders", events, true, TRACING));
        assertThat(receive(waiting))
                .singleElement()
                .satisfies(message -> assertThat(cast(message).references()).isEqualTo(references));
    }

    @Test
    void takesNothingOfWhatIsLargerThanAMessage() {
        Cast cast = new Cast("orders", List.of(event("1"), event('"' + "a".repeat(20_000) + '"')), false, Map.of());
        assertThat(await(queue.offer(cast))).isEqualTo(new Acceptance.TooLarge(List.of(1), 20_000));
        assertThat(receive(waiting)).isEmpty();
    }

    @Test
    void failsWhereThereIsNoSuchQueue() {
        CarriedCastQueue none = new CarriedCastQueue(states, carrier(waiting + "-none"));
        Cast cast = new Cast("orders", List.of(event("1")), false, Map.of());
        assertThatThrownBy(() -> await(none.offer(cast)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("SQS refuses");
    }

    @Test
    void redrivesTheDeadOfOnePipelineAndLeavesTheOthers() {
        List<CastMessage> orders =
                IntStream.range(0, 12).mapToObj(i -> message("orders", "1")).toList();
        CastMessage done = message("orders", "2");
        CastMessage other = message("other", "1");
        Stream.concat(orders.stream(), Stream.of(done, other))
                .forEach(it -> assertThat(await(carrier.keep(it))).isTrue());
        server.client().sendMessage(request -> request.queueUrl(dead).messageBody("poison"));
        settle(orders.get(0), new CastState.Dead(new byte[0]));
        settle(done, CastState.done(new byte[0]));

        assertThat(await(queue.redrive("orders"))).isEqualTo(12);

        assertThat(receive(waiting))
                .extracting(message -> cast(message).references())
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(CastMessage::references).toList());
        assertThat(await(states.find(orders.get(0).references().get(0)))).isInstanceOf(CastState.Pending.class);
        assertThat(receive(dead)).extracting(Message::body).containsExactlyInAnyOrder(MessageText.of(other), "poison");
    }

    private List<String> offer(Cast cast) {
        return ((Acceptance.Accepted) await(queue.offer(cast))).references();
    }

    private void settle(CastMessage cast, CastState state) {
        await(states.settle(cast.references(), Map.of(cast.references().get(0), state)));
    }

    /** All that a queue has. */
    private static List<Message> receive(String url) {
        List<Message> all = new ArrayList<>();
        List<Message> some = Collections.nCopies(1, Message.builder().build());
        while (!some.isEmpty()) {
            some = server.client()
                    .receiveMessage(request ->
                            request.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
                    .messages();
            all.addAll(some);
        }
        return all;
    }

    private static CastMessage cast(Message message) {
        return CastMessage.read(message.body().getBytes(UTF_8));
    }
}
