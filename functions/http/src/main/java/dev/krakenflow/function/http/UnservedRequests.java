package dev.krakenflow.function.http;

import dev.krakenflow.failure.FailureCode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers, as problems, the requests that no handler answers: those that fail on their way (a request that HTTP does not
 * allow does before any handler sees it) and those that were let through to the platform, which has nothing there.
 * Without it the platform would answer in its own words, and log what callers do wrong. Stateless, thread-safe.
 */
final class UnservedRequests {

    /** Just before the platform's own answer to what nothing serves. */
    private static final int BEHIND_ALL_OTHERS = Integer.MAX_VALUE - 1;

    private static final int FIRST_OF_OURS = 500;

    private UnservedRequests() {}

    /** Takes over what nothing else of this router answers. */
    static void answerIn(Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(UnservedRequests::failed);
        router.route().order(BEHIND_ALL_OTHERS).handler(UnservedRequests::unknown);
    }

    private static void unknown(RoutingContext context) {
        new Reply(context).refuse(RequestException.of(FailureCode.NOT_FOUND, "no such path"));
    }

    private static void failed(RoutingContext context) {
        Throwable failure = context.failure();
        int status = context.statusCode();
        boolean ofTheCaller = status > 0 && status < FIRST_OF_OURS;
        new Reply(context).refuse(ofTheCaller ? refusal(status) : unexpected(failure, status));
    }

    private static RequestException refusal(int status) {
        return switch (status) {
            case 401, 403 -> RequestException.of(FailureCode.UNAUTHORIZED, "the platform refuses this request");
            case 404 -> RequestException.of(FailureCode.NOT_FOUND, "no such path");
            case 405 -> RequestException.of(FailureCode.METHOD_NOT_ALLOWED, "the path is not for this method");
            case 413 -> RequestException.of(FailureCode.PAYLOAD_TOO_LARGE, "the body is too large");
            case 415 -> RequestException.of(FailureCode.UNSUPPORTED_MEDIA_TYPE, "the body is of another type");
            default -> RequestException.invalid("the request is not as HTTP wants it, its Host header or its address");
        };
    }

    private static Throwable unexpected(@Nullable Throwable failure, int status) {
        return failure != null ? failure : new IllegalStateException("a request failed with the status " + status);
    }
}
