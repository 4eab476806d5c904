package dev.krakenflow.benchmarks.component;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event, and the shapes of expressions that definitions are mostly made of. */
final class Samples {

    /** An expression of each shape: arithmetic, a path, a text put together, a condition of three terms. */
    static final List<String> EXPRESSIONS = List.of(
            "{% count + 1 %}",
            "{% customer.address.city.name %}",
            "{% '/customers/' & customer.id & '/orders/' & id %}",
            "{% count > 10 and customer.vip and status = 'open' %}");

    static final int COUNT = 12;

    static final Map<String, Object> EVENT = event();

    private Samples() {}

    /** The expression for the component at a position of a chain, in turn. */
    static String expression(int index) {
        return EXPRESSIONS.get(index % EXPRESSIONS.size());
    }

    private static Map<String, Object> event() {
        Map<String, Object> city = Map.of("name", "Lviv", "zip", "79000");
        Map<String, Object> address = Map.of("city", city, "street", "Rynok 1");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", "order-17");
        event.put("count", COUNT);
        event.put("status", "open");
        event.put("customer", Map.of("id", "c-4", "vip", true, "address", address));
        event.put("tags", List.of("wood", "chair"));
        return Collections.unmodifiableMap(event);
    }
}
