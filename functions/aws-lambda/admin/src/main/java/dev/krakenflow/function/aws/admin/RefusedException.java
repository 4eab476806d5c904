package dev.krakenflow.function.aws.admin;

import dev.krakenflow.failure.Failure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An operation that was refused. Its message is what a person has to know: the code, the reason, the first problems. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_PROBLEMS = 10;

    RefusedException(Failure failure) {
        super(failure.code() + ": " + failure.detail()
                + problems(failure.problem().get("problems")));
    }

    /** Without a stack trace: it tells about the request, not about the function. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static String problems(@Nullable Object problems) {
        if (!(problems instanceof List<?> list)) {
            return "";
        }
        String first =
                list.stream().limit(MOST_PROBLEMS).map(RefusedException::line).collect(Collectors.joining());
        return list.size() > MOST_PROBLEMS ? first + "\n… and " + (list.size() - MOST_PROBLEMS) + " more" : first;
    }

    private static String line(Object problem) {
        return problem instanceof Map<?, ?> map ? "\n" + map.get("pointer") + ": " + map.get("message") : "";
    }
}
