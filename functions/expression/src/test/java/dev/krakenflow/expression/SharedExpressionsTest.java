package dev.krakenflow.expression;

import static dev.krakenflow.expression.testing.Evaluations.EXPRESSIONS;
import static dev.krakenflow.expression.testing.Evaluations.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.json.JsonReader;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One compiled expression serves all threads, and leaves nothing behind. */
@Timeout(60)
class SharedExpressionsTest {

    private static final int THREADS = 8;

    private static Template template(String source, Scope scope) {
        return EXPRESSIONS.template(new TextNode("{%" + source + "%}"), scope).orThrow();
    }

    @Test
    void givesEachThreadItsOwnResult() throws InterruptedException, ExecutionException {
        Scope scope = new Scope(Set.of("v"), Map.of("twice", "function($n) { $n * 2 }"));
        Template template = template("$sum($map(l, function($x) { ($y := $x; $twice($y) + $v + $$.n) }))", scope);
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        List<Callable<Boolean>> hammers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int n = thread;
            hammers.add(() -> {
                barrier.await();
                Object event = JsonReader.read("{\"n\": " + n + ", \"l\": [" + n + ", 1, 2]}");
                int expected = 2 * (n + 3) + 3 * 100 * n + 3 * n;
                boolean right = true;
                for (int i = 0; i < 2_000; i++) {
                    right &= Integer.valueOf(expected).equals(template.evaluate(event, with(Map.of("v", 100 * n))));
                }
                return right;
            });
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Boolean> right : threads.invokeAll(hammers)) {
                assertThat(right.get()).isTrue();
            }
        }
    }

    @Test
    void knowsItsFunctionsWhateverTheThreadThatCompiledItEvaluatesMeanwhile() {
        Template other = template("$uppercase(a)", Scope.of());
        Template shared = template("$twice(n)", new Scope(Set.of(), Map.of("twice", "function($n) { $n * 2 }")));
        List<Object> meanwhile = new ArrayList<>();
        Map<String, Object> event = new HashMap<>() {
            @Override
            public Object get(Object name) {
                meanwhile.add(CompletableFuture.supplyAsync(() -> shared.evaluate(Map.of("n", 21), with(Map.of())))
                        .join());
                return "a";
            }
        };
        event.put("a", "a");

        assertThat(other.evaluate(event, with(Map.of()))).isEqualTo("A");
        assertThat(meanwhile).isNotEmpty().containsOnly(42);
    }

    @Test
    void leaksNoVariableFromOneExpressionIntoAnother() {
        template("($leak := \"secret\"; $leak)", Scope.of()).evaluate(Map.of(), with(Map.of()));
        template("$v", Scope.of("v")).evaluate(Map.of(), with(Map.of("v", "secret")));

        Template other = template("[$v, $exists($v), $string($)]", Scope.of("v"));

        assertThat(other.evaluate(Map.of(), with(Map.of()))).isEqualTo(List.of(false, "{}"));
    }

    @Test
    void holdsOnToNoEvent() throws InterruptedException {
        Template template = template("$map(l, function($x) { $x + $v })", Scope.of("v"));
        ReferenceQueue<Object> gone = new ReferenceQueue<>();
        List<WeakReference<Object>> events = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Object event = JsonReader.read("{\"l\": [1, 2, 3], \"pad\": \"" + "x".repeat(100) + i + "\"}");
            template.evaluate(event, with(Map.of("v", i)));
            if (i % 1_000 == 0) {
                events.add(new WeakReference<>(event, gone));
            }
        }

        for (WeakReference<Object> event : events) {
            System.gc();
            assertThat(gone.remove(10_000)).as("an event that was collected").isNotNull();
            assertThat(event).isNotNull();
        }
    }

    @Test
    void tellsTheTimeOfEachEvaluation() {
        Template template = template("[$millis(), $millis(), $toMillis($now())]", Scope.of());

        long before = System.currentTimeMillis();
        List<?> times = (List<?>) template.evaluate(Map.of(), with(Map.of()));
        long after = System.currentTimeMillis();

        assertThat(Set.copyOf(times)).hasSize(1);
        assertThat((Long) times.getFirst()).isBetween(before, after);
    }

    @Test
    void keepsTellingTheTimeAfterOthersWereCompiled() {
        Template template = template("$millis()", Scope.of());
        Object first = template.evaluate(Map.of(), with(Map.of()));
        while (System.currentTimeMillis() <= (Long) first) {
            Thread.onSpinWait();
        }
        template("$now()", Scope.of()).evaluate(Map.of(), with(Map.of()));

        assertThat((Long) template.evaluate(Map.of(), with(Map.of()))).isGreaterThan((Long) first);
    }
}
