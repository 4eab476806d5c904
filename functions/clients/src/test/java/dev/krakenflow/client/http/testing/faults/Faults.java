package dev.krakenflow.client.http.testing.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the server can do, each under a name of its own. */
public final class Faults {
    private static final Map<String, Fault> BY_NAME = Stream.of(
                    RightAnswers.list(),
                    RightAnswers.partings(),
                    RightAnswers.meetings(),
                    EarlyEnds.list(),
                    BrokenHeads.list(),
                    BrokenLengths.list(),
                    BrokenChunks.list(),
                    BrokenCodings.list(),
                    BrokenJson.list(),
                    EndlessAnswers.list(),
                    SlowAnswers.list(),
                    Statuses.list())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Fault::name, Function.identity()));

    private Faults() {}

    /** Those that no client should take for an answer, in the order of their names. */
    public static List<Fault> all() {
        return BY_NAME.values().stream()
                .filter(fault -> !fault.isWell())
                .sorted(Comparator.comparing(Fault::name))
                .toList();
    }

    /** Whole answers, some of which look wrong. */
    public static List<Fault> harmless() {
        return RightAnswers.list();
    }

    /** Whole answers behind which the connection ends, without a word. */
    public static List<Fault> partings() {
        return RightAnswers.partings();
    }

    static Fault named(String name) {
        Fault fault = BY_NAME.get(name);
        if (fault == null) {
            throw new IllegalArgumentException("there is no fault " + name);
        }
        return fault;
    }
}
