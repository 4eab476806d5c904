package dev.krakenflow.benchmarks.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The events of the load, all different, and what three transforming stages make of them. */
final class Orders {

    static final String NAME = "three-stages";

    /** The pipeline, of the same work as {@link #complete}. */
    static final String PIPELINE = """
            {"name": "three-stages", "components": [
              {"type": "stage", "transform": {"total": "{% quantity * price %}"}},
              {"type": "stage", "transform": {"large": "{% total > 100 and customer.country = \\"DE\\" %}"}},
              {"type": "stage", "transform": {"label": "{% id & \\" for \\" & customer.name %}"}}
            ]}
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int COUNT = 64;

    private Orders() {}

    static List<ObjectNode> all() {
        return IntStream.range(0, COUNT).mapToObj(Orders::order).toList();
    }

    private static ObjectNode order(int i) {
        ObjectNode order = MAPPER.createObjectNode().put("id", "order-" + (1000 + i));
        order.putObject("customer")
                .put("name", "Customer " + i)
                .put("country", i % 2 == 0 ? "DE" : "UA")
                .put("email", "customer-" + i + "@example.org");
        order.put("product", "A chair of beech wood, unpainted");
        order.put("quantity", 1 + i % 7).put("price", 10 + i);
        order.put("express", i % 3 == 0).put("note", "Please ring twice; the dog is friendly.");
        return order.set(
                "tags", MAPPER.createArrayNode().add("wood").add("chair").add(i));
    }

    /** Puts the three fields into an order, in plain Java. */
    static void complete(Map<String, Object> order) {
        int total = (Integer) member(order, "quantity") * (Integer) member(order, "price");
        Map<?, ?> customer = (Map<?, ?>) member(order, "customer");
        order.put("total", total);
        order.put("large", total > 100 && "DE".equals(customer.get("country")));
        order.put("label", member(order, "id") + " for " + member(customer, "name"));
    }

    private static Object member(Map<?, ?> object, String key) {
        return requireNonNull(object.get(key), key);
    }
}
