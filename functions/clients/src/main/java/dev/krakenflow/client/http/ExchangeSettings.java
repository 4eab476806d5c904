package dev.krakenflow.client.http;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange needs to know of its service and its call.
 *
 * @param maxResponse bytes of an answer's body
 * @param redirects how many are followed
 * @param deadlineHeader header for the time left, or null
 * @param millisLeft the time left
 */
record ExchangeSettings(
        int maxResponse, int redirects, @Nullable String deadlineHeader, LongSupplier millisLeft) {}
