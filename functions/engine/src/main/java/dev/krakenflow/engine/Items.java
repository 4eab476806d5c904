package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.plan.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The items of one visit of a map. Keeps what came of them only where a transform asks for it. */
final class Items implements Parts {
    private final Mapping component;
    private final ProgramRunner program;
    private final Map<String, Object> first;
    private final List<?> items;
    private final List<Object> results;
    private final SortedMap<Integer, Failure> failures = new TreeMap<>();

    Items(Mapping component, ProgramRunner program, Map<String, Object> event, List<?> items) {
        this.component = component;
        this.program = program;
        this.first = at(EventChange.with(EventChange.compact(event), component.as(), JsonNull.VALUE), 0);
        this.items = items;
        this.results = component.transform() == null
                ? List.of()
                : new ArrayList<>(Collections.nCopies(items.size(), JsonNull.VALUE));
    }

    @Override
    public int count() {
        return items.size();
    }

    @Override
    public ProgramRunner program(int index) {
        return program;
    }

    @Override
    public Map<String, Object> event(int index) {
        return at(EventChange.with(first, component.as(), items.get(index)), index);
    }

    private Map<String, Object> at(Map<String, Object> event, int index) {
        return component.at() == null ? event : EventChange.with(event, component.at(), index);
    }

    @Override
    public @Nullable String branch(int index) {
        return null;
    }

    @Override
    public void completed(int index, Map<String, Object> result) {
        if (component.transform() != null) {
            results.set(index, result);
        }
    }

    @Override
    public void failed(int index, Failure failure) {
        if (component.transform() != null) {
            failures.put(index, failure);
        }
    }

    /** The events that came of the items in their order; null for one that gave none. */
    List<Object> results() {
        return results;
    }

    /** The problems of those that failed, in the order of the items. */
    List<Object> problems() {
        List<Object> problems = new ArrayList<>(failures.size());
        failures.forEach((index, failure) -> problems.add(problem(index, failure)));
        return problems;
    }

    /** In the form of an event, because there can be as many of them. */
    private static Map<String, Object> problem(int index, Failure failure) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("index", index);
        problem.put("problem", EventChange.merged(Map.of(), failure.problem(), List.of()));
        return EventChange.merged(Map.of(), problem, List.of());
    }
}
