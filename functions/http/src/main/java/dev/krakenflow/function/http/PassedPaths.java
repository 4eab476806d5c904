package dev.krakenflow.function.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paths that are served behind the front door: Funqy functions and what the platform keeps below {@code /q}. */
final class PassedPaths {

    private static final String PLATFORM = "/q/";
    private static final String HEALTH = "/q/health";

    private final Map<String, Access> functions = new HashMap<>();

    PassedPaths(List<Surface> surfaces) {
        for (Surface surface : surfaces) {
            surface.functions().forEach(name -> functions.put("/" + name, surface.access()));
        }
    }

    @Nullable Route find(String method, String path) {
        Access access = functions.get(path);
        if (access != null) {
            return method.equals("POST") ? new Route.Function(access) : new Route.OtherMethod(access, "POST");
        }
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            return new Route.Platform(Access.OPEN);
        }
        return path.startsWith(PLATFORM) ? new Route.Platform(Access.ADMIN) : null;
    }
}
