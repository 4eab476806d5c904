package dev.krakenflow.observability.tracing;

import dev.krakenflow.engine.CallObserver;
import dev.krakenflow.engine.PathObserver;
import dev.krakenflow.plan.FunctionCall;
import io.opentelemetry.context.Context;
import java.util.Map;

/** Tells services that they need not make spans either. */
record UnsampledPath(Context context) implements PathObserver {

    @Override
    public CallObserver call(FunctionCall function) {
        return new CallObserver() {
            @Override
            public Map<String, String> begins(int attempt, Map<String, String> tracing) {
                return Headers.write(context);
            }
        };
    }
}
