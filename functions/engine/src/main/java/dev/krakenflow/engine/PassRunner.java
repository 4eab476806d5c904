package dev.krakenflow.engine;

import dev.krakenflow.plan.Component;

/** Passes the event as it is: a goto-point, a tbd. */
record PassRunner(Component component) implements ComponentRunner {

    @Override
    public boolean evaluates() {
        return false;
    }

    @Override
    public int enter(Path path) {
        return component.next();
    }
}
