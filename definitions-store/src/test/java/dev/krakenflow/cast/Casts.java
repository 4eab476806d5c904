package dev.krakenflow.cast;

/** A queue and who consumes it. */
public interface Casts {

    CastQueue queue();

    /** Another one with each call. */
    CastConsumer consumer();
}
