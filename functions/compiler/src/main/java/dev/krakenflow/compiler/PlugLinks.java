package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Links the plugs of one pipeline with those that they plug: each must be there, and none may lead back. */
final class PlugLinks {
    private final String pipeline;
    private final Linkage linkage;
    private final Findings findings;
    private final Map<String, String> waysBack = new HashMap<>();

    /** @param pipeline the name of the pipeline that plugs; empty when it could not be read */
    PlugLinks(String pipeline, Linkage linkage, Findings findings) {
        this.pipeline = pipeline;
        this.linkage = linkage;
        this.findings = findings;
    }

    /** Checks the plug of one pipeline, named at this pointer. */
    void link(String plugged, String pointer) {
        if (plugged.equals(pipeline)) {
            findings.problem(ProblemCode.PLUG_CYCLE, pointer, "a pipeline cannot plug itself");
        } else if (linkage.pipeline(plugged) == null) {
            findings.problem(
                    ProblemCode.UNKNOWN_REFERENCE,
                    pointer,
                    "the pipeline \"" + Shown.text(plugged) + "\" is not defined",
                    Nearest.to(plugged, linkage.pipelineNames()).orElse(null));
        } else {
            String way = waysBack.computeIfAbsent(plugged, this::wayBack);
            if (!way.isEmpty()) {
                findings.problem(
                        ProblemCode.PLUG_CYCLE,
                        pointer,
                        "a pipeline cannot plug itself, not through others either: " + way);
            }
        }
    }

    /** The pipelines from this plugged one back to the one that plugs it; empty when no way leads there. */
    private String wayBack(String plugged) {
        Map<String, String> ways = new HashMap<>();
        ways.put(plugged, plugged);
        Deque<String> open = new ArrayDeque<>(ways.keySet());
        while (!open.isEmpty()) {
            String name = open.remove();
            PipelineDefinition definition = linkage.pipeline(name);
            if (definition == null) {
                continue;
            }
            for (String next : definition.uses().pipelines()) {
                String way = ways.get(name) + " → " + next;
                if (next.equals(pipeline)) {
                    return way;
                }
                if (ways.putIfAbsent(next, way) == null) {
                    open.add(next);
                }
            }
        }
        return "";
    }
}
