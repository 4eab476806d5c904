package dev.krakenflow.function.admin;

import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.MediaPreference;
import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The paths that are about all definitions together. */
final class SetEndpoints {

    private static final String DRY_RUN = "dry_run";
    private static final String PRUNE = "prune";
    private static final Set<String> PARAMETERS = Set.of(DRY_RUN, PRUNE);

    private SetEndpoints() {}

    static List<Endpoint> of(AdminOperations operations) {
        return List.of(
                new Endpoint("POST", "/apply", request -> apply(operations, request)),
                new Endpoint("GET", "/export", request -> export(operations, request)));
    }

    private static Uni<Answer> apply(AdminOperations operations, Request request) {
        refuseUnknownParameters(request);
        return WrittenAnswer.json(operations
                .apply(new ApplyRequest(OperationBody.of(request), request.flag(DRY_RUN), request.flag(PRUNE)))
                .map(answer -> IgnoredParameters.warn(request, answer)));
    }

    /** A flag that is written wrongly must not turn what was meant as a try into a write. */
    private static void refuseUnknownParameters(Request request) {
        Set<String> unknown = new TreeSet<>(request.query().names());
        unknown.removeAll(PARAMETERS);
        unknown.removeAll(IgnoredParameters.NAMES);
        if (!unknown.isEmpty()) {
            throw RequestException.invalid(
                    "apply has the query parameters " + new TreeSet<>(PARAMETERS) + ", not " + unknown);
        }
    }

    private static Uni<Answer> export(AdminOperations operations, Request request) {
        return MediaPreference.isYaml(request.header("accept"))
                ? WrittenAnswer.yaml(operations.export())
                : WrittenAnswer.json(operations.export());
    }
}
