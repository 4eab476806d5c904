package dev.krakenflow.function.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaPreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/yaml                           | true",
                "text/html, Application/YAML;q=0.9, */*     | true",
                "application/vnd.oai.openapi;version=3.1    | true",
                "application/json, application/yaml         | false",
                "application/vnd.oai.openapi+json           | false",
                "*/*                                        | false",
                "text/html                                  | false",
                "''                                         | false",
            })
    void isWhatTheHeaderNamesFirst(String accept, boolean yaml) {
        assertThat(MediaPreference.isYaml(accept)).isEqualTo(yaml);
    }

    @Test
    void isJsonWithoutAHeader() {
        assertThat(MediaPreference.isYaml(null)).isFalse();
    }
}
