package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.pipeline.stream.Line;
import dev.krakenflow.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of an answer: it goes by what came out of a run, and by whether one event or a list was called. */
final class Results {

    /** The header that says how many events of a list failed. */
    static final String FAILED = "kraken-failed";

    private static final String REPLAYED = "idempotent-replayed";

    private final boolean debug;
    private final HistoryRoom room;
    private final List<Map<String, Object>> values = new ArrayList<>();
    private final List<Outcome.Failed> failures = new ArrayList<>();
    private boolean replayed;

    private Results(boolean debug, int outcomes) {
        this.debug = debug;
        this.room = new HistoryRoom(outcomes);
        this.replayed = outcomes > 0;
    }

    /** One event: its result, the list of its results, nothing, or the first problem when there are only problems. */
    static Answer ofOne(List<Outcome> outcomes, boolean debug) {
        Results results = new Results(debug, outcomes.size());
        outcomes.forEach(results::add);
        return replayed(results.ofOne(), results.replayed);
    }

    /** A list of events: always a list, with problems in their places. */
    static Answer ofList(List<List<Outcome>> outcomes, boolean debug) {
        Results results =
                new Results(debug, outcomes.stream().mapToInt(List::size).sum());
        outcomes.forEach(ofOneEvent -> ofOneEvent.forEach(results::add));
        return replayed(results.list(), results.replayed);
    }

    /** An event of a stream: a line for each result and each problem, in their order. */
    static List<Line> lines(List<Outcome> outcomes, boolean debug) {
        Results results = new Results(debug, outcomes.size());
        List<Line> lines = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Completed completed ->
                    lines.add(new Line(false, JsonWriter.write(results.result(completed))));
                case Outcome.Failed failed -> lines.add(new Line(true, JsonWriter.write(results.problem(failed))));
                case Outcome.Ended ended -> {}
            }
        }
        return lines;
    }

    /** The answer, which says whether all of it was given before. */
    static Answer replayed(Answer answer, boolean replayed) {
        return replayed ? answer.with(REPLAYED, "true") : answer;
    }

    private Answer ofOne() {
        if (values.isEmpty()) {
            return Answer.empty();
        }
        if (failures.size() == values.size()) {
            return Answer.problem(failures.get(0).failure(), values.get(0));
        }
        return values.size() == 1 ? Answer.json(values.get(0)) : list();
    }

    private Answer list() {
        Answer answer = Answer.json(values);
        return failures.isEmpty() ? answer : answer.with(FAILED, Integer.toString(failures.size()));
    }

    private void add(Outcome outcome) {
        replayed &= outcome.replayed();
        switch (outcome) {
            case Outcome.Completed completed -> values.add(result(completed));
            case Outcome.Failed failed -> {
                failures.add(failed);
                values.add(problem(failed));
            }
            case Outcome.Ended ended -> {}
        }
    }

    private Map<String, Object> result(Outcome.Completed completed) {
        if (!debug) {
            return completed.event();
        }
        Map<String, Object> explained = new LinkedHashMap<>();
        explained.put("event", completed.event());
        explained.put("history", room.fit(completed.history()));
        return explained;
    }

    private Map<String, Object> problem(Outcome.Failed failed) {
        Failure failure = failed.failure();
        Map<String, Object> problem = failure.problem();
        if (debug) {
            problem.put("history", room.fit(failed.history()));
        }
        return problem;
    }
}
