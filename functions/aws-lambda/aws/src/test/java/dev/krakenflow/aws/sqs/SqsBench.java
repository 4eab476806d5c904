package dev.krakenflow.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastReference;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Deliveries for tests. */
final class SqsBench {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SqsBench() {}

    /** A delivery of one event, whose x is this JSON text. */
    static CastMessage message(String pipeline, String x) {
        return new CastMessage(pipeline, List.of(event(x)), Map.of());
    }

    static CastEvent event(String x) {
        return new CastEvent(CastReference.next(RANDOM), ("{\"x\":" + x + "}").getBytes(UTF_8), null, null);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
