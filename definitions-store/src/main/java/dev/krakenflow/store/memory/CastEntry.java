package dev.krakenflow.store.memory;

import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastEvent;
import java.util.List;
import java.util.Map;

/**
 * What is delivered as one.
 *
 * @param before how often it was delivered
 */
record CastEntry(String pipeline, List<String> references, int before, Map<String, String> tracing) {
    CastEntry {
        references = List.copyOf(references);
    }

    /** One for all of these events of a cast, or one for each. */
    static List<CastEntry> of(Cast cast, List<CastEvent> events) {
        List<String> references = events.stream().map(CastEvent::reference).toList();
        List<List<String>> entries = cast.together()
                ? List.of(references)
                : references.stream().map(List::of).toList();
        return entries.stream()
                .map(its -> new CastEntry(cast.pipeline(), its, 0, cast.tracing()))
                .toList();
    }

    CastEntry with(List<String> others) {
        return new CastEntry(pipeline, others, before, tracing);
    }

    CastEntry delivered() {
        return new CastEntry(pipeline, references, before + 1, tracing);
    }

    CastEntry afresh() {
        return new CastEntry(pipeline, references, 0, tracing);
    }
}
