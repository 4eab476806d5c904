/**
 * The sample online-shop under more load than it can take, with one of its services slow: what the crowd is answered,
 * what memory does, and when all is as before. Loopback only. Knows the standalone by its HTTP interface, and its heap.
 */
@NullMarked
package dev.krakenflow.benchmarks.shop;

import org.jspecify.annotations.NullMarked;
