package dev.krakenflow.benchmarks.component;

import dev.krakenflow.expression.Evaluation;
import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;

/** The expressions of a plan without the engine: what any engine must pay at least. */
@FunctionalInterface
interface Twin {

    /** Evaluates each expression as often as a run of the plan does, and merges nothing that no expression reads. */
    void evaluate(Map<String, Object> event, Evaluation evaluation, Blackhole results);
}
