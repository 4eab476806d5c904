/**
 * The service client whose functions are expressions in the definition: small computations without a network.
 * It knows the engine by its service provider interface only.
 */
@NullMarked
package dev.krakenflow.client.computed;

import org.jspecify.annotations.NullMarked;
