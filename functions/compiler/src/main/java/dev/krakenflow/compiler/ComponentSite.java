package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.Place;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one component stands, and what its expressions see there.
 *
 * @param next the index of what is behind it
 * @param helpers the helpers that its expressions see
 * @param templates the checks of what sees these
 * @param variables those that its expressions may name, unless it says otherwise
 */
record ComponentSite(Place place, int next, VisibleHelpers helpers, TemplateChecks templates, Set<String> variables) {

    ComponentSite {
        requireNonNull(place);
        requireNonNull(helpers);
        requireNonNull(templates);
        variables = Set.copyOf(variables);
    }

    /** The same place, for expressions that may name these variables. */
    ComponentSite seeing(Set<String> others) {
        return new ComponentSite(place, next, helpers, templates, others);
    }

    /** JSON pointer of the component. */
    String pointer() {
        return place.pointer();
    }

    /** JSON pointer of one of its keys. */
    String pointer(String key) {
        return place.pointer() + "/" + key;
    }

    /** Checks {@code condition}, a boolean or an expression that gives one. */
    void condition(@Nullable JsonNode condition) {
        templates.condition(condition, pointer("condition"), variables);
    }

    /** Checks a template that makes an object, written under this key. */
    void object(@Nullable JsonNode template, String key) {
        templates.object(template, pointer(key), variables);
    }
}
