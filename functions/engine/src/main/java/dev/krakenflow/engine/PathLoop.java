package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The loop over "the next component" of one path. A component that does not wait costs nothing but itself; one that waits
 * ends the turn, and the loop goes on in another turn when the answer is there. Everything here happens in {@link Turns}.
 */
final class PathLoop {
    private final Path path;
    private final Run run;
    private final Position position;
    private final Pace pace;
    private @Nullable Wait wait;

    /** @param pace shared with the paths that go on beside this one for the same component */
    PathLoop(Path path, Run run, Position position, Pace pace) {
        this.path = path;
        this.run = run;
        this.position = position;
        this.pace = pace;
    }

    Pace pace() {
        return pace;
    }

    /** Goes with an event that comes from outside, any JSON value, as far as it gets without waiting. */
    void enter(Object event) {
        int next;
        try {
            next = position.enters(event);
        } catch (Throwable thrown) {
            next = fail(thrown);
        }
        goOn(next);
    }

    /** Goes as far as it gets without waiting. */
    void goOn(int from) {
        int next = from;
        while (next >= 0 || next == ComponentRunner.END) {
            try {
                next = step(next);
            } catch (Throwable thrown) {
                next = fail(thrown);
            }
        }
        path.ends(next);
    }

    /** Subscribes now, and goes on when there is an answer. */
    int await(Uni<?> answer, Wait begun) {
        wait = begun;
        begun.on(answer);
        return ComponentRunner.WAITS;
    }

    /** Begins the parts, and goes on when they have ended. */
    int await(FanOut parts, Wait begun) {
        wait = begun;
        begun.on(parts);
        return ComponentRunner.WAITS;
    }

    /** The answer is there. Takes its turn. */
    void answered(Wait answered) {
        run.turns().add(() -> goesOn(answered));
    }

    /** The answer is there, and it is its turn. */
    void goesOn(Wait answered) {
        if (wait == answered && (answered.lasts() || !path.isCancelled())) {
            wait = null;
            goOn(answered);
        }
    }

    /**
     * Stops waiting, and with it the call under way.
     *
     * @return false: it waits for something that lasts, and goes on
     */
    boolean stop() {
        Wait under = wait;
        if (under == null) {
            return true;
        }
        if (under.lasts()) {
            return false;
        }
        wait = null;
        under.cancel();
        return true;
    }

    private void goOn(Wait answered) {
        int next;
        try {
            next = answered.then();
            if (!answered.lasts()) {
                next = left(next);
            }
        } catch (Throwable thrown) {
            next = fail(thrown);
        }
        goOn(next);
    }

    private int step(int next) {
        boolean done = next == ComponentRunner.END && position.frame().plugged() == null;
        if (!done && pace.wantsLook() && !mayGoOn(() -> goOn(path.isCancelled() ? ComponentRunner.WAITS : next))) {
            return ComponentRunner.WAITS;
        }
        return next >= 0 ? pass(next) : finish();
    }

    private int pass(int index) {
        ComponentRunner component = position.comesTo(index);
        pace.passed(component.evaluates());
        path.observer().entered(position.origin().pipeline(), component.component(), position.event());
        position.counts();
        return left(component.enter(path));
    }

    /** The event is at the end of its pipeline. */
    private int finish() {
        position.program().checkResult(position.event());
        return position.frame().finals() == null && path.undoesNothing() ? comeOut() : new Exit(path).completed();
    }

    /** The event comes out of its pipeline, back into the component that plugs it if there is one. */
    int comeOut() {
        if (position.frame().plugged() == null) {
            return Exit.RESULT;
        }
        pace.passed(true);
        Map<String, Object> result = position.event();
        PlugRunner plug = position.comesOut().plug();
        return left(plug.leave(path, result));
    }

    /** The event leaves a component. */
    int left(int next) {
        if (next == ComponentRunner.WAITS) {
            return next;
        }
        if (next == ComponentRunner.ENTERS) {
            return position.program().start();
        }
        if (next == ComponentRunner.DEAD_END) {
            path.observer().ended();
            position.leaves();
            return new Exit(path).ended();
        }
        path.observer().left(position.event(), position.visit().isSkipped());
        position.leaves();
        return next;
    }

    /** As {@link Pace#mayGoOn}, now and then. */
    boolean mayGoOn(Runnable later) {
        return !pace.wantsLook()
                || (!path.isCancelled() && pace.mayGoOn(position.visit().deadline(), later));
    }

    private int fail(Throwable thrown) {
        RunException failed = run.told(position.placed(thrown));
        path.letGo();
        return new Exit(path).failed(failed);
    }
}
