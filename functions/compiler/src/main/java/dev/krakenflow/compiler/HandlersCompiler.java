package dev.krakenflow.compiler;

import dev.krakenflow.definition.ComponentDefinition;
import dev.krakenflow.definition.HandlersDefinition;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles what a pipeline does at the end of a run: programs of their own, which see what failed. */
final class HandlersCompiler {
    private final PipelineContext context;

    HandlersCompiler(PipelineContext context) {
        this.context = context;
    }

    Handlers compile(HandlersDefinition written) {
        return new Handlers(
                program(written.onError()),
                program(written.lastly()),
                written.finallyTimeout() == null ? Handlers.DEFAULT_FINALLY_TIMEOUT : written.finallyTimeout());
    }

    private @Nullable Program program(@Nullable List<ComponentDefinition> components) {
        return components == null ? null : ProgramCompiler.compile(components, Scopes.ERROR, context);
    }
}
