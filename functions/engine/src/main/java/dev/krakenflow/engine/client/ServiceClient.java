package dev.krakenflow.engine.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;

/** An open client of one service, with its connections. Belongs to the process, not to a plan. Thread-safe. */
public interface ServiceClient {

    /** One function of the service; the options of {@code call} are read once, here. */
    ClientFunction function(String name, ObjectNode call);

    /** Lets go of everything; calls under way may finish. */
    Uni<Void> close();
}
