package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoTest {
    private static final String SUM = "events: ['{% {\\\"sum\\\": $memo + x} %}'], newMemo: '{% $memo + x %}'";
    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan sum(String more) {
        return ScriptedPlan.of("{type: 'composer', name: 'c', memo: 100, " + SUM + more + "}");
    }

    @Test
    void remembersFromOneRunToTheNext() {
        assertThat(bench.result(sum(""), "{x: 1}")).isEqualTo(event("{sum: 101}"));
        assertThat(bench.result(sum(""), "{x: 2}")).isEqualTo(event("{sum: 103}"));
        assertThat(bench.memos.memo("c", null)).isEqualTo(103);
        assertThat(bench.memos.asked).containsExactly("read", "replace", "read", "replace");
    }

    @Test
    void beginsWithATemplateOverTheEvent() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'composer', name: 'c', memo: {k: '{% x %}'}, events: ['{% {\\\"m\\\": $memo} %}']}");
        assertThat(bench.result(plan, "{x: 7}")).isEqualTo(event("{m: {k: 7}}"));
    }

    @Test
    void isNotWrittenWhenTheNewOneIsMissing() {
        ScriptedPlan plan =
                ScriptedPlan.of("{type: 'composer', name: 'c', memo: 1, events: ['{% $ %}'], newMemo: '{% nope %}'}");
        bench.result(plan, "{}");
        assertThat(bench.memos.asked).containsExactly("read");
    }

    @Test
    void nullIsAMemo() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'composer', name: 'c', memo: 1," + " events: ['{% {\\\"m\\\": $memo} %}'], newMemo: null}");
        bench.result(plan, "{}");
        assertThat(bench.memos.memo("c", null)).isEqualTo(JsonNull.VALUE);
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{m: null}"));
    }

    @Test
    void isSeenByConditionPrepareAndCompose() {
        bench.clients.does("f", args -> Uni.createFrom().item(args));
        ScriptedPlan plan = ScriptedPlan.of("{type: 'composer', name: 'c', memo: 5, condition: '{% $memo < 7 %}',"
                        + " service: 's.f', prepare: {m: '{% $memo %}'},"
                        + " events: ['{% {\\\"got\\\": m, \\\"e\\\": $event} %}'], newMemo: '{% $memo + 1 %}'}")
                .service("{}");
        assertThat(bench.result(plan, "{x: 1}")).isEqualTo(event("{got: 5, e: {x: 1}}"));
        assertThat(bench.result(plan, "{x: 2}")).isEqualTo(event("{got: 6, e: {x: 2}}"));
        assertThat(bench.result(plan, "{x: 3}")).isEqualTo(event("{x: 3}"));
        assertThat(bench.clients.calls).hasSize(2);
    }

    @Test
    void thereIsOneForEachKey() {
        ScriptedPlan plan = sum(", memo_key: '{% k %}'");
        assertThat(bench.result(plan, "{k: 'a', x: 1}")).isEqualTo(event("{sum: 101}"));
        assertThat(bench.result(plan, "{k: 1, x: 1}")).isEqualTo(event("{sum: 101}"));
        assertThat(bench.result(plan, "{k: '1', x: 5}")).isEqualTo(event("{sum: 105}"));
        assertThat(bench.result(plan, "{k: 'a', x: 1}")).isEqualTo(event("{sum: 102}"));
        assertThat(bench.memos.memo("c", "\"a\"")).isEqualTo(102);
        assertThat(bench.memos.memo("c", "1")).isEqualTo(101);
        assertThat(bench.memos.memo("c", "\"1\"")).isEqualTo(105);
    }

    @Test
    void failsWhenTheKeyIsNoScalar() {
        Failure failure = bench.failure(sum(", memo_key: '{% k %}'"), "{x: 1}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("memo_key");
        assertThat(failure.detail())
                .isEqualTo("memo_key: must give a string, a number, a boolean or null, it is missing");
        assertThat(bench.failure(sum(", memo_key: '{% k %}'"), "{x: 1, k: {}}").detail())
                .endsWith("it is an object");
        assertThat(bench.memos.asked).isEmpty();
    }

    @Test
    void isKeptForItsTime() {
        bench.result(sum(", memo_ttl: 'PT5S'"), "{x: 1}");
        bench.result(sum(""), "{x: 1}");
        assertThat(bench.memos.times).containsExactly(Duration.ofSeconds(5), null);
    }

    @Test
    void ofAnInvocationIsForgottenWithIt() {
        ScriptedPlan plan = sum(", memo_scope: 'INVOCATION'");
        List<Object> events = List.of(event("{x: 1}"), event("{x: 1}"), event("{x: 1}"));
        for (int i = 0; i < 2; i++) {
            List<List<Outcome>> outcomes =
                    bench.load(plan).call(events, RunOptions.NONE).await().indefinitely();
            assertThat(outcomes.stream().flatMap(List::stream).map(EngineBench::completed))
                    .containsExactly(event("{sum: 101}"), event("{sum: 102}"), event("{sum: 103}"));
        }
        assertThat(bench.memos.asked).isEmpty();
    }

    @Test
    void ofARequestIsSharedByItsInvocations() {
        ScriptedPlan plan = sum(", memo_scope: 'INVOCATION', leased: true");
        InvocationMemos memos = new InvocationMemos();
        RunOptions options = new RunOptions(false, Long.MAX_VALUE, Map.of(), null, memos, CallIdentity.NONE);
        assertThat(EngineBench.completed(bench.run(plan, "{x: 1}", options))).isEqualTo(event("{sum: 101}"));
        assertThat(EngineBench.completed(bench.run(plan, "{x: 1}", options))).isEqualTo(event("{sum: 102}"));
        assertThat(bench.memos.asked).isEmpty();
    }

    @Test
    void ofAPluggedPipelineIsThatPipelines() {
        ScriptedPlan plug = ScriptedPlan.of("{type: 'plug', pipeline: 'sub', transform: {r: '{% sum %}'}}")
                .plugs("sub", sum(""));
        assertThat(bench.result(plug, "{x: 1}")).isEqualTo(event("{x: 1, r: 101}"));
        assertThat(bench.result(sum(""), "{x: 1}")).isEqualTo(event("{sum: 101}"));
        assertThat(bench.result(plug, "{x: 1}")).isEqualTo(event("{x: 1, r: 102}"));
    }

    @Test
    void isWrittenWhateverFailsLater() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'composer', name: 'c', memo: 0, events: ['{% $ %}'], newMemo: '{% $memo + 1 %}'}",
                "{transform: {y: '{% 1 + \\\"a\\\" %}'}}");
        assertThat(bench.failure(plan, "{}").place().step()).isEqualTo("transform");
        assertThat(bench.memos.memo("c", null)).isEqualTo(1);
    }

    @Test
    void isNotWrittenWhenTheComposerFails() {
        ScriptedPlan plan =
                ScriptedPlan.of("{type: 'composer', name: 'c', memo: 0, events: [1], newMemo: '{% $memo + 1 %}'}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("expression");
        assertThat(bench.memos.memo("c", null)).isNull();
    }

    @Test
    void everythingOfAnInvocationRunsOneAfterAnother() {
        bench.clients.does("f", args -> Uni.createFrom().item(args));
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'composer', events: '{% [l.{\\\"x\\\": $}] %}'}",
                        "{service: 's.f'}",
                        "{type: 'composer', name: 'c', memo: '', newMemo: '{% $memo & x %}',"
                                + " events: ['{% {\\\"x\\\": x, \\\"seen\\\": $memo} %}']}",
                        "{service: 's.f'}")
                .service("{}");
        bench.load(plan)
                .call(List.of(event("{l: ['a', 'b']}"), event("{l: ['c']}")), RunOptions.NONE)
                .await()
                .indefinitely();
        assertThat(bench.clients.calls)
                .containsExactly(
                        event("{x: 'a'}"),
                        event("{x: 'a', seen: ''}"),
                        event("{x: 'b'}"),
                        event("{x: 'b', seen: 'a'}"),
                        event("{x: 'c'}"),
                        event("{x: 'c', seen: 'ab'}"));
    }

    @Test
    void failsWhenTheStoreCannotBeReached() {
        bench.memos.waitFor(() -> Uni.createFrom().failure(new StoreUnavailableException("away", null)));
        Failure failure = bench.failure(sum(""), "{x: 1}");
        assertThat(failure.code()).isEqualTo("store-unavailable");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.place().component()).isEqualTo("c");
        assertThat(failure.place().step()).isEqualTo("memo");
        assertThat(bench.failure(sum(", leased: true"), "{x: 1}").code()).isEqualTo("store-unavailable");
        assertThat(bench.log.failures).isEmpty();
        bench.memos.waitFor(() -> Uni.createFrom().voidItem());
        assertThat(bench.result(sum(""), "{x: 1}")).isEqualTo(event("{sum: 101}"));
    }

    @Test
    void anythingElseThatTheStoreThrowsIsLogged() {
        bench.memos.waitFor(() -> Uni.createFrom().failure(new IllegalStateException()));
        assertThat(bench.failure(sum(""), "{x: 1}").code()).isEqualTo("internal");
        assertThat(bench.log.causes).hasSize(1);
    }

    @Test
    void mustNotBeDeeperThanItCanBeRead() {
        ScriptedPlan plan =
                ScriptedPlan.of("{type: 'composer', name: 'c', memo: 1, events: ['{% $ %}'], newMemo: {a: '{% x %}'}}");
        String deep = "[".repeat(200) + "]".repeat(200);
        Failure failure = bench.failure(plan, "{x: " + deep + "}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("compose");
        assertThat(failure.detail()).isEqualTo("compose.memo: the memo cannot be kept: nested deeper than 200");
        assertThat(bench.result(plan, "{x: " + deep.substring(1, 399) + "}")).containsKey("x");
    }

    @Test
    void isOneValueOfAnyKind() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'composer', name: 'c', memo: {seen: []},"
                + " events: ['{% $memo %}'], newMemo: {seen: '{% $append($memo.seen, [x]) %}'}}");
        bench.result(plan, "{x: 1}");
        bench.result(plan, "{x: 2}");
        assertThat(bench.memos.memo("c", null)).isEqualTo(value("{seen: [1, 2]}"));
    }
}
