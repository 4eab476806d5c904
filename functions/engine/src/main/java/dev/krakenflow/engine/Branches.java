package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The branches of one visit of a parallel: all get the same event, which is never changed. */
final class Branches implements Parts {
    static final String ERRORS = "errors";

    private final List<BranchRunner> branches;
    private final Map<String, Object> event;
    private final @Nullable Map<String, Object>[] results;
    private final @Nullable Failure[] failures;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Branches(List<BranchRunner> branches, Map<String, Object> event) {
        this.branches = branches;
        this.event = EventChange.compact(event);
        this.results = new Map[branches.size()];
        this.failures = new Failure[branches.size()];
    }

    @Override
    public int count() {
        return branches.size();
    }

    @Override
    public ProgramRunner program(int index) {
        return branches.get(index).program();
    }

    @Override
    public Map<String, Object> event(int index) {
        return event;
    }

    @Override
    public String branch(int index) {
        return branches.get(index).name();
    }

    @Override
    public void completed(int index, Map<String, Object> result) {
        results[index] = result;
    }

    @Override
    public void failed(int index, Failure failure) {
        failures[index] = failure;
    }

    /** The results by the names of their branches. */
    Map<String, Object> results() {
        Map<String, Object> named = LinkedHashMap.newLinkedHashMap(results.length + 1);
        for (int i = 0; i < results.length; i++) {
            Map<String, Object> result = results[i];
            if (result != null) {
                named.put(branch(i), result);
            }
        }
        return named;
    }

    /** The problems of those that failed, by the names of their branches. */
    Map<String, Object> problems() {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < failures.length; i++) {
            Failure failure = failures[i];
            if (failure != null) {
                named.put(branch(i), failure.problem());
            }
        }
        return named;
    }

    /** What the branches changed in the event, those of later branches before those of earlier ones. */
    Map<String, Object> changes() {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (Map<String, Object> result : results) {
            if (result != null && result != event) {
                EventChange.collect(event, result, changes);
            }
        }
        return changes;
    }

    private static Map<String, Object> error(String branch, Object problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("branch", branch);
        error.put("problem", problem);
        return error;
    }

    /** The failure {@code all-failed}, when there is no result because branches failed; null else. */
    @Nullable Failure allFailed() {
        List<Map<String, Object>> errors = new ArrayList<>();
        problems().forEach((branch, problem) -> errors.add(error(branch, problem)));
        if (errors.isEmpty() || !results().isEmpty()) {
            return null;
        }
        String detail = errors.size() + " of " + branches.size() + " branches failed, and no other gave an event";
        return Failure.of(FailureCode.ALL_FAILED, detail).with(ERRORS, errors);
    }
}
