package dev.krakenflow.observability.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets each of our meters have only so many combinations of labels; what comes beyond is not measured. Thread-safe. */
final class SeriesLimit implements MeterFilter {
    private static final String OURS = "kraken.";

    private final int most;
    private final Map<String, Integer> series = new ConcurrentHashMap<>();

    SeriesLimit(int most) {
        this.most = most;
    }

    /** Is asked once for each new combination. */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        if (!id.getName().startsWith(OURS)) {
            return MeterFilterReply.NEUTRAL;
        }
        boolean[] room = {true};
        series.merge(id.getName(), 1, (count, one) -> {
            room[0] = count < most;
            return room[0] ? count + one : count;
        });
        return room[0] ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
    }

    /** A combination is measured no more. */
    void removed(Meter meter) {
        series.computeIfPresent(meter.getId().getName(), (name, count) -> count - 1);
    }
}
