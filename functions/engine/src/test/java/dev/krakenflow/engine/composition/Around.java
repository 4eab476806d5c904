package dev.krakenflow.engine.composition;

import dev.krakenflow.engine.testing.ScriptedPlan;
import java.time.Duration;

/** A component around another one, which gives the {@code r} of that as its own. */
enum Around {
    PARALLEL("{type: 'parallel', branches: {b: X, c: {}}}", Change.NONE),
    PARALLEL_SETTLED(
            "{type: 'parallel', mode: 'settled', branches: {b: X, c: {}},"
                    + " transform: {r: '{% $exists(errors.b) ? errors.b.code : b.r %}'}}",
            Change.CATCHES),
    PARALLEL_ANY("{type: 'parallel', mode: 'any', branches: {b: X}, transform: {r: '{% b.r %}'}}", Change.RACES),
    PARALLEL_CATCHES(
            "{type: 'parallel', branches: {b: X, c: {}}, catch: [{transform: {r: '{% $error.code %}'}}]}",
            Change.CATCHES),
    PARALLEL_WITH_TIMEOUT("{type: 'parallel', timeout: 'PT3S', branches: {b: X, c: {}}}", Change.HAS_TIME),
    MAP("{type: 'map', items: [1], components: X, transform: {r: '{% results[0].r %}'}}", Change.NONE),
    MAP_SETTLED(
            "{type: 'map', mode: 'settled', items: [1], components: X,"
                    + " transform: {r: '{% $exists(errors[0]) ? errors[0].problem.code : results[0].r %}'}}",
            Change.CATCHES),
    MAP_CATCHES(
            "{type: 'map', items: [1], components: X, transform: {r: '{% results[0].r %}'},"
                    + " catch: [{transform: {r: '{% $error.code %}'}}]}",
            Change.CATCHES),
    MAP_WITH_TIMEOUT(
            "{type: 'map', timeout: 'PT3S', items: [1], components: X, transform: {r: '{% results[0].r %}'}}",
            Change.HAS_TIME),
    PLUG("{type: 'plug', pipeline: 'X', transform: {r: '{% r %}'}}", Change.NONE),
    PLUG_CATCHES(
            "{type: 'plug', pipeline: 'X', transform: {r: '{% r %}'}, catch: [{transform: {r: '{% $error.code %}'}}]}",
            Change.CATCHES),
    PLUG_WITH_TIMEOUT("{type: 'plug', timeout: 'PT3S', pipeline: 'X', transform: {r: '{% r %}'}}", Change.HAS_TIME),
    PLUG_OF_A_PIPELINE_WITH_TIMEOUT("{type: 'plug', pipeline: 'X', transform: {r: '{% r %}'}}", Change.HAS_TIME) {
        @Override
        ScriptedPlan pipeline(Part part) {
            return super.pipeline(part).timeout(Duration.ofSeconds(3));
        }
    },
    PLUG_OF_A_PIPELINE_WITH_HANDLERS("{type: 'plug', pipeline: 'X', transform: {r: '{% r %}'}}", Change.CATCHES) {
        @Override
        ScriptedPlan pipeline(Part part) {
            return super.pipeline(part)
                    .onError("{transform: {r: '{% $error.code %}'}}")
                    .lastly("{service: 's.other'}");
        }
    };

    private final String component;
    private final Change change;

    Around(String component, Change change) {
        this.component = component;
        this.change = change;
    }

    /** This around a part. */
    Part of(Part part) {
        End whole = change.of(part.end());
        return component.contains("'plug'")
                ? part.plugged(component, pipeline(part), whole)
                : part.in(component, whole);
    }

    /** The pipeline that is plugged, if one is. */
    ScriptedPlan pipeline(Part part) {
        return part.plan("X");
    }

    /** What becomes of the end of a part. */
    private enum Change {
        NONE,
        CATCHES,
        HAS_TIME,
        RACES;

        End of(End part) {
            return switch (this) {
                case NONE -> part;
                case CATCHES -> part.caught();
                case HAS_TIME -> part.timed();
                case RACES -> part.raced();
            };
        }
    }
}
