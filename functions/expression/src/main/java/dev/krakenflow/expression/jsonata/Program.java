package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import dev.krakenflow.json.WrittenSize;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled source. Immutable as long as it is evaluated only here, and thread-safe. */
public final class Program {

    private final Jsonata jsonata;
    private final List<String> variables;
    private final Offsets offsets;
    private final boolean walksWhole;
    private final Guard guard;

    /** @param walksWhole whether the source, or a function that it may call, walks all that a value holds */
    Program(Jsonata jsonata, List<String> variables, Offsets offsets, boolean walksWhole, Guard guard) {
        this.jsonata = jsonata;
        this.variables = variables;
        this.offsets = offsets;
        this.walksWhole = walksWhole;
        this.guard = guard;
    }

    /**
     * Evaluates over an input. The result may share parts with the input, and holds nothing but JSON values.
     *
     * @param input null when missing
     * @param values the values of variables; those that the source does not name are not looked at
     * @param size what has been made before and counts with this
     * @param deadline moment of {@link System#nanoTime()} at which it must end, if its own time is not up before
     * @return null when missing
     * @throws EvaluationException when it fails or goes over a bound
     */
    public @Nullable Object evaluate(
            @Nullable Object input,
            Map<String, ? extends @Nullable Object> values,
            WrittenSize size,
            Limits limits,
            long deadline) {
        Meter meter = new Meter(limits, deadline, walksWhole);
        Frame frame = jsonata.createFrame();
        frame.setEvaluateEntryCallback(meter);
        frame.setEvaluateExitCallback(meter);
        for (String variable : variables) {
            frame.bind(variable, values.get(variable));
        }
        return guard.under(meter, () -> evaluate(input, frame, size, meter));
    }

    private @Nullable Object evaluate(@Nullable Object input, Frame frame, WrittenSize size, Meter meter) {
        try {
            if (walksWhole) {
                meter.check(input);
            }
            Object result = jsonata.evaluate(input, frame);
            meter.work(0);
            return result == null ? null : Results.clean(result, size, meter);
        } catch (Throwable e) {
            throw Failures.of(e, meter, offsets);
        }
    }
}
