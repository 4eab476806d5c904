package dev.krakenflow.client.kv;

import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonMap;

import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.MalformedJsonException;
import dev.krakenflow.json.NumberText;
import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Does what its args ask for, and answers an object: {@code {"value": …}} (without {@code value} where there is none),
 * {@code {"deleted": true|false}}, or {@code {}}.
 *
 * @param service whose keys these are
 * @param values where they are kept
 */
record KvFunction(String service, KeyValues values) implements ClientFunction {

    @Override
    public Uni<Object> call(Object args, CallContext context) {
        return Uni.createFrom()
                .deferred(() -> answer(Arguments.read(args)))
                .onFailure(StoreUnavailableException.class)
                .transform(away -> failure(FailureCode.STORE_UNAVAILABLE, "the values cannot be reached", away));
    }

    @Override
    public boolean repeatable(Object args) {
        return Arguments.isGet(args);
    }

    private Uni<Object> answer(Operation operation) {
        return switch (operation) {
            case Operation.Get get -> values.get(service, get.key()).map(KvFunction::value);
            case Operation.Set set ->
                values.set(service, set.key(), set.json(), set.ttl()).map(done -> emptyMap());
            case Operation.GetSet set ->
                values.getAndSet(service, set.key(), set.json(), set.ttl()).map(KvFunction::value);
            case Operation.Delete delete ->
                values.delete(service, delete.key()).map(deleted -> singletonMap("deleted", deleted));
            case Operation.Increment more ->
                values.increment(service, more.key(), more.by(), more.ttl()).map(KvFunction::sum);
        };
    }

    private static Object value(byte @Nullable [] json) {
        try {
            return json == null ? emptyMap() : singletonMap("value", StoredValue.read(json));
        } catch (MalformedJsonException e) {
            throw failure(FailureCode.BAD_RESPONSE, "the value of this key is not JSON", e);
        }
    }

    private static Object sum(@Nullable BigDecimal sum) {
        if (sum == null) {
            throw failure(FailureCode.BAD_RESPONSE, "the value of this key is not a number that can be added to", null);
        }
        return singletonMap("value", JsonReader.read(NumberText.of(sum)));
    }

    private static ClientException failure(FailureCode code, String detail, @Nullable Throwable cause) {
        return ClientException.inCall(Failure.of(code, detail), cause);
    }
}
