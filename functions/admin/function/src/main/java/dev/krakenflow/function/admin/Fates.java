package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.store.RecordKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What applying a set does, to be told: names by their fates, and the differences if they are asked for. Not thread-safe. */
final class Fates {

    /** So many differences are told of all definitions together. */
    private static final int MOST_DIFFERENCES = 5_000;

    private final boolean withDifferences;
    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, List<Object>> differences = new LinkedHashMap<>();
    private int told;

    Fates(boolean withDifferences) {
        this.withDifferences = withDifferences;
        for (Fate fate : Fate.values()) {
            names.put(fate.word(), new ArrayList<>());
        }
    }

    void add(Fate fate, String name) {
        names.computeIfAbsent(fate.word(), word -> new ArrayList<>()).add(name);
    }

    /** Notes how a definition changes, if that is asked for. */
    void changed(RecordKey key, JsonNode before, JsonNode after) {
        if (withDifferences) {
            List<Object> found = Differences.of(key, before, after, MOST_DIFFERENCES - told);
            told += found.size();
            differences.put(key.equals(RecordKey.ROUTES) ? key.name() : key.toString(), found);
        }
    }

    /** The answer, with the warnings of an inspection. */
    Map<String, Object> answer(Inspection inspection) {
        Map<String, Object> answer = new LinkedHashMap<>(inspection.answer(names));
        if (withDifferences) {
            answer.put("changes", differences);
        }
        return answer;
    }
}
