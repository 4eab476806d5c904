package dev.krakenflow.plan;

import java.util.List;

/** One step of a {@link Program}. {@link #next} is the index of the component behind it, or {@link Program#END}. */
public sealed interface Component
        permits Stage, Switch, Composer, Plug, Parallel, Mapping, GotoPoint, Goto, Done, DeadEnd, Raise, Tbd {

    Place place();

    int next();

    /** The type as it is written in definitions, in kebab-case. */
    String type();

    /** What becomes of an event that fails here: the first that matches counts. */
    default List<Catch> catches() {
        return List.of();
    }
}
