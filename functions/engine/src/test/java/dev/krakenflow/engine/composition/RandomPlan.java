package dev.krakenflow.engine.composition;

import dev.krakenflow.engine.testing.ScriptedPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A plan at random, of stages that can be undone, in fan-outs and plugs in each other that catch, handle and time out or do
 * not. Stages call {@code work} and {@code undo} with the same args, which no two stays have; what is done at last calls
 * {@code other}.
 */
final class RandomPlan {
    private static final int DEPTH = 3;

    private final Random random;
    private final Map<String, ScriptedPlan> plugged = new LinkedHashMap<>();
    private int names;

    private RandomPlan(Random random) {
        this.random = random;
    }

    static ScriptedPlan of(Random random) {
        RandomPlan plan = new RandomPlan(random);
        ScriptedPlan built = plan.pipeline(DEPTH);
        plan.plugged.forEach(built::plugs);
        return built.functions("work", "undo", "other");
    }

    private ScriptedPlan pipeline(int depth) {
        return ScriptedPlan.of(sequence(depth).toArray(String[]::new));
    }

    private List<String> sequence(int depth) {
        List<String> components = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            components.add(component(depth));
        }
        return components;
    }

    private String component(int depth) {
        int kind = random.nextInt(depth == 0 ? 4 : 8);
        return switch (kind) {
            case 0, 1, 2 -> stage();
            case 3 -> random.nextInt(3) == 0 ? "{type: 'raise', error: {type: 'no'}}" : "{transform: {x: 1}}";
            case 4, 5 -> parallel(depth - 1);
            case 6 ->
                "{type: 'map', as: 'i" + (depth - 1) + "', items: [1, 2, 3], concurrency_limit: "
                        + (1 + random.nextInt(3)) + ", mode: '"
                        + (random.nextBoolean() ? "all" : "settled") + "', components: " + sequence(depth - 1)
                        + around() + "}";
            default -> plug(depth - 1);
        };
    }

    private String stage() {
        String name = "s" + names++;
        return "{service: 's.work', prepare: ARGS, compensate: {service: 's.undo', prepare: ARGS}}"
                .replace("ARGS", "{name: '" + name + "', items: '{% [i0, i1, i2] %}'}");
    }

    private String parallel(int depth) {
        String mode = List.of("all", "settled", "any").get(random.nextInt(3));
        return "{type: 'parallel', mode: '" + mode + "', branches: {a: " + sequence(depth) + ", b: " + sequence(depth)
                + ", c: " + sequence(depth) + "}" + around() + "}";
    }

    private String plug(int depth) {
        ScriptedPlan pipeline = pipeline(depth);
        if (random.nextInt(4) == 0) {
            pipeline.onError(stage());
        }
        if (random.nextInt(4) == 0) {
            pipeline.lastly("{service: 's.other'}");
        }
        if (random.nextInt(4) == 0) {
            pipeline.timeout(Duration.ofMillis(250));
        }
        String name = "p" + names++;
        plugged.put(name, pipeline);
        return "{type: 'plug', pipeline: '" + name + "'" + around() + "}";
    }

    /** What a component may have besides. */
    private String around() {
        String caught = random.nextInt(4) == 0 ? ", catch: [{transform: {caught: 1}}]" : "";
        return random.nextInt(4) == 0 ? caught + ", timeout: 'PT0.25S'" : caught;
    }
}
