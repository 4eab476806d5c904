package dev.krakenflow.engine;

import dev.krakenflow.plan.Component;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of components may name, where these stand.
 *
 * @param pipeline the pipeline that they are in
 * @param error whether a failure is in sight of all of them
 */
record ProgramScope(Ports ports, HelperScopes scopes, String pipeline, boolean error) {
    private static final String ERROR = "error";

    /** The same with a failure in sight. */
    ProgramScope withError() {
        return error ? this : new ProgramScope(ports, scopes, pipeline, true);
    }

    /** The fields of a component, with the variables that it has for itself. */
    Fields fields(Component component, String... own) {
        List<String> variables = new ArrayList<>(List.of(own));
        variables.add("event");
        variables.add("context");
        if (error) {
            variables.add(ERROR);
        }
        return new Fields(
                ports.expressions(), scopes.scope(component.place().helpers(), variables.toArray(String[]::new)));
    }

    /** What catches the failures of a component; null: nothing does. */
    @Nullable Catches catches(Component component) {
        return component.catches().isEmpty()
                ? null
                : CatchLoader.load(component, withError().fields(component));
    }
}
