package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.function;
import static dev.krakenflow.definition.WrittenText.service;
import static dev.krakenflow.definition.WrittenText.shown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheReaderTest {
    @Test
    void readsACache() {
        ReadDefinition<ServiceDefinition> read =
                function("{'cache': {'key': '{% id %}', 'ttl': '60s', 'scope': 'shared', 'stale_if_error': '1h'}}");

        assertThat(read.problems()).isEmpty();
        assertThat(cache(read))
                .isEqualTo(new CacheDefinition(
                        "/interface/f/cache",
                        TextNode.valueOf("{% id %}"),
                        Duration.ofMinutes(1),
                        "shared",
                        Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({"true, PT1H", "false,", "'\"5m\"', PT5M"})
    void readsHowLongWhatIsStaleIsGiven(String written, @Nullable Duration stale) {
        ReadDefinition<ServiceDefinition> read =
                function("{'cache': {'ttl': '60s', 'stale_if_error': " + written + "}}");

        assertThat(read.problems()).isEmpty();
        assertThat(cache(read))
                .isEqualTo(new CacheDefinition("/interface/f/cache", null, Duration.ofMinutes(1), "instance", stale));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'60s'                                   | wrong-type /interface/f/cache",
                "{}                                      | missing-key /interface/f/cache",
                "{'ttl': 60}                             | wrong-type /interface/f/cache/ttl",
                "{'ttl': '0s'}                           | bad-duration /interface/f/cache/ttl",
                "{'ttl': '60s', 'scope': 'process'}      | bad-value /interface/f/cache/scope",
                "{'ttl': '60s', 'scope': 'Shared'}       | bad-value /interface/f/cache/scope shared",
                "{'ttl': '60s', 'stale_if_error': 5}     | wrong-type /interface/f/cache/stale_if_error",
                "{'ttl': '60s', 'stale_if_error': '5x'}  | bad-duration /interface/f/cache/stale_if_error \"250ms\", \"2s\", \"1m\" or \"PT2S\"",
                "{'ttl': '60s', 'stale': true}           | unknown-key /interface/f/cache/stale",
                "{'ttl': '60s', 'keys': []}              | unknown-key /interface/f/cache/keys key",
            })
    void findsWhatIsWrong(String cache, String problem) {
        assertThat(shown(function("{'cache': " + cache + "}").problems())).containsExactly(problem);
    }

    @Test
    void isOfFunctionsOnly() {
        assertThat(shown(service("{'name': 's', 'client': {'module': 'http'}, 'interface': {}, 'cache': {'ttl': '1s'}}")
                        .problems()))
                .containsExactly("unknown-key /cache");
    }

    private static @Nullable CacheDefinition cache(ReadDefinition<ServiceDefinition> read) {
        return read.definition().functions().get("f").cache();
    }
}
