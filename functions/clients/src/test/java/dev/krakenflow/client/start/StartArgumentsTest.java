package dev.krakenflow.client.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StartArgumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StartArguments arguments = new StartArguments(
            new JsonataExpressions(Bounds.DEFAULT),
            name -> Optional.ofNullable(
                    Map.of("token", "hidden", "{% 1 %}", "odd").get(name)),
            new AllowedEnvironment(Set.of("HOST"), Map.of("HOST", "example.com", "OTHER", "x")::get));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain | plain",
                "$secret('token') | $secret('token')",
                "{% $secret('token') %} | hidden",
                "{% $secret( \"token\" ) %} | hidden",
                "{% 'Bearer ' & $secret('token') %} | Bearer hidden",
                "{% 'https://' & $env('HOST') & '/v1' %} | https://example.com/v1",
                "{% $secret('token') & $secret('token') %} | hiddenhidden",
                "{% \"$secret('token')\" %} | $secret('token')",
                "{% \"\\\"\" & $secret('token') %} | \"hidden",
                "{% /* $secret('x') */ 'a' %} | a",
                "{% $uppercase($secret('token')) %} | HIDDEN",
                "{% $secret('{% 1 %}') %} | odd"
            })
    void resolvesExpressions(String written, String value) {
        assertThat(arguments.resolve(start(written)).get("a")).isEqualTo(value);
    }

    @Test
    void resolvesWithinObjectsAndLists() throws JsonProcessingException {
        ObjectNode start = (ObjectNode) JSON.readTree("{\"h\": {\"n\": 1, \"l\": [\"{% $secret('token') %}\", true]}}");
        assertThat(arguments.resolve(start).get("h").toString()).isEqualTo("{n=1, l=[hidden, true]}");
    }

    @Test
    void leavesTheDefinitionAsItWas() {
        ObjectNode start = start("{% $secret('token') %}");
        arguments.resolve(start);
        assertThat(start).hasToString("{\"a\":\"{% $secret('token') %}\"}");
    }

    @Test
    void namesTheSecretThatIsMissing() {
        ClientException failure = failure("{% $secret('gone') %}");
        assertThat(failure.failure().code()).isEqualTo("service-not-ready");
        assertThat(failure.failure().detail()).contains("secret 'gone'");
    }

    @Test
    void namesTheVariableThatIsNotAllowed() {
        assertThat(failure("{% $env('OTHER') %}").failure().detail()).contains("variable 'OTHER'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% $number($secret('token')) %}",
                "{% $assert(false, $secret('token')) %}",
                "{% $secret($secret('token')) %}",
                "{% $secret('token' %}",
                "{% $event %}"
            })
    void saysNothingOfASecretWhenAnExpressionFails(String written) {
        ClientException failure = failure(written);
        assertThat(failure.failure().code()).isEqualTo("service-not-ready");
        assertThat(failure.failure().detail()).doesNotContain("hidden");
        assertThat(failure.getCause()).isNull();
    }

    private ClientException failure(String written) {
        return catchThrowableOfType(ClientException.class, () -> arguments.resolve(start(written)));
    }

    private static ObjectNode start(String written) {
        return JSON.createObjectNode().put("a", written);
    }
}
