package dev.krakenflow.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.infra.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting that a deployment makes has somebody who reads it, and stands in the documentation. */
class SettingsTest {

    private static final Pattern VARIABLE = Pattern.compile("KRAKEN_[A-Z_]+");
    private static final Pattern PROPERTY = Pattern.compile("kraken(?:[.-][a-z-]+)+");
    private static final List<String> DEPLOYMENTS = List.of("terraform", "infra");
    private static final List<String> DEPLOYED = List.of(".tf", ".yaml");

    /** Settings of the files themselves, before any process starts. */
    private static final Set<String> OF_THE_FILES = Set.of("KRAKEN_REDIS_IMAGE", "KRAKEN_REDIS_PASSWORD");

    @Test
    void every_setting_of_a_deployment_is_read_by_a_function() {
        assertThat(read()).containsAll(set());
    }

    @Test
    void every_setting_of_a_deployment_is_documented() {
        Set<String> documented = new TreeSet<>();
        files("docs", List.of(".md")).forEach(file -> documented.addAll(variables(text(file))));

        assertThat(documented).containsAll(set());
    }

    private static Set<String> set() {
        Set<String> set = new TreeSet<>();
        for (String folder : DEPLOYMENTS) {
            files(folder, DEPLOYED).forEach(file -> set.addAll(literally(text(file))));
        }
        set.removeAll(OF_THE_FILES);
        assertThat(set).isNotEmpty();
        return set;
    }

    private static Set<String> read() {
        Set<String> read = new TreeSet<>();
        files("functions", List.of(".java", ".properties"))
                .filter(file -> file.toString().contains("/src/main/"))
                .forEach(file -> read.addAll(variables(text(file))));
        return read;
    }

    /** What stands there as a variable of the environment, or as the property that it would be. */
    private static Set<String> variables(String text) {
        Set<String> variables = new TreeSet<>(literally(text));
        Matcher matcher = PROPERTY.matcher(text);
        while (matcher.find()) {
            variables.add(matcher.group().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
        }
        return variables;
    }

    private static Set<String> literally(String text) {
        Set<String> variables = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            variables.add(matcher.group());
        }
        return variables;
    }

    private static Stream<Path> files(String folder, List<String> endings) {
        try (Stream<Path> files = Files.walk(Project.ROOT.resolve(folder))) {
            return files
                    .filter(file -> !file.toString().contains("/target/")
                            && !file.toString().contains("/checks/"))
                    .filter(file -> endings.stream().anyMatch(file.toString()::endsWith))
                    .toList()
                    .stream();
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
}
