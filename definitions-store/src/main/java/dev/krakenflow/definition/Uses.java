package dev.krakenflow.definition;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of other definitions in one, whether these are defined or not, in the order written.
 *
 * @param services those that components call
 * @param helpers the helper libraries that expressions see
 * @param pipelines those that are plugged
 */
public record Uses(Set<String> services, Set<String> helpers, Set<String> pipelines) {
    public Uses {
        services = copy(services);
        helpers = copy(helpers);
        pipelines = copy(pipelines);
    }

    private static Set<String> copy(Set<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /** Collects names; used by one thread. */
    static final class Builder {
        private final Set<String> services = new LinkedHashSet<>();
        private final Set<String> helpers = new LinkedHashSet<>();
        private final Set<String> pipelines = new LinkedHashSet<>();

        void service(@Nullable FunctionReference reference) {
            if (reference != null) {
                services.add(reference.service());
            }
        }

        void helper(HelperReference reference) {
            helpers.add(reference.library());
        }

        void pipeline(@Nullable String name) {
            if (name != null) {
                pipelines.add(name);
            }
        }

        Uses build() {
            return new Uses(services, helpers, pipelines);
        }
    }
}
