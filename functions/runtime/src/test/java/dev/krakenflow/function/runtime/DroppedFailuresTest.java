package dev.krakenflow.function.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.runtime.testing.RecordingLog;
import dev.krakenflow.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DroppedFailuresTest {
    @RegisterExtension
    final RecordingLog logged = new RecordingLog(DroppedFailures.class);

    @Test
    void saysNothingOfAStoreThatIsAway() {
        DroppedFailures.drop(new StoreUnavailableException("no answer in time", null));
        assertThat(logged.records()).isEmpty();
    }

    @Test
    void logsAMistakeWithoutItsMessage() {
        DroppedFailures.drop(new IllegalStateException("card 4711"));
        assertThat(logged.records()).hasSize(1);
        assertThat(logged.records().get(0).getThrown()).hasMessage("java.lang.IllegalStateException");
    }
}
