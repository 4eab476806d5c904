package dev.krakenflow.standalone.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@TestProfile(Watched.class)
@Timeout(60)
class ObservationTest {
    private static final Path DASHBOARD = Path.of("..", "..", "infra", "grafana", "kraken.json");
    private static final Pattern METRIC = Pattern.compile("\\b(?:kraken|jvm|process|system)_[a-z_]+\\b");
    private static final String PAYLOAD = "opensesame-payload";

    private static final String SERVICES = """
            [{"name": "sums", "client": {"module": "lambda", "start": {"functions": {
               "add": "{% function($a) {{'n': $a.x + 1}} %}", "fail": "{% function($a) {$error('no')} %}"}}},
              "interface": {"add": {"call": {"function": "add"}, "cache": {"ttl": "1m"}},
                            "fail": {"call": {"function": "fail"}}}},
             {"name": "web", "circuit_breaker": {},
              "client": {"module": "http", "start": {"base_url": "http://127.0.0.1:1",
                "headers": {"authorization": "{% 'Bearer ' & $secret('api') %}"}}},
              "interface": {"get": {"prepare": {"path": "/x", "params": {"word": "{% word %}"}},
                "retry": {"on": ["communication"], "max_attempts": 2, "delay": "1ms"}}}}]
            """;

    private static final String PIPELINE = """
            {"name": "watched", "components": [
              {"type": "stage", "name": "sum", "service": {"name": "sums", "function": "add"}, "prepare": {"x": 1},
               "compensate": {"service": {"name": "sums", "function": "fail"}}},
              {"type": "stage", "name": "ask", "service": {"name": "web", "function": "get"}}],
             "finally": [{"type": "raise", "name": "last", "error": {"type": "{% word %}", "detail": "{% word %}"}}]}
            """;

    private final RecordingHandler log = new RecordingHandler();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
        define("services", SERVICES);
        define("pipelines", PIPELINE);
        admin().post("/services/start/sums");
        admin().post("/services/start/web");
        admin().post("/pipelines/start/watched");
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(log);
        admin().post("/pipelines/delete/watched");
    }

    @Test
    void servesEveryMetricOfTheDashboardAndShowsNothingOfEventsAndSecrets() throws IOException {
        post("/pipelines/call/watched").then().statusCode(502);
        post("/pipelines/cast/watched").then().statusCode(202);
        String scraped = scrape();
        for (String metric : metricsOfTheDashboard()) {
            // Those of the process and of the queue come a little behind the start.
            while (!scraped.contains("\n" + metric + "{") && !scraped.contains("\n" + metric + " ")) {
                scraped = scrape();
            }
        }
        assertThat(scraped).contains("kraken_compensation_failures_total{pipeline=\"watched\"}");
        assertThat(scraped).doesNotContain("opensesame");
        assertThat(log.lines())
                .anyMatch(it -> it.contains("A run failed with communication, pipeline watched, component ask"))
                .anyMatch(it -> it.contains("finally failed with raised"))
                .anyMatch(it -> it.contains("compensate failed with"))
                .noneMatch(it -> it.contains("opensesame"));
    }

    @Test
    void measuresEachRunOnceAndForgetsAPipelineThatIsDeleted() {
        define("pipelines", "{\"name\": \"once\", \"components\": [{\"type\": \"stage\", \"name\": \"s\"}]}");
        admin().post("/pipelines/start/once");
        RestAssured.given()
                .contentType("application/json")
                .body("[{}, {}]")
                .post("/pipelines/call/once")
                .then()
                .statusCode(200);
        assertThat(scrape())
                .contains("kraken_runs_seconds_count{outcome=\"completed\",pipeline=\"once\"} 2.0")
                .contains("kraken_components_seconds_count{component=\"s\",pipeline=\"once\"} 2.0");
        admin().post("/pipelines/delete/once");
        assertThat(scrape()).doesNotContain("pipeline=\"once\"");
    }

    @Test
    void tellsHowTheStoreIsBesideReadiness() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("front-door"));
        RestAssured.get("/q/health/well").then().statusCode(200).body("checks.data.state", hasItem("up"));
    }

    private static Set<String> metricsOfTheDashboard() throws IOException {
        Set<String> metrics = new TreeSet<>();
        for (JsonNode expression :
                new ObjectMapper().readTree(DASHBOARD.toFile()).findValues("expr")) {
            METRIC.matcher(expression.textValue()).results().forEach(it -> metrics.add(it.group()));
        }
        assertThat(metrics).hasSizeGreaterThan(10);
        return metrics;
    }

    private static String scrape() {
        return RestAssured.get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static Response post(String path) {
        return RestAssured.given()
                .contentType("application/json")
                .body("{\"word\": \"" + PAYLOAD + "\"}")
                .post(path);
    }

    private static void define(String kind, String body) {
        admin().contentType("application/json")
                .body(body)
                .post("/" + kind + "/define")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification admin() {
        return RestAssured.given().header("authorization", "Bearer " + Watched.TOKEN);
    }
}
