package dev.krakenflow.expression.testing;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.expression.Scope;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import java.time.Duration;
import java.util.Map;

/** Evaluates sources over events that are written as JSON. */
public final class Evaluations {

    /** The bounds that hold by default, but with time enough for a busy machine. */
    public static final Bounds PATIENT = withTime(Duration.ofMinutes(1));

    public static final Expressions EXPRESSIONS = new JsonataExpressions(PATIENT);

    private Evaluations() {}

    /** The bounds that hold by default, but with another time. */
    public static Bounds withTime(Duration time) {
        Bounds usual = Bounds.DEFAULT;
        return new Bounds(
                usual.steps(),
                usual.depth(),
                time,
                usual.stringLength(),
                usual.listSize(),
                usual.resultNodes(),
                usual.sourceLength(),
                usual.nesting());
    }

    /** An evaluation with a minute left and these variables. */
    public static Evaluation with(Map<String, Object> variables) {
        return new Evaluation(
                variables, System.nanoTime() + Duration.ofMinutes(1).toNanos());
    }

    /** The result as JSON; {@code "missing"} when missing. */
    public static String eval(String source, String event) {
        return evalValue(source, JsonReader.read(event));
    }

    /** The result over a value as JSON; {@code "missing"} when missing. */
    public static String evalValue(String source, Object event) {
        Object result = EXPRESSIONS
                .template(new TextNode("{%" + source + "%}"), Scope.of())
                .orThrow()
                .evaluate(event, with(Map.of()));
        return result == null ? "missing" : JsonWriter.write(result);
    }
}
