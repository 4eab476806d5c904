package dev.krakenflow.function.admin;

import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.Request;
import dev.krakenflow.store.Kind;
import java.util.ArrayList;
import java.util.List;

/** The paths of the admin operations. */
final class AdminEndpoints {

    private final AdminOperations operations;
    private final List<Endpoint> endpoints = new ArrayList<>();

    private AdminEndpoints(AdminOperations operations) {
        this.operations = operations;
    }

    /** All of them. */
    static List<Endpoint> of(AdminOperations operations) {
        AdminEndpoints all = new AdminEndpoints(operations);
        operations.kinds().stream().sorted().forEach(all::addKind);
        all.add("POST", "/services/call/{name}/{function}", "call", Kind.SERVICES);
        all.add("GET", "/services/state/{name}", "state", Kind.SERVICES);
        return all.endpoints;
    }

    private void addKind(Kind kind) {
        String root = "/" + kind.word();
        add("GET", root, "list", kind);
        add("POST", root + "/define", "define", kind);
        for (String read : List.of("status", "definition")) {
            add("GET", root + "/" + read + "/{name}", read, kind);
        }
        for (String write : List.of("start", "stop", "delete")) {
            add("POST", root + "/" + write + "/{name}", write, kind);
        }
    }

    private void add(String method, String path, String operation, Kind kind) {
        endpoints.add(new Endpoint(
                method,
                path,
                request -> operations.run(operation, read(kind, request)).map(Answer::json)));
    }

    private static OperationRequest read(Kind kind, Request request) {
        String mediaType = request.header("content-type");
        return new OperationRequest(
                kind,
                request.parameters().getOrDefault("name", ""),
                request.parameters().getOrDefault("function", ""),
                request.flag("force"),
                new OperationBody(mediaType == null ? "" : mediaType, request.body()));
    }
}
