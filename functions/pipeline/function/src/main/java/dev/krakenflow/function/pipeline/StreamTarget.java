package dev.krakenflow.function.pipeline;

import java.util.concurrent.atomic.AtomicReference;

/** Which pipeline takes an event of a stream. */
interface StreamTarget {

    /**
     * The name of the pipeline.
     *
     * @throws dev.krakenflow.function.http.RequestException when the event leads to none
     */
    String pipeline(Object event);

    /** The same for every event. */
    record Named(String pipeline) implements StreamTarget {
        @Override
        public String pipeline(Object event) {
            return pipeline;
        }
    }

    /** The one that the type of the event leads to, by the routes as they are when it comes, as far as they are known. */
    final class Typed implements StreamTarget {
        private final PlanCache plans;
        private final AtomicReference<RoutingTable> known;

        /** @param table the routes when the stream began */
        Typed(PlanCache plans, RoutingTable table) {
            this.plans = plans;
            this.known = new AtomicReference<>(table);
        }

        @Override
        public String pipeline(Object event) {
            // Without the store the routes stay as they are known.
            plans.routing().subscribe().with(known::set, away -> {});
            return EventTypes.pipeline(event, known.get().routes());
        }
    }
}
