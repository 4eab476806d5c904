package dev.krakenflow.function.http;

import java.util.List;
import java.util.Set;

/**
 * Who may learn that nothing is at an address. Where an admin side is served, everything that is not known to be of the
 * data side counts as its own: deny by default. Where both sides are served, words that no trigger may take are the
 * admin side's, but for those of calls, and other paths the data side's.
 */
final class UnknownPaths {

    /** First segments that are reserved for the functions themselves. */
    private static final Set<String> RESERVED = Set.of(
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

    /** First segments, and second ones behind {@code pipelines}, of paths that call something: the data side's own. */
    private static final Set<String> CALLING = Set.of("call", "cast", "stream", "events", "kraken-call");

    private final boolean admin;
    private final boolean data;

    UnknownPaths(List<Surface> surfaces) {
        this.admin = surfaces.stream().anyMatch(surface -> surface.access() == Access.ADMIN);
        this.data = surfaces.stream().anyMatch(surface -> surface.access() == Access.DATA);
    }

    /** Whether paths that begin so are the functions' own. */
    boolean isReserved(String firstSegment) {
        return RESERVED.contains(firstSegment);
    }

    Access access(String[] segments) {
        return admin && (!data || (isReserved(segments[0]) && !calls(segments))) ? Access.ADMIN : Access.DATA;
    }

    private static boolean calls(String[] segments) {
        boolean ofPipelines = segments.length > 1 && segments[0].equals("pipelines");
        return CALLING.contains(segments[ofPipelines ? 1 : 0]);
    }
}
