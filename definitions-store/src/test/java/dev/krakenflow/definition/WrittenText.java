package dev.krakenflow.definition;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Definitions as tests write them: JSON with single quotes. */
final class WrittenText {
    private static final DefinitionReader READER = new DefinitionReader();

    private WrittenText() {}

    static ReadDefinition<PipelineDefinition> pipeline(String text) {
        return READER.pipeline(document(text));
    }

    /** A pipeline of one component, whose pointer is {@code /components/0}. */
    static ReadDefinition<PipelineDefinition> component(String text) {
        return pipeline("{'name': 'p', 'components': [" + text + "]}");
    }

    static ReadDefinition<ServiceDefinition> service(String text) {
        return READER.service(document(text));
    }

    /** A service of one function, whose pointer is {@code /interface/f}. */
    static ReadDefinition<ServiceDefinition> function(String text) {
        return service("{'name': 's', 'client': {'module': 'http'}, 'interface': {'f': " + text + "}}");
    }

    /** The first component of a pipeline in which there are no problems. */
    static <C extends ComponentDefinition> C first(Class<C> type, ReadDefinition<PipelineDefinition> read) {
        if (!read.problems().isEmpty()) {
            throw new AssertionError(read.problems());
        }
        return type.cast(read.definition().components().getFirst());
    }

    static Document document(String text) {
        return new DocumentReader().json(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Each finding as {@code <code> <pointer> [hint]}. */
    static List<String> shown(List<Problem> findings) {
        return findings.stream()
                .map(it -> it.code().code() + " " + it.pointer() + " " + (it.hint() == null ? "" : it.hint()))
                .map(String::strip)
                .toList();
    }
}
