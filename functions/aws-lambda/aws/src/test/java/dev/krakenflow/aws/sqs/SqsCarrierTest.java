package dev.krakenflow.aws.sqs;

import static dev.krakenflow.aws.sqs.SqsBench.await;
import static dev.krakenflow.aws.sqs.SqsBench.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.memory.MemoryCastStates;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SqsCarrierTest {

    private final RecordingMessages messages = new RecordingMessages();
    private final SqsCarrier carrier = carrier(1_000);

    private SqsCarrier carrier(int limit) {
        return new SqsCarrier(
                new SqsSettings("queue", Optional.empty(), limit), messages, new MemoryCastStates(), Runnable::run);
    }

    @Test
    void sendsInBatchesOfTenAndOfSoManyBytes() {
        List<CastMessage> casts =
                IntStream.range(0, 25).mapToObj(i -> message("p", "\"a\"")).toList();
        await(carrier(100_000).send(casts));
        assertThat(messages.sent).extracting(List::size).containsExactly(10, 10, 5);
        messages.sent.clear();
        int size = carrier.size(casts.get(0));
        await(carrier(3 * size).send(casts.subList(0, 7)));
        assertThat(messages.sent).extracting(List::size).containsExactly(3, 3, 1);
    }

    @Test
    void sendsAgainWhatSqsDidNotTake() {
        messages.fails(2);
        await(carrier.send(List.of(message("p", "1"), message("p", "2"), message("p", "3"))));
        assertThat(messages.sent).extracting(List::size).containsExactly(3, 2);
        assertThat(messages.sent.get(1)).isEqualTo(messages.sent.get(0).subList(0, 2));
    }

    @Test
    void failsWhenSqsDoesNotTakeItInTheEnd() {
        messages.fails(1_000);
        assertThatThrownBy(() -> await(carrier.send(List.of(message("p", "1")))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(messages.sent).hasSize(4);
        messages.isAway();
        assertThatThrownBy(() -> await(carrier.send(List.of(message("p", "1")))))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void leavesDeadOnesToTheQueueWhereThereIsNoOtherForThem() {
        assertThat(await(carrier.keep(message("p", "1")))).isFalse();
        assertThat(await(carrier.redrive("p"))).isZero();
        await(carrier.forget("p"));
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void writesWhatXmlCannotHoldAsJsonCan() {
        String text = MessageText.of(message("p", "\"\uFFFE\uFFFF\uFFFD😀\""));
        assertThat(text).contains("\"\\uFFFE\\uFFFF\uFFFD😀\"");
    }

    @Test
    void makesNoClientBeforeItIsNeeded() {
        int[] made = new int[1];
        LazyMessages lazy = new LazyMessages(() -> {
            made[0]++;
            return messages;
        });
        assertThat(made[0]).isZero();
        lazy.send("queue", List.of("a"));
        lazy.receive("queue");
        assertThat(made[0]).isOne();
    }
}
