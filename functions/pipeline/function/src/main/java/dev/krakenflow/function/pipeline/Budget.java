package dev.krakenflow.function.pipeline;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a call may take, from the moment that this is said. The time of its pipeline bounds it too.
 *
 * @param caller what its caller shortens it to; null: not at all
 * @param platform after that the platform ends everything, {@code finally} too; null: it does not
 */
public record Budget(@Nullable Duration caller, @Nullable Duration platform) {

    /** That of the pipeline alone. */
    public static final Budget OPEN = new Budget(null, null);

    /** What a platform leaves; null: any time. */
    public static Budget of(@Nullable Duration platform) {
        return platform == null ? OPEN : new Budget(null, platform);
    }
}
