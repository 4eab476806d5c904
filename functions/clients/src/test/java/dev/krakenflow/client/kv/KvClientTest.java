package dev.krakenflow.client.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.client.kv.testing.ScriptedKeyValues;
import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.ValueTooLargeException;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.memory.MemoryKeyValues;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KvClientTest {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final KeyValues values = new MemoryKeyValues();

    @Test
    void givesWhatWasSet() {
        assertThat(answer("{'operation': 'set', 'key': 'a', 'value': {'b': [1, null, 'ü']}}"))
                .isEqualTo("{}");
        assertThat(answer("{'operation': 'get', 'key': 'a'}")).isEqualTo("{'value':{'b':[1,null,'ü']}}");
    }

    @Test
    void tellsNullFromNothing() {
        answer("{'operation': 'set', 'key': 'a', 'value': null}");
        assertThat(answer("{'operation': 'get', 'key': 'a'}")).isEqualTo("{'value':null}");
        assertThat(answer("{'operation': 'get', 'key': 'b'}")).isEqualTo("{}");
    }

    @Test
    void givesTheOldValueForANewOne() {
        assertThat(answer("{'operation': 'getset', 'key': 'a', 'value': 1}")).isEqualTo("{}");
        assertThat(answer("{'operation': 'getset', 'key': 'a', 'value': 2}")).isEqualTo("{'value':1}");
        assertThat(answer("{'operation': 'get', 'key': 'a'}")).isEqualTo("{'value':2}");
    }

    @Test
    void saysWhetherThereWasSomethingToDelete() {
        answer("{'operation': 'set', 'key': 'a', 'value': 1}");
        assertThat(answer("{'operation': 'delete', 'key': 'a'}")).isEqualTo("{'deleted':true}");
        assertThat(answer("{'operation': 'delete', 'key': 'a'}")).isEqualTo("{'deleted':false}");
    }

    @Test
    void countsByOneUnlessToldOtherwise() {
        assertThat(answer("{'operation': 'increment', 'key': 'a'}")).isEqualTo("{'value':1}");
        assertThat(answer("{'operation': 'increment', 'key': 'a', 'value': 40.5}"))
                .isEqualTo("{'value':41.5}");
        assertThat(answer("{'operation': 'increment', 'key': 'a', 'value': -0.5}"))
                .isEqualTo("{'value':41}");
        assertThat(answer("{'operation': 'get', 'key': 'a'}")).isEqualTo("{'value':41}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'5'", "true", "[1]", "null"})
    void addsToNumbersOnly(String value) {
        answer("{'operation': 'set', 'key': 'a', 'value': " + value + "}");
        ClientException failure = failure(values, "{'operation': 'increment', 'key': 'a'}");
        assertThat(failure.failure().code()).isEqualTo("bad-response");
        assertThat(failure.beforeTheCall()).isFalse();
    }

    @Test
    void keepsTheKeysOfServicesApart() {
        answer("{'operation': 'set', 'key': 'a', 'value': 1}");
        assertThat(values.get("another", "a").await().indefinitely()).isNull();
    }

    @Test
    void takesANumberForTheKeyThatItsTextIs() {
        answer("{'operation': 'set', 'key': 7.0, 'value': 1}");
        assertThat(answer("{'operation': 'get', 'key': '7'}")).isEqualTo("{'value':1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5                                                              | args",
                "{'key': 'a'}                                                   | operation",
                "{'operation': 'incr', 'key': 'a'}                              | operation",
                "{'operation': 5, 'key': 'a'}                                   | operation",
                "{'operation': 'get'}                                           | key",
                "{'operation': 'get', 'key': ''}                                | key",
                "{'operation': 'get', 'key': null}                              | key",
                "{'operation': 'get', 'key': ['a']}                             | key",
                "{'operation': 'set', 'key': 'a'}                               | value",
                "{'operation': 'getset', 'key': 'a'}                            | value",
                "{'operation': 'increment', 'key': 'a', 'value': '1'}           | value",
                "{'operation': 'increment', 'key': 'a', 'value': null}          | value",
                "{'operation': 'set', 'key': 'a', 'value': 1, 'ttl': 5}         | ttl",
                "{'operation': 'set', 'key': 'a', 'value': 1, 'ttl': null}      | ttl",
                "{'operation': 'set', 'key': 'a', 'value': 1, 'ttl': 'secret'}  | ttl",
                "{'operation': 'set', 'key': 'a', 'value': 1, 'ttl': '0s'}      | ttl",
                "{'operation': 'set', 'key': 'a', 'value': 1, 'ttl': '-PT1S'}   | ttl",
                "{'operation': 'set', 'key': 'a', 'value': 1, 'ttl': 'PT0.0005S'} | ttl",
                "{'operation': 'increment', 'key': 'a', 'ttl': 'P9999D'}        | ttl",
            })
    void namesTheFieldThatIsWrong(String args, String field) {
        refuses(json(args), field);
    }

    @Test
    void boundsKeysAndValues() {
        refuses(Map.of("operation", "get", "key", "a".repeat(1_001)), "key");
        String large = "a".repeat(ValueTooLargeException.MAX_BYTES);
        refuses(Map.of("operation", "set", "key", "a", "value", large), "value");
        Object deep = 1;
        for (int i = 0; i < 200; i++) {
            deep = List.of(deep);
        }
        answer(Map.of("operation", "set", "key", "a", "value", deep));
        assertThat(answer("{'operation': 'get', 'key': 'a'}")).contains("1");
        refuses(Map.of("operation", "set", "key", "a", "value", List.of(deep)), "value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"set", "increment"})
    void takesDurationsAsTimesToLive(String operation) {
        for (String ttl : List.of("1ms", "90s", "PT1H", "P30D")) {
            assertThat(answer("{'operation': '" + operation + "', 'key': '" + ttl + "', 'value': 1, 'ttl': '" + ttl
                            + "'}"))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "set", "getset", "delete", "increment"})
    void failsWhileTheStoreIsAway(String operation) {
        KeyValues away = new ScriptedKeyValues(new StoreUnavailableException("redis://secret", null));
        ClientException failure = failure(away, "{'operation': '" + operation + "', 'key': 'a', 'value': 1}");
        assertThat(failure.failure().code()).isEqualTo("store-unavailable");
        assertThat(failure.failure().detail()).doesNotContain("secret");
        assertThat(failure.beforeTheCall()).isFalse();
    }

    @Test
    void failsForAValueThatSomebodyElseWrote() {
        byte[] bytes = "not JSON".getBytes(StandardCharsets.UTF_8);
        values.set("visits", "a", bytes, null).await().indefinitely();
        ClientException failure = failure(values, "{'operation': 'get', 'key': 'a'}");
        assertThat(failure.failure().code()).isEqualTo("bad-response");
    }

    @Test
    void doesItsWorkOnEverySubscription() {
        Uni<Object> call = call(values, json("{'operation': 'increment', 'key': 'a'}"));
        assertThat(answer("{'operation': 'get', 'key': 'a'}")).isEqualTo("{}");
        call.await().indefinitely();
        call.await().indefinitely();
        assertThat(answer("{'operation': 'get', 'key': 'a'}")).isEqualTo("{'value':2}");
    }

    private void refuses(Object args, String field) {
        ClientException failure = catchThrowableOfType(
                ClientException.class, () -> call(values, args).await().indefinitely());
        assertThat(failure.failure().code()).isEqualTo("expression");
        assertThat(failure.failure().detail()).contains(field + " ").doesNotContain("secret", "aaa");
        assertThat(failure.beforeTheCall()).isTrue();
    }

    private String answer(String args) {
        return answer(json(args));
    }

    @Test
    void mayRepeatOnlyWhatReads() {
        ClientFunction function = function(values);
        assertThat(function.repeatable(json("{'operation': 'get', 'key': 'a'}")))
                .isTrue();
        for (String other : List.of("set", "getset", "delete", "increment", "nope")) {
            assertThat(function.repeatable(Map.of("operation", other))).isFalse();
        }
        assertThat(function.repeatable("get")).isFalse();
    }

    private String answer(Object args) {
        return JsonWriter.write(call(values, args).await().indefinitely()).replace('"', '\'');
    }

    private static ClientException failure(KeyValues values, String args) {
        return catchThrowableOfType(
                ClientException.class, () -> call(values, json(args)).await().indefinitely());
    }

    private static Uni<Object> call(KeyValues values, Object args) {
        return function(values).call(args, new CallContext(Long.MAX_VALUE, Map.of()));
    }

    private static ClientFunction function(KeyValues values) {
        return new KvClientProvider(values)
                .open(new ClientStart("visits", NOTHING))
                .function("f", NOTHING);
    }

    private static Object json(String text) {
        return JsonReader.read(text.replace('\'', '"'));
    }
}
