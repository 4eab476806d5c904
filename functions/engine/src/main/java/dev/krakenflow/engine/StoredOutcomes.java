package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came out of an event as JSON text, to be given again: <code>{"outcomes": [{"event": {…}}, {"problem": {…}}]}</code>,
 * without what gave no result.
 */
final class StoredOutcomes {
    private static final String OUTCOMES = "outcomes";
    private static final String EVENT = "event";
    private static final String PROBLEM = "problem";

    /** Objects and lists around an event here. */
    private static final int AROUND = 3;

    private StoredOutcomes() {}

    /** Whether the same call would end so again: with results, or with what the pipeline itself says of its caller. */
    static boolean areFinal(List<Outcome> outcomes) {
        return outcomes.stream().noneMatch(it -> it instanceof Outcome.Failed failed && !isFinal(failed.failure()));
    }

    private static boolean isFinal(Failure failure) {
        return failure.raised() && failure.status() >= 400 && failure.status() < 500;
    }

    /** @throws IllegalArgumentException when they are no JSON, or nested deeper than can be read */
    static byte[] write(List<Outcome> outcomes) {
        List<Map<String, Object>> written = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Completed it -> written.add(Map.of(EVENT, it.event()));
                case Outcome.Failed it ->
                    written.add(Map.of(PROBLEM, it.failure().problem()));
                case Outcome.Ended it -> {}
            }
        }
        int deepest = JsonReader.MAX_NESTING - AROUND;
        if (!written.stream().allMatch(it -> Nesting.isWithin(it, deepest + 1))) {
            throw new IllegalArgumentException("nested deeper than " + deepest);
        }
        return JsonWriter.writeBytes(Map.of(OUTCOMES, written));
    }

    /**
     * At least one outcome.
     *
     * @throws RuntimeException when this is not what {@link #write} gives
     */
    @SuppressWarnings("unchecked")
    static List<Outcome> read(byte[] json) {
        Map<String, Object> whole = (Map<String, Object>) JsonReader.read(json);
        List<Outcome> outcomes = new ArrayList<>();
        for (Object outcome : (List<Object>) requireNonNull(whole.get(OUTCOMES))) {
            outcomes.add(outcome((Map<String, Map<String, Object>>) outcome));
        }
        return outcomes.isEmpty() ? List.of(new Outcome.Ended(List.of(), true)) : outcomes;
    }

    private static Outcome outcome(Map<String, Map<String, Object>> json) {
        Map<String, Object> event = json.get(EVENT);
        return event == null
                ? new Outcome.Failed(StoredProblem.read(requireNonNull(json.get(PROBLEM))), List.of(), true)
                : new Outcome.Completed(event, List.of(), true);
    }
}
