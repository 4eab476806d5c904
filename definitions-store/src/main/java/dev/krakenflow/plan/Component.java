package dev.krakenflow.plan;

/** One step of a {@link Program}. {@link #next} is the index of the component behind it, or {@link Program#END}. */
public sealed interface Component permits Stage, Switch, Composer, Plug, GotoPoint, Goto, Done, DeadEnd, Tbd {

    Place place();

    int next();

    /** The type as it is written in definitions, in kebab-case. */
    String type();
}
