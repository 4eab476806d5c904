package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What makes two clients the same: a service that was defined anew with another start, or whose helpers were, gets a new
 * one.
 */
record ClientKey(String service, String module, ObjectNode start, Map<String, String> helpers) {}
