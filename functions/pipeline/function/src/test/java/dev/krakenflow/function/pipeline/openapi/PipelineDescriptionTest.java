package dev.krakenflow.function.pipeline.openapi;

import static dev.krakenflow.function.pipeline.testing.TriggeredPlan.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.function.pipeline.testing.TriggeredPlan;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineDescriptionTest {

    @Test
    void hasAnOperationForEachTrigger() {
        PipelineDescription described = describe(new TriggeredPlan("orders")
                .description("Takes orders.")
                .at("POST", "/orders/{id}")
                .at("GET", "/orders/{id}"));

        assertThat(described.operations())
                .extracting(it -> it.method() + " " + it.path() + " "
                        + it.json().path("operationId").asText())
                .containsExactly("post /orders/{id} orders", "get /orders/{id} orders.2");
        assertThat(described.operations().get(0).json().path("description").asText())
                .isEqualTo("Takes orders.");
    }

    @Test
    void takesAnyObjectWhereThePlanHasNoSchema() {
        PipelineDescription described = describe(new TriggeredPlan("orders").at("POST", "/orders"));

        assertThat(operation(described).at("/requestBody/content/application~1json/schema"))
                .isEqualTo(json("{'$ref': '#/components/schemas/Event'}"));
        assertThat(operation(described).at("/requestBody/required").asBoolean()).isFalse();
        assertThat(described.schemas()).isEmpty();
    }

    @Test
    void refersToTheSchemasOfThePlan() {
        PipelineDescription described = describe(new TriggeredPlan("orders")
                .at("POST", "/orders")
                .input("{'type': 'object', 'required': ['id'], 'properties': {'id': {'$ref': '#/$defs/id'}}}")
                .output("{'type': 'object'}"));

        JsonNode operation = operation(described);
        assertThat(operation
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/input.orders");
        assertThat(operation.at("/requestBody/required").asBoolean()).isTrue();
        assertThat(operation
                        .at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/output.orders");
        assertThat(described
                        .schemas()
                        .get("input.orders")
                        .at("/properties/id/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/input.orders/$defs/id");
        assertThat(described.schemas().get("output.orders")).isEqualTo(json("{'type': 'object'}"));
    }

    @Test
    void tellsWhatTheTemplatesOfTheAnswerSay() {
        PipelineDescription described = describe(new TriggeredPlan("orders")
                .answering(
                        "POST",
                        "/orders",
                        "201",
                        "{'location': '{% id %}', 'Content-Type': 'text/plain'}",
                        "{'id': '{% id %}', 'kind': 'order', 'list': [1], 'n': {'m': 1}}"));

        assertThat(operation(described).at("/responses/201"))
                .isEqualTo(json("{'description': 'The event that came out.', 'content': {'text/plain': {'schema':"
                        + " {'type': 'object', 'properties': {'id': {}, 'kind': {'type': 'string'},"
                        + " 'list': {'type': 'array'},"
                        + " 'n': {'type': 'object', 'properties': {'m': {'type': 'number'}}}}}}},"
                        + " 'headers': {'location': {'schema': {'type': 'string'}}}}"));
        assertThat(operation(described).at("/responses/200").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,,200,true",
        "HEAD,,200,false",
        "POST,204,204,false",
        "POST,'\"{% n %}\"',2XX,true",
        "PUT,422,422,true"
    })
    void knowsTheStatusAndWhetherThereIsABody(String method, String template, String status, boolean body) {
        JsonNode answer = operation(describe(new TriggeredPlan("p").answering(method, "/p", template, null, null)))
                .path("responses")
                .path(status);

        assertThat(answer.path("description").asText()).isEqualTo("The event that came out.");
        assertThat(answer.has("content")).isEqualTo(body);
    }

    @Test
    void saysThatNothingMayComeOut() {
        DeadEnd end = new DeadEnd(new Place("end", "/components/0"), Program.END);

        assertThat(operation(describe(new TriggeredPlan("p").at("POST", "/p").with(end)))
                        .path("responses")
                        .has("204"))
                .isTrue();
        assertThat(operation(describe(new TriggeredPlan("p").at("POST", "/p")))
                        .path("responses")
                        .has("204"))
                .isFalse();
    }

    private static PipelineDescription describe(TriggeredPlan plan) {
        return PipelineDescription.of(plan.plan());
    }

    private static JsonNode operation(PipelineDescription described) {
        return described.operations().get(0).json();
    }
}
