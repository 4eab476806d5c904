package dev.krakenflow.function.pipeline;

import dev.krakenflow.store.Position;
import dev.krakenflow.store.Routing;
import java.util.Map;

/**
 * Which pipeline takes what, ready to be asked. Immutable.
 *
 * @param position where the store stood before it was read
 * @param routes an event's type → pipeline
 * @param triggers finds a pipeline by method and path
 */
record RoutingTable(Position position, Map<String, String> routes, TriggerTree triggers) {

    static RoutingTable of(Routing routing) {
        return new RoutingTable(routing.position(), routing.routes(), new TriggerTree(routing.triggers()));
    }

    /** Whether this was read after the other; of two stores nobody can tell. */
    boolean isNewerThan(RoutingTable other) {
        return position.epoch().equals(other.position.epoch()) && position.revision() > other.position.revision();
    }
}
