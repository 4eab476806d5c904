package dev.krakenflow.infra.terraform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What resources, data sources and ephemeral resources take and give, from the lists beside this class, which name their sources.
 *
 * @param kinds {@code resource}, {@code data}, {@code ephemeral}: the entries by their types
 */
record ProviderSchema(List<Map<String, Map<String, Map<String, ?>>>> kinds) {

    static final ProviderSchema READ = new ProviderSchema(List.of(list("aws.yaml"), list("random.yaml")));

    /**
     * What a block takes.
     *
     * @param required names of arguments that must be there
     * @param optional names of those that may
     * @param exported names of what it gives beside its arguments
     * @param blocks the blocks inside, by their types
     */
    record Shape(Set<String> required, Set<String> optional, Set<String> exported, Map<String, Shape> blocks) {

        static Shape of(Map<String, ?> entry) {
            Map<String, Shape> blocks = new TreeMap<>();
            map(entry, "blocks").forEach((type, block) -> blocks.put(type, of(asMap(block))));
            return new Shape(names(entry, "required"), names(entry, "optional"), names(entry, "exported"), blocks);
        }

        boolean takes(String argument) {
            return required.contains(argument) || optional.contains(argument);
        }

        boolean gives(String attribute) {
            return takes(attribute) || exported.contains(attribute) || blocks.containsKey(attribute);
        }
    }

    /** What is taken and given by a type of a kind. */
    Optional<Shape> of(String kind, String type) {
        return entry(kind, type).map(Shape::of);
    }

    /** Where the documentation says so. */
    Optional<String> page(String kind, String type) {
        return entry(kind, type).map(it -> (String) it.get("page"));
    }

    /** All that is known, as <code>kind.type</code>. */
    Set<String> known() {
        Set<String> known = new TreeSet<>();
        kinds.forEach(list -> list.forEach((kind, types) -> types.keySet().forEach(it -> known.add(kind + "." + it))));
        return known;
    }

    private Optional<Map<String, ?>> entry(String kind, String type) {
        return kinds.stream()
                .<Map<String, ?>>map(it -> it.getOrDefault(kind, Map.of()).get(type))
                .filter(it -> it != null)
                .findFirst();
    }

    private static Set<String> names(Map<String, ?> entry, String key) {
        Set<String> names = new TreeSet<>();
        List<?> list = entry.containsKey(key) ? (List<?>) entry.get(key) : new ArrayList<>();
        list.forEach(it -> names.add((String) it));
        return names;
    }

    private static Map<String, ?> map(Map<String, ?> entry, String key) {
        return entry.containsKey(key) ? asMap(entry.get(key)) : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asMap(Object value) {
        return (Map<String, ?>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Map<String, ?>>> list(String name) {
        try (InputStream list = ProviderSchema.class.getResourceAsStream(name)) {
            return (Map<String, Map<String, Map<String, ?>>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
