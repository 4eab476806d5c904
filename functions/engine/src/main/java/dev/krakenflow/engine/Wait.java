package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import org.jspecify.annotations.Nullable;

/** A path that waits for one answer. The answer may come from any thread; everything else happens in turns. */
final class Wait {

    /** What the component does with the answer. */
    @FunctionalInterface
    interface Then {

        /** @return as {@link ComponentRunner#enter} */
        int goOn(@Nullable Object item);
    }

    private final PathLoop loop;
    private final Then then;
    private final boolean lasts;
    private @Nullable Object item;
    private @Nullable Throwable failure;
    private @Nullable Cancellable subscription;

    /** @param lasts whether it goes on when the path is cancelled */
    Wait(PathLoop loop, Then then, boolean lasts) {
        this.loop = loop;
        this.then = then;
        this.lasts = lasts;
    }

    boolean lasts() {
        return lasts;
    }

    /** Subscribes; the answer may come before this returns, and takes its turn behind the one that goes on. */
    void on(Uni<?> answer) {
        subscription = answer.subscribe().with(this::item, this::failure);
    }

    /** Begins the parts of a component, which tell their end to this. */
    void on(FanOut parts) {
        subscription = parts;
        parts.begin(this);
    }

    void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    /** Goes on with the component. */
    int then() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return then.goOn(item);
    }

    /** The answer is there. */
    void item(@Nullable Object answer) {
        item = answer;
        loop.answered(this);
    }

    /** The answer is there, in a turn that has nothing else to do. */
    void itemInTurn(@Nullable Object answer) {
        item = answer;
        loop.goesOn(this);
    }

    /** There is none. */
    void failure(Throwable thrown) {
        failure = thrown;
        loop.answered(this);
    }
}
