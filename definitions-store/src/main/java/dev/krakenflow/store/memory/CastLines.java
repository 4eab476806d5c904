package dev.krakenflow.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Where entries wait: in the line of their pipeline, for their time, or dead. Entries without events are no entries. */
final class CastLines {

    private record Later(Instant due, CastEntry entry) {}

    private final InstantSource clock;
    private final Map<String, Deque<CastEntry>> lines = new LinkedHashMap<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::due));
    private final Map<String, Deque<CastEntry>> dead = new LinkedHashMap<>();

    CastLines(InstantSource clock) {
        this.clock = clock;
    }

    /** Those that have a line, the one first that has waited longest for being asked. */
    List<String> pipelines() {
        return List.copyOf(lines.keySet());
    }

    void add(CastEntry entry) {
        append(lines, entry);
    }

    void addLater(CastEntry entry, Duration pause) {
        if (!entry.references().isEmpty()) {
            later.add(new Later(clock.instant().plus(pause), entry));
        }
    }

    void addDead(CastEntry entry) {
        append(dead, entry);
    }

    void addWhatIsDue() {
        Instant now = clock.instant();
        while (!later.isEmpty() && !later.peek().due().isAfter(now)) {
            add(later.remove().entry());
        }
    }

    /** Takes the first of a line; its pipeline stands behind the others then. */
    @Nullable CastEntry next(String pipeline) {
        Deque<CastEntry> line = lines.remove(pipeline);
        if (line == null) {
            return null;
        }
        CastEntry first = line.remove();
        if (!line.isEmpty()) {
            lines.put(pipeline, line);
        }
        return first;
    }

    List<CastEntry> takeDead(String pipeline) {
        Deque<CastEntry> taken = dead.remove(pipeline);
        return taken == null ? List.of() : List.copyOf(taken);
    }

    void forget(String pipeline) {
        lines.remove(pipeline);
        dead.remove(pipeline);
        later.removeIf(it -> it.entry().pipeline().equals(pipeline));
    }

    Duration untilNext(Duration longest) {
        if (later.isEmpty()) {
            return longest;
        }
        Duration left = Duration.between(clock.instant(), later.peek().due());
        // Zero would be no time to wait for, which Mutiny refuses.
        Duration positive = left.isPositive() ? left : Duration.ofMillis(1);
        return positive.compareTo(longest) < 0 ? positive : longest;
    }

    private static void append(Map<String, Deque<CastEntry>> lines, CastEntry entry) {
        if (!entry.references().isEmpty()) {
            lines.computeIfAbsent(entry.pipeline(), pipeline -> new ArrayDeque<>())
                    .add(entry);
        }
    }
}
