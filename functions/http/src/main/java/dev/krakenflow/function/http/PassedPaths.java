package dev.krakenflow.function.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paths that are served behind the front door: Funqy functions and what the platform keeps below {@code /q}. */
final class PassedPaths {

    private static final String PLATFORM = "/q/";
    private static final String HEALTH = "/q/health";
    private static final String METRICS = "/q/metrics";

    private final Map<String, Access> functions = new HashMap<>();
    private final Access metrics;

    PassedPaths(List<Surface> surfaces) {
        for (Surface surface : surfaces) {
            surface.functions().forEach(name -> functions.put("/" + name, surface.access()));
        }
        boolean data = surfaces.stream().anyMatch(it -> it.access() == Access.DATA);
        metrics = data ? Access.DATA : Access.ADMIN;
    }

    @Nullable Route find(String method, String path) {
        Access access = functions.get(path);
        if (access != null) {
            return method.equals("POST") ? new Route.Function(access) : new Route.OtherMethod(access, "POST");
        }
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            return new Route.Platform(Access.OPEN);
        }
        if (path.equals(METRICS)) {
            return new Route.Platform(metrics);
        }
        return path.startsWith(PLATFORM) ? new Route.Platform(Access.ADMIN) : null;
    }
}
