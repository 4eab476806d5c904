package dev.krakenflow.function.runtime;

import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.redis.PipelinedConnection;

/** Closes the connection to Redis before a snapshot, and opens another one in every copy before the first event needs it. */
final class SuspendableStore implements Suspendable {

    private static final int LAST = 100;

    private final PipelinedConnection connection;
    private final DefinitionStore store;

    SuspendableStore(PipelinedConnection connection, DefinitionStore store) {
        this.connection = connection;
        this.store = store;
    }

    @Override
    public void suspend() {
        connection.close();
    }

    /** Whoever comes first waits for the same connection; one that cannot be had is their failure to tell. */
    @Override
    public void resume() {
        store.ping().subscribe().with(answered -> {}, away -> {});
    }

    @Override
    public int order() {
        return LAST;
    }
}
