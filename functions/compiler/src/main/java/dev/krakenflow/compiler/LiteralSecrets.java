package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.definition.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Warns of secrets that stand in {@code start} as they are: whoever may read the definition can read them. */
final class LiteralSecrets {
    private static final String EXACT = "authorization";
    private static final List<String> PARTS = List.of("token", "password", "key");

    private LiteralSecrets() {}

    static void report(ObjectNode start, String pointer, Findings findings) {
        for (Map.Entry<String, JsonNode> member : start.properties()) {
            String place = Pointers.member(pointer, member.getKey());
            JsonNode value = member.getValue();
            if (value instanceof ObjectNode nested) {
                report(nested, place, findings);
            } else if (value.isTextual() && isSecret(member.getKey()) && !ExpressionText.isMeant(value)) {
                findings.warning(
                        ProblemCode.LITERAL_SECRET,
                        place,
                        "this looks like a secret, and whoever may read the definition can read it",
                        "{% $secret('name-of-the-secret') %}");
            }
        }
    }

    private static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.equals(EXACT) || PARTS.stream().anyMatch(lower::contains);
    }
}
