package dev.krakenflow.expression;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a value when it is first needed, once, whatever thread asks. */
final class Once<T> implements Supplier<T> {

    private @Nullable Supplier<T> maker;
    private volatile @Nullable T value;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T made = value;
        return made == null ? make() : made;
    }

    private synchronized T make() {
        T made = value;
        if (made == null && maker != null) {
            made = maker.get();
            value = made;
            maker = null;
        }
        return java.util.Objects.requireNonNull(made);
    }
}
