package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.krakenflow.definition.FunctionReference;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one plan needs of services and helper libraries, collected while its programs are compiled: only the functions
 * that are called. Used by one thread.
 */
final class PlanNeeds {
    private final Linkage linkage;
    private final Map<String, Set<String>> called = new LinkedHashMap<>();
    private final Set<String> libraries = new LinkedHashSet<>();

    PlanNeeds(Linkage linkage) {
        this.linkage = linkage;
    }

    void call(FunctionReference reference) {
        called.computeIfAbsent(reference.service(), name -> new LinkedHashSet<>())
                .add(reference.function());
    }

    void helpers(VisibleHelpers helpers) {
        libraries.addAll(helpers.libraries());
    }

    /** The services that are called, by name, in the order of their first call. */
    Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        called.forEach((name, functions) -> services.put(name, service(name, functions)));
        return services;
    }

    /** Library → function → source, of these services too. */
    Map<String, Map<String, String>> helpers() {
        Set<String> all = new LinkedHashSet<>(libraries);
        services().values().forEach(service -> all.addAll(service.helpers()));
        Map<String, Map<String, String>> helpers = new LinkedHashMap<>();
        for (String name : all) {
            HelperLibrary library = linkage.helpers(name);
            if (library != null) {
                helpers.put(name, library.functions());
            }
        }
        return helpers;
    }

    private Service service(String name, Set<String> functions) {
        Service service = linkage.service(name);
        if (service == null) {
            return new Service(name, Service.State.UNDEFINED, "", JsonNodeFactory.instance.objectNode(), Map.of());
        }
        Map<String, ServiceFunction> needed = new LinkedHashMap<>(service.functions());
        needed.keySet().retainAll(functions);
        return new Service(
                name,
                service.state(),
                service.module(),
                service.start(),
                needed,
                service.helpers(),
                service.policies());
    }
}
