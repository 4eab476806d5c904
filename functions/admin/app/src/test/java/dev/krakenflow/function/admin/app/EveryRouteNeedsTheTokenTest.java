package dev.krakenflow.function.admin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.http.Surface;
import io.quarkus.arc.All;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks everything that is registered in the process, whoever registered it. */
@QuarkusTest
@TestProfile(WithToken.class)
class EveryRouteNeedsTheTokenTest {

    @Inject
    Router router;

    @All
    @Inject
    List<Surface> surfaces;

    @Test
    void refusesEveryEndpoint() {
        List<String> paths = surfaces.stream()
                .flatMap(surface -> surface.endpoints().stream())
                .map(endpoint -> endpoint.path().replaceAll("\\{[^}]*}", "x"))
                .toList();
        assertThat(paths).contains("/services/define", "/pipelines/status/x", "/services/call/x/x");
        assertRefused(paths.stream());
    }

    @Test
    void refusesEveryFunction() {
        List<String> paths = FunctionRecorder.registry.invokers().stream()
                .map(invoker -> "/" + invoker.getName())
                .toList();
        assertThat(paths).contains("/kraken-admin");
        assertRefused(paths.stream());
    }

    @Test
    void refusesEveryRouteOfThePlatformButHealth() {
        List<String> paths = router.getRoutes().stream()
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .map(path -> path.replaceAll(":\\w+|\\*", "x"))
                .toList();
        assertThat(paths).contains("/kraken-admin");
        assertRefused(paths.stream().filter(path -> !path.startsWith("/q/health")));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertRefused(
                Stream.of("/", "/nowhere", "/pipelines/", "/q", "/q/", "/Q/health", "/q/healthy", "//kraken-admin"));
    }

    @Test
    void tellsAnybodyWhetherItIsReady() {
        assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void letsInWhoHasTheToken() {
        assertThat(withToken(WithToken.TOKEN).get("/services").statusCode()).isEqualTo(200);
        assertThat(withToken(WithToken.TOKEN).get("/nowhere").statusCode()).isEqualTo(404);
    }

    private static void assertRefused(Stream<String> paths) {
        paths.forEach(path -> {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD")) {
                assertRefused(RestAssured.given().request(method, path), method + " " + path);
                assertRefused(withToken("wrong").request(method, path), method + " " + path + " with a wrong token");
            }
        });
    }

    private static void assertRefused(Response response, String what) {
        assertThat(response.statusCode()).as(what).isEqualTo(401);
        assertThat(response.header("www-authenticate")).as(what).isEqualTo("Bearer");
    }

    private static RequestSpecification withToken(String token) {
        return RestAssured.given().urlEncodingEnabled(false).header("authorization", "Bearer " + token);
    }
}
