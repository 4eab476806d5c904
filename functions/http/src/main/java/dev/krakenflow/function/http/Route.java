package dev.krakenflow.function.http;

import java.util.List;
import java.util.Map;

/** What the route table says about an address. Each kind says who may learn that. */
sealed interface Route {

    Access access();

    /** An endpoint serves it. */
    record Served(Access access, Endpoint endpoint, Map<String, String> parameters) implements Route {}

    /** A Funqy function serves it, behind the front door. */
    record Function(Access access) implements Route {}

    /** The platform serves it, behind the front door: health and the like. */
    record Platform(Access access) implements Route {}

    /** Perhaps something is there at the moment. */
    record Moving(Access access, MovingAddresses addresses, List<String> segments) implements Route {}

    /** Something is there, for other methods. */
    record OtherMethod(Access access, String allowed) implements Route {}

    /** Nothing is there. */
    record Unknown(Access access) implements Route {}
}
