package dev.krakenflow.function.pipeline.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.openapi.OpenApiDocument;
import dev.krakenflow.function.http.openapi.WrittenDocument;
import dev.krakenflow.function.pipeline.testing.ScriptedPlanStore;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import dev.krakenflow.function.pipeline.testing.TriggeredPlan;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataDocumentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScriptedPlanStore store = new ScriptedPlanStore();
    private final ScriptedScheduler scheduler = new ScriptedScheduler();
    private final DataDocument document = document(1_000_000, false);

    @Test
    void describesTheTriggersOfStartedPipelines() {
        store.put(new TriggeredPlan("orders").at("POST", "/orders").plan(), true);
        store.put(new TriggeredPlan("closed").at("POST", "/closed").plan(), false);
        store.put("untriggered", true);

        OpenAPI parsed = parsed();

        assertThat(parsed.getPaths()).containsOnlyKeys("/openapi", "/orders");
        assertThat(parsed.getPaths().get("/orders").getPost().getOperationId()).isEqualTo("orders");
        assertThat(store.loads).containsExactlyInAnyOrder("orders", "closed");
    }

    @Test
    void putsMethodsOfOnePathTogetherWhateverTheirParametersAreCalled() {
        store.put(new TriggeredPlan("a").at("GET", "/orders/{id}/items/{item}").plan(), true);
        store.put(new TriggeredPlan("b").at("PUT", "/orders/{order}/items/{n}").plan(), true);

        OpenAPI parsed = parsed();

        assertThat(parsed.getPaths()).containsOnlyKeys("/openapi", "/orders/{id}/items/{item}");
        assertThat(parsed.getPaths().get("/orders/{id}/items/{item}").readOperationsMap())
                .hasSize(2);
    }

    @Test
    void givesEveryOperationAnIdOfItsOwn() {
        store.put(new TriggeredPlan("a").at("GET", "/a").at("PUT", "/a").plan(), true);
        store.put(new TriggeredPlan("a.2").at("GET", "/b").plan(), true);
        store.put(new TriggeredPlan("describeDataSide").at("GET", "/c").plan(), true);

        assertThat(tree().at("/paths").findValuesAsText("operationId"))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void movesReferencesInsideSchemas() {
        store.put(
                new TriggeredPlan("tree")
                        .at("POST", "/tree")
                        .input("{'type': 'object', 'properties': {'child': {'$ref': '#'}, 'n': {'$ref': '#/$defs/n'},"
                                + " 'm': {'$ref': '#m'}}, '$defs': {'n': {'type': 'integer'},"
                                + " 'm': {'$anchor': 'm', 'type': ['string', 'null']}}}")
                        .plan(),
                true);

        parsed();

        JsonNode tree = tree();
        assertThat(tree.findValuesAsText("$ref"))
                .contains("#/components/schemas/input.tree", "#/components/schemas/input.tree/$defs/m")
                .allSatisfy(
                        reference -> assertThat(tree.at(reference.substring(1)).isMissingNode())
                                .isFalse());
    }

    @Test
    void readsOnlyWhatChangedSince() {
        store.put(new TriggeredPlan("a").at("GET", "/a").plan(), true);
        store.put(new TriggeredPlan("b").at("GET", "/b").plan(), true);
        tree();
        store.loads.clear();

        store.put("untriggered", true);
        assertThat(tree().at("/paths")).hasSize(3);
        assertThat(store.loads).isEmpty();

        store.put(new TriggeredPlan("b").at("GET", "/c").plan(), true);
        assertThat(tree().at("/paths/~1c").isMissingNode()).isFalse();
        assertThat(store.loads).containsExactly("b");

        store.epoch = "another";
        tree();
        assertThat(store.loads).containsExactlyInAnyOrder("b", "a", "b");
    }

    @Test
    void forgetsWhatIsStopped() {
        store.put(new TriggeredPlan("a").at("GET", "/a").plan(), true);
        tree();

        store.put(new TriggeredPlan("a").at("GET", "/a").plan(), false);

        assertThat(tree().at("/paths/~1a").isMissingNode()).isTrue();
    }

    @Test
    void leavesOutWhatFindsNoRoomUntilThereIsSome() {
        String large = "{'type': 'object', 'description': '" + "x".repeat(10_000) + "'}";
        DataDocument small = document(15_000, false);
        store.put(new TriggeredPlan("a").at("POST", "/a").input(large).plan(), true);
        store.put(new TriggeredPlan("b").at("POST", "/b").input(large).plan(), true);
        store.put(new TriggeredPlan("newer").at("POST", "/n").plan(), true);
        store.newer.add("newer");

        assertThat(tree(small).at("/paths")).hasSize(2);
        assertThat(tree(small).at("/info/description").asText()).endsWith("read them: 2.");

        store.put(new TriggeredPlan("a").at("POST", "/a").plan(), true);
        assertThat(tree(small).at("/paths")).hasSize(3);
    }

    @Test
    void asksForATokenWhereTheDataSideDoes() {
        store.put(new TriggeredPlan("a").at("GET", "/a").plan(), true);

        JsonNode secured = tree(document(1_000_000, true));

        assertThat(secured.at("/security/0/token").isArray()).isTrue();
        assertThat(secured.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        assertThat(secured.at("/paths/~1a/get/responses/401/$ref").asText())
                .isEqualTo("#/components/responses/problem-401");
        assertThat(tree().has("security")).isFalse();
    }

    @Test
    void givesTheLastDocumentWhileTheStoreIsAway() {
        store.away = true;
        assertThatThrownBy(this::tree).isInstanceOf(StoreUnavailableException.class);

        store.away = false;
        store.put(new TriggeredPlan("a").at("GET", "/a").plan(), true);
        JsonNode before = tree();
        store.away = true;

        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void looksOnceForAllWhoAskAndLetsNobodyWaitForLong() {
        store.hold();
        UniAssertSubscriber<Object> first = ask();
        UniAssertSubscriber<Object> second = ask();
        assertThat(store.routings).isEqualTo(1);

        scheduler.pass(Duration.ofSeconds(5));
        first.assertFailed();
        assertThat(((RequestException) second.getFailure()).failure().is(FailureCode.OVERLOADED))
                .isTrue();

        store.release();
        tree();
        assertThat(store.routings).isEqualTo(1);
    }

    private UniAssertSubscriber<Object> ask() {
        return document.current().<Object>map(it -> it).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private DataDocument document(int room, boolean secured) {
        Endpoint self =
                new Endpoint("GET", "/openapi", request -> Uni.createFrom().nothing());
        Surface surface = new Surface(Access.DATA, List.of(self), Set.of());
        return new DataDocument(
                new DescriptionReader(store, room),
                () -> {
                    WrittenDocument written = WrittenDocument.beside(DataOpenApi.class, "openapi.yaml");
                    OpenApiDocument fixed = new OpenApiDocument(written, "1");
                    fixed.keepOnly(List.of(surface));
                    return fixed;
                },
                secured,
                scheduler);
    }

    private JsonNode tree() {
        return tree(document);
    }

    private static JsonNode tree(DataDocument document) {
        return new DocumentReader().json(bytes(document)).root();
    }

    private static byte[] bytes(DataDocument document) {
        MultiMap none = MultiMap.caseInsensitiveMultiMap();
        Request request = new Request("GET", "/openapi", Map.of(), none, none, new byte[0]);
        return (byte[]) document.current()
                .chain(it -> it.answer(request))
                .await()
                .atMost(PATIENCE)
                .body();
    }

    /** What a parser that is not ours makes of it; it has nothing to complain about. */
    private OpenAPI parsed() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser()
                .readContents(new String(bytes(document), StandardCharsets.UTF_8), List.of(), options);
        assertThat(result.getMessages()).isEmpty();
        return result.getOpenAPI();
    }
}
