package dev.krakenflow.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.idempotency.IdempotencyKey;
import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

final class RedisKeysTest {

    @Property(seed = "1")
    void membersLeadBackToTheirKeysAndHoldNoSeparator(@ForAll Kind kind, @ForAll @NotBlank String text) {
        String name = new String(text.getBytes(UTF_8), UTF_8);
        RecordKey key = new RecordKey(kind, name);
        String member = RedisKeys.member(key);
        assertThat(RedisKeys.recordKey(member)).isEqualTo(key);
        assertThat(member.substring(kind.word().length() + 1)).matches("[A-Za-z0-9.*_%+-]*");
    }

    @Test
    void namesOfTheUsualKindStayReadable() {
        assertThat(RedisKeys.member(RecordKey.pipeline("user-orders_a.product2")))
                .isEqualTo("pipelines:user-orders_a.product2");
    }

    @Test
    void whatIsNoMemberIsRefused() {
        assertThatThrownBy(() -> RedisKeys.recordKey("routing")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void memosAndValuesHaveKeysOfBoundedLengthThatStayReadable() {
        String memo = RedisKeys.memo(new MemoKey("orders", "count all", "user 1"));
        assertThat(memo).isEqualTo("memo:orders:count+all:user+1");
        assertThat(RedisKeys.lease(memo)).isEqualTo("lease:orders:count+all:user+1");
        assertThat(RedisKeys.memo(new MemoKey("orders", "count", null))).isEqualTo("memo:orders:count");
        assertThat(RedisKeys.value("visits", "a:b")).isEqualTo("kv:visits:a%3Ab");
        assertThat(RedisKeys.value("visits", "a".repeat(1_000_000))).matches("kv:visits:sha256:[0-9a-f]{64}");
    }

    @Test
    void callsLimitsAndCachedResultsToo() {
        assertThat(RedisKeys.call(new IdempotencyKey("orders", "a:b"))).isEqualTo("call:orders:a%3Ab");
        assertThat(RedisKeys.call(new IdempotencyKey("orders", "a".repeat(255))))
                .matches("call:orders:sha256:[0-9a-f]{64}");
        assertThat(RedisKeys.limit("billing:charge")).isEqualTo("limit:billing%3Acharge");
        assertThat(RedisKeys.limit("a".repeat(255))).matches("limit:sha256:[0-9a-f]{64}");
        assertThat(RedisKeys.cached("a b")).isEqualTo("cache:a+b");
        assertThat(RedisKeys.cached("a".repeat(1_000_000))).matches("cache:sha256:[0-9a-f]{64}");
    }
}
