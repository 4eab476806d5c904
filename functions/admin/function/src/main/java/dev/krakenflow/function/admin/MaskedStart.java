package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/** The start arguments of a service as they may be shown: what is secret, or looks so, stands there as stars. */
final class MaskedStart {

    private static final TextNode MASK = TextNode.valueOf("***");
    private static final Pattern SECRET_NAME =
            Pattern.compile("authorization|cookie|token|password|secret|key", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_VALUE = Pattern.compile("\\$secret\\s*\\(");

    private static final String CLIENT = "/client";
    private static final String START = "/client/start/";

    private MaskedStart() {}

    /** A masked copy. */
    static JsonNode of(JsonNode start) {
        return switch (start.getNodeType()) {
            case OBJECT -> object((ObjectNode) start);
            case ARRAY -> array((ArrayNode) start);
            case STRING -> SECRET_VALUE.matcher(start.textValue()).find() ? MASK : start;
            default -> start;
        };
    }

    /**
     * A part of a service, in which its client is masked.
     *
     * @param pointer where the part stands in the service; empty: it is the service
     */
    static JsonNode at(String pointer, JsonNode part) {
        if (pointer.isEmpty()) {
            return service(part);
        }
        if (!pointer.startsWith(CLIENT)) {
            return part;
        }
        boolean secret = pointer.startsWith(START)
                && SECRET_NAME.matcher(pointer.substring(START.length())).find();
        return secret ? MASK : of(part);
    }

    private static JsonNode service(JsonNode service) {
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        service.properties()
                .forEach(member -> masked.set(member.getKey(), at("/" + member.getKey(), member.getValue())));
        return masked;
    }

    private static JsonNode object(ObjectNode object) {
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> {
            boolean secret = SECRET_NAME.matcher(member.getKey()).find();
            masked.set(member.getKey(), secret ? MASK : of(member.getValue()));
        });
        return masked;
    }

    private static JsonNode array(ArrayNode array) {
        ArrayNode masked = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(element -> masked.add(of(element)));
        return masked;
    }
}
