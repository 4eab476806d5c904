package dev.krakenflow.function.http.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The part of a document that was written by hand, in YAML: the endpoints that stay as they are. It says nothing of
 * tokens and of problems with a status: {@link OpenApiDocument} does. Immutable, thread-safe.
 */
public final class WrittenDocument {

    private final ObjectNode root;

    private WrittenDocument(ObjectNode root) {
        this.root = root;
    }

    /**
     * Reads the document that lies beside a class.
     *
     * @throws IllegalStateException when there is none, or it is no object
     */
    public static WrittenDocument beside(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in != null && new DocumentReader().yaml(in.readAllBytes()).root() instanceof ObjectNode root) {
                return new WrittenDocument(root);
            }
            throw new IllegalStateException("no document " + name + " beside " + owner.getName());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A copy that may be changed. */
    ObjectNode copy() {
        return root.deepCopy();
    }
}
