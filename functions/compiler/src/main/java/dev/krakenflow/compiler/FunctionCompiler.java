package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.FunctionDefinition;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Retry;
import dev.krakenflow.plan.ServiceFunction;
import org.jspecify.annotations.Nullable;

/** Compiles the functions of one service. */
final class FunctionCompiler {
    /** The one template in {@code call}, where the rules of the client take it: plans hold it by itself. */
    private static final String IDEMPOTENCY_KEY = "idempotency_key";

    private final String module;
    private final VisibleHelpers helpers;
    private final TemplateChecks templates;
    private final SchemaSection schemas;
    private final Findings findings;

    /**
     * @param module canonical name of the service's client; empty when there is none
     * @param helpers those of the service
     */
    FunctionCompiler(String module, VisibleHelpers helpers, Expressions expressions, Findings findings) {
        this.module = module;
        this.helpers = helpers;
        this.templates = new TemplateChecks(expressions, helpers, findings);
        this.schemas = new SchemaSection(findings);
        this.findings = findings;
    }

    ServiceFunction compile(FunctionDefinition written) {
        String pointer = written.pointer();
        templates.object(written.prepare(), pointer + "/prepare", Scopes.RUN);
        templates.object(written.transform(), pointer + "/transform", Scopes.RUN);
        templates.object(written.error(), pointer + "/error", Scopes.ERROR);
        ObjectNode call = written.call() == null ? JsonNodeFactory.instance.objectNode() : written.call();
        JsonNode key = call.get(IDEMPOTENCY_KEY);
        templates.text(key, pointer + "/call/" + IDEMPOTENCY_KEY, Scopes.RUN);
        ServiceFunction function = new ServiceFunction(
                schemas.compile(written.input(), pointer + "/input"),
                written.prepare(),
                key == null ? call : call.deepCopy().without(IDEMPOTENCY_KEY),
                written.transform(),
                schemas.compile(written.output(), pointer + "/output"),
                written.error(),
                written.timeout() == null ? ServiceFunction.DEFAULT_TIMEOUT : written.timeout(),
                key,
                retry(written),
                PolicyCompiler.compile(written.policies()),
                PolicyCompiler.compile(written.cache(), templates));
        RetryCompiler.warnOfIdle(function.retry(), module, function, pointer + "/retry", findings);
        return function;
    }

    private @Nullable Retry retry(FunctionDefinition written) {
        return written.retry() == null ? null : RetryCompiler.compile(written.retry(), helpers, templates);
    }
}
