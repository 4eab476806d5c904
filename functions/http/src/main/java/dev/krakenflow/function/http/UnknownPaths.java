package dev.krakenflow.function.http;

import java.util.List;
import java.util.Set;

/**
 * Who may learn that nothing is at an address. Where an admin side is served, everything that is not known to be of the
 * data side counts as its own: deny by default. Where both sides are served, words that no trigger may take are the
 * admin side's and other paths the data side's.
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

    private final boolean admin;
    private final boolean data;

    UnknownPaths(List<Surface> surfaces) {
        this.admin = surfaces.stream().anyMatch(surface -> surface.access() == Access.ADMIN);
        this.data = surfaces.stream().anyMatch(surface -> surface.access() == Access.DATA);
    }

    Access access(String firstSegment) {
        return admin && (!data || RESERVED.contains(firstSegment)) ? Access.ADMIN : Access.DATA;
    }
}
