package dev.krakenflow.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Which statuses of an answer are a result: all below 400, and what {@code accept_status} adds.
 *
 * @param added numbers such as {@code 404}, and classes such as {@code 4xx}, as text
 */
record AcceptedStatuses(Set<String> added) {
    AcceptedStatuses {
        added = Set.copyOf(added);
    }

    /** Reads {@code accept_status}: a list of numbers and classes, or one of them; missing adds nothing. */
    static AcceptedStatuses read(JsonNode list) {
        Set<String> added = new HashSet<>();
        if (list.isValueNode() && !list.isNull()) {
            added.add(list.asText());
        }
        list.elements().forEachRemaining(status -> added.add(status.asText()));
        return new AcceptedStatuses(added);
    }

    boolean accept(int status) {
        return status < 400 || added.contains(Integer.toString(status)) || added.contains(status / 100 + "xx");
    }
}
