package dev.krakenflow.function.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.runtime.Suspendable;
import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void who_needs_something_is_suspended_before_it_and_resumed_after_it() {
        Snapshots snapshots = new Snapshots(List.of(part("store", 100), part("plans", 0)));

        snapshots.beforeCheckpoint(Core.getGlobalContext());
        snapshots.afterRestore(Core.getGlobalContext());

        assertThat(told).containsExactly("suspend plans", "suspend store", "resume store", "resume plans");
    }

    private Suspendable part(String name, int order) {
        return new Suspendable() {
            @Override
            public void suspend() {
                told.add("suspend " + name);
            }

            @Override
            public void resume() {
                told.add("resume " + name);
            }

            @Override
            public int order() {
                return order;
            }
        };
    }
}
