package dev.krakenflow.function.admin.app;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests to the admin side, with its token. */
final class AdminCalls {

    private AdminCalls() {}

    static ValidatableResponse define(String kind, String body) {
        return post("/" + kind + "/define", body);
    }

    static ValidatableResponse post(String path, String body) {
        return admin().contentType("application/json").body(body).post(path).then();
    }

    static ValidatableResponse post(String path) {
        return admin().post(path).then();
    }

    static ValidatableResponse get(String path) {
        return admin().get(path).then();
    }

    /** Deletes all that is defined. */
    static void forgetEverything() {
        for (String kind : new String[] {"pipelines", "services", "helpers"}) {
            for (Object name : admin().get("/" + kind).jsonPath().getList("")) {
                post("/" + kind + "/delete/" + name + "?force=true");
            }
        }
        define("routes", "{}");
    }

    private static RequestSpecification admin() {
        return RestAssured.given().header("authorization", "Bearer " + WithToken.TOKEN);
    }
}
