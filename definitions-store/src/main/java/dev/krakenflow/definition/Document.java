package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition as text was read: its JSON, numbers exact and keys in the order written, and where each value stands in
 * the text. Immutable by contract: nobody changes the nodes. Thread-safe.
 */
public final class Document {
    private final JsonNode root;
    private final @Nullable Locations locations;
    private final int first;

    Document(JsonNode root, @Nullable Locations locations, int first) {
        this.root = root;
        this.locations = locations;
        this.first = first;
    }

    /** A document that was not read from a text, for example one that comes from the store: it has no locations. */
    public static Document of(JsonNode root) {
        return new Document(root, null, 0);
    }

    public JsonNode root() {
        return root;
    }

    /**
     * The elements of a list as documents of their own, whose pointers begin there: the definitions of a body that holds
     * several.
     *
     * @return nothing for a document that is no list
     */
    public List<Document> elements() {
        List<Document> elements = new ArrayList<>();
        int position = first + 1;
        for (JsonNode element : root.isArray() ? root : List.<JsonNode>of()) {
            elements.add(new Document(element, locations, position));
            position += NodePosition.size(element);
        }
        return elements;
    }

    /**
     * A part as a document of its own, whose pointers begin there.
     *
     * @param pointer JSON pointer of a value that is there
     * @throws IllegalArgumentException when there is none
     */
    public Document part(String pointer) {
        JsonNode part = root.at(pointer);
        if (part.isMissingNode()) {
            throw new IllegalArgumentException("there is nothing at " + pointer);
        }
        return new Document(part, locations, first + NodePosition.of(root, pointer));
    }

    /**
     * Where a value stands in the text: members at their key, others where they begin.
     *
     * @param pointer JSON pointer; where it leads nowhere, what would hold it counts
     * @return null for a document that was not read from a text
     */
    public @Nullable Location location(String pointer) {
        return locations == null ? null : locations.get(first + NodePosition.of(root, pointer));
    }

    /** Findings in the order of this document. */
    public List<Problem> inOrder(List<Problem> findings) {
        return DocumentOrder.sorted(root, findings);
    }
}
