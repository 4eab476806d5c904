package dev.krakenflow.plan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Any JSON, and what else plans are made of: names, durations. */
final class ArbitraryJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ArbitraryJson() {}

    static Arbitrary<JsonNode> json() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.bigIntegers().map(ArbitraryJson::integer),
                () -> Arbitraries.bigDecimals()
                        .ofScale(3)
                        .map(NODES::numberNode)
                        .map(JsonNode.class::cast),
                () -> Arbitraries.of(true, false).map(NODES::booleanNode),
                () -> Arbitraries.just(NODES.nullNode()),
                () -> names().map(NODES::textNode),
                () -> json().list().ofMaxSize(2).map(ArbitraryJson::array),
                () -> objects().map(JsonNode.class::cast));
    }

    /** JSON, or nothing at all. */
    static Arbitrary<JsonNode> optional() {
        return json().injectNull(0.3);
    }

    static Arbitrary<ObjectNode> objects() {
        return Arbitraries.maps(names(), json()).ofMaxSize(3).map(members -> {
            ObjectNode object = NODES.objectNode();
            members.forEach(object::set);
            return object;
        });
    }

    static Arbitrary<String> names() {
        return Arbitraries.strings().all().ofMaxLength(12).filter(ArbitraryJson::hasWholeCharacters);
    }

    static Arbitrary<List<String>> someNames() {
        return names().list().ofMaxSize(2);
    }

    static Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(1, 100_000_000_000_000L).map(Duration::ofNanos);
    }

    static Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(1, 1_000_000);
    }

    static Arbitrary<Boolean> booleans() {
        return Arbitraries.of(true, false);
    }

    private static boolean hasWholeCharacters(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    private static JsonNode array(List<JsonNode> elements) {
        ArrayNode array = NODES.arrayNode();
        elements.forEach(array::add);
        return array;
    }
}
