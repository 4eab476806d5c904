package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the components in which an event goes several ways at once: {@code parallel} and {@code map}. */
final class FanOutReader {
    private static final String ERRORS = "errors";
    private static final String MODE = "mode";
    private static final String SETTLED = "settled";
    private static final String ANY = "any";
    private static final List<String> PARALLEL_MODES = List.of("all", SETTLED, ANY);
    private static final List<String> MAP_MODES = List.of("all", SETTLED);
    private static final int MOST_AT_ONCE = 10_000;
    private static final int MOST_ITEMS = 100_000;

    private final ComponentReader components;
    private final BranchesReader branches;
    private final CatchReader catches;
    private final Findings findings;

    FanOutReader(ComponentReader components, BranchesReader branches, CatchReader catches, Findings findings) {
        this.components = components;
        this.branches = branches;
        this.catches = catches;
        this.findings = findings;
    }

    ParallelDefinition parallel(Origin origin, Fields fields) {
        fields.require("branches");
        ParallelDefinition parallel = new ParallelDefinition(
                origin,
                fields.any("condition"),
                branches(fields),
                fields.oneOf(MODE, PARALLEL_MODES),
                limit(fields),
                fields.any("transform"),
                fields.duration("timeout"),
                catches.ofComponents(fields));
        if (SETTLED.equals(parallel.mode()) && parallel.transform() == null) {
            findings.warning(
                    ProblemCode.MISSING_KEY,
                    fields.pointer(),
                    "the failures of branches are dropped, because there is no transform that takes errors",
                    null);
        }
        return parallel;
    }

    private Map<String, List<ComponentDefinition>> branches(Fields fields) {
        Map<String, List<ComponentDefinition>> read = branches.read(fields);
        if (read.containsKey(ERRORS)) {
            findings.problem(
                    ProblemCode.RESERVED_NAME,
                    Pointers.member(fields.pointer("branches"), ERRORS),
                    "a branch cannot be called errors: that is where transform sees the failures");
        }
        return read;
    }

    MapDefinition map(Origin origin, Fields fields) {
        fields.require("items", "components");
        return new MapDefinition(
                origin,
                fields.any("condition"),
                fields.any("items"),
                key(fields, "as"),
                at(fields),
                Objects.requireNonNullElse(components.list(fields, "components"), List.of()),
                limit(fields),
                fields.count("max_items", 1, MOST_ITEMS),
                mapMode(fields),
                fields.any("transform"),
                fields.duration("timeout"),
                catches.ofComponents(fields));
    }

    private @Nullable String at(Fields fields) {
        String at = key(fields, "at");
        JsonNode as = fields.any("as");
        if (at != null && at.equals(as == null ? MapDefinition.ITEM : as.textValue())) {
            findings.problem(
                    ProblemCode.BAD_VALUE, fields.pointer("at"), "the item stands under this key: its index cannot");
        }
        return at;
    }

    private @Nullable String key(Fields fields, String key) {
        String name = fields.name(key);
        if (name != null && !Names.isLocal(name)) {
            findings.problem(
                    ProblemCode.BAD_VALUE,
                    fields.pointer(key),
                    key + " is a key of an event: 1 to 128 characters, no control characters");
            return null;
        }
        return name;
    }

    private @Nullable String mapMode(Fields fields) {
        JsonNode mode = fields.any(MODE);
        if (mode != null && ANY.equals(mode.textValue())) {
            findings.problem(
                    ProblemCode.BAD_VALUE,
                    fields.pointer(MODE),
                    "only a parallel can have the mode any: a map has " + String.join(" or ", MAP_MODES));
            return null;
        }
        return fields.oneOf(MODE, MAP_MODES);
    }

    private static @Nullable Integer limit(Fields fields) {
        return fields.count("concurrency_limit", 1, MOST_AT_ONCE);
    }
}
