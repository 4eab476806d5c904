package dev.krakenflow.compiler.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Pipelines whose keys are right and whose values are right more often than not. */
public final class ArbitraryDefinitions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ArbitraryDefinitions() {}

    public static Arbitrary<ObjectNode> pipelines() {
        Arbitrary<JsonNode> components = components(2);
        return Combinators.combine(
                        components,
                        members(Map.of(
                                "on_error", components,
                                "finally", components,
                                "finally_timeout", texts("1s", "soon"),
                                "timeout", texts("1s", "9"),
                                "idempotency", members(Map.of("key", templates(), "ttl", texts("1h"))),
                                "policies", members(Map.of("often", retries())))))
                .as((list, more) -> {
                    ObjectNode pipeline = NODES.objectNode().put("name", "p");
                    pipeline.set("components", list);
                    return pipeline.setAll((ObjectNode) more);
                });
    }

    private static Arbitrary<JsonNode> components(int depth) {
        return component(depth).list().ofMaxSize(3).map(ArbitraryDefinitions::array);
    }

    private static Arbitrary<JsonNode> component(int depth) {
        Arbitrary<String> types = depth == 0
                ? Arbitraries.of("stage", "composer", "plug", "goto", "goto-point", "done", "dead-end", "raise", "tbd")
                : Arbitraries.of("stage", "composer", "plug", "goto", "goto-point", "switch", "parallel", "map");
        return types.flatMap(type -> members(keys(type, depth)).map(json -> ((ObjectNode) json).put("type", type)));
    }

    private static Map<String, Arbitrary<JsonNode>> keys(String type, int depth) {
        Arbitrary<JsonNode> name = texts("a", "b", "c", "d");
        return switch (type) {
            case "stage" ->
                Map.of(
                        "name", name,
                        "transform", templates(),
                        "service", calls(),
                        "retry", Arbitraries.oneOf(List.of(texts("often", "never"), retries())),
                        "catch", catches(depth),
                        "compensate", members(Map.of("service", calls(), "prepare", templates(), "retry", retries())));
            case "composer" ->
                Map.of(
                        "name", name,
                        "memo", templates(),
                        "memo_key", templates(),
                        "compose", members(Map.of("events", templates(), "memo", templates())),
                        "catch", catches(depth));
            case "plug" -> Map.of("pipeline", texts("other", "splits", "undoes"), "catch", catches(depth));
            case "goto" -> Map.of("to", name, "condition", templates());
            case "switch" -> Map.of("condition", templates(), "branches", branches(depth));
            case "parallel" ->
                Map.of(
                        "branches", branches(depth),
                        "mode", texts("all", "settled", "any", "none"),
                        "transform", templates(),
                        "catch", catches(depth));
            case "map" ->
                Map.of(
                        "items", templates(),
                        "components", components(depth - 1),
                        "mode", texts("all", "any"),
                        "catch", catches(depth));
            case "raise" ->
                Map.of("error", members(Map.of("type", texts("my-own", "timeout", "{% x %}"), "detail", templates())));
            case "done" -> Map.of("condition", templates());
            default -> Map.of("name", name);
        };
    }

    private static Arbitrary<JsonNode> branches(int depth) {
        return members(Map.of("x", components(depth - 1), "y", components(depth - 1)));
    }

    private static Arbitrary<JsonNode> catches(int depth) {
        Map<String, Arbitrary<JsonNode>> keys = depth == 0
                ? Map.of("transform", templates(), "goto", texts("a", "b"))
                : Map.of("transform", templates(), "goto", texts("a"), "components", components(depth - 1));
        return members(keys)
                .map(it -> ((ObjectNode) it)
                        .<JsonNode>set("errors", NODES.arrayNode().add("*")))
                .list()
                .ofMaxSize(2)
                .map(ArbitraryDefinitions::array);
    }

    private static Arbitrary<JsonNode> retries() {
        return members(Map.of(
                "max_attempts", Arbitraries.of(0, 1, 5).map(NODES::numberNode),
                "delay", texts("1s", "x"),
                "when", templates()));
    }

    private static Arbitrary<JsonNode> calls() {
        return members(Map.of("name", texts("s"), "function", texts("f", "g")));
    }

    private static Arbitrary<JsonNode> templates() {
        return Arbitraries.of(
                NODES.textNode("{% x %}"),
                NODES.textNode("{% [$error, $event] %}"),
                NODES.textNode("plain"),
                NODES.booleanNode(true),
                NODES.nullNode(),
                NODES.objectNode().put("a", "{% $memo %}"),
                NODES.arrayNode().add(1));
    }

    private static Arbitrary<JsonNode> texts(String... texts) {
        return Arbitraries.of(texts).map(NODES::textNode);
    }

    /** An object with some of these members. */
    private static Arbitrary<JsonNode> members(Map<String, Arbitrary<JsonNode>> keys) {
        List<String> names = List.copyOf(keys.keySet());
        List<Arbitrary<Optional<JsonNode>>> values =
                names.stream().map(name -> keys.get(name).optional(0.75)).toList();
        return Combinators.combine(values).as(given -> {
            ObjectNode object = NODES.objectNode();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                given.get(i).ifPresent(value -> object.set(name, value));
            }
            return object;
        });
    }

    private static JsonNode array(List<JsonNode> elements) {
        ArrayNode array = NODES.arrayNode();
        elements.forEach(array::add);
        return array;
    }
}
