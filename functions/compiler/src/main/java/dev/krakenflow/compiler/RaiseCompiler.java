package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.definition.RaiseDefinition;
import dev.krakenflow.definition.RaisedErrorDefinition;
import dev.krakenflow.plan.Raise;
import java.util.Set;

/** Compiles {@code raise}. */
final class RaiseCompiler {
    /** Takes the place of what was not written, which was reported: the program it stands in is never run. */
    private static final JsonNode NOTHING = TextNode.valueOf("");

    private RaiseCompiler() {}

    static Raise compile(RaiseDefinition raise, ComponentSite site) {
        site.condition(raise.condition());
        RaisedErrorDefinition error = raise.error();
        if (error == null) {
            return new Raise(site.place(), site.next(), raise.condition(), NOTHING, null, null);
        }
        check(error, site.templates(), site.variables());
        JsonNode type = error.type() == null ? NOTHING : error.type();
        return new Raise(site.place(), site.next(), raise.condition(), type, error.status(), error.detail());
    }

    private static void check(RaisedErrorDefinition error, TemplateChecks templates, Set<String> variables) {
        // What is literal was checked when it was read.
        templates.any(error.type(), error.pointer() + "/type", variables);
        templates.any(error.status(), error.pointer() + "/status", variables);
        templates.any(error.detail(), error.pointer() + "/detail", variables);
    }
}
