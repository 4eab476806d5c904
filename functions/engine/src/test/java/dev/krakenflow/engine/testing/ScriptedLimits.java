package dev.krakenflow.engine.testing;

import dev.krakenflow.policy.Permission;
import dev.krakenflow.policy.SharedRateLimit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A shared rate limit that answers what a test says; remembers what it is asked. */
public final class ScriptedLimits implements SharedRateLimit {

    /** What is limited, and how, in the order of the calls. */
    public final List<String> asked = new ArrayList<>();

    private Uni<Permission> answer = Uni.createFrom().item(new Permission(true, Duration.ZERO));

    /** What every call is answered. */
    public void answers(Uni<Permission> permission) {
        answer = permission;
    }

    @Override
    public Uni<Permission> take(String limiter, int limit, Duration window) {
        return Uni.createFrom().deferred(() -> {
            asked.add(limiter + " " + limit + " " + window);
            return answer;
        });
    }
}
