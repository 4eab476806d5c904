package dev.krakenflow.store;

import java.util.Locale;

/** What can be defined under a name, or claimed by a definition. */
public enum Kind {
    SERVICES,
    PIPELINES,
    HELPERS,
    /** The one table of routes, {@link RecordKey#ROUTES}; its definition maps types of events to pipelines. */
    ROUTES,
    /** What a started service was started with beside its definition, under the service's name. */
    START_ARGUMENTS,
    /** Nothing is defined under it: a pipeline "uses" the shapes of its triggers, so that no other one takes them. */
    TRIGGERS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in paths and keys: {@code services}, {@code pipelines}, {@code helpers}, {@code routes}. */
    public String word() {
        return word;
    }
}
