package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Problem;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the findings about all definitions of a body, at their places in it. Used by one thread. */
final class Inspection {

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    void problems(List<Problem> found, String pointer) {
        found.forEach(problem -> problems.add(problem.under(pointer)));
    }

    void warnings(List<Problem> found, String pointer) {
        found.forEach(problem -> warnings.add(problem.under(pointer)));
    }

    /**
     * Ends the inspection.
     *
     * @throws RequestException {@code invalid-definition} with all problems, when there is one
     */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            String detail = problems.size() == 1 ? "there is a problem" : "there are " + problems.size() + " problems";
            throw new RequestException(Failure.of(FailureCode.INVALID_DEFINITION, detail + "; nothing was stored")
                    .with("problems", FindingsJson.of(problems)));
        }
    }

    /** The answer of a definition that was stored, with the warnings if there are some. */
    Map<String, Object> answer(Object ok) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", ok);
        if (!warnings.isEmpty()) {
            answer.put("warnings", FindingsJson.of(warnings));
        }
        return answer;
    }
}
