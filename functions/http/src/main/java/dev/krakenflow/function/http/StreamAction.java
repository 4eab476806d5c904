package dev.krakenflow.function.http;

import io.smallrye.mutiny.Uni;

/** What a streamed endpoint does. Thread-safe; called on the event loop of the request, which it must not block. */
@FunctionalInterface
public interface StreamAction {

    /**
     * Decides about one request whose token was checked and whose body waits.
     *
     * @param request without its body
     * @return what answers it, with status 200, for this request alone; fails with {@link RequestException} where another
     *     status tells it, anything else is answered as {@code internal}
     */
    Uni<StreamedAnswer> open(Request request);
}
