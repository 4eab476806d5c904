package dev.krakenflow.function.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Lets streamed actions take requests whose bodies nobody has read. Thread-safe; one for a process. */
final class StreamPassage {

    private static final byte[] NOT_READ = {};

    private final Traffic traffic;

    StreamPassage(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Lets a streamed action take a request that traffic has let in, on its event loop. */
    void open(RoutingContext context, Reply reply, StreamAction action, Map<String, String> parameters) {
        context.request().pause();
        Request request = Request.of(context, parameters, NOT_READ);
        Uni.createFrom()
                .deferred(() -> action.open(request))
                .subscribe()
                .with(
                        answer -> reply.onItsLoop(() -> new HttpDuplex(context, reply, answer, traffic).begin()),
                        failure -> {
                            reply.refuse(failure);
                            traffic.leave();
                        });
    }
}
