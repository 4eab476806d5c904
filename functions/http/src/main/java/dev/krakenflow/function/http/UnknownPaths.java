package dev.krakenflow.function.http;

import dev.krakenflow.definition.ReservedPaths;
import java.util.List;
import java.util.Set;

/**
 * Who may learn that nothing is at an address. Where an admin side is served, everything that is not known to be of the
 * data side counts as its own: deny by default. Where both sides are served, words that no trigger may take are the
 * admin side's, but for those of calls, and other paths the data side's.
 */
final class UnknownPaths {

    /** First segments, and second ones behind {@code pipelines}, of paths that call something: the data side's own. */
    private static final Set<String> CALLING = Set.of("call", "cast", "stream", "events", "kraken-call");

    private final boolean admin;
    private final boolean data;

    UnknownPaths(List<Surface> surfaces) {
        this.admin = surfaces.stream().anyMatch(surface -> surface.access() == Access.ADMIN);
        this.data = surfaces.stream().anyMatch(surface -> surface.access() == Access.DATA);
    }

    Access access(String[] segments) {
        return admin && (!data || (ReservedPaths.beginWith(segments[0]) && !calls(segments)))
                ? Access.ADMIN
                : Access.DATA;
    }

    private static boolean calls(String[] segments) {
        boolean ofPipelines = segments.length > 1 && segments[0].equals("pipelines");
        return CALLING.contains(segments[ofPipelines ? 1 : 0]);
    }
}
