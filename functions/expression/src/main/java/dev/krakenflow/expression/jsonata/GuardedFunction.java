package dev.krakenflow.expression.jsonata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of the library, done by us. Keeps the library's name and signature, so that partial application works. */
final class GuardedFunction extends SignedFunction {

    /** What a function does with its arguments; null is a missing value. */
    interface Body {
        @Nullable Object apply(Arguments arguments, Meter meter) throws Throwable;
    }

    private final Guard guard;
    private final Body body;

    /** @param method the library's name for the implementation, which tells how many parameters there are */
    GuardedFunction(String name, String signature, String method, Guard guard, Body body) {
        super(name, signature, method);
        this.guard = guard;
        this.body = body;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object call(@Nullable Object input, List arguments) {
        try {
            return body.apply(new Arguments(name(), (List<?>) arguments), guard.meter());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
