package dev.krakenflow.function.http;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.CompositeException;
import org.jboss.logging.Logger;

/** Makes a failure of whatever a request ended with. */
public final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    /**
     * The failure to answer. What nobody expected is logged here, once, and answered without a word about it.
     */
    public static Failure of(Throwable thrown) {
        return switch (thrown) {
            case RequestException refused -> refused.failure();
            case StoreUnavailableException away ->
                Failure.of(FailureCode.STORE_UNAVAILABLE, "the store does not answer; try again a little later");
            case CompositeException several -> of(several.getCauses().get(0));
            default -> unexpected(thrown);
        };
    }

    private static Failure unexpected(Throwable thrown) {
        LOG.error("A request failed in a way nobody expected", thrown);
        return Failure.of(FailureCode.INTERNAL, "the reason is in the log of the function");
    }
}
