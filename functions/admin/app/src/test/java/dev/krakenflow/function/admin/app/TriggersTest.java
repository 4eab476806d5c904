package dev.krakenflow.function.admin.app;

import static dev.krakenflow.function.admin.app.AdminCalls.define;
import static dev.krakenflow.function.admin.app.AdminCalls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithToken.class)
class TriggersTest {

    @AfterEach
    void forgetEverything() {
        AdminCalls.forgetEverything();
    }

    @Test
    void areLeftToThePipelineThatHasThem() {
        define("pipelines", pipeline("one", "GET", "/orders/{id}")).statusCode(200);
        define("pipelines", pipeline("one", "GET", "/orders/{number}")).statusCode(200);
        define("pipelines", pipeline("two", "GET", "/orders/{number}"))
                .statusCode(422)
                .body("problems[0].code", equalTo("duplicate-trigger"))
                .body("problems[0].pointer", equalTo("/triggers/0/http/path"))
                .body("problems[0].message", containsString("\"one\""));
        define("pipelines", pipeline("two", "POST", "/orders/{number}")).statusCode(200);
        post("/pipelines/delete/one").statusCode(200);
        define("pipelines", pipeline("two", "GET", "/orders/{number}")).statusCode(200);
    }

    @Test
    void areLookedAtOverAllPipelinesOfABody() {
        define("pipelines", "[" + pipeline("one", "GET", "/a") + "," + pipeline("two", "GET", "/a") + "]")
                .statusCode(422)
                .body("problems.pointer", contains("/1/triggers/0/http/path"));
        define("pipelines", "[" + pipeline("one", "GET", "/a") + "," + pipeline("two", "GET", "/b") + "]")
                .statusCode(200);
        define("pipelines", "[" + pipeline("one", "GET", "/b") + "," + pipeline("two", "GET", "/a") + "]")
                .statusCode(200);
    }

    private static String pipeline(String name, String method, String path) {
        return "{\"name\": \"" + name + "\", \"triggers\": [{\"http\": {\"method\": \"" + method + "\", \"path\": \""
                + path + "\"}}], \"components\": []}";
    }
}
