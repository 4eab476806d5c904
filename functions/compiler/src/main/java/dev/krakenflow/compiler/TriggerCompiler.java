package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.definition.TriggerDefinition;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.HttpTrigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the triggers of one pipeline. One without a method or a path was reported, and is left out. */
final class TriggerCompiler {
    private static final int LEAST_STATUS = 200;
    private static final int MOST_STATUS = 599;

    private final TemplateChecks templates;
    private final VisibleHelpers helpers;
    private final Findings findings;

    TriggerCompiler(Expressions expressions, VisibleHelpers helpers, Findings findings) {
        this.templates = new TemplateChecks(expressions, helpers, findings);
        this.helpers = helpers;
        this.findings = findings;
    }

    List<HttpTrigger> compile(List<TriggerDefinition> written) {
        List<HttpTrigger> triggers = new ArrayList<>();
        for (TriggerDefinition trigger : written) {
            check(trigger, trigger.pointer() + "/response");
            String method = trigger.method();
            String path = trigger.path();
            if (method != null && path != null) {
                triggers.add(new HttpTrigger(
                        method,
                        path,
                        trigger.headers(),
                        helpers.libraries(),
                        trigger.status(),
                        trigger.responseHeaders(),
                        trigger.body()));
            }
        }
        return triggers;
    }

    private void check(TriggerDefinition trigger, String response) {
        status(trigger.status(), response + "/status");
        templates.object(trigger.responseHeaders(), response + "/headers", Scopes.RESPONSE);
        if (trigger.responseHeaders() instanceof ObjectNode headers) {
            new HeaderText(findings).headers(headers, response + "/headers");
        }
        templates.any(trigger.body(), response + "/body", Scopes.RESPONSE);
    }

    private void status(@Nullable JsonNode status, String pointer) {
        if (status == null || ExpressionText.isMeant(status)) {
            templates.any(status, pointer, Scopes.RESPONSE);
        } else if (!status.isNumber()) {
            findings.problem(
                    ProblemCode.WRONG_TYPE,
                    pointer,
                    "a status is a number or an expression, not " + Shown.type(status));
        } else if (!status.isInt() || status.intValue() < LEAST_STATUS || status.intValue() > MOST_STATUS) {
            findings.problem(ProblemCode.BAD_VALUE, pointer, "a status is from " + LEAST_STATUS + " to " + MOST_STATUS);
        }
    }
}
