package dev.krakenflow.function.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.pipeline.testing.ScriptedDuplex;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import dev.krakenflow.function.pipeline.testing.ScriptedStreamRuns;
import dev.krakenflow.json.JsonSequence;
import dev.krakenflow.json.JsonSequenceForm;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EventStreamTest {

    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration MOST = IDLE.minusMillis(1);

    private final ScriptedScheduler time = new ScriptedScheduler();
    private final ScriptedStreamRuns runs = new ScriptedStreamRuns(3);
    private final ScriptedDuplex caller = new ScriptedDuplex();
    private final EventStream stream = stream(LineFormat.NDJSON);

    @Test
    void writesInTheOrderOfTheEventsWhicheverEndsFirst() {
        Random random = new Random(1);
        caller.serve(stream);
        caller.send(String.join(
                        "\n", IntStream.range(0, 200).mapToObj(String::valueOf).toList()) + "\n");
        while (!runs.running().isEmpty()) {
            assertThat(runs.running()).hasSizeLessThanOrEqualTo(3);
            runs.end(runs.running().get(random.nextInt(runs.running().size())));
        }
        caller.endBody();
        assertThat(caller.ended).isTrue();
        assertThat(caller.lines())
                .isEqualTo(IntStream.range(0, 200).mapToObj(String::valueOf).toList());
        assertThat(runs.closed).isPositive();
    }

    @Test
    void countsWhatHasEndedAndWaitsAsUnderWay() {
        caller.serve(stream);
        caller.send("1 2 3 4 ");
        runs.end(2);
        runs.end(3);
        assertThat(runs.begun).containsExactly(1, 2, 3);
        runs.end(1);
        assertThat(runs.begun).containsExactly(1, 2, 3, 4);
        written("1", "2", "3");
    }

    @Test
    void asksForMoreOnlyWhenThereIsRoomAndNothingLeft() {
        caller.serve(stream);
        caller.send("1 2 3 4 ");
        assertThat(caller.asked).isFalse();
        runs.end(1);
        assertThat(caller.asked).isFalse();
        runs.end(2);
        assertThat(caller.asked).isTrue();
    }

    @Test
    void neitherReadsNorBeginsNorWritesWhileTheCallerDoesNotRead() {
        caller.serve(stream);
        caller.send("1 2 3 4 5 ");
        caller.full = true;
        runs.end(1);
        runs.end(2);
        runs.end(3);
        assertThat(runs.begun).containsExactly(1, 2, 3);
        written();
        caller.drain();
        assertThat(runs.begun).containsExactly(1, 2, 3, 4, 5);
        written("1", "2", "3");
    }

    @Test
    void asksWhetherTheCallerIsThereWhileTheBodyWaits() {
        caller.serve(stream);
        caller.send("1 2 3 4 ");
        time.pass(Duration.ofMillis(300));
        time.pass(Duration.ofMillis(300));
        assertThat(caller.lines()).containsExactly("  ");
        runs.end(1);
        time.pass(Duration.ofMillis(300));
        assertThat(caller.lines()).containsExactly("  1");
    }

    @Test
    void asksNobodyWhileTheBodyIsReadOrNobodyReads() {
        caller.serve(stream);
        caller.send("1 ");
        time.pass(Duration.ofMillis(900));
        caller.send("2 3 4 ");
        caller.full = true;
        time.pass(Duration.ofMillis(900));
        assertThat(caller.writes).isZero();
    }

    @Test
    void writesInOnePieceWhatEndsTogether() {
        caller.serve(stream);
        caller.send("1 2 3 ");
        runs.end(1);
        runs.end(2);
        runs.end(3);
        written("1", "2", "3");
        assertThat(caller.writes).isOne();
    }

    @Test
    void writesNoneOrManyLinesForOneEvent() {
        caller.serve(stream);
        caller.send("1 2 ");
        runs.end(1, List.of());
        runs.end(2, List.of(new Line(false, "\"a\""), new Line(true, "\"b\"")));
        written("\"a\"", "\"b\"");
    }

    @Test
    void endsWithTheProblemOfWhatCannotBeRead() {
        caller.serve(stream);
        caller.send("1 2 nope 3");
        assertThat(runs.begun).containsExactly(1, 2);
        runs.end(2);
        assertThat(caller.ended).isFalse();
        runs.end(1);
        assertThat(caller.ended).isTrue();
        assertThat(caller.lines()).hasSize(3).startsWith("1", "2");
        assertThat(caller.lines().getLast()).contains("\"code\":\"malformed-json\"", "value 3, line 1");
    }

    @Test
    void endsWithTheProblemOfAnEventThatIsTooLarge() {
        caller.serve(stream);
        caller.send("1 \"" + "x".repeat(100) + "\"");
        runs.end(1);
        assertThat(caller.ended).isTrue();
        assertThat(caller.lines().getLast()).contains("\"code\":\"payload-too-large\"");
    }

    @Test
    void endsAtOnceWithoutEvents() {
        caller.serve(stream);
        caller.endBody();
        assertThat(caller.ended).isTrue();
        assertThat(caller.lines()).isEmpty();
    }

    @Test
    void cancelsEverythingWhenTheCallerGoes() {
        caller.serve(stream);
        caller.send("1 2 3 4 ");
        runs.end(2);
        stream.gone();
        assertThat(runs.cancelled).containsExactlyInAnyOrder(1, 3);
        assertThat(runs.begun).containsExactly(1, 2, 3);
        assertThat(runs.closed).isOne();
        time.pass(IDLE.multipliedBy(3));
        assertThat(caller.ended || caller.aborted).isFalse();
    }

    @Test
    void givesBackWhatItHoldsWhenTheCallerGoesBeforeItBegins() {
        stream.gone();
        assertThat(runs.closed).isOne();
    }

    @Test
    void endsWhenNothingMovesAndNothingRuns() {
        caller.serve(stream);
        time.pass(MOST);
        caller.send("1 ");
        runs.end(1);
        time.pass(MOST);
        assertThat(caller.ended).isFalse();
        time.pass(MOST);
        assertThat(caller.ended).isTrue();
        assertThat(caller.lines()).hasSize(2);
        assertThat(caller.lines().getLast()).contains("\"code\":\"timeout\"");
    }

    @Test
    void waitsForRunsHoweverLongTheyTake() {
        caller.serve(stream);
        caller.send("1 ");
        for (int i = 0; i < 5; i++) {
            time.pass(IDLE);
        }
        assertThat(caller.ended).isFalse();
        runs.end(1);
        written("1");
    }

    @Test
    void leavesACallerThatDoesNotRead() {
        caller.serve(stream);
        caller.full = true;
        time.pass(IDLE);
        assertThat(caller.aborted).isTrue();
        assertThat(runs.closed).isPositive();
    }

    @Test
    void saysThatTheProcessEnds() {
        caller.serve(stream);
        caller.send("1 2 ");
        stream.cut();
        assertThat(runs.cancelled).containsExactlyInAnyOrder(1, 2);
        assertThat(caller.ended).isTrue();
        assertThat(caller.lines().getLast()).contains("\"code\":\"overloaded\"");
    }

    @Test
    void writesEventsOfABrowserWithTheNumbersOfTheLines() {
        EventStream events = stream(LineFormat.EVENTS);
        caller.serve(events);
        caller.send("1 2 ");
        runs.end(1);
        runs.end(2, List.of(new Line(true, "{}")));
        written("id: 1", "event: result", "data: 1", "", "id: 2", "event: problem", "data: {}", "");
        assertThat(events.contentType()).isEqualTo("text/event-stream");
    }

    private EventStream stream(LineFormat format) {
        return new EventStream(new JsonSequence(JsonSequenceForm.LIST_OR_VALUES, 100), runs, format, time, IDLE);
    }

    /** What was written when the turn of the event loop is over. */
    private void written(String... lines) {
        time.pass(Duration.ZERO);
        assertThat(caller.lines()).containsExactly(lines);
    }
}
