package dev.krakenflow.cast;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CastMessageTest {

    private static final String REFERENCE = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> TRACING = Map.of("traceparent", "00-1-2-01", "tracestate", "a=\"b\"");

    @Test
    void isReadAsItIsWritten() {
        String event = "{ \"ü\" : [1.50, 123456789012345678901234567890, {\"}\": \"\\u0000 😀\"}, null] }";
        CastMessage message =
                new CastMessage("orders", List.of(event(event, null), event("{}", "it's a \"key\"")), TRACING);
        CastMessage read = CastMessage.read(message.write());
        assertThat(read.pipeline()).isEqualTo("orders");
        assertThat(read.tracing()).isEqualTo(TRACING);
        assertThat(read.events()).extracting(CastEvent::reference).containsExactly(REFERENCE, REFERENCE);
        assertThat(read.events()).extracting(CastEvent::key).containsExactly(null, "it's a \"key\"");
        assertThat(new String(read.events().get(0).json(), UTF_8)).isEqualTo(event);
        assertThat(new String(read.events().get(1).json(), UTF_8)).isEqualTo("{}");
    }

    @Test
    void isTheSameBytesHoweverItCame() {
        byte[] written = new CastMessage("orders", List.of(event("{}", null)), TRACING).write();
        assertThat(CastMessage.read(written).write()).isEqualTo(written);
        assertThat(new String(written, UTF_8))
                .isEqualTo(
                        "{\"cast\":1,\"pipeline\":\"orders\",\"events\":[{\"reference\":\"" + REFERENCE
                                + "\",\"event\":{}}],\"tracing\":{\"traceparent\":\"00-1-2-01\",\"tracestate\":\"a=\\\"b\\\"\"}}");
    }

    @Test
    void mayBeWrittenByOthers() {
        CastMessage read = read(" {\"events\": [ {\"more\": [[1]], \"event\" :\n{\"a\":{}} , \"reference\": \""
                + REFERENCE + "\"} ], \"x\": {}, \"pipeline\": \"p\", \"cast\": 1} ");
        assertThat(new String(read.events().get(0).json(), UTF_8)).isEqualTo("{\"a\":{}}");
        assertThat(read.tracing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "[]",
                "{}",
                "{\"cast\": 1",
                "{\"cast\": 2, \"pipeline\": \"p\", \"events\": [E]}",
                "{\"cast\": \"1\", \"pipeline\": \"p\", \"events\": [E]}",
                "{\"pipeline\": \"p\", \"events\": [E]}",
                "{\"cast\": 1, \"events\": [E]}",
                "{\"cast\": 1, \"pipeline\": 5, \"events\": [E]}",
                "{\"cast\": 1, \"pipeline\": \"p\"}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": []}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": {}}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": [5]}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": [{\"reference\": \"abc\", \"event\": {}}]}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": [{\"event\": {}}]}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": [{\"reference\": \"R\"}]}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": [{\"reference\": \"R\", \"event\": [1]}]}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": [{\"reference\": \"R\", \"event\": {}, \"key\": 1}]}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": [E], \"tracing\": []}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": [E], \"tracing\": {\"a\": {}}}",
                "{\"cast\": 1, \"pipeline\": \"p\", \"events\": [E]} {}"
            })
    void isRefusedWhereItIsNone(String text) {
        String json =
                text.replace("E", "{\"reference\": \"R\", \"event\": {}}").replace("\"R\"", '"' + REFERENCE + '"');
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MalformedCastException.class)
                .hasNoCause();
    }

    @Test
    void isBounded() {
        String deep = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
        for (String event : List.of("{\"a\": \"" + "a".repeat(CastMessage.MAX_BYTES) + "\"}", deep)) {
            byte[] large = new CastMessage("p", List.of(event(event, null)), Map.of()).write();
            assertThatThrownBy(() -> CastMessage.read(large)).isInstanceOf(MalformedCastException.class);
        }
        String headers = "{\"cast\": 1, \"tracing\": {" + "\"a\": \"a\",".repeat(20_000);
        assertThatThrownBy(() -> read(headers)).isInstanceOf(MalformedCastException.class);
    }

    @Test
    void isReadAsUtf8Only() {
        String json = new String(new CastMessage("p", List.of(event("{}", null)), Map.of()).write(), UTF_8);
        for (Charset other : List.of(UTF_16, Charset.forName("UTF-32LE"))) {
            assertThatThrownBy(() -> CastMessage.read(json.getBytes(other))).isInstanceOf(MalformedCastException.class);
        }
    }

    private static CastMessage read(String json) {
        return CastMessage.read(json.getBytes(UTF_8));
    }

    private static CastEvent event(String json, String key) {
        return new CastEvent(REFERENCE, json.getBytes(UTF_8), key, null);
    }
}
