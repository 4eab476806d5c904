package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Jsonata.EntryCallback;
import com.dashjoin.jsonata.Jsonata.ExitCallback;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Parser.Symbol;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Meters one evaluation: told by the library when it enters and leaves a node, and asked by our functions. Once over a
 * bound it stays over it. Confined to the evaluating thread.
 */
final class Meter implements EntryCallback, ExitCallback {

    /** The clock is read every so many steps. */
    private static final int STEPS_PER_CHECK = 128;

    /** Elements of a list that cost as much as a step. */
    private static final int ELEMENTS_PER_STEP = 64;

    private final Limits limits;
    private final long deadline;
    private final long now = System.currentTimeMillis();
    private final Holdings holdings;
    private final Weights weights;
    private @Nullable BoundException stopped;
    private long steps;
    private long nextCheck = STEPS_PER_CHECK;
    private int depth;

    /**
     * @param deadline moment of {@link System#nanoTime()} at which the evaluation must end, if its time is not up before
     * @param walksWhole whether the library may walk all that a value holds
     */
    Meter(Limits limits, long deadline, boolean walksWhole) {
        this.limits = limits;
        long own = System.nanoTime() + limits.nanos();
        this.deadline = own - deadline < 0 ? own : deadline;
        this.holdings = new Holdings();
        this.weights = new Weights(limits.nodes(), walksWhole);
    }

    @Override
    public void callback(Symbol node, @Nullable Object input, Frame frame) {
        depth++;
        if (depth > limits.depth()) {
            throw stop("nested deeper than " + limits.depth() + " evaluations");
        }
        holdings.enter(depth);
        work(1);
    }

    @Override
    public void callback(Symbol node, @Nullable Object input, Frame frame, @Nullable Object result) {
        if (result instanceof Pattern) {
            throw new FunctionException("a regular expression cannot stand here");
        }
        check(result);
        if (!holdings.leave(depth, result)) {
            throw stop("made too much at once");
        }
        depth--;
    }

    /**
     * Checks a value that came into being, or was passed on, by its own size and by its size when written out. Asked for
     * every node: the commonest kinds come first.
     */
    void check(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return;
        }
        if (value instanceof String text) {
            checkLength(text.length());
        } else if (value instanceof List<?> list) {
            checkSize(list.size());
            checkWeight(list);
        } else if (value instanceof Map<?, ?> object) {
            checkSize(object.size());
            checkWeight(object);
        }
    }

    private void checkWeight(Object container) {
        if (!weights.isWithin(container)) {
            throw stop("a value of more than " + limits.nodes() + " parts when written out");
        }
    }

    /** Counts work that the library does not tell of. */
    void work(long done) {
        if (stopped != null) {
            throw stopped;
        }
        steps += done;
        if (steps > limits.steps()) {
            throw stop("more than " + limits.steps() + " steps");
        }
        if (steps >= nextCheck) {
            nextCheck = steps + STEPS_PER_CHECK;
            checkTime();
        }
    }

    void checkTime() {
        if (System.nanoTime() - deadline >= 0) {
            throw stop("took too long");
        }
    }

    void checkLength(long length) {
        if (length > limits.stringLength()) {
            throw stop("a string of more than " + limits.stringLength() + " characters");
        }
    }

    void checkSize(long size) {
        if (size > limits.listSize()) {
            throw stop("a list of more than " + limits.listSize() + " elements");
        }
        if (size >= ELEMENTS_PER_STEP) {
            work(size / ELEMENTS_PER_STEP);
        }
    }

    /** What a function of ours was given for one element is no longer held when it goes on to the next. */
    void release() {
        holdings.release(depth);
    }

    /** A value that was checked before has been changed. */
    void changed(Object value) {
        weights.forget();
        check(value);
    }

    BoundException stop(String reason) {
        if (stopped == null) {
            stopped = new BoundException(reason);
        }
        return stopped;
    }

    @Nullable BoundException stopped() {
        return stopped;
    }

    /** The evaluation's moment, in milliseconds since the epoch: the same for all of it. */
    long now() {
        return now;
    }

    Limits limits() {
        return limits;
    }
}
