package dev.krakenflow.engine;

/** What becomes of one event of an invocation. Everything here happens in {@link Turns}. */
interface EventRun {

    /** Starts with an event that comes from outside, any JSON value. */
    void start(Object event);

    /** Stops what goes on. It ends when that is undone, and its event has left its pipelines. */
    void cancel();
}
