package dev.krakenflow.function.admin.app;

import static dev.krakenflow.function.admin.app.AdminCalls.define;
import static dev.krakenflow.function.admin.app.AdminCalls.get;
import static dev.krakenflow.function.admin.app.AdminCalls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.StoredMemo;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithToken.class)
class ApplyTest {

    private static final String LIBRARY = """
            {"name": "strings", "functions": {"up": "{% function($v) { $uppercase($v) } %}"}}""";
    private static final String SERVICE = """
            {"name": "echo", "helpers": ["strings"], "client": {"module": "lambda", "start": {"functions": {"say": "{% function($a) { {'said': $up($a.x)} } %}"}}},
             "interface": {"say": {"call": {"function": "say"}}}}""";
    private static final String CALLER = """
            {"name": "caller", "components": [
              {"type": "stage", "name": "s", "service": {"name": "echo", "function": "say"}, "transform": {"said": "{% said %}"}}]}""";
    private static final String OUTER = """
            {"name": "outer", "components": [{"type": "plug", "name": "p", "pipeline": "caller"}]}""";
    private static final String WHOLE = "{\"pipelines\": [" + OUTER + "," + CALLER + "], \"services\": [" + SERVICE
            + "], \"helpers\": [" + LIBRARY + "], \"routes\": {\"order\": \"outer\"}}";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    MemoStore memos;

    @AfterEach
    void forgetEverything() {
        AdminCalls.forgetEverything();
    }

    @Test
    void definesAndStartsAWholeSetInAnyOrder() {
        apply(WHOLE)
                .statusCode(200)
                .body(
                        "ok.created",
                        contains("pipelines/outer", "pipelines/caller", "services/echo", "helpers/strings", "routes"))
                .body("ok.changed", empty())
                .body("ok.unchanged", empty())
                .body("ok.deleted", empty())
                .body("warnings", nullValue())
                .body("changes", nullValue());
        get("/pipelines/status/outer").body("status", equalTo("ready"));
        get("/services/status/echo").body("status", equalTo("ready"));
        get("/routes").body("order", equalTo("outer"));
        post("/services/call/echo/say", "{\"x\": \"a\"}").statusCode(200).body("ok.said", equalTo("A"));
    }

    @Test
    void takesDefinitionsThatStandInTheSetAsTextOfYaml() {
        apply("{\"pipelines\": [\"name: yaml\\ncomponents:\\n- {type: stage, name: one, transform: {z: 1}}\\n\"]}")
                .statusCode(200)
                .body("ok.created", contains("pipelines/yaml"));
        get("/pipelines/definition/yaml").body("components[0].transform.z", equalTo(1));
    }

    @Test
    void tellsWhichTextOfASetIsNoYaml() {
        apply("{\"pipelines\": [" + CALLER.replace("caller", "good") + ", \"name: [\"]}")
                .statusCode(422)
                .body("problems.pointer", hasItem("/pipelines/1"));
    }

    @Test
    void leavesWhatIsUnchanged() {
        apply(WHOLE).statusCode(200);
        apply(WHOLE).statusCode(200).body("ok.unchanged", hasSize(5)).body("ok.created", empty());
        get("/pipelines/versions/outer").body("version", contains(1));
        apply("{\"pipelines\": [" + OUTER.replace("\"name\": \"p\"", "\"name\": \"q\"") + "]}")
                .body("ok.changed", contains("pipelines/outer"));
        get("/pipelines/versions/outer").body("version", contains(1, 2));
    }

    @Test
    void startsWhatWasStopped() {
        apply(WHOLE).statusCode(200);
        post("/pipelines/stop/outer").statusCode(200);
        post("/services/stop/echo").statusCode(200);
        apply(WHOLE, "dry_run=true")
                .body("ok.changed", contains("pipelines/outer", "services/echo"))
                .body("changes.'pipelines/outer'", empty());
        apply(WHOLE).body("ok.changed", contains("pipelines/outer", "services/echo"));
        get("/pipelines/status/outer").body("status", equalTo("ready"));
        get("/pipelines/versions/outer").body("version", contains(1));
        post("/services/call/echo/say", "{\"x\": \"a\"}").statusCode(200);
    }

    @Test
    void takesAnotherOrderOfKeysForAChange() {
        String parallel = """
                {"pipelines": [{"name": "p", "components": [{"type": "parallel", "name": "f", "branches": {"a": [], "b": []}}]}]}""";
        apply(parallel).statusCode(200);
        apply(parallel.replace("\"a\": [], \"b\": []", "\"b\": [], \"a\": []"), "dry_run=true")
                .body("ok.changed", contains("pipelines/p"))
                .body("changes.'pipelines/p'.pointer", contains("/components/0/branches"));
    }

    @Test
    void tellsAllProblemsInTheOrderOfTheBody() {
        apply("""
                {"routes": {"a": 5}, "pipeline": [],
                 "pipelines": [{"name": "p", "components": [{"type": "stage", "name": "s", "transform": {"x": "{% ( %}"}}]},
                               {"name": "q", "components": 5}, 7, {"name": "p", "components": [], "more": 1}],
                 "services": {"name": "s"}, "helpers": [{"name": "h", "functions": {"f": "{% 5 %}"}}]}""")
                .statusCode(422)
                .body("code", equalTo("invalid-definition"))
                .body(
                        "problems.pointer",
                        contains(
                                "/routes/a",
                                "/pipeline",
                                "/pipelines/0/components/0/transform/x",
                                "/pipelines/1/components",
                                "/pipelines/2",
                                "/pipelines/3/name",
                                "/pipelines/3/more",
                                "/services",
                                "/helpers/0/functions/f"))
                .body("problems[1].code", equalTo("unknown-key"))
                .body("problems[1].hint", equalTo("pipelines"))
                .body("problems[5].code", equalTo("duplicate-name"));
        get("/pipelines").body("", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "5",
                "null",
                "\"x\"",
                "{\"pipelines\": null}",
                "{\"pipelines\": {}}",
                "{\"pipelines\": [null]}",
                "{\"pipelines\": [[]]}",
                "{\"services\": \"x\"}",
                "{\"helpers\": 1}",
                "{\"routes\": []}",
                "{\"routes\": null}",
                "{\"routes\": {\"a\": null}}",
                "{\"ok\": {}}"
            })
    void refusesWhatIsNoSet(String body) {
        apply(body, "prune=true").statusCode(422).body("problems", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"pipelines\": [}", "{\"pipelines\": [], \"pipelines\": []}"})
    void refusesWhatIsNoJson(String body) {
        apply(body, "prune=true").statusCode(400).body("code", equalTo("malformed-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dry-run=true", "dryrun=true", "dry_run=yes", "dry_run=", "prune=1", "force=true"})
    void refusesParametersThatMeanNothing(String query) {
        apply(WHOLE, query).statusCode(400).body("code", equalTo("invalid-request"));
        get("/pipelines").body("", empty());
    }

    @Test
    void findsCyclesOfPlugsOverTheSetAndWhatIsStored() {
        apply("{\"pipelines\": [" + plugging("a", "b") + "," + plugging("b", "a") + "]}")
                .statusCode(422)
                .body("problems.code", contains("plug-cycle", "plug-cycle"))
                .body(
                        "problems.pointer",
                        contains("/pipelines/0/components/0/pipeline", "/pipelines/1/components/0/pipeline"));
        apply("{\"pipelines\": [" + plugging("a", "b") + ",{\"name\": \"b\", \"components\": []}]}")
                .statusCode(200);
        apply("{\"pipelines\": [" + plugging("b", "a") + "]}")
                .statusCode(422)
                .body("problems.code", contains("plug-cycle"));
    }

    @Test
    void findsTriggersThatAreTaken() {
        apply("{\"pipelines\": [" + triggered("one", "/a") + "," + triggered("two", "/a") + "]}")
                .statusCode(422)
                .body("problems.pointer", contains("/pipelines/1/triggers/0/http/path"));
        apply("{\"pipelines\": [" + triggered("one", "/a") + "," + triggered("two", "/b") + "]}")
                .statusCode(200);
        apply("{\"pipelines\": [" + triggered("three", "/a") + "]}")
                .statusCode(422)
                .body("problems[0].code", equalTo("duplicate-trigger"))
                .body("problems[0].message", containsString("\"one\""));
        apply("{\"pipelines\": [" + triggered("one", "/b") + "," + triggered("two", "/a") + "]}")
                .statusCode(200)
                .body("ok.changed", hasSize(2));
        apply("{\"pipelines\": [" + triggered("three", "/a") + "]}", "prune=true")
                .statusCode(200)
                .body("ok.created", contains("pipelines/three"))
                .body("ok.deleted", contains("pipelines/one", "pipelines/two"));
    }

    @Test
    void prunesWhatIsNotInTheSet() {
        apply(WHOLE).statusCode(200);
        apply("{\"services\": [" + SERVICE + "], \"helpers\": [" + LIBRARY + "]}", "prune=true")
                .statusCode(200)
                .body("ok.deleted", contains("pipelines/caller", "pipelines/outer"))
                .body("ok.unchanged", contains("services/echo", "helpers/strings"));
        get("/pipelines").body("", empty());
        get("/routes").body("order", equalTo("outer"));
        apply("{}", "prune=true").statusCode(200).body("ok.deleted", contains("services/echo", "helpers/strings"));
        apply("{}", "prune=true").statusCode(200).body("ok.deleted", empty());
        apply("{\"routes\": {}}").body("ok.changed", contains("routes"));
        apply("{\"routes\": {}}").body("ok.unchanged", contains("routes"));
    }

    @Test
    void forgetsTheMemosOfWhatItPrunes() {
        apply(WHOLE).statusCode(200);
        MemoKey key = new MemoKey("outer", "collect", null);
        assertThat(memos.replace(key, memo(key), "5".getBytes(StandardCharsets.UTF_8), null)
                        .await()
                        .atMost(PATIENCE))
                .isTrue();
        apply("{\"pipelines\": [" + CALLER + "]}", "prune=true&dry_run=true").statusCode(200);
        assertThat(memo(key).json()).isNotNull();
        apply("{\"pipelines\": [" + CALLER + "]}", "prune=true").statusCode(200);
        assertThat(memo(key).json()).isNull();
    }

    @Test
    void doesNotPruneWhatTheSetNeeds() {
        apply(WHOLE).statusCode(200);
        apply("{\"services\": [" + SERVICE + "]}", "prune=true")
                .statusCode(422)
                .body("problems.pointer", hasItem("/services/0/helpers/0"));
        apply("{\"pipelines\": [" + OUTER + "]}", "prune=true")
                .statusCode(422)
                .body("problems.pointer", contains("/pipelines/0/components/0/pipeline"));
        apply("{\"pipelines\": [" + CALLER + "]}", "prune=true")
                .statusCode(200)
                .body("ok.unchanged", contains("pipelines/caller"))
                .body("ok.deleted", contains("services/echo", "pipelines/outer", "helpers/strings"))
                .body("warnings.pointer", contains("/pipelines/0/components/0/service/name"));
    }

    @Test
    void lookAgainAtWhatIsUnchangedWhereSomethingIsMissing() {
        apply(WHOLE).statusCode(200);
        post("/pipelines/delete/caller?force=true").statusCode(200);
        apply("{\"pipelines\": [" + OUTER + "]}")
                .statusCode(422)
                .body("problems.pointer", contains("/pipelines/0/components/0/pipeline"));
        apply(WHOLE).statusCode(200).body("ok.created", contains("pipelines/caller"));
    }

    @Test
    void findsUnchangedDefinitionsThatTheSetBreaks() {
        apply(WHOLE).statusCode(200);
        String silent = SERVICE.replace("\"interface\": {\"say\"", "\"interface\": {\"shout\"");
        apply("{\"pipelines\": [" + CALLER + "], \"services\": [" + silent + "]}")
                .statusCode(422)
                .body("problems.pointer", contains("/pipelines/0/components/0/service/function"));
        apply("{\"services\": [" + silent + "]}")
                .statusCode(200)
                .body("warnings.pointer", contains("/services/0"))
                .body("warnings[0].message", containsString("\"caller\""));
    }

    @Test
    void warnsOfStoredDefinitionsThatALibraryBreaks() {
        apply(WHOLE).statusCode(200);
        apply("{\"helpers\": [" + LIBRARY.replace("\"up\"", "\"high\"") + "]}")
                .statusCode(200)
                .body("ok.changed", contains("helpers/strings"))
                .body("warnings.message", contains(containsString("services/echo cannot be run as it was")));
    }

    @Test
    void keepsWhatServicesWereStartedWith() {
        define("services", SERVICE.replace(", \"helpers\": [\"strings\"]", "").replace("$up($a.x)", "$a.x"))
                .statusCode(200);
        post("/services/start/echo", "{\"functions\": {\"say\": \"{% function($a) { {'said': 'started'} } %}\"}}")
                .statusCode(200);
        apply("{\"services\": ["
                        + SERVICE.replace(", \"helpers\": [\"strings\"]", "").replace("$up($a.x)", "$a.y") + "]}")
                .statusCode(200)
                .body("ok.changed", contains("services/echo"));
        post("/services/call/echo/say", "{\"x\": 1}").body("ok.said", equalTo("started"));
        apply("{}", "prune=true").statusCode(200);
        apply("{\"services\": [" + SERVICE + "], \"helpers\": [" + LIBRARY + "]}")
                .statusCode(200);
        post("/services/call/echo/say", "{\"x\": \"a\"}").body("ok.said", equalTo("A"));
    }

    @Test
    void triesWithoutWriting() {
        apply(WHOLE, "dry_run=true&prune=true").statusCode(200).body("ok.created", hasSize(5));
        get("/pipelines").body("", empty());
        apply(WHOLE).statusCode(200);
        apply(
                        "{\"pipelines\": [" + CALLER.replace("\"said\": \"{% said %}\"", "\"told\": \"{% said %}\"")
                                + "], \"routes\": {\"order\": \"caller\"}}",
                        "dry_run=true&prune=true")
                .statusCode(200)
                .body("ok.changed", contains("pipelines/caller", "routes"))
                .body("ok.deleted", contains("services/echo", "pipelines/outer", "helpers/strings"))
                .body(
                        "changes.'pipelines/caller'.pointer",
                        contains("/components/0/transform/said", "/components/0/transform/told"))
                .body("changes.'pipelines/caller'[0].before", equalTo("{% said %}"))
                .body("changes.'pipelines/caller'[0].after", nullValue())
                .body("changes.'routes'[0].before", equalTo("outer"))
                .body("changes.'routes'[0].after", equalTo("caller"));
        apply(WHOLE, "dry_run=true").body("ok.unchanged", hasSize(5)).body("changes", anEmptyMap());
    }

    @Test
    void masksSecretsInDifferences() {
        String service = """
                {"services": [{"name": "s", "client": {"module": "http", "start": {"base_url": "http://a.example",
                  "headers": {"authorization": "%s", "accept": "%s"}}}, "interface": {"f": {"prepare": {"path": "/"}}}}]}""";
        apply(service.formatted("first-token", "a")).statusCode(200);
        String answer = apply(service.formatted("second-token", "b"), "dry_run=true")
                .body("changes.'services/s'[0].pointer", equalTo("/client/start/headers/authorization"))
                .body("changes.'services/s'[0].after", equalTo("***"))
                .body("changes.'services/s'[1].after", equalTo("b"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("first-token").doesNotContain("second-token");
    }

    @Test
    void boundsWhatIsTold() {
        String many = IntStream.range(0, 2_000).mapToObj(i -> "{\"x\": 1}").collect(Collectors.joining(","));
        apply("{\"pipelines\": [" + many + "]}")
                .statusCode(422)
                .body("detail", containsString("6000 problems"))
                .body("problems", hasSize(5_001))
                .body("problems[5000].left_out", equalTo(1_000));
        apply(literals("a", 150)).statusCode(200);
        apply(literals("b", 150), "dry_run=true")
                .body("changes.'pipelines/p'", hasSize(101))
                .body("changes.'pipelines/p'[100].left_out", equalTo(50))
                .body("changes.'pipelines/p'[0].after", containsString("…"));
    }

    @Test
    void saysClearlyWhenABodyIsTooLarge() {
        apply("{\"pipelines\": [\"" + "x".repeat(6 * 1024 * 1024) + "\"]}")
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
    }

    @ParameterizedTest
    @CsvSource({"application/yaml, application/yaml", "'text/html, application/yaml;q=0.5', application/yaml"})
    void answersAnExportThatCanBeApplied(String accept, String contentType) {
        apply(WHOLE).statusCode(200);
        String json = get("/export")
                .statusCode(200)
                .contentType("application/json")
                .body("pipelines.name", contains("caller", "outer"))
                .body("services.name", contains("echo"))
                .body("helpers.name", contains("strings"))
                .body("routes.order", equalTo("outer"))
                .extract()
                .asString();
        String yaml = RestAssured.given()
                .header("authorization", "Bearer " + WithToken.TOKEN)
                .accept(accept)
                .get("/export")
                .then()
                .contentType(contentType)
                .extract()
                .asString();
        apply("{\"routes\": {}}", "prune=true").statusCode(200);
        apply(json).statusCode(200).body("ok.created", hasSize(5));
        apply(json, "prune=true").statusCode(200).body("ok.unchanged", hasSize(5));
        RestAssured.given()
                .header("authorization", "Bearer " + WithToken.TOKEN)
                .contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/apply?prune=true")
                .then()
                .statusCode(200)
                .body("ok.unchanged", hasSize(5));
    }

    @Test
    void takesNumbersAsItExportsThem() {
        String set = """
                {"pipelines": [{"name": "numbers", "components": [
                  {"type": "stage", "name": "s", "transform": {"a": 1.0, "b": 1e2, "c": 0.10, "d": 123456789012345678901.0}}]}]}""";
        apply(set).statusCode(200);
        apply(get("/export").extract().asString()).body("ok.unchanged", hasItem("pipelines/numbers"));
        message("{\"operation\": \"apply\", \"definitions\": " + set + "}")
                .body("ok.unchanged", contains("pipelines/numbers"));
    }

    @Test
    void writesAndDeletesFiveThousandDefinitionsAtOnceAndNoMore() {
        apply("{\"routes\": {}, \"pipelines\": [" + many("a", 5_001) + "]}")
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
        post("/pipelines/define", "[" + many("a", 5_001) + "]").statusCode(413);
        apply("{\"pipelines\": [" + many("a", 5_000) + "]}").statusCode(200);
        apply("{\"pipelines\": [" + many("b", 1) + "]}", "prune=true&dry_run=true")
                .statusCode(413)
                .body("detail", containsString("5001"));
        apply("{}", "prune=true").statusCode(200).body("ok.deleted", hasSize(5_000));
    }

    @Test
    void exportsAnEmptyStoreAsASetToo() {
        get("/export").statusCode(200).body(equalTo("{\"helpers\":[],\"services\":[],\"pipelines\":[],\"routes\":{}}"));
    }

    @Test
    void doesTheSameAsAFunction() {
        message("{\"operation\": \"apply\", \"definitions\": " + WHOLE + ", \"dry_run\": true}")
                .body("ok.created", hasSize(5))
                .body("changes", anEmptyMap());
        message("{\"operation\": \"apply\", \"definitions\": " + WHOLE + "}").body("ok.created", hasSize(5));
        message("{\"operation\": \"export\"}").body("pipelines", hasSize(2));
        message("{\"operation\": \"apply\", \"definitions\": {}, \"prune\": true}")
                .body("ok.deleted", hasSize(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operation\": \"apply\"}",
                "{\"operation\": \"apply\", \"definitions\": {}, \"prune\": \"true\"}",
                "{\"operation\": \"apply\", \"definitions\": {}, \"dry-run\": true}",
                "{\"operation\": \"export\", \"kind\": \"pipelines\"}"
            })
    void refusesMessagesThatAreNotWhole(String message) {
        message(message).body("code", equalTo("invalid-request"));
    }

    private StoredMemo memo(MemoKey key) {
        return memos.read(key).await().atMost(PATIENCE);
    }

    private static ValidatableResponse apply(String body) {
        return post("/apply", body);
    }

    private static ValidatableResponse apply(String body, String query) {
        return post("/apply?" + query, body);
    }

    private static ValidatableResponse message(String message) {
        return post("/kraken-admin", message).statusCode(200);
    }

    private static String many(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"name\": \"" + name + i + "\", \"components\": []}")
                .collect(Collectors.joining(","));
    }

    private static String plugging(String name, String plugged) {
        return "{\"name\": \"" + name + "\", \"components\": [{\"type\": \"plug\", \"name\": \"p\", \"pipeline\": \""
                + plugged + "\"}]}";
    }

    private static String triggered(String name, String path) {
        return "{\"name\": \"" + name + "\", \"triggers\": [{\"http\": {\"method\": \"GET\", \"path\": \"" + path
                + "\"}}], \"components\": []}";
    }

    private static String literals(String letter, int count) {
        String members = IntStream.range(0, count)
                .mapToObj(i -> "\"k" + i + "\": \"" + letter.repeat(250) + "\"")
                .collect(Collectors.joining(","));
        return "{\"pipelines\": [{\"name\": \"p\", \"components\": [{\"type\": \"stage\", \"name\": \"s\", \"transform\": {"
                + members + "}}]}]}";
    }
}
