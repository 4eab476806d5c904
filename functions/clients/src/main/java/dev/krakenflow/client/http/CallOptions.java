package dev.krakenflow.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The {@code call} of a service function.
 *
 * @param parseJsonBody whether every answer is parsed as JSON, whatever its type
 * @param accepted statuses that are results though they are 400 or more
 * @param redirects how many redirects are followed; 0: none is, the answer is the redirect itself
 */
record CallOptions(boolean parseJsonBody, AcceptedStatuses accepted, int redirects) {
    private static final int MOST_REDIRECTS = 5;

    /** Reads the options; what is not an option of this client is for others. */
    static CallOptions read(ObjectNode call) {
        JsonNode follow = call.path("follow_redirects");
        return new CallOptions(
                call.path("parse_json_body").asBoolean(false),
                AcceptedStatuses.read(call.path("accept_status")),
                follow.asBoolean(false) ? MOST_REDIRECTS : 0);
    }
}
