package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as they are answered: all of them, unless there are so many that nobody would read them. */
final class FindingsJson {

    /** So many are listed at most. */
    static final int MOST = 5_000;

    /** And so many that together have no more characters. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private FindingsJson() {}

    /** In their order; where some are left out, an entry <code>{"left_out": n}</code> stands at the end. */
    static List<Object> of(List<Problem> findings) {
        List<Object> list = new ArrayList<>();
        long characters = 0;
        for (Problem finding : findings) {
            characters += finding.pointer().length() + finding.message().length();
            if (list.size() == MOST || (characters > MOST_CHARACTERS && !list.isEmpty())) {
                list.add(Map.of("left_out", findings.size() - list.size()));
                break;
            }
            list.add(one(finding));
        }
        return list;
    }

    private static Map<String, Object> one(Problem finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", finding.code().code());
        json.put("pointer", finding.pointer());
        json.put("message", finding.message());
        if (finding.hint() != null) {
            json.put("hint", finding.hint());
        }
        return json;
    }
}
