package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Scalars of YAML as JSON values, by the core schema of YAML 1.2 (section 10.3 of its specification). */
final class YamlScalar {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final String TAG = "tag:yaml.org,2002:";

    private YamlScalar() {}

    static JsonNode node(ScalarEvent event, Location location) {
        String text = event.getValue();
        if (NodeBounds.hasLoneSurrogate(text)) {
            throw new MalformedDefinitionException("a string holds half a surrogate pair", location, null);
        }
        String tag = event.getTag().orElse("");
        if (tag.isEmpty()) {
            return event.getImplicit().canOmitTagInPlainScalar() ? plain(text, location) : NODES.textNode(text);
        }
        if (tag.equals(TAG + "str") || tag.equals("!")) {
            return NODES.textNode(text);
        }
        JsonNode node = plain(text, location);
        if (!tag.equals(TAG + name(node))) {
            throw new MalformedDefinitionException("the tag " + tag + " does not fit, or is not known", location, null);
        }
        return node;
    }

    private static String name(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> "bool";
            case NUMBER -> node.isIntegralNumber() ? "int" : "float";
            default -> "str";
        };
    }

    private static JsonNode plain(String text, Location location) {
        if (NULL.matcher(text).matches()) {
            return NODES.nullNode();
        }
        if (BOOLEAN.matcher(text).matches()) {
            return NODES.booleanNode(Character.toLowerCase(text.charAt(0)) == 't');
        }
        if (NO_NUMBER.matcher(text).matches()) {
            throw new MalformedDefinitionException("infinity and not-a-number have no place in JSON", location, null);
        }
        return text.length() <= NodeBounds.NUMBER_LENGTH ? numberOrText(text, location) : NODES.textNode(text);
    }

    private static JsonNode numberOrText(String text, Location location) {
        if (INTEGER.matcher(text).matches()) {
            return integer(new BigInteger(text));
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 8));
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 16));
        }
        if (!DECIMAL.matcher(text).matches()) {
            return NODES.textNode(text);
        }
        if (NodeBounds.exponentTooLarge(text)) {
            throw new MalformedDefinitionException("an exponent is beyond ±" + NodeBounds.EXPONENT, location, null);
        }
        return NODES.numberNode(new BigDecimal(text));
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }
}
