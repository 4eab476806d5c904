/**
 * The SPI of service clients: what the engine asks of the code that talks a protocol. A client is one
 * {@link dev.krakenflow.engine.client.ServiceClientProvider} and what it opens.
 */
@NullMarked
package dev.krakenflow.engine.client;

import org.jspecify.annotations.NullMarked;
