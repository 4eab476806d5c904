package dev.krakenflow.client.http.testing.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the server can do, each under a name of its own. With {@code meet-} in front of its name it is done when two
 * requests of the key have been under way at the same time.
 */
public final class Faults {
    private static final String MEET = "meet-";
    private static final Map<String, Fault> BY_NAME = Stream.of(
                    RightAnswers.list(),
                    RightAnswers.partings(),
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

    /** Those that end by themselves, or by what the client reads. */
    public static List<Fault> ends() {
        return all().stream().filter(fault -> !fault.isEndedByTime()).toList();
    }

    /** Those that nothing but time ends. */
    public static List<Fault> waits() {
        return all().stream().filter(Fault::isEndedByTime).toList();
    }

    /** Those that say that the service is not well. */
    public static List<Fault> ills() {
        return all().stream().filter(fault -> !fault.isRefusal()).toList();
    }

    /** Those that say that the request is not well: a service that does what it should. */
    public static List<Fault> refusals() {
        return all().stream().filter(Fault::isRefusal).toList();
    }

    /** Whole answers, some of which look wrong. */
    public static List<Fault> harmless() {
        return RightAnswers.list();
    }

    /** Whole answers behind which the connection ends, without a word. */
    public static List<Fault> partings() {
        return RightAnswers.partings();
    }

    /** @throws IllegalArgumentException when there is none */
    public static Fault named(String name) {
        if (name.startsWith(MEET)) {
            return meeting(named(name.substring(MEET.length())));
        }
        Fault fault = BY_NAME.get(name);
        if (fault == null) {
            throw new IllegalArgumentException("there is no fault " + name);
        }
        return fault;
    }

    private static Fault meeting(Fault fault) {
        return new Fault(MEET + fault.name(), fault.outcome(), client -> {
            client.awaitAnother();
            fault.reply().to(client);
        });
    }
}
