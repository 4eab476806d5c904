package dev.krakenflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Surface;
import io.quarkus.arc.All;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EphemeralWithToken.class)
class StandaloneTest {

    private static final Set<String> OPEN_FUNCTIONS = Set.of("/kraken-call");

    @Inject
    Router router;

    @All
    @Inject
    List<Surface> surfaces;

    @Test
    void runsWhatWasDefinedAndMakesEveryChangeLiveAtOnce() {
        for (int factor = 1; factor <= 20; factor++) {
            define("pipelines", pipeline("{% x * " + factor + " %}")).statusCode(200);
            if (factor == 1) {
                call("{\"x\": 1}").statusCode(409).body("code", equalTo("pipeline-not-ready"));
                admin().post("/pipelines/start/live").then().statusCode(200);
            }
            call("{\"x\": 2}").statusCode(200).body("y", equalTo(2 * factor));
        }
        admin().post("/pipelines/stop/live").then().statusCode(200);
        call("{\"x\": 1}").statusCode(409);
        admin().post("/pipelines/delete/live").then().statusCode(200);
        call("{\"x\": 1}").statusCode(404);
    }

    @Test
    void linksPipelinesAnewWhenAServiceChanges() {
        define("services", service("$a.x + 1")).statusCode(200);
        define(
                        "pipelines",
                        "{\"name\": \"linked\", \"components\": [{\"type\": \"stage\", \"name\": \"s\","
                                + "\"service\": {\"name\": \"count\", \"function\": \"next\"}, \"transform\": {\"y\": \"{% y %}\"}}]}")
                .statusCode(200);
        admin().post("/pipelines/start/linked").then().statusCode(200);
        call("linked", "{\"x\": 1}").statusCode(409).body("code", equalTo("service-not-ready"));
        admin().post("/services/start/count").then().statusCode(200);
        call("linked", "{\"x\": 1}").statusCode(200).body("y", equalTo(2));
        define("services", service("$a.x + 10")).statusCode(200);
        call("linked", "{\"x\": 1}").statusCode(200).body("y", equalTo(11));
        admin().post("/services/stop/count").then().statusCode(200);
        call("linked", "{\"x\": 1}").statusCode(409);
    }

    @Test
    void showsTheHistoryToEverybody() {
        define("pipelines", pipeline("{% x %}").replace("live", "shown")).statusCode(200);
        admin().post("/pipelines/start/shown");
        RestAssured.given()
                .contentType("application/json")
                .body("{\"x\": 1}")
                .post("/pipelines/call/shown?debug=true")
                .then()
                .statusCode(200)
                .body("event.y", equalTo(1))
                .body("history", hasSize(1))
                .body("history[0].component", equalTo("s"));
    }

    @Test
    void keepsTheTokenBeforeEverythingThatIsNotOfTheDataSide() {
        Stream<String> endpoints = surfaces.stream()
                .filter(surface -> surface.access() == Access.ADMIN)
                .flatMap(surface -> surface.endpoints().stream())
                .map(endpoint -> endpoint.path().replaceAll("\\{[^}]*}", "x"));
        Stream<String> functions =
                FunctionRecorder.registry.invokers().stream().map(invoker -> "/" + invoker.getName());
        Stream<String> routes = router.getRoutes().stream()
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .map(path -> path.replaceAll(":\\w+|\\*", "x"));
        Stream<String> reserved =
                Stream.of("/services", "/helpers/x", "/routes", "/apply", "/export", "/q/x", "/studio/x");
        List<String> guarded = Stream.of(endpoints, functions, routes, reserved)
                .flatMap(paths -> paths)
                .filter(path -> !path.startsWith("/q/health") && !OPEN_FUNCTIONS.contains(path))
                .toList();
        assertThat(guarded).contains("/kraken-admin", "/pipelines/define", "/services/state/x");
        for (String path : guarded) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                assertThat(RestAssured.given().request(method, path).statusCode())
                        .as(method + " " + path)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void answersOtherUnknownPathsToAnybody() {
        assertThat(RestAssured.get("/orders").statusCode()).isEqualTo(404);
    }

    private static String pipeline(String y) {
        return "{\"name\": \"live\", \"components\": [{\"type\": \"stage\", \"name\": \"s\", \"transform\": {\"y\": \""
                + y + "\"}}]}";
    }

    private static String service(String y) {
        return "{\"name\": \"count\", \"client\": {\"module\": \"lambda\", \"start\": {\"functions\": {\"next\":"
                + " \"{% function($a) { {'y': " + y
                + "} } %}\"}}}, \"interface\": {\"next\": {\"call\": {\"function\": \"next\"}}}}";
    }

    private static ValidatableResponse define(String kind, String body) {
        return admin().contentType("application/json")
                .body(body)
                .post("/" + kind + "/define")
                .then();
    }

    private static ValidatableResponse call(String body) {
        return call("live", body);
    }

    private static ValidatableResponse call(String pipeline, String body) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/pipelines/call/" + pipeline)
                .then();
    }

    private static RequestSpecification admin() {
        return RestAssured.given().header("authorization", "Bearer " + EphemeralWithToken.TOKEN);
    }
}
