package dev.krakenflow.function.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.http.Answer;
import dev.krakenflow.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyResponseTest {

    /** What Lambda takes as the response of a function. */
    private static final int LIMIT = 6 * 1024 * 1024;

    @Test
    void json_is_text() {
        Map<String, Object> response = ProxyResponse.of(Answer.json(Map.of("a", "ä")), "GET");

        assertThat(response)
                .containsEntry("statusCode", 200)
                .containsEntry("body", "{\"a\":\"ä\"}")
                .containsEntry("isBase64Encoded", false)
                .containsEntry("headers", Map.of("content-type", "application/json"));
    }

    @Test
    void what_is_no_text_is_base64() {
        Answer image = new Answer(200, Map.of("content-type", "image/png"), new byte[] {(byte) 0x89, 'P'});

        assertThat(ProxyResponse.of(image, "GET")).containsEntry("body", "iVA=").containsEntry("isBase64Encoded", true);
    }

    @Test
    void cookies_stand_beside_the_headers() {
        Answer answer = new Answer(201, Map.of("set-cookie", "a=1; Path=/", "x-y", "z"), null);

        assertThat(ProxyResponse.of(answer, "POST"))
                .containsEntry("cookies", List.of("a=1; Path=/"))
                .containsEntry("headers", Map.of("x-y", "z"));
    }

    @Test
    void nothing_is_answered_with_nothing() {
        assertThat(ProxyResponse.of(Answer.empty(), "POST"))
                .containsEntry("statusCode", 204)
                .containsEntry("body", "");
        assertThat(ProxyResponse.of(Answer.json(Map.of("a", 1)), "HEAD")).containsEntry("body", "");
    }

    @Test
    void what_a_response_of_lambda_cannot_carry_is_a_problem() {
        for (Object large : List.of("\"".repeat(4_000_000), "x".repeat(6_100_000), "\u0001".repeat(1_200_000))) {
            Map<String, Object> response = ProxyResponse.of(Answer.json(Map.of("a", large)), "GET");

            assertThat(response).containsEntry("statusCode", 501);
        }
    }

    @Test
    void what_is_answered_fits() {
        for (Object value : List.of("x".repeat(5_900_000), "\"".repeat(1_900_000), "ä".repeat(1_900_000))) {
            Map<String, Object> response = ProxyResponse.of(Answer.json(Map.of("a", value)), "GET");

            assertThat(JsonWriter.writeBytes(response).length).isLessThan(LIMIT);
        }
    }
}
