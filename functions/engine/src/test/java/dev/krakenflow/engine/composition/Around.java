package dev.krakenflow.engine.composition;

import dev.krakenflow.engine.testing.ScriptedPlan;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A component around another one, which gives the {@code r} of that as its own. */
enum Around {
    PARALLEL("{type: 'parallel', branches: {b: X, c: {}}}", it -> it),
    PARALLEL_SETTLED(
            "{type: 'parallel', mode: 'settled', branches: {b: X, c: {}},"
                    + " transform: {r: '{% $exists(errors.b) ? errors.b.code : b.r %}'}}",
            End::caught),
    PARALLEL_ANY(
            "{type: 'parallel', mode: 'any', branches: {b: X}, transform: {r: '{% b.r %}'}}",
            it -> it.or(code -> "all-failed")),
    PARALLEL_CATCHES(
            "{type: 'parallel', branches: {b: X, c: {}}, catch: [{transform: {r: '{% $error.code %}'}}]}", End::caught),
    PARALLEL_WITH_TIMEOUT("{type: 'parallel', timeout: 'PT3S', branches: {b: X, c: {}}}", End::timed),
    MAP("{type: 'map', items: [1], components: X, transform: {r: '{% results[0].r %}'}}", it -> it),
    MAP_SETTLED(
            "{type: 'map', mode: 'settled', items: [1], components: X,"
                    + " transform: {r: '{% $exists(errors[0]) ? errors[0].problem.code : results[0].r %}'}}",
            End::caught),
    MAP_CATCHES(
            "{type: 'map', items: [1], components: X, transform: {r: '{% results[0].r %}'},"
                    + " catch: [{transform: {r: '{% $error.code %}'}}]}",
            End::caught),
    MAP_WITH_TIMEOUT(
            "{type: 'map', timeout: 'PT3S', items: [1], components: X, transform: {r: '{% results[0].r %}'}}",
            End::timed),
    PLUG("{type: 'plug', pipeline: 'X', transform: {r: '{% r %}'}}", it -> it),
    PLUG_CATCHES(
            "{type: 'plug', pipeline: 'X', transform: {r: '{% r %}'}, catch: [{transform: {r: '{% $error.code %}'}}]}",
            End::caught),
    PLUG_WITH_TIMEOUT("{type: 'plug', timeout: 'PT3S', pipeline: 'X', transform: {r: '{% r %}'}}", End::timed),
    PLUG_OF_A_PIPELINE_WITH_TIMEOUT("{type: 'plug', pipeline: 'X', transform: {r: '{% r %}'}}", End::timed) {
        @Override
        ScriptedPlan pipeline(Part part) {
            return super.pipeline(part).timeout(Duration.ofSeconds(3));
        }
    },
    PLUG_OF_A_PIPELINE_WITH_HANDLERS("{type: 'plug', pipeline: 'X', transform: {r: '{% r %}'}}", End::caught) {
        @Override
        ScriptedPlan pipeline(Part part) {
            return super.pipeline(part)
                    .onError("{transform: {r: '{% $error.code %}'}}")
                    .lastly("{service: 's.other'}");
        }
    };

    private final String component;
    private final UnaryOperator<End> end;

    Around(String component, UnaryOperator<End> end) {
        this.component = component;
        this.end = end;
    }

    /** This around a part. */
    Part of(Part part) {
        End whole = end.apply(part.end());
        return component.contains("'plug'")
                ? part.plugged(component, pipeline(part), whole)
                : part.in(component, whole);
    }

    /** The pipeline that is plugged, if one is. */
    ScriptedPlan pipeline(Part part) {
        return part.plan("X");
    }
}
