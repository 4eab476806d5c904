package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.Problem;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service is started with: members that stand in place of those of its definition's {@code client.start}, until
 * it is stopped. They are kept as they are written, with their expressions.
 */
final class StartArguments {

    private static final String PLACE = "/client/start";

    private StartArguments() {}

    /**
     * Reads them from a body.
     *
     * @return null when there are none
     * @throws RequestException {@code malformed-json}, or {@code invalid-request} when they are no object
     */
    static @Nullable ObjectNode read(OperationBody body) {
        if (body.bytes().length == 0) {
            return null;
        }
        JsonNode json = DefinitionBody.document(body).root();
        if (!(json instanceof ObjectNode arguments)) {
            throw RequestException.of(FailureCode.INVALID_REQUEST, "start arguments are an object");
        }
        return arguments.isEmpty() ? null : arguments;
    }

    /** A definition with these arguments over those that it has. */
    static JsonNode over(JsonNode definition, JsonNode arguments) {
        if (!(definition.deepCopy() instanceof ObjectNode copy) || !(copy.get("client") instanceof ObjectNode client)) {
            return definition;
        }
        ObjectNode start = client.get("start") instanceof ObjectNode written ? written : client.putObject("start");
        start.setAll((ObjectNode) arguments);
        return copy;
    }

    /**
     * Checks a service that is started so; pointers lead into the arguments where these are meant.
     *
     * @throws RequestException {@code invalid-definition} with all problems
     */
    static void check(JsonNode definition, JsonNode arguments, Compilers compilers, Linkage linkage, Inspection into) {
        Document document = Document.of(over(definition, arguments));
        Compilation<Service> compilation =
                compilers.services.compile(compilers.reader.service(document), true, linkage);
        into.warnings(of(arguments, compilation.warnings()), "");
        if (compilation instanceof Compilation.Rejected<Service> rejected) {
            into.problems(within(rejected.problems()), "");
        }
        into.refuseProblems();
    }

    /** Those about the arguments: of the others was told when the service was defined. */
    private static List<Problem> of(JsonNode arguments, List<Problem> warnings) {
        return within(warnings.stream()
                        .filter(warning -> warning.pointer().startsWith(PLACE + "/"))
                        .toList())
                .stream()
                .filter(warning -> !arguments.at(warning.pointer()).isMissingNode())
                .toList();
    }

    private static List<Problem> within(List<Problem> findings) {
        return findings.stream()
                .map(it -> it.pointer().startsWith(PLACE)
                        ? new Problem(it.code(), it.pointer().substring(PLACE.length()), it.message(), it.hint())
                        : it)
                .toList();
    }
}
