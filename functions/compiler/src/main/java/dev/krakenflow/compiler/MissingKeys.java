package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.krakenflow.definition.Fields;
import dev.krakenflow.definition.Findings;

/** Reports keys that an object lacks of which nothing else is to be read. */
final class MissingKeys {
    private MissingKeys() {}

    static void report(String pointer, Findings findings, String... keys) {
        new Fields(JsonNodeFactory.instance.objectNode(), pointer, findings).require(keys);
    }
}
