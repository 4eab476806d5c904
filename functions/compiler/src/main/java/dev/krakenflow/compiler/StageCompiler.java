package dev.krakenflow.compiler;

import dev.krakenflow.definition.CompensationDefinition;
import dev.krakenflow.definition.StageDefinition;
import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Compensation;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Retry;
import dev.krakenflow.plan.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles stages. */
final class StageCompiler {
    private final ServiceLinks services;
    private final NamedRetries retries;

    StageCompiler(PipelineContext context) {
        this.services = context.services();
        this.retries = context.retries();
    }

    Stage compile(StageDefinition stage, ComponentSite site, List<Catch> catches) {
        site.condition(stage.condition());
        site.object(stage.prepare(), "prepare");
        site.object(stage.transform(), "transform");
        FunctionCall call = services.link(stage.service(), site.pointer());
        Retry retry = retries.link(stage.retry(), site);
        services.warnOfIdle(retry, call, site.pointer("retry"));
        return new Stage(
                site.place(),
                site.next(),
                stage.condition(),
                stage.prepare(),
                call,
                stage.transform(),
                stage.remove(),
                stage.timeout(),
                retry,
                catches,
                compensation(stage.compensation(), site));
    }

    /** The undoing of a stage, which comes when it is long over: no failure that was caught before is seen then. */
    private @Nullable Compensation compensation(@Nullable CompensationDefinition written, ComponentSite site) {
        if (written == null) {
            return null;
        }
        String pointer = written.pointer();
        site.templates().object(written.prepare(), pointer + "/prepare", Scopes.RUN);
        FunctionCall call = services.link(written.service(), pointer);
        Retry retry = retries.link(written.retry(), site);
        services.warnOfIdle(retry, call, pointer + "/retry");
        // Without a service it was reported; the program it stands in is never run.
        return call == null ? null : new Compensation(call, written.prepare(), written.timeout(), retry);
    }
}
