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

    /** Whether earlier definitions are kept: of what users name and can go back to. */
    public boolean keepsVersions() {
        return switch (this) {
            case SERVICES, PIPELINES, HELPERS -> true;
            case ROUTES, START_ARGUMENTS, TRIGGERS -> false;
        };
    }

    /** The word in paths and keys: {@code services}, {@code pipelines}, {@code helpers}, {@code routes}. */
    public String word() {
        return word;
    }
}
