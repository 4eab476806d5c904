package dev.krakenflow.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The states of one kind of policy in a process: one for each service, or function of it, that has the policy. They stay
 * when plans come and go: as long as somebody uses them, and the latest {@value #MOST_UNUSED} beyond that. Thread-safe.
 */
final class SharedStates<P, S> {
    static final int MOST_UNUSED = 1_000;

    private final Function<P, S> make;
    private final Cache<Key, S> used = Caffeine.newBuilder().weakValues().build();
    private final Cache<Key, S> kept = Caffeine.newBuilder()
            .maximumSize(MOST_UNUSED)
            .executor(Runnable::run)
            .build();

    SharedStates(Function<P, S> make) {
        this.make = make;
    }

    /** The state of a policy. */
    S of(String service, @Nullable String function, P policy) {
        Key key = new Key(service, function, policy);
        S state = used.get(key, none -> make.apply(policy));
        kept.put(key, state);
        return state;
    }

    /** Lets go of all that belongs to a service; whoever has it goes on with it. */
    void forget(String service) {
        used.asMap().keySet().removeIf(key -> key.service().equals(service));
        kept.asMap().keySet().removeIf(key -> key.service().equals(service));
    }

    private record Key(String service, @Nullable String function, Object policy) {}
}
