package dev.krakenflow.engine;

import dev.krakenflow.plan.Component;

/** Passes the event as it is: a goto-point, a tbd. */
record PassRunner(Component component) implements ComponentRunner {

    @Override
    public int cost() {
        return 1;
    }

    @Override
    public int enter(Path path) {
        return component.next();
    }
}
