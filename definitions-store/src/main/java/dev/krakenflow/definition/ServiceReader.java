package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one service. What its client asks of {@code start}, {@code prepare} and {@code call} is the compiler's to know. */
final class ServiceReader {
    private final Findings findings;

    ServiceReader(Findings findings) {
        this.findings = findings;
    }

    ServiceDefinition read(ObjectNode json) {
        Fields fields = new Fields(json, "", findings);
        String name = Names.ofDefinition(fields, findings);
        fields.require("client", "interface");
        ServiceDefinition definition = new ServiceDefinition(
                name,
                client(fields),
                functions(fields),
                HelperReferences.read(fields, findings),
                PolicyReader.read(fields));
        fields.end();
        return definition;
    }

    private static @Nullable ClientDefinition client(Fields service) {
        Fields fields = service.fields("client");
        if (fields == null) {
            return null;
        }
        fields.require("module");
        ClientDefinition client = new ClientDefinition(fields.name("module"), fields.object("start"));
        fields.refuse("stop", "a client is closed when nothing needs it any more", "leave it out");
        fields.end();
        return client;
    }

    private Map<String, FunctionDefinition> functions(Fields service) {
        Map<String, FunctionDefinition> functions = new LinkedHashMap<>();
        ObjectNode json = service.object("interface");
        if (json == null) {
            return functions;
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            String pointer = Pointers.member(service.pointer("interface"), entry.getKey());
            if (!Names.isLocal(entry.getKey())) {
                findings.problem(
                        ProblemCode.BAD_NAME,
                        pointer,
                        "a function's name has 1 to 128 characters, no control characters");
            }
            if (entry.getValue() instanceof ObjectNode function) {
                functions.put(entry.getKey(), function(new Fields(function, pointer, findings)));
            } else {
                findings.problem(
                        ProblemCode.WRONG_TYPE,
                        pointer,
                        "a function is an object, not " + Shown.type(entry.getValue()));
            }
        }
        return functions;
    }

    private FunctionDefinition function(Fields fields) {
        FunctionDefinition function = new FunctionDefinition(
                fields.pointer(),
                fields.any("input"),
                fields.any("prepare"),
                fields.object("call"),
                fields.any("transform"),
                fields.any("output"),
                fields.any("error"),
                fields.duration("timeout"),
                new RetryReader(findings).own(fields),
                PolicyReader.read(fields),
                CacheReader.read(fields));
        fields.end();
        return function;
    }
}
