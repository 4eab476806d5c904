package dev.krakenflow.standalone.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.admin.AdminOperations;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.standalone.EphemeralWithToken;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(EphemeralWithToken.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesOverHttpTest {

    @Inject
    AdminOperations operations;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Samples samples;
    private List<SampleCall> calls = List.of();

    @BeforeAll
    void load() {
        samples = new Samples(SampleCase.SAMPLES, operations, new PrintStream(printed));
        samples.load();
        calls = samples.calls();
    }

    @AfterAll
    void stop() {
        samples.close();
    }

    static List<SampleCase> cases() {
        return SampleCase.all();
    }

    static List<SampleCase> triggers() {
        return SampleCase.withTrigger();
    }

    static List<ReadmeCalls> pasted() {
        return ReadmeCalls.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatTheCaseExpects(SampleCase sample) {
        call(sample);
        sample.again().ifPresent(headers -> checkHeaders(call(sample), headers));
        sample.services().forEach(ServiceState::check);
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void answersTheTriggerAsTheCaseExpects(SampleCase sample) {
        TriggerAnswer expected = sample.trigger().orElseThrow();
        Response answer = request(sample).request(expected.method(), expected.path());
        assertThat(answer.statusCode()).isEqualTo(expected.status());
        checkHeaders(answer, expected.headers());
        Object body = JsonReader.read(answer.asByteArray());
        if (sample.isFailure()) {
            sample.check(body);
        } else {
            assertThat(body).isEqualTo(expected.body());
        }
    }

    @ParameterizedTest
    @MethodSource("pasted")
    void answersWhatTheReadmeSays(ReadmeCalls readme) {
        List<String> answers = readme.calls().stream()
                .map(call -> send(call).asString())
                .filter(answer -> !answer.isEmpty())
                .toList();
        assertThat(answers).isEqualTo(readme.answers());
    }

    @Test
    void saysWhatItLoadedAndWhatToTry() {
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("services/greeter is defined and started", "pipelines/hello is defined and started")
                .doesNotContain("failed");
        assertThat(calls)
                .extracting(SampleCall::pipeline)
                .contains("hello", "user-orders-a-product", "stream-similar-followers");
        assertThat(calls.get(0).command("http://localhost")).startsWith("curl -s http://localhost/");
    }

    private static Response send(ReadmeCalls.Call call) {
        RequestSpecification request = call.isOfKraken()
                ? RestAssured.given()
                : RestAssured.given()
                        .baseUri("http://127.0.0.1" + call.address().replaceFirst("/.*", ""));
        String body = call.body();
        return body == null
                ? request.get(call.path())
                : request.contentType("application/json")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post(call.path());
    }

    private static Response call(SampleCase sample) {
        Response answer = request(sample).post("/pipelines/call/" + sample.pipeline());
        assertThat(answer.statusCode() >= 400).isEqualTo(sample.isFailure());
        assertThat(answer.statusCode() == 204).isEqualTo(sample.isNothing());
        if (!sample.isNothing()) {
            sample.check(JsonReader.read(answer.asByteArray()));
        }
        return answer;
    }

    private static void checkHeaders(Response answer, Map<String, String> headers) {
        headers.forEach((name, value) -> assertThat(answer.header(name)).isEqualTo(value));
    }

    private static RequestSpecification request(SampleCase sample) {
        return request(JsonWriter.writeBytes(sample.event()));
    }

    private static RequestSpecification request(byte[] body) {
        return RestAssured.given().contentType("application/json").body(body);
    }
}
