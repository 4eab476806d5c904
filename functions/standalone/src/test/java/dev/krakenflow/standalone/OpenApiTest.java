package dev.krakenflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Surface;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EphemeralWithToken.class)
class OpenApiTest {

    private static final Map<Access, String> DOCUMENTS =
            Map.of(Access.DATA, "/openapi", Access.ADMIN, "/openapi/admin");

    @All
    @Inject
    List<Surface> surfaces;

    @Test
    void describesEveryEndpointAndNoOther() {
        DOCUMENTS.forEach(
                (access, path) -> assertThat(operations(parsed(path))).as(path).isEqualTo(served(access)));
    }

    @Test
    void hasNothingWrittenOfEndpointsThatAreGone() throws IOException {
        assertThat(written("pipeline/openapi/openapi.yaml")).isEqualTo(served(Access.DATA));
        assertThat(written("admin/openapi.yaml")).isEqualTo(served(Access.ADMIN));
    }

    @Test
    void refersToNothingThatIsNotThere() {
        DOCUMENTS.values().forEach(path -> {
            JsonNode document = tree(get(path));
            assertThat(document.findValuesAsText("$ref"))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.substring(1)).isMissingNode())
                            .as(reference)
                            .isFalse());
        });
    }

    @Test
    void namesEveryFailureCode() {
        String document = get("/openapi").asString();
        for (FailureCode code : FailureCode.values()) {
            assertThat(document).contains("`" + code.code() + "`");
        }
    }

    @Test
    void isYamlWhereThatIsAskedFor() {
        DOCUMENTS.values().forEach(path -> {
            Response yaml = admin().header("accept", "application/yaml").get(path);
            assertThat(yaml.contentType()).startsWith("application/yaml");
            assertThat(new DocumentReader().yaml(yaml.asByteArray()).root()).isEqualTo(tree(get(path)));
        });
    }

    @Test
    void followsThePipelinesAtOnce() {
        String definition = """
                { "name": "documented", "description": "Greets.", "components": [],
                  "triggers": [{"http": {"method": "POST", "path": "/documented/{id}"}}],
                  "input": {"name": {"type": "string"}, "required": ["name"]} }
                """;
        admin().contentType("application/json").body(definition).post("/pipelines/define");
        assertThat(parsed("/openapi").getPaths()).doesNotContainKey("/documented/{id}");

        admin().post("/pipelines/start/documented");
        PathItem described = parsed("/openapi").getPaths().get("/documented/{id}");
        assertThat(described.getPost().getDescription()).isEqualTo("Greets.");
        assertThat(described.getParameters()).extracting("name").containsExactly("id");
        assertThat(tree(get("/openapi"))
                        .at("/components/schemas/input.documented/properties/name/type")
                        .asText())
                .isEqualTo("string");

        admin().post("/pipelines/delete/documented");
        assertThat(parsed("/openapi").getPaths()).doesNotContainKey("/documented/{id}");
    }

    @Test
    void showsTheAdminSideToNobodyElse() {
        assertThat(RestAssured.get("/openapi").statusCode()).isEqualTo(200);
        assertThat(RestAssured.get("/openapi/admin").statusCode()).isEqualTo(401);
    }

    private Set<String> served(Access access) {
        Set<String> served = new TreeSet<>();
        for (Surface surface : surfaces) {
            if (surface.access() == access) {
                surface.endpoints().forEach(it -> served.add(it.method() + " " + it.path()));
                surface.functions().forEach(name -> served.add("POST /" + name));
            }
        }
        return served;
    }

    private static Set<String> operations(OpenAPI document) {
        Set<String> operations = new TreeSet<>();
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().keySet().forEach(method -> operations.add(method + " " + path)));
        return operations;
    }

    private static Set<String> written(String resource) throws IOException {
        Set<String> operations = new TreeSet<>();
        try (InputStream in = Surface.class.getResourceAsStream("/dev/krakenflow/function/" + resource)) {
            JsonNode paths = new DocumentReader().yaml(in.readAllBytes()).root().path("paths");
            paths.properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(
                                    method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        return operations;
    }

    /** What a parser that is not ours makes of a document; it has nothing to complain about. */
    private static OpenAPI parsed(String path) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(get(path).asString(), List.of(), options);
        assertThat(result.getMessages()).as(path).isEmpty();
        return result.getOpenAPI();
    }

    private static JsonNode tree(Response response) {
        return new DocumentReader().json(response.asByteArray()).root();
    }

    private static Response get(String path) {
        Response response = admin().get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response;
    }

    private static RequestSpecification admin() {
        return RestAssured.given().header("authorization", "Bearer " + EphemeralWithToken.TOKEN);
    }
}
