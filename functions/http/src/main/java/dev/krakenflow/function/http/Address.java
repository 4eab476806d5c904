package dev.krakenflow.function.http;

import java.util.SortedSet;

/** What {@link MovingAddresses} have at an address. */
public sealed interface Address {

    /**
     * Something serves it.
     *
     * @param endsWithCaller whether it is cancelled when the caller goes before it is answered
     */
    record Served(Action action, boolean endsWithCaller) implements Address {}

    /** Something is there, for these other methods. */
    record OtherMethods(SortedSet<String> allowed) implements Address {}

    /** Nothing is there. */
    record Nothing() implements Address {}
}
