package dev.krakenflow.client.http.testing;

import java.util.Map;

/** A request as a server saw it; header names in lower case. */
public record RecordedRequest(String method, String target, Map<String, String> headers, String body) {}
