package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

/**
 * The event ends here and gives no result.
 */
public record DeadEnd(Place place, int next) implements Component {
    public DeadEnd {
        requireNonNull(place);
    }

    @Override
    public String type() {
        return "dead-end";
    }
}
