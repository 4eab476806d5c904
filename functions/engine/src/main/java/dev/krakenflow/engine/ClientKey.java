package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What makes two clients the same: a service that was defined anew with another start gets a new one. */
record ClientKey(String service, String module, ObjectNode start) {}
