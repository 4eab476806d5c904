package dev.krakenflow.function.http;

import java.util.SortedSet;

/** What {@link MovingAddresses} have at an address. */
public sealed interface Address {

    /** Something serves it. */
    record Served(Action action) implements Address {}

    /** Something is there, for these other methods. */
    record OtherMethods(SortedSet<String> allowed) implements Address {}

    /** Nothing is there. */
    record Nothing() implements Address {}
}
