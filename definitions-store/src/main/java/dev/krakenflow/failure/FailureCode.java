package dev.krakenflow.failure;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every failure code of its own that a caller can meet, with the HTTP status it is answered with. The codes
 * {@code http.<status>} of services and the types of {@code raise} come beside these; see {@link Failure}.
 */
public enum FailureCode {
    MALFORMED_JSON("malformed-json", 400, "The body cannot be read", false),
    NO_TYPE("no-type", 400, "The event has no type", false),
    INVALID_REQUEST("invalid-request", 400, "The request is not valid", false),
    UNAUTHORIZED("unauthorized", 401, "A valid token is needed", false),
    PIPELINE_UNDEFINED("pipeline-undefined", 404, "There is no such pipeline", false),
    SERVICE_UNDEFINED("service-undefined", 404, "There is no such service", false),
    FUNCTION_UNDEFINED("function-undefined", 404, "There is no such service function", false),
    HELPER_UNDEFINED("helper-undefined", 404, "There is no such helper library", false),
    VERSION_UNDEFINED("version-undefined", 404, "There is no such version", false),
    NO_ROUTE_FOR_TYPE("no-route-for-type", 404, "No route leads from this type to a pipeline", false),
    NOT_FOUND("not-found", 404, "There is nothing at this address", false),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not allowed here", false),
    PIPELINE_NOT_READY("pipeline-not-ready", 409, "The pipeline is not started", false),
    SERVICE_NOT_READY("service-not-ready", 409, "The service is not ready", false),
    ALREADY_STARTED("already-started", 409, "It is started already", false),
    IN_PROGRESS("in-progress", 409, "A run with this key is still going on", true),
    IN_USE("in-use", 409, "It is in use", false),
    CONFLICT("conflict", 409, "Somebody else changed this at the same time", false),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large", false),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not understood here", false),
    INVALID_EVENT("invalid-event", 422, "An event must be a JSON object", false),
    INVALID_INPUT("invalid-input", 422, "The input does not match its schema", false),
    INVALID_DEFINITION("invalid-definition", 422, "The definition has problems", false),
    IDEMPOTENCY_MISMATCH("idempotency-mismatch", 422, "This key was used with another event", false),
    TOO_MANY_ITEMS("too-many-items", 422, "There are too many items", false),
    TOO_MANY_EVENTS("too-many-events", 422, "There are too many events", false),
    EXPRESSION("expression", 500, "An expression failed", false),
    NO_BRANCH("no-branch", 500, "No branch has this name", false),
    LOOP_LIMIT("loop-limit", 500, "The run passed too many components", false),
    INTERNAL("internal", 500, "Something unexpected happened", false),
    NOT_IMPLEMENTED("not-implemented", 501, "This cannot be done here", false),
    COMMUNICATION("communication", 502, "The service could not be reached", false),
    BAD_RESPONSE("bad-response", 502, "The answer of the service cannot be used", false),
    INVALID_OUTPUT("invalid-output", 502, "The output does not match its schema", false),
    EGRESS_DENIED("egress-denied", 502, "This address may not be called", false),
    ALL_FAILED("all-failed", 502, "All branches failed", false),
    CIRCUIT_OPEN("circuit-open", 503, "The circuit breaker is open", true),
    BULKHEAD_FULL("bulkhead-full", 503, "Too many calls at once", true),
    RATE_LIMITED("rate-limited", 503, "Too many calls in this time", true),
    STORE_UNAVAILABLE("store-unavailable", 503, "The store cannot be reached", true),
    MEMO_CONFLICT("memo-conflict", 503, "The memo was changed by others for too long", true),
    OVERLOADED("overloaded", 503, "Too much is under way at the moment", true),
    QUEUE_UNAVAILABLE("queue-unavailable", 503, "No consumer takes events at the moment", true),
    TIMEOUT("timeout", 504, "It took too long", false),
    BUDGET_EXHAUSTED("budget-exhausted", 504, "The time for this run is used up", false);

    private static final Map<String, FailureCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FailureCode::code, Function.identity()));

    private final String code;
    private final int status;
    private final String title;
    private final boolean later;

    FailureCode(String code, int status, String title, boolean later) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.later = later;
    }

    /** The code as callers see it, in kebab-case. */
    public String code() {
        return code;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** A sentence that is the same for every failure of this code. */
    public String title() {
        return title;
    }

    /** Whether the same request may succeed a little later, so that the answer carries {@code Retry-After}. */
    public boolean later() {
        return later;
    }

    /** The code with this name, if it is one of these. */
    public static Optional<FailureCode> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
