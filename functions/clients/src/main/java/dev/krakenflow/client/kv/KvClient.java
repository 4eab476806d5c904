package dev.krakenflow.client.kv;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.memo.KeyValues;
import io.smallrye.mutiny.Uni;

/**
 * The values of one service. All its functions are the same: their args say what is to be done.
 *
 * @param service whose keys these are
 * @param values where they are kept; belongs to the process
 */
record KvClient(String service, KeyValues values) implements ServiceClient {

    @Override
    public ClientFunction function(String name, ObjectNode call) {
        return new KvFunction(service, values);
    }

    @Override
    public Uni<Void> close() {
        return Uni.createFrom().voidItem();
    }
}
