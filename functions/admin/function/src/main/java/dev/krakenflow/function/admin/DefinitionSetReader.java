package dev.krakenflow.function.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.definition.MalformedDefinitionException;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.definition.Routes;
import dev.krakenflow.definition.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads <code>{"helpers": […], "services": […], "pipelines": […], "routes": {…}}</code>, each of which may be left out. A definition
 * is an object, or a text that holds it as YAML.
 * Thread-safe.
 */
final class DefinitionSetReader {

    static final String HELPERS = "helpers";
    static final String SERVICES = "services";
    static final String PIPELINES = "pipelines";
    static final String ROUTES = "routes";

    /** In the order in which they are answered. */
    static final List<String> KEYS = List.of(HELPERS, SERVICES, PIPELINES, ROUTES);

    private static final DocumentReader TEXTS = new DocumentReader();

    private final Compilers compilers;
    private final Map<String, DefinitionKind<?>> kinds;

    DefinitionSetReader(Compilers compilers) {
        this.compilers = compilers;
        this.kinds = Map.of(
                HELPERS, new HelperKind(compilers),
                SERVICES, new ServiceKind(compilers),
                PIPELINES, new PipelineKind(compilers));
    }

    DefinitionSet read(Document document) {
        if (!(document.root() instanceof ObjectNode root)) {
            String message = "a set of definitions is an object with " + String.join(", ", KEYS) + ", not "
                    + Shown.type(document.root());
            return new DefinitionSet(
                    List.of(SetSection.refused(new Problem(ProblemCode.WRONG_TYPE, "", message, null))));
        }
        List<SetSection> sections = new ArrayList<>();
        root.fieldNames().forEachRemaining(key -> sections.add(section(key, document)));
        return new DefinitionSet(sections);
    }

    private SetSection section(String key, Document document) {
        String pointer = Pointers.member("", key);
        if (key.equals(ROUTES)) {
            return routes(document.part(pointer), pointer);
        }
        DefinitionKind<?> kind = kinds.get(key);
        if (kind == null) {
            return refused(
                    ProblemCode.UNKNOWN_KEY,
                    pointer,
                    "a set of definitions has no key \"" + Shown.text(key) + "\", it has: " + String.join(", ", KEYS),
                    Nearest.to(key, KEYS).orElse(null));
        }
        Document part = document.part(pointer);
        return part.root().isArray()
                ? members(kind, part.elements(), pointer)
                : refused(
                        ProblemCode.WRONG_TYPE,
                        pointer,
                        key + " must be a list of definitions, not " + Shown.type(part.root()),
                        null);
    }

    private static SetSection members(DefinitionKind<?> kind, List<Document> elements, String pointer) {
        List<SetMember<?>> members = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            String place = Pointers.element(pointer, i);
            try {
                members.add(member(kind, written(elements.get(i)), place));
            } catch (MalformedDefinitionException malformed) {
                problems.add(new Problem(ProblemCode.WRONG_TYPE, place, "as YAML: " + malformed.getMessage(), null));
            }
        }
        return new SetSection(members, null, problems, List.of());
    }

    /** Who puts a set together without a reader of YAML sends definitions that are written so as texts. */
    private static Document written(Document element) {
        return element.root().isTextual()
                ? TEXTS.yaml(element.root().textValue().getBytes(UTF_8))
                : element;
    }

    private static <D> SetMember<D> member(DefinitionKind<D> kind, Document document, String pointer) {
        return SetMember.of(kind, pointer, kind.read(document));
    }

    private SetSection routes(Document document, String pointer) {
        ReadDefinition<Routes> read = compilers.reader.routes(document);
        return new SetSection(
                List.of(),
                document,
                under(pointer, document.inOrder(read.problems())),
                under(pointer, document.inOrder(read.warnings())));
    }

    private static List<Problem> under(String pointer, List<Problem> findings) {
        return findings.stream().map(finding -> finding.under(pointer)).toList();
    }

    private static SetSection refused(ProblemCode code, String pointer, String message, @Nullable String hint) {
        return SetSection.refused(new Problem(code, pointer, message, hint));
    }
}
