package dev.krakenflow.engine.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a client is opened with.
 *
 * @param service the service's name
 * @param start the definition's {@code client.start} as written; the client resolves its secrets and keeps them to itself
 */
public record ClientStart(String service, ObjectNode start) {}
