package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.Upstream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pause that a failure asks for: the service's {@code Retry-After} (RFC 9110, 10.2.3), or our own. */
final class RetryAfter {
    private static final String HEADER = "retry-after";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private RetryAfter() {}

    /** Zero when it asks for none that can be read. Longer than any run at most. */
    static Duration of(Failure failure, Instant now) {
        Duration own = Duration.ofSeconds(failure.retryAfter());
        Upstream upstream = failure.upstream();
        Duration asked = upstream == null ? null : read(upstream.headers().get(HEADER), now);
        return asked == null || asked.compareTo(own) < 0 ? own : asked;
    }

    private static @Nullable Duration read(@Nullable Object header, Instant now) {
        if (!(header instanceof String text)) {
            return null;
        }
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException | ArithmeticException unreadable) {
            return null;
        }
    }
}
