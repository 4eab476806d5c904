package dev.krakenflow.observability.tracing;

import dev.krakenflow.engine.CallObserver;
import dev.krakenflow.engine.PathObserver;
import dev.krakenflow.observability.Stay;
import dev.krakenflow.observability.StayObserver;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Plug;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Makes a span of every component that one event comes into; that of a plug is the run of the pipeline in it. */
final class PathSpans extends StayObserver {
    private final Tracer tracer;
    private final Context around;
    private final SpanRoom room;

    /** @param around what the outermost components of the path are in */
    PathSpans(Tracer tracer, Context around, SpanRoom room) {
        this.tracer = tracer;
        this.around = around;
        this.room = room;
    }

    private PathSpans(PathSpans other, boolean last) {
        super(other, last);
        this.tracer = other.tracer;
        this.around = other.around;
        this.room = other.room;
    }

    @Override
    protected @Nullable Stay begin(String pipeline, Component component, @Nullable Stay plug) {
        if (!room.take()) {
            return null;
        }
        String name = component.place().name();
        Context parent = here();
        SpanBuilder builder = tracer.spanBuilder(component instanceof Plug it ? "run " + it.pipeline() : name)
                .setParent(parent)
                .setAttribute(Attribute.PIPELINE, pipeline)
                .setAttribute(Attribute.COMPONENT, name)
                .setAttribute(Attribute.TYPE, component.type());
        return new ComponentSpan(builder.startSpan(), parent, plug);
    }

    @Override
    protected StayObserver another(boolean last) {
        return new PathSpans(this, last);
    }

    @Override
    public CallObserver call(FunctionCall function) {
        return new CallSpans(tracer, here(), function, null);
    }

    /** A branch has its spans below the component that began it; which of several it is the components tell. */
    @Override
    public PathObserver branch(@Nullable String name) {
        return new PathSpans(tracer, here(), room);
    }

    private Context here() {
        return inside() instanceof ComponentSpan stay ? stay.context() : around;
    }
}
