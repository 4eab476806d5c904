package dev.krakenflow.function.aws.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.Message;

/** Payloads as the triggers send them, in the folder {@code payloads}, changed where a test needs something else. */
final class Payloads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Payloads() {}

    /** One of them as it is. */
    static String of(String name) {
        return of(name, payload -> {});
    }

    /** One of them with something changed. */
    static String of(String name, Consumer<ObjectNode> change) {
        try (InputStream bytes = Payloads.class.getResourceAsStream("/payloads/" + name + ".json")) {
            ObjectNode payload = (ObjectNode) JSON.readTree(bytes);
            change.accept(payload);
            return payload.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request to an HTTP API. */
    static String request(String method, String path, String body) {
        return of("http-api", payload -> {
            payload.put("rawPath", path).put("body", body);
            ((ObjectNode) payload.at("/requestContext/http"))
                    .put("method", method)
                    .put("path", path);
        });
    }

    /** The same, by a caller whom the authorizer of IAM has let in. */
    static String administration(String method, String path, String body) {
        return of("http-api", payload -> {
            payload.put("rawPath", path).put("body", body);
            ((ObjectNode) payload.at("/requestContext/http"))
                    .put("method", method)
                    .put("path", path);
            ((ObjectNode) payload.get("requestContext"))
                    .putObject("authorizer")
                    .putObject("iam")
                    .put("accountId", "123456789012")
                    .put("userArn", "arn:aws:iam::123456789012:user/deployer");
        });
    }

    /** Messages of a queue as the event source mapping brings them. */
    static String messages(List<Message> messages) {
        return of("sqs", payload -> {
            ArrayNode records = (ArrayNode) payload.get("Records");
            ObjectNode pattern = (ObjectNode) records.get(0);
            records.removeAll();
            for (Message message : messages) {
                ObjectNode entry = pattern.deepCopy();
                entry.put("messageId", message.messageId()).put("body", message.body());
                ObjectNode attributes = entry.putObject("messageAttributes");
                message.messageAttributes()
                        .forEach((name, value) -> attributes
                                .putObject(name)
                                .put("stringValue", value.stringValue())
                                .put("dataType", value.dataType()));
                records.add(entry);
            }
        });
    }

    /** An empty JSON object. */
    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
