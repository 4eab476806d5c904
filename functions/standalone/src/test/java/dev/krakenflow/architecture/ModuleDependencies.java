package dev.krakenflow.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which concept may use which. A concept is a package below {@code dev.krakenflow} with all that lies in it; what is not in
 * the table may not exist, so a new concept begins with a line here.
 */
final class ModuleDependencies extends ArchCondition<JavaClass> {

    private static final String ROOT = "dev.krakenflow.";

    private static final Set<String> CLIENT_MAY_USE =
            Set.of("engine.client", "plan", "expression", "json", "failure", "client.egress", "client.start");

    private static final Set<String> FUNCTION_MAY_USE = Set.of(
            "definition",
            "plan",
            "memo",
            "idempotency",
            "cast",
            "policy",
            "store",
            "failure",
            "json",
            "expression",
            "schema",
            "engine",
            "client",
            "function.http",
            "function.runtime");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("definition", Set.of("failure")),
            entry("failure", Set.of()),
            entry("json", Set.of()),
            entry("plan", Set.of("definition")),
            entry("memo", Set.of()),
            entry("idempotency", Set.of()),
            entry("cast", Set.of("memo")),
            entry("policy", Set.of()),
            entry("store", Set.of("definition", "plan", "memo", "idempotency", "cast", "policy", "failure")),
            entry("expression", Set.of("json", "failure")),
            entry("schema", Set.of("json")),
            entry("compiler", Set.of("definition", "plan", "expression", "schema", "json", "failure")),
            entry(
                    "engine",
                    Set.of(
                            "plan",
                            "memo",
                            "idempotency",
                            "policy",
                            "store",
                            "expression",
                            "schema",
                            "json",
                            "failure")),
            entry("client.egress", Set.of()),
            entry("client.start", Set.of("engine.client", "expression", "json", "failure")),
            entry("client.http", CLIENT_MAY_USE),
            entry("client.computed", CLIENT_MAY_USE),
            entry("client.kv", with("definition", with("memo", with("store", CLIENT_MAY_USE)))),
            entry("observability", Set.of("engine", "plan", "store", "cast", "failure", "json", "function.runtime")),
            entry("function.http", Set.of("definition", "store", "failure", "json", "expression")),
            entry("function.runtime", FUNCTION_MAY_USE),
            entry("function.pipeline", FUNCTION_MAY_USE),
            entry("function.admin", with("compiler", FUNCTION_MAY_USE)),
            entry(
                    "function.aws",
                    Set.of(
                            "function.http",
                            "function.runtime",
                            "function.pipeline",
                            "function.admin",
                            "cast",
                            "failure",
                            "json")),
            entry("aws", Set.of("cast", "store", "client.start", "json")),
            entry("standalone", Set.of("definition", "store", "function", "failure", "json")));

    ModuleDependencies() {
        super("use only the concepts that the table allows");
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        Optional<String> concept = conceptOf(origin.getPackageName());
        if (concept.isEmpty()) {
            events.add(SimpleConditionEvent.violated(origin, origin.getName() + " belongs to no concept of the table"));
            return;
        }
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getPackageName();
            if (target.startsWith(ROOT) && !isAllowed(concept.get(), target)) {
                events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
            }
        }
    }

    private static boolean isAllowed(String concept, String targetPackage) {
        String target = targetPackage.substring(ROOT.length());
        return lies(target, concept) || MAY_USE.get(concept).stream().anyMatch(allowed -> lies(target, allowed));
    }

    private static Optional<String> conceptOf(String packageName) {
        return MAY_USE.keySet().stream()
                .filter(concept -> lies(packageName, ROOT + concept))
                .max(Comparator.comparingInt(String::length));
    }

    private static Set<String> with(String concept, Set<String> others) {
        return Stream.concat(Stream.of(concept), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean lies(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
