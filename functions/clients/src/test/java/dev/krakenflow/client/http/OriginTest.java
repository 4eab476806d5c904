package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://Example.com, http://example.com",
        "HTTPS://example.com:443/x, https://example.com",
        "http://example.com:8080/x?y#z, http://example.com:8080",
        "http://example.com:?q, http://example.com",
        "http://[::1]:80/, http://[0:0:0:0:0:0:0:1]",
        "http://0x7f.1/, http://127.0.0.1",
        "http://user_service:8080, http://user_service:8080"
    })
    void readsSchemeHostAndPort(String url, String origin) {
        assertThat(Origin.of(url)).hasToString(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/x",
                "ftp://example.com",
                "http:/example.com",
                "http://",
                "http://user@example.com",
                "http://user:word@example.com",
                "http://example.com:0",
                "http://example.com:65536",
                "http://example.com:1:2",
                "http://a\\@b",
                "http://::1/",
                "http://exa mple.com"
            })
    void refusesWhatIsNoOrigin(String url) {
        assertThatThrownBy(() -> Origin.of(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
