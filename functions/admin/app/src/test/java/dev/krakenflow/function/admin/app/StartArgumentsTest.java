package dev.krakenflow.function.admin.app;

import static dev.krakenflow.function.admin.app.AdminCalls.define;
import static dev.krakenflow.function.admin.app.AdminCalls.get;
import static dev.krakenflow.function.admin.app.AdminCalls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithToken.class)
class StartArgumentsTest {

    private static final String SERVICE = "{\"name\": \"web\", \"client\": {\"module\": \"http\", \"start\":"
            + " {\"base_url\": \"http://a.example\", \"pool_size\": 2}}, \"interface\": {\"f\": {\"prepare\":"
            + " {\"path\": \"/\"}}}}";

    @BeforeEach
    void defineAService() {
        define("services", SERVICE).statusCode(200);
    }

    @AfterEach
    void forgetEverything() {
        AdminCalls.forgetEverything();
    }

    @Test
    void standOverThoseOfTheDefinitionUntilTheServiceIsStopped() {
        post("/services/start/web", "{\"base_url\": \"http://b.example\", \"headers\": {\"x\": \"1\"}}")
                .statusCode(200)
                .body(equalTo("{\"ok\":\"web\"}"));
        get("/services/state/web")
                .body("start.base_url", equalTo("http://b.example"))
                .body("start.pool_size", equalTo(2))
                .body("start.headers.x", equalTo("1"));
        get("/services/definition/web").body("client.start.base_url", equalTo("http://a.example"));
        define("services", SERVICE.replace("\"pool_size\": 2", "\"pool_size\": 3"));
        get("/services/state/web")
                .body("start.base_url", equalTo("http://b.example"))
                .body("start.pool_size", equalTo(3));
        post("/services/stop/web");
        get("/services/state/web").body("start.base_url", equalTo("http://a.example"));
        post("/services/start/web");
        get("/services/state/web").body("start.base_url", equalTo("http://a.example"));
    }

    @Test
    void areCheckedAsThoseOfADefinitionAre() {
        post("/services/start/web", "{\"pool_size\": \"many\", \"pol_size\": 1}")
                .statusCode(422)
                .body("code", equalTo("invalid-definition"))
                .body("problems.pointer", contains("/pool_size", "/pol_size"));
        post("/services/start/web", "[]").statusCode(400).body("code", equalTo("invalid-request"));
        post("/services/start/web", "{").statusCode(400).body("code", equalTo("malformed-json"));
        get("/services/status/web").body("status", equalTo("not_ready"));
    }

    @Test
    void areMaskedAndWarnedOfWhenTheyHoldASecret() {
        post("/services/start/web", "{\"headers\": {\"Authorization\": \"Bearer s3cret\"}}")
                .statusCode(200)
                .body("warnings.code", contains("literal-secret"))
                .body("warnings.pointer", contains("/headers/Authorization"));
        get("/services/state/web").body("start.headers.Authorization", equalTo("***"));
    }

    @Test
    void areGoneWithTheService() {
        post("/services/start/web", "{\"base_url\": \"http://b.example\"}");
        post("/services/delete/web").statusCode(200);
        define("services", SERVICE);
        get("/services/state/web").body("start.base_url", equalTo("http://a.example"));
    }

    @Test
    void mayBeLeftOut() {
        post("/services/start/web", "{}").statusCode(200);
        get("/services/state/web").body("start.headers", nullValue());
    }

    @Test
    void ignoreWhatOnlyKrakenHasWithAWarning() {
        post("/services/start/web?sync=true&telemetry=false")
                .statusCode(200)
                .body("ok", equalTo("web"))
                .body("warnings.code", contains("kraken-only", "kraken-only"));
        post("/services/stop/web?sync=true").body("warnings.code", contains("kraken-only"));
    }
}
