package dev.krakenflow.function.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpPayloadTest {

    private final Map<String, Object> payload = new HashMap<>(Map.of(
            "rawPath", "/orders/1",
            "rawQueryString", "a=1&b=x%20y&a=2",
            "headers", Map.of("content-type", "application/json", "x-many", "one, two"),
            "body", "{}",
            "isBase64Encoded", false));
    private final Map<String, Object> context =
            new HashMap<>(Map.of("stage", "$default", "domainName", "x.execute-api.eu-central-1.amazonaws.com"));

    @Test
    void the_query_is_that_which_was_sent() {
        Request request = request();

        assertThat(request.query().getAll("a")).containsExactly("1", "2");
        assertThat(request.query().get("b")).isEqualTo("x y");
    }

    @Test
    void the_name_of_the_stage_is_no_part_of_the_path() {
        context.put("stage", "prod");
        payload.put("rawPath", "/prod/orders/1");
        assertThat(request().path()).isEqualTo("/orders/1");
        payload.put("rawPath", "/prod");
        assertThat(request().path()).isEqualTo("/");
        payload.put("rawPath", "/product/1");
        assertThat(request().path()).isEqualTo("/product/1");
    }

    @Test
    void cookies_are_one_header() {
        payload.put("cookies", List.of("a=1", "b=2"));

        assertThat(request().header("cookie")).isEqualTo("a=1; b=2");
    }

    @Test
    void a_body_in_base64_is_decoded() {
        payload.put("body", "w6Q=");
        payload.put("isBase64Encoded", true);
        assertThat(new String(request().body(), UTF_8)).isEqualTo("ä");

        payload.put("body", "no base64 at all!");
        assertThatThrownBy(this::request).isInstanceOf(RequestException.class);
    }

    @Test
    void who_was_let_in_by_an_authorizer_is_authorized() {
        assertThat(http().isAuthorized()).isFalse();
        context.put("authorizer", Map.of("jwt", Map.of("claims", Map.of("sub", "me"))));
        assertThat(http().isAuthorized()).isTrue();
        context.put("authorizer", Map.of("iam", Map.of("userArn", "arn")));
        assertThat(http().isAuthorized()).isTrue();
        context.put("authorizer", Map.of());
        assertThat(http().isAuthorized()).isFalse();
    }

    @Test
    void the_time_of_the_platform_goes_with_the_request() {
        assertThat(request().budget()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_payload_without_anything_is_a_request_for_the_root() {
        Request request = new HttpPayload(Map.of()).request(Duration.ofSeconds(1));

        assertThat(request.path()).isEqualTo("/");
        assertThat(request.body()).isEmpty();
    }

    private Request request() {
        return http().request(Duration.ofSeconds(3));
    }

    private HttpPayload http() {
        context.put("http", Map.of("method", "post"));
        payload.put("requestContext", context);
        return new HttpPayload(payload);
    }
}
