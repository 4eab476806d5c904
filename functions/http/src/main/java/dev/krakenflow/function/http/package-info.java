/**
 * What both functions need of HTTP: one front door before all routes, the token guard, bounded bodies, and answers with
 * their problems. Knows nothing of pipelines and services; what is served comes in as a {@link Surface}.
 */
@NullMarked
package dev.krakenflow.function.http;

import org.jspecify.annotations.NullMarked;
