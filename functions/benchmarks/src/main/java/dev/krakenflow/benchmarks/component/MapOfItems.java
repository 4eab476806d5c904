package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.krakenflow.expression.Template;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A map of a hundred items, each of which passes one stage, and whose results are gathered: reported is one item. */
@OperationsPerInvocation(MapOfItems.ITEMS)
public class MapOfItems extends ComponentBenchmark {
    static final int ITEMS = 100;

    private static final ArrayNode ALL = items();
    private static final JsonNode TRANSFORM = Programs.object().put("total", "{% item * count %}");
    private static final JsonNode GATHER = Programs.object().put("totals", "{% results.total %}");

    @Override
    Plan plan() {
        Stage stage = new Stage(Programs.place(1), Program.END, null, null, null, TRANSFORM, List.of(), null);
        return Programs.plan(List.of(new Mapping(
                Programs.place(0),
                Program.END,
                null,
                ALL,
                Mapping.DEFAULT_AS,
                null,
                new Program(List.of(stage)),
                Parallel.Mode.ALL,
                Mapping.DEFAULT_CONCURRENCY,
                Mapping.DEFAULT_MAX_ITEMS,
                GATHER,
                null,
                List.of())));
    }

    @Override
    Twin twin(Workbench with) {
        Template transform = with.template(TRANSFORM);
        Template gather = with.template(GATHER);
        return (event, evaluation, results) -> {
            List<Object> gathered = new ArrayList<>(ITEMS);
            Map<String, Object> item = new HashMap<>(event);
            for (int i = 0; i < ITEMS; i++) {
                item.put(Mapping.DEFAULT_AS, i);
                gathered.add(transform.evaluate(item, evaluation));
            }
            results.consume(gather.evaluate(Map.of("results", gathered), evaluation));
        };
    }

    private static ArrayNode items() {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, ITEMS).forEach(items::add);
        return items;
    }
}
