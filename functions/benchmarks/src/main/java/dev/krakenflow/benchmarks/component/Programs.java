package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plans as the compiler would make them, of components of one type, one behind the other. */
final class Programs {

    /** How many components a chain has; what a benchmark reports is for one of them. */
    static final int LENGTH = 8;

    private Programs() {}

    /** Makes the component at a position of a chain, given its place and the index of the next one. */
    interface Link {
        Component at(int index, Place place, int next);
    }

    /** A plan of {@link #LENGTH} components. */
    static Plan chain(Link link, Service... services) {
        return plan(
                IntStream.range(0, LENGTH)
                        .mapToObj(i -> link.at(i, place(i), i + 1 < LENGTH ? i + 1 : Program.END))
                        .toList(),
                services);
    }

    static Plan plan(List<Component> components, Service... services) {
        Map<String, Service> byName = Arrays.stream(services).collect(Collectors.toMap(Service::name, it -> it));
        return new Plan("benchmark", new Program(components), null, null, Limits.DEFAULT, byName);
    }

    static Place place(int index) {
        return new Place("component-" + index, "/components/" + index);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
