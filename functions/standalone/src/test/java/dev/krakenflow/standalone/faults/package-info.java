/**
 * What pipelines make of a service that breaks the rules, or breaks: from their JSON, through the engine and the real HTTP
 * client, over sockets. Nothing here knows which policy of the engine is which class.
 */
@NullMarked
package dev.krakenflow.standalone.faults;

import org.jspecify.annotations.NullMarked;
