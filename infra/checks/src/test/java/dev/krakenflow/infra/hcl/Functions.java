package dev.krakenflow.infra.hcl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Functions of Terraform, as far as modules without resources call them. */
final class Functions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Functions() {}

    static Object call(String function, List<Object> arguments) {
        return switch (function) {
            case "fileset" -> files(Path.of((String) arguments.getFirst()), (String) arguments.getLast());
            case "file" -> text(Path.of((String) arguments.getFirst()));
            case "jsondecode" -> decoded((String) arguments.getFirst());
            case "jsonencode" -> encoded(arguments.getFirst());
            case "yamldecode" -> new Load(LoadSettings.builder().build()).loadFromString((String) arguments.getFirst());
            case "sort" -> ((List<?>) arguments.getFirst()).stream().sorted().toList();
            case "concat" ->
                arguments.stream().flatMap(it -> ((List<?>) it).stream()).toList();
            case "flatten" -> flat((List<?>) arguments.getFirst()).toList();
            case "merge" -> merged(arguments);
            case "setunion" -> union(arguments);
            case "keys" -> List.copyOf(new TreeSet<>(((Map<?, ?>) arguments.getFirst()).keySet()));
            case "length" -> size(arguments.getFirst());
            case "upper" -> ((String) arguments.getFirst()).toUpperCase(Locale.ROOT);
            case "trimspace" -> ((String) arguments.getFirst()).strip();
            case "join" ->
                ((List<?>) arguments.getLast())
                        .stream().map(String::valueOf).collect(Collectors.joining((String) arguments.getFirst()));
            default -> throw new HclException("no value is known of " + function + "()");
        };
    }

    /** The files of a folder whose paths below it match; <code>**&#47;</code> stands for any number of folders, none too. */
    private static List<String> files(Path folder, String pattern) {
        List<PathMatcher> matchers = Stream.of(pattern, pattern.replaceFirst("^\\*\\*/", ""))
                .map(it -> FileSystems.getDefault().getPathMatcher("glob:" + it))
                .toList();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(it -> matchers.stream().anyMatch(matcher -> matcher.matches(it)))
                    .map(it -> it.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object decoded(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new HclException("no JSON: " + e.getOriginalMessage());
        }
    }

    /** As Terraform writes it, with sorted keys; but for the signs that it escapes for the sake of HTML. */
    private static String encoded(Object value) {
        try {
            return JSON.writeValueAsString(value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
        } catch (JsonProcessingException e) {
            throw new HclException("nothing for JSON: " + e.getOriginalMessage());
        }
    }

    private static Stream<?> flat(List<?> list) {
        return list.stream().flatMap(it -> it instanceof List<?> inner ? flat(inner) : Stream.of(it));
    }

    private static Map<Object, Object> merged(List<Object> maps) {
        Map<Object, Object> all = new TreeMap<>();
        maps.forEach(it -> all.putAll((Map<?, ?>) it));
        return all;
    }

    private static List<?> union(List<Object> sets) {
        List<Object> all = new ArrayList<>();
        sets.forEach(it -> all.addAll((List<?>) it));
        return all.stream().distinct().sorted().toList();
    }

    private static int size(Object value) {
        return switch (value) {
            case String text -> text.length();
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            default -> throw new HclException("no length is known of " + value);
        };
    }
}
