package dev.krakenflow.failure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One failure of a run or a request, as a value. {@code detail} says what, where and what was expected; it never holds
 * a secret, a stack trace or an event.
 *
 * @param type the problem's URI, {@code urn:kraken:<code>} unless a definition raised another
 * @param code a name of {@link FailureCode}, {@code http.<status>}, or the type of a {@code raise}
 * @param status the HTTP status of the problem
 * @param title a sentence that is the same for every failure of this code
 * @param detail what happened
 * @param place where it happened; {@link FailurePlace#NOWHERE} for failures of the request itself
 * @param attempts the number of calls made, for failures of services; 0 for all others
 * @param upstream what the service answered, if it did
 * @param members more members of the problem, such as {@code errors}; JSON values, in order
 * @param retryAfter whole seconds after which the same may succeed; 0: not known
 */
public record Failure(
        String type,
        String code,
        int status,
        String title,
        String detail,
        FailurePlace place,
        int attempts,
        @Nullable Upstream upstream,
        Map<String, Object> members,
        long retryAfter) {

    /** How the types of failures begin that are named by their code. */
    static final String OWN_TYPES = "urn:kraken:";

    public Failure {
        requireNonNull(type);
        requireNonNull(code);
        requireNonNull(title);
        requireNonNull(detail);
        requireNonNull(place);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        if (retryAfter < 0) {
            throw new IllegalArgumentException("nothing succeeds in the past");
        }
    }

    /** A failure of which is not known when the same may succeed. */
    public Failure(
            String type,
            String code,
            int status,
            String title,
            String detail,
            FailurePlace place,
            int attempts,
            @Nullable Upstream upstream,
            Map<String, Object> members) {
        this(type, code, status, title, detail, place, attempts, upstream, members, 0);
    }

    /** A failure of one of our own codes, at no place yet. */
    public static Failure of(FailureCode code, String detail) {
        return new Failure(
                OWN_TYPES + code.code(),
                code.code(),
                code.status(),
                code.title(),
                detail,
                FailurePlace.NOWHERE,
                0,
                null,
                Map.of());
    }

    /** The failure {@code http.<status>}: a service answered with a status that is not accepted. Answered as 502. */
    public static Failure ofUpstream(Upstream upstream, String detail) {
        String code = "http." + upstream.status();
        return new Failure(
                OWN_TYPES + code,
                code,
                502,
                "The service answered with a failure",
                detail,
                FailurePlace.NOWHERE,
                0,
                upstream,
                Map.of());
    }

    /**
     * A failure that a definition raised.
     *
     * @param type a name in kebab-case that is none of our own codes, or a URI, see {@link RaisedTypes#isRaisable}
     */
    public static Failure ofRaise(String type, int status, String detail) {
        if (!RaisedTypes.isRaisable(type)) {
            throw new IllegalArgumentException("nothing can be raised as this");
        }
        return new Failure(
                RaisedTypes.isName(type) ? OWN_TYPES + type : type,
                RaisedTypes.code(type),
                status,
                "The pipeline raised a failure",
                detail,
                FailurePlace.NOWHERE,
                0,
                null,
                Map.of());
    }

    /** Whether a definition raised it: no failure of ours has such a type or code. */
    public boolean raised() {
        return !type.startsWith(OWN_TYPES) || RaisedTypes.isRaisable(code);
    }

    public boolean is(FailureCode other) {
        return code.equals(other.code());
    }

    public Failure at(FailurePlace newPlace) {
        return new Failure(type, code, status, title, detail, newPlace, attempts, upstream, members, retryAfter);
    }

    public Failure withAttempts(int newAttempts) {
        return new Failure(type, code, status, title, detail, place, newAttempts, upstream, members, retryAfter);
    }

    /** This failure with one more member of its problem, behind those it has. */
    public Failure with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Failure(type, code, status, title, detail, place, attempts, upstream, more, retryAfter);
    }

    /** This failure, which may be gone after a pause: whole seconds, any part of one is a second, at least 1. */
    public Failure withRetryAfter(Duration pause) {
        long seconds = pause.plusNanos(999_999_999).toSeconds();
        return new Failure(type, code, status, title, detail, place, attempts, upstream, members, Math.max(1, seconds));
    }

    /**
     * The problem of RFC 9457 as a JSON object. What is not known is left out, and what the service answered never
     * appears; secrets in texts do.
     */
    public Map<String, Object> problem() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        put(problem, "instance", place.instance());
        problem.put("code", code);
        put(problem, "pipeline", place.pipeline());
        put(problem, "component", place.component());
        put(problem, "step", place.step());
        put(problem, "service", place.service());
        put(problem, "function", place.function());
        put(problem, "attempts", attempts > 0 ? attempts : null);
        put(problem, "event_id", place.eventId());
        members.forEach(problem::putIfAbsent);
        return problem;
    }

    private static void put(Map<String, Object> problem, String name, @Nullable Object value) {
        if (value != null) {
            problem.put(name, value);
        }
    }
}
