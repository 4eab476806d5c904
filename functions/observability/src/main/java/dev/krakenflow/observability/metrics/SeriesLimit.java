package dev.krakenflow.observability.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Lets each of our meters have only so many combinations of labels; what comes beyond is not measured. Thread-safe. */
final class SeriesLimit implements MeterFilter {
    private static final String OURS = "kraken.";

    private final int most;
    private final Map<String, Set<Meter.Id>> series = new HashMap<>();

    SeriesLimit(int most) {
        this.most = most;
    }

    /** Is asked for each new combination, by every registry that it comes to: by the one around others and by those. */
    @Override
    public synchronized MeterFilterReply accept(Meter.Id id) {
        if (!id.getName().startsWith(OURS)) {
            return MeterFilterReply.NEUTRAL;
        }
        Set<Meter.Id> known = series.computeIfAbsent(id.getName(), name -> new HashSet<>());
        if (known.contains(id)) {
            return MeterFilterReply.NEUTRAL;
        }
        if (known.size() >= most) {
            return MeterFilterReply.DENY;
        }
        known.add(id);
        return MeterFilterReply.NEUTRAL;
    }

    /** A combination is measured no more; may be told more than once. */
    synchronized void removed(Meter meter) {
        Set<Meter.Id> known = series.get(meter.getId().getName());
        if (known != null) {
            known.remove(meter.getId());
        }
    }
}
