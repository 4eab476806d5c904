package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The branches or items of one {@link FanOut}, numbered from 0 in their order, and what came of them. */
interface Parts {

    int count();

    /** What the part passes. */
    ProgramRunner program(int index);

    /** The event that goes through it. */
    Map<String, Object> event(int index);

    /** Its name; null: it is an item. */
    @Nullable String branch(int index);

    /** It ended with this event. Told at most once of each part, as {@link #failed}. */
    void completed(int index, Map<String, Object> event);

    /** It failed, and the others go on all the same. */
    void failed(int index, Failure failure);
}
