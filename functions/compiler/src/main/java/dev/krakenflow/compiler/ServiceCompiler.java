package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.compiler.Compilation.Compiled;
import dev.krakenflow.definition.ClientDefinition;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.definition.ServiceDefinition;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles services, with all their functions. Finds all problems, never only the first. Thread-safe. */
public final class ServiceCompiler {
    private static final String MODULE = "/client/module";

    private final Expressions expressions;
    private final List<ClientRules> clients;

    /** @param clients what is known of each client that services may have */
    public ServiceCompiler(Expressions expressions, List<ClientRules> clients) {
        this.expressions = requireNonNull(expressions);
        this.clients = List.copyOf(clients);
    }

    /** A compiler that knows the clients {@code http}, {@code lambda} and {@code kv}. */
    public static ServiceCompiler withStandardClients(Expressions expressions) {
        return new ServiceCompiler(
                expressions, List.of(new HttpRules(expressions), new LambdaRules(expressions), new KvRules()));
    }

    /**
     * Compiles a definition that somebody sent.
     *
     * @param started whether the service may be called
     * @param linkage where its helper libraries are found
     */
    public Compilation<Service> compile(ReadDefinition<ServiceDefinition> read, boolean started, Linkage linkage) {
        Findings findings = new Findings();
        Service service = service(read, started, linkage, findings);
        return Results.of(service, read.document(), findings);
    }

    /**
     * Compiles a stored definition again. What was right when it was defined can only be wrong now because a helper
     * library changed: that is a warning, and calls that need what is gone fail.
     */
    public Compiled<Service> relink(ReadDefinition<ServiceDefinition> read, boolean started, Linkage linkage) {
        Findings findings = new Findings();
        Service service = service(read, started, linkage, findings);
        return Results.lenient(service, read.document(), findings);
    }

    private Service service(
            ReadDefinition<ServiceDefinition> read, boolean started, Linkage linkage, Findings findings) {
        findings.addAll(read.problems(), read.warnings());
        ServiceDefinition definition = read.definition();
        VisibleHelpers helpers = new HelperLinks(linkage, findings).link(VisibleHelpers.NONE, definition.helpers());
        String module = client(definition, helpers, findings);
        FunctionCompiler compiler = new FunctionCompiler(module, helpers, expressions, findings);
        Map<String, ServiceFunction> functions = new LinkedHashMap<>();
        definition.functions().forEach((name, function) -> functions.put(name, compiler.compile(function)));
        return new Service(
                definition.name(),
                started ? Service.State.STARTED : Service.State.STOPPED,
                module,
                start(definition),
                functions,
                helpers.libraries(),
                PolicyCompiler.compile(definition.policies()));
    }

    /** Checks the client, and gives its canonical name; empty when there is none. */
    private String client(ServiceDefinition definition, VisibleHelpers helpers, Findings findings) {
        ClientDefinition client = definition.client();
        if (client == null) {
            return "";
        }
        if (client.start() != null) {
            LiteralSecrets.report(client.start(), "/client/start", findings);
        }
        String module = client.module();
        if (module == null) {
            return "";
        }
        Optional<ClientRules> rules = clients.stream()
                .filter(it -> it.module().equals(module) || it.aliases().contains(module))
                .findFirst();
        rules.ifPresentOrElse(
                it -> it.check(definition, helpers.functions(), findings), () -> reportUnknown(module, findings));
        return rules.map(ClientRules::module).orElse("");
    }

    private void reportUnknown(String module, Findings findings) {
        List<String> known = clients.stream().map(ClientRules::module).toList();
        findings.problem(
                ProblemCode.UNKNOWN_TYPE,
                MODULE,
                "there is no client \"" + Shown.text(module) + "\", there are: " + String.join(", ", known),
                Nearest.to(module, known).orElse(null));
    }

    private static ObjectNode start(ServiceDefinition definition) {
        ClientDefinition client = definition.client();
        return client == null || client.start() == null ? JsonNodeFactory.instance.objectNode() : client.start();
    }
}
