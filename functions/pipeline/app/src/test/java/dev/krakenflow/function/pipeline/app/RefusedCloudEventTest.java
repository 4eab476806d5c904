package dev.krakenflow.function.pipeline.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no event has no answer that is one. */
@QuarkusTest
class RefusedCloudEventTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                 | {}                                      | 400 | invalid-request",
                "application/cloudevents+xml      | {}                                      | 415 | unsupported-media-type",
                "application/cloudevents+json     | {                                       | 400 | malformed-json",
                "application/cloudevents+json     | []                                      | 400 | invalid-request",
                "application/cloudevents+json     | {\"specversion\": \"1.0\", \"id\": 5}   | 400 | invalid-request",
                "application/cloudevents+json     | {\"specversion\": \"2.0\", \"id\": \"a\", \"source\": \"/\", \"type\": \"t\"} | 400 | invalid-request",
                "application/cloudevents+json     | {\"specversion\": \"1.0\", \"id\": \"\", \"source\": \"/\", \"type\": \"t\"} | 400 | invalid-request",
                "application/cloudevents+json     | {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"%\", \"type\": \"t\"} | 400 | invalid-request",
                "application/cloudevents+json     | {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"/\", \"type\": \"t\", \"time\": \"now\"} | 400 | invalid-request",
                "application/cloudevents+json     | {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"/\", \"type\": \"t\", \"Not_A_Name\": \"x\"} | 400 | invalid-request",
                "application/cloudevents+json     | {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"/\", \"type\": \"t\", \"data\": {}, \"data_base64\": \"e30=\"} | 400 | invalid-request",
                "application/cloudevents+json     | {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"/\", \"type\": \"t\", \"datacontenttype\": \"text/plain\", \"data\": \"x\"} | 415 | unsupported-media-type",
                "application/cloudevents-batch+json | {}                                    | 400 | invalid-request",
            })
    void refusesWhatIsNoEvent(String contentType, String body, int status, String code) {
        given().contentType(contentType)
                .body(body)
                .post("/events")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", not(containsString("Not_A_Name")));
    }

    @Test
    void refusesHeadersThatAreNoEvent() {
        given().header("ce-specversion", "1.0")
                .header("ce-id", "a")
                .contentType("application/json")
                .body("{}")
                .post("/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        given().header("ce-specversion", "0.3")
                .header("ce-id", "a")
                .header("ce-source", "/")
                .header("ce-type", "t")
                .contentType("application/json")
                .body("{}")
                .post("/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void refusesDataThatIsNotJson() {
        given().header("ce-specversion", "1.0")
                .header("ce-id", "a")
                .header("ce-source", "/")
                .header("ce-type", "t")
                .contentType("text/plain")
                .body("x")
                .post("/events")
                .then()
                .statusCode(415);
    }

    @Test
    void takesThemByPostAlone() {
        given().get("/events").then().statusCode(405).header("allow", equalTo("POST"));
    }
}
