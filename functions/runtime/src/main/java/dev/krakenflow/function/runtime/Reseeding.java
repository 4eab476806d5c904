package dev.krakenflow.function.runtime;

import java.security.SecureRandom;

/** Gives a source of random numbers something new in every copy of the process. */
final class Reseeding implements Suspendable {

    private static final int BYTES = 32;

    private final SecureRandom random;

    Reseeding(SecureRandom random) {
        this.random = random;
    }

    @Override
    public void suspend() {}

    /** What the system gives is of this copy alone; it is mixed into what is there. */
    @Override
    public void resume() {
        random.setSeed(new SecureRandom().generateSeed(BYTES));
    }
}
