/**
 * The service client that talks HTTP, on the Vert.x HTTP client.
 * It knows the engine by its service provider interface only.
 */
@NullMarked
package dev.krakenflow.client.http;

import org.jspecify.annotations.NullMarked;
