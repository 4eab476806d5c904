package dev.krakenflow.infra.terraform;

import dev.krakenflow.infra.hcl.Evaluation;
import dev.krakenflow.infra.hcl.Expression;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the module {@code definitions} finds in a folder. */
final class DefinitionsModule {
    private static final TerraformModule MODULE = TerraformModule.of("definitions");

    private DefinitionsModule() {}

    /** Its outputs, by their names. */
    static Map<String, Object> outputs(Path folder) {
        Evaluation evaluation = withLocals(MODULE, Map.of("folder", folder.toString()));
        Map<String, Object> outputs = new TreeMap<>();
        MODULE.outputs()
                .forEach((name, output) -> outputs.put(
                        name, evaluation.value(output.body().value("value").orElseThrow())));
        return outputs;
    }

    /** With variables, and locals that are evaluated as far as that needs nothing else, in the order written. */
    static Evaluation withLocals(TerraformModule module, Map<String, ?> variables) {
        Map<String, Object> locals = new HashMap<>();
        Evaluation evaluation = new Evaluation(Map.of("var", variables, "local", locals));
        for (Map.Entry<String, Expression> local : module.locals().entrySet()) {
            locals.put(local.getKey(), evaluation.value(local.getValue()));
        }
        return evaluation;
    }
}
