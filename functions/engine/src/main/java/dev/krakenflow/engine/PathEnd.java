package dev.krakenflow.engine;

import java.util.Map;

/** Is told once how a path ended; never after a cancel. */
interface PathEnd {

    /** The event is the result of the program. */
    void completed(Map<String, Object> event);

    /** The event ended in a dead-end. */
    void ended();

    /** The event failed, at a known place. */
    void failed(RunException failed);
}
