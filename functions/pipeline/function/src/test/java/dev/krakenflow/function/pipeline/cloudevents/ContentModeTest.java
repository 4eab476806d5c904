package dev.krakenflow.function.pipeline.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.function.http.RequestException;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentModeTest {

    @ParameterizedTest
    @CsvSource({
        "application/json, BINARY",
        "Application/CloudEvents+JSON; charset=UTF-8, STRUCTURED",
        "application/cloudevents-batch+json, BATCHED"
    })
    void isSaidByTheContentType(String type, ContentMode mode) {
        MultiMap headers = headers().set("Content-Type", type).set("CE-SpecVersion", "1.0");

        assertThat(ContentMode.of(headers)).isEqualTo(mode);
    }

    @Test
    void isBinaryWithoutAContentType() {
        assertThat(ContentMode.of(headers().set("ce-specversion", "1.0"))).isEqualTo(ContentMode.BINARY);
    }

    @Test
    void isNoneWithoutAnEvent() {
        assertThatThrownBy(() -> ContentMode.of(headers()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("ce-specversion");
    }

    @Test
    void isNoneInAnotherFormatThanJson() {
        assertThatThrownBy(() -> ContentMode.of(headers().set("content-type", "application/cloudevents+avro")))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith("unsupported-media-type");
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }
}
