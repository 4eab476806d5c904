package dev.krakenflow.definition;

import java.util.Set;

/**
 * The paths that the functions have themselves, or keep for themselves: no trigger may begin so, and what is not found
 * there is the functions' to tell. Stateless, thread-safe.
 */
public final class ReservedPaths {
    private static final Set<String> FIRST_SEGMENTS = Set.of(
            "pipelines",
            "services",
            "helpers",
            "routes",
            "call",
            "cast",
            "stream",
            "apply",
            "export",
            "events",
            "kraken-call",
            "kraken-admin",
            "schemas",
            "openapi",
            "studio",
            "q");

    private ReservedPaths() {}

    /** Whether paths with this first segment, in exactly this spelling, are the functions' own. */
    public static boolean beginWith(String firstSegment) {
        return FIRST_SEGMENTS.contains(firstSegment);
    }
}
