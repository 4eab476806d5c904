package dev.krakenflow.benchmarks.apply;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many pipelines of five components each, all of which change with each version, one that never changes, and the service
 * that they use.
 *
 * @param count how many change
 */
record ManyPipelines(int count) {

    /** The pipeline that never changes. */
    static final String STEADY = "steady";

    private static final String SET = """
            {"services": [{"name": "tax", "client": {"module": "lambda", "start": {"functions": {
               "tax": "{%% function($order) { {'tax': $round($order.net * 0.19, 2)} } %%}"}}},
               "interface": {"of": {"input": {"net": {"type": "number"}, "required": ["net"]}, "call": {"function": "tax"}}}}],
             "routes": {"steady": "steady"},
             "pipelines": [%s, %s]}""";

    private static final String CHANGING = """
            {"name": "%1$s", "description": "Completes an order.",
             "input": {"price": {"type": "number"}, "quantity": {"type": "integer"}, "required": ["price", "quantity"]},
             "components": [
              {"type": "stage", "name": "net", "transform": {"net": "{%% price * quantity %%}"}},
              {"type": "stage", "name": "tax", "service": {"name": "tax", "function": "of"},
                "prepare": {"net": "{%% net %%}"}, "transform": {"tax": "{%% tax %%}"}},
              {"type": "stage", "name": "gross", "transform": {"gross": "{%% net + tax %%}"}},
              {"type": "switch", "name": "size", "condition": "{%% gross > 100 ? 'large' : 'small' %%}",
                "branches": {"large": [{"type": "stage", "name": "large", "transform": {"parcels": 2}}], "small": []}},
              {"type": "stage", "name": "version", "transform": {"version": %2$d}}]}""";

    private static final String STILL = """
            {"name": "steady", "components": [{"type": "stage", "name": "double", "transform": {"y": "{% x * 2 %}"}}]}""";

    /** An event of those that change. */
    static final String ORDER = "{\"price\":12.5,\"quantity\":2}";

    static String name(int number) {
        return "order-" + number;
    }

    /** What is to be applied, as JSON. */
    String version(int version) {
        String changing = IntStream.range(0, count)
                .mapToObj(number -> CHANGING.formatted(name(number), version))
                .collect(Collectors.joining(",\n"));
        return SET.formatted(changing, STILL);
    }
}
