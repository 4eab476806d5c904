package dev.krakenflow.function.admin.app;

import static dev.krakenflow.function.admin.app.AdminCalls.define;
import static dev.krakenflow.function.admin.app.AdminCalls.get;
import static dev.krakenflow.function.admin.app.AdminCalls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithToken.class)
class RoutesTest {

    @AfterEach
    void forgetEverything() {
        AdminCalls.forgetEverything();
    }

    @Test
    void areDefinedShownAndEmptied() {
        get("/routes").statusCode(200).body(equalTo("{}"));
        define("routes", "{\"b\": \"p\", \"a\": \"nowhere\"}").statusCode(200).body(equalTo("{\"ok\":\"routes\"}"));
        get("/routes").statusCode(200).body(equalTo("{\"b\":\"p\",\"a\":\"nowhere\"}"));
        define("routes", "{\"c\": \"p\"}").statusCode(200);
        get("/routes").body(equalTo("{\"c\":\"p\"}"));
        define("routes", "{}").statusCode(200);
        get("/routes").body(equalTo("{}"));
    }

    @Test
    void areRefusedWhenTheyAreNoObjectOfNames() {
        define("routes", "[]").statusCode(422).body("code", equalTo("invalid-definition"));
        define("routes", "{\"a\": 1, \"b\": \"no name\", \"c\": \"p\"}")
                .statusCode(422)
                .body("problems.pointer", contains("/a", "/b"));
        define("routes", "{").statusCode(400).body("code", equalTo("malformed-json"));
        get("/routes").body(equalTo("{}"));
    }

    @Test
    void doNotKeepAPipelineFromBeingDeleted() {
        define("pipelines", "{\"name\": \"p\", \"components\": []}");
        define("routes", "{\"a\": \"p\"}");
        post("/pipelines/delete/p").statusCode(200);
        get("/routes").body(equalTo("{\"a\":\"p\"}"));
    }

    @Test
    void areAdministeredByTheFunctionToo() {
        post("/kraken-admin", "{\"operation\": \"define\", \"kind\": \"routes\", \"body\": {\"a\": \"p\"}}")
                .statusCode(200)
                .body("ok", equalTo("routes"));
        post("/kraken-admin", "{\"operation\": \"list\", \"kind\": \"routes\"}").body("a", equalTo("p"));
    }
}
