package dev.krakenflow.function.pipeline;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.function.http.Answer;
import java.util.List;
import java.util.Map;

/** What a caster is told of one event. */
sealed interface CastTicket {

    /** It was taken. */
    record Taken(String reference) implements CastTicket {
        public Taken {
            requireNonNull(reference);
        }
    }

    /** It was not. */
    record Refused(Failure failure) implements CastTicket {
        public Refused {
            requireNonNull(failure);
        }
    }

    /** The answer to a cast of one event. */
    static Answer answer(CastTicket ticket) {
        return switch (ticket) {
            case Taken taken -> accepted(taken.reference());
            case Refused refused -> Answer.problem(refused.failure());
        };
    }

    /** The answer to a list of events: what was refused stands in its place as its problem. */
    static Answer answer(List<CastTicket> tickets) {
        Answer answer = accepted(tickets.stream().map(CastTicket::shown).toList());
        long refused = tickets.stream().filter(Refused.class::isInstance).count();
        return refused == 0 ? answer : answer.with(Results.FAILED, Long.toString(refused));
    }

    private static Object shown(CastTicket ticket) {
        return switch (ticket) {
            case Taken taken -> taken.reference();
            case Refused refused -> refused.failure().problem();
        };
    }

    private static Answer accepted(Object ok) {
        return new Answer(202, Map.of("content-type", "application/json"), Map.of("ok", ok));
    }
}
