package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;

/** Reads documents as definitions, and finds everything that is wrong with their shape. Thread-safe. */
public final class DefinitionReader {
    /** Reads a pipeline; pointers of problems begin at the document's root. */
    public ReadDefinition<PipelineDefinition> pipeline(Document document) {
        return read(document, (json, findings) -> new PipelineReader(findings).read(json));
    }

    /** Reads a service; pointers of problems begin at the document's root. */
    public ReadDefinition<ServiceDefinition> service(Document document) {
        return read(document, (json, findings) -> new ServiceReader(findings).read(json));
    }

    /** Reads a helper library; pointers of problems begin at the document's root. */
    public ReadDefinition<HelperDefinition> helper(Document document) {
        return read(document, (json, findings) -> new HelperReader(findings).read(json));
    }

    /** Reads a table of routes; pointers of problems begin at the document's root. */
    public ReadDefinition<Routes> routes(Document document) {
        return read(document, (json, findings) -> new RoutesReader(findings).read(json));
    }

    private static <T> ReadDefinition<T> read(Document document, BiFunction<ObjectNode, Findings, T> reader) {
        Findings findings = new Findings();
        if (document.root() instanceof ObjectNode object) {
            T definition = reader.apply(object, findings);
            return new ReadDefinition<>(document, definition, findings.problems(), findings.warnings());
        }
        findings.problem(ProblemCode.WRONG_TYPE, "", "a definition is an object, not " + Shown.type(document.root()));
        T nothing = reader.apply(JsonNodeFactory.instance.objectNode(), new Findings());
        return new ReadDefinition<>(document, nothing, findings.problems(), findings.warnings());
    }
}
