package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

/**
 * A place that a {@link Goto} jumps to; passes the event.
 */
public record GotoPoint(Place place, int next) implements Component {
    public GotoPoint {
        requireNonNull(place);
    }

    @Override
    public String type() {
        return "goto-point";
    }
}
