package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

/**
 * A named placeholder: passes the event.
 */
public record Tbd(Place place, int next) implements Component {
    public Tbd {
        requireNonNull(place);
    }

    @Override
    public String type() {
        return "tbd";
    }
}
