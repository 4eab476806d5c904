package dev.krakenflow.function.admin;

import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.Request;
import dev.krakenflow.store.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The paths of the admin operations. */
final class AdminEndpoints {

    private static final Map<String, String> READING = Map.of(
            "list", "",
            "status", "/status/{name}",
            "definition", "/definition/{name}",
            "versions", "/versions/{name}",
            "state", "/state/{name}");

    private static final Map<String, String> WRITING = Map.of(
            "define", "/define",
            "start", "/start/{name}",
            "stop", "/stop/{name}",
            "delete", "/delete/{name}",
            "rollback", "/rollback/{name}",
            "redrive", "/redrive/{name}",
            "call", "/call/{name}/{function}");

    private AdminEndpoints() {}

    /** All of them. */
    static List<Endpoint> of(AdminOperations operations) {
        List<Endpoint> endpoints = new ArrayList<>(SetEndpoints.of(operations));
        for (Kind kind : operations.kinds()) {
            for (String operation : operations.of(kind)) {
                String reading = READING.get(operation);
                String path = reading == null ? WRITING.get(operation) : reading;
                endpoints.add(new Endpoint(
                        reading == null ? "POST" : "GET",
                        "/" + kind.word() + path,
                        request -> WrittenAnswer.json(operations
                                .run(operation, read(kind, request))
                                .map(answer -> IgnoredParameters.warn(request, answer)))));
            }
        }
        return endpoints;
    }

    private static OperationRequest read(Kind kind, Request request) {
        return new OperationRequest(
                kind,
                request.parameters().getOrDefault("name", ""),
                request.parameters().getOrDefault("function", ""),
                request.flag("force"),
                request.flag("forget"),
                Objects.requireNonNullElse(request.query().get("to"), ""),
                OperationBody.of(request));
    }
}
