package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.FunctionReference;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Links calls with services, and collects what a plan needs of them: only the functions that are called. */
final class ServiceLinks {
    /** What it means that a service is there and the function that is called is not. */
    enum MissingFunction {
        PROBLEM,
        WARNING
    }

    private final Map<String, Service> defined;
    private final MissingFunction missing;
    private final Findings findings;
    private final Map<String, Set<String>> called = new LinkedHashMap<>();

    ServiceLinks(Map<String, Service> defined, MissingFunction missing, Findings findings) {
        this.defined = defined;
        this.missing = missing;
        this.findings = findings;
    }

    /** The call of a component whose {@code service} stands at this pointer. */
    FunctionCall link(FunctionReference reference, String pointer) {
        called.computeIfAbsent(reference.service(), name -> new LinkedHashSet<>())
                .add(reference.function());
        Service service = defined.get(reference.service());
        if (service == null) {
            findings.warning(
                    ProblemCode.UNKNOWN_REFERENCE,
                    pointer + "/name",
                    "the service \"" + reference.service()
                            + "\" is not defined: runs fail here with service-not-ready until it is",
                    null);
        } else if (!service.functions().containsKey(reference.function())) {
            reportMissing(reference, service, pointer + "/function");
        }
        return new FunctionCall(reference.service(), reference.function());
    }

    private void reportMissing(FunctionReference reference, Service service, String pointer) {
        String message = "the service \"" + reference.service() + "\" has no function \"" + reference.function() + "\"";
        String hint =
                Nearest.to(reference.function(), service.functions().keySet()).orElse(null);
        switch (missing) {
            case PROBLEM -> findings.problem(ProblemCode.UNKNOWN_REFERENCE, pointer, message, hint);
            case WARNING ->
                findings.warning(
                        ProblemCode.UNKNOWN_REFERENCE,
                        pointer,
                        message + " any more: runs fail here with function-undefined",
                        hint);
        }
    }

    /** The services that were linked, by name, in the order of their first call. */
    Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        called.forEach((name, functions) -> services.put(name, service(name, functions)));
        return services;
    }

    private Service service(String name, Set<String> functions) {
        Service service = defined.get(name);
        if (service == null) {
            return new Service(name, Service.State.UNDEFINED, "", JsonNodeFactory.instance.objectNode(), Map.of());
        }
        Map<String, ServiceFunction> needed = new LinkedHashMap<>(service.functions());
        needed.keySet().retainAll(functions);
        return new Service(name, service.state(), service.module(), service.start(), needed);
    }
}
