package dev.krakenflow.function.http;

import dev.krakenflow.definition.ReservedPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what serves a path, over the surfaces of all functions in the process. Immutable, thread-safe. */
final class RouteTable {

    private record Row(RoutePath path, Access access, Endpoint endpoint) {}

    private final List<Row> rows = new ArrayList<>();
    private final PassedPaths passed;
    private final UnknownPaths unknown;
    private final @Nullable MovingAddresses moving;

    RouteTable(List<Surface> surfaces) {
        for (Surface surface : surfaces) {
            for (Endpoint endpoint : surface.endpoints()) {
                rows.add(new Row(new RoutePath(endpoint.path()), surface.access(), endpoint));
            }
        }
        this.passed = new PassedPaths(surfaces);
        this.unknown = new UnknownPaths(surfaces);
        this.moving = surfaces.stream()
                .flatMap(surface -> surface.moving().stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * What is at an address.
     *
     * @param path normalized, not decoded
     */
    Route find(String method, String path) {
        String[] segments = RoutePath.split(path);
        TreeSet<String> allowed = new TreeSet<>();
        Access access = Access.DATA;
        for (Row row : rows) {
            Map<String, String> parameters = row.path().match(segments);
            if (parameters == null) {
                continue;
            }
            if (row.endpoint().method().equals(method)) {
                return new Route.Served(row.access(), row.endpoint(), parameters);
            }
            allowed.add(row.endpoint().method());
            access = row.access();
        }
        if (!allowed.isEmpty()) {
            return new Route.OtherMethod(access, String.join(", ", allowed));
        }
        Route route = passed.find(method, path);
        return route != null ? route : notOfTheTable(segments);
    }

    /** What moves never comes before what stays: it has no address whose first segment is the functions' own. */
    private Route notOfTheTable(String[] segments) {
        if (moving != null && !ReservedPaths.beginWith(segments[0])) {
            List<String> decoded = RoutePath.decoded(segments);
            if (decoded != null) {
                return new Route.Moving(Access.DATA, moving, decoded);
            }
        }
        return new Route.Unknown(unknown.access(segments));
    }
}
