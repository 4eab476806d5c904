package dev.krakenflow.observability.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FlushedSpansTest {

    private final AtomicLong nanos = new AtomicLong();
    private int flushes;
    private boolean works = true;
    private final FlushedSpans spans = new FlushedSpans(
            patience -> {
                assertThat(patience).isEqualTo(FlushedSpans.PATIENCE);
                flushes++;
                return works;
            },
            nanos::get);

    @Test
    void spans_are_sent_before_each_answer() {
        spans.flush();
        spans.flush();

        assertThat(flushes).isEqualTo(2);
    }

    @Test
    void nobody_waits_for_a_while_for_a_collector_that_did_not_take_them() {
        works = false;
        spans.flush();
        spans.flush();
        nanos.addAndGet(FlushedSpans.REST.minusNanos(1).toNanos());
        spans.flush();
        assertThat(flushes).isEqualTo(1);

        nanos.addAndGet(Duration.ofNanos(1).toNanos());
        works = true;
        spans.flush();
        spans.flush();
        assertThat(flushes).isEqualTo(3);
    }
}
