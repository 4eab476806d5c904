package dev.krakenflow.function.aws.admin;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.admin.KrakenAdmin;
import dev.krakenflow.function.aws.DirectInvocations;
import dev.krakenflow.function.aws.TimeLeft;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Administers by direct invocation, as {@code kraken-admin} does. What ends in a problem ends the invocation as an error, so
 * that whoever deploys with it sees that nothing was applied.
 */
@Singleton
final class DirectAdministration implements DirectInvocations {

    private final KrakenAdmin admin;

    DirectAdministration(KrakenAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Uni<Object> invoke(Map<?, ?> message, TimeLeft time) {
        return admin.run(message)
                .ifNoItem()
                .after(time.patience())
                .failWith(() -> RequestException.of(FailureCode.TIMEOUT, "it was not done in the time of the platform"))
                .onFailure()
                .transform(failure -> new RefusedException(Failures.of(failure)))
                .map(answer -> answer);
    }
}
