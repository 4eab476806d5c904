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
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(EphemeralWithToken.class)
class SamplesOverHttpTest {

    @Inject
    AdminOperations operations;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private List<SampleCall> calls = List.of();

    @BeforeEach
    void load() {
        Samples samples = new Samples(SampleCase.SAMPLES, operations, new PrintStream(printed));
        samples.load();
        calls = samples.calls();
    }

    static List<SampleCase> cases() {
        return SampleCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatTheCaseExpects(SampleCase sample) {
        Response answer = RestAssured.given()
                .contentType("application/json")
                .body(JsonWriter.writeBytes(sample.event()))
                .post("/pipelines/call/" + sample.pipeline());
        assertThat(answer.statusCode() >= 400).isEqualTo(sample.isFailure());
        sample.check(JsonReader.read(answer.asByteArray()));
    }

    @Test
    void saysWhatItLoadedAndWhatToTry() {
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("services/greeter is defined and started", "pipelines/hello is defined and started")
                .doesNotContain("failed");
        assertThat(calls).extracting(SampleCall::pipeline).contains("hello");
        assertThat(calls.get(0).command("http://localhost"))
                .startsWith("curl -s http://localhost/pipelines/call/hello -H 'content-type: application/json' -d '{");
    }
}
