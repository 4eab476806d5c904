package dev.krakenflow.function.pipeline.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans that are called at addresses. JSON is written with single quotes. */
public final class TriggeredPlan {

    private final String name;
    private final List<HttpTrigger> triggers = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();
    private @Nullable JsonNode input;
    private @Nullable JsonNode output;
    private @Nullable String description;

    public TriggeredPlan(String name) {
        this.name = name;
    }

    /** Called at an address, and answered as any call. */
    public TriggeredPlan at(String method, String path) {
        return answering(method, path, null, null, null);
    }

    /** Called at an address, and answered with these templates; null: none. */
    public TriggeredPlan answering(
            String method, String path, @Nullable String status, @Nullable String headers, @Nullable String body) {
        triggers.add(new HttpTrigger(
                method, path, List.of(), List.of(), nullable(status), nullable(headers), nullable(body)));
        return this;
    }

    public TriggeredPlan input(String schema) {
        input = json(schema);
        return this;
    }

    public TriggeredPlan output(String schema) {
        output = json(schema);
        return this;
    }

    public TriggeredPlan description(String text) {
        description = text;
        return this;
    }

    public TriggeredPlan with(Component component) {
        components.add(component);
        return this;
    }

    public Plan plan() {
        return new Plan(
                name,
                new Program(components),
                input,
                output,
                Limits.DEFAULT,
                triggers,
                Map.of(),
                Map.of(),
                Map.of(),
                Handlers.NONE,
                null,
                description);
    }

    /** JSON written with single quotes. */
    public static JsonNode json(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new DocumentReader().json(bytes).root();
    }

    private static @Nullable JsonNode nullable(@Nullable String text) {
        return text == null ? null : json(text);
    }
}
