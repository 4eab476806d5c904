package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static dev.krakenflow.compiler.testing.Definitions.service;
import static dev.krakenflow.compiler.testing.Definitions.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.Idempotency;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.plan.Switch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineCompilerTest {
    private static final String MATH = """
            {'name': 'math', 'client': {'module': 'lambda', 'start': {'functions': {'add': '{% function($a) {$a} %}'}}},
             'interface': {'add': {'call': {'function': 'add'}}, 'twice': {'call': {'function': 'add'}}}}
            """;

    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final PipelineCompiler compiler = new PipelineCompiler(expressions);
    private final Service math =
            compiled(ServiceCompiler.withStandardClients(expressions).compile(service(MATH), true, NOTHING));

    @Test
    void findsAllProblemsInDocumentOrder() {
        Compilation<Plan> compilation = compile("""
                {'name': 'p', 'timeuot': '5s', 'components': [
                  {'type': 'stage', 'name': 'a', 'transform': {'x': '{% x + %}', 'ok': 1}, 'conditon': '{% true %}'},
                  {'type': 'switch', 'name': 's', 'condition': 'plain', 'branches': {
                    'a': [{'type': 'goto', 'name': 'g', 'to': 'nowhere'}]}},
                  {'type': 'stage', 'name': 'a', 'prepare': {'u': '/users/{% id %}'}}],
                 'input': {'a': {'type': 'strin'}}, 'max_hops': 0}
                """);

        assertThat(problems(compilation))
                .extracting(it -> it.split(" ")[0] + " " + it.split(" ")[1])
                .containsExactly(
                        "unknown-key /timeuot",
                        "bad-expression /components/0/transform/x",
                        "unknown-key /components/0/conditon",
                        "bad-value /components/1/condition",
                        "unknown-reference /components/1/branches/a/0/to",
                        "duplicate-name /components/2/name",
                        "partial-expression /components/2/prepare/u",
                        "bad-schema /input/a/type",
                        "bad-value /max_hops");
        assertThat(problems(compilation).get(6)).contains("{% ").endsWith("%}");
    }

    /** A component, and the code and pointer of its problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'stage', 'transform': 'args'}              | wrong-type /components/0/transform",
                "{'type': 'stage', 'transform': 5}                   | wrong-type /components/0/transform",
                "{'type': 'stage', 'transform': null}                | wrong-type /components/0/transform",
                "{'type': 'stage', 'prepare': []}                    | wrong-type /components/0/prepare",
                "{'type': 'stage', 'prepare': {'a': '{% x %} and {% y %}'}} | partial-expression /components/0/prepare/a",
                "{'type': 'stage', 'transform': 'a {% x %}'}         | partial-expression /components/0/transform",
                "{'type': 'stage', 'transform': {'a': '{% ( %}'}}    | bad-expression /components/0/transform/a",
                "{'type': 'stage', 'transform': {'a': '{% $uppercas(x) %}'}} | unknown-function /components/0/transform/a",
                "{'type': 'stage', 'transform': {'a': '{% $evnt.x %}'}}      | bad-expression /components/0/transform/a did you mean $event?",
                "{'type': 'stage', 'transform': {'a': ['{% $secret(\\\"x\\\") %}']}} | unknown-function /components/0/transform/a/0",
                "{'type': 'stage', 'prepare': {'a': '{% $env(\\\"x\\\") %}'}} | unknown-function /components/0/prepare/a",
                "{'type': 'stage', 'condition': 'x > 1'}             | bad-value /components/0/condition",
                "{'type': 'stage', 'condition': null}                | wrong-type /components/0/condition",
                "{'type': 'stage', 'condition': {}}                  | wrong-type /components/0/condition",
                "{'type': 'done', 'condition': 1}                    | wrong-type /components/0/condition",
                "{'type': 'goto-point', 'name': 'x', 'condition': 1} | unknown-key /components/0/condition",
                "{'type': 'switch', 'condition': true, 'branches': {}}        | wrong-type /components/0/condition",
                "{'type': 'switch', 'condition': '{% x %}', 'prepare': 5, 'branches': {}} | wrong-type /components/0/prepare",
                "{'type': 'goto', 'name': 'g', 'to': 'nowhere'}      | unknown-reference /components/0/to",
                "{'type': 'goto', 'name': 'g', 'to': 'g'}            | unknown-reference /components/0/to",
                "{'type': 'stage', 'service': {'name': 'math', 'function': 'ad'}} | unknown-reference /components/0/service/function",
            })
    void findsWhatIsWrongWithAComponent(String component, String problem) {
        assertThat(problems(compile("{'name': 'p', 'components': [" + component + "]}")))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void hintsTheNearestPointAndFunction() {
        Compilation<Plan> compilation = compile("""
                {'name': 'p', 'components': [
                  {'type': 'stage', 'service': {'name': 'math', 'function': 'ad'}},
                  {'type': 'goto', 'to': 'nowhre'}, {'type': 'goto-point', 'name': 'nowhere'}]}
                """);

        assertThat(problems(compilation))
                .containsExactly(
                        "unknown-reference /components/0/service/function add",
                        "unknown-reference /components/1/to nowhere");
    }

    @Test
    void laysBranchesOutBehindTheirSwitch() {
        Plan plan = compiled(compile("""
                {'name': 'p', 'components': [
                  {'type': 'switch', 'name': 'outer', 'condition': '{% x %}', 'branches': {
                    'a': [{'type': 'stage', 'name': 'a1'},
                          {'type': 'switch', 'name': 'inner', 'condition': '{% y %}', 'branches': {
                            'deep': [{'type': 'stage', 'name': 'd'}], 'none': []}}],
                    'default': [{'type': 'goto', 'name': 'back', 'to': 'top'}]}},
                  {'type': 'goto-point', 'name': 'top'},
                  {'type': 'done', 'name': 'end'}]}
                """));

        Program program = plan.program();
        assertThat(program.components())
                .extracting(it -> it.place().name())
                .containsExactly("outer", "a1", "inner", "d", "back", "top", "end");
        assertThat(program.components()).extracting(Component::next).containsExactly(5, 2, 5, 5, 5, 6, Program.END);
        assertThat(program.components().get(0))
                .isInstanceOfSatisfying(
                        Switch.class,
                        it -> assertThat(it.branches()).containsExactly(Map.entry("a", 1), Map.entry("default", 4)));
        assertThat(program.components().get(2))
                .isInstanceOfSatisfying(
                        Switch.class,
                        it -> assertThat(it.branches()).containsExactly(Map.entry("deep", 3), Map.entry("none", 5)));
        assertThat(program.components().get(4))
                .isInstanceOfSatisfying(
                        Goto.class, it -> assertThat(it.target()).isEqualTo(5));
        assertThat(program.components().get(3).place().pointer())
                .isEqualTo("/components/0/branches/a/1/branches/deep/0");
    }

    @Test
    void namesComponentsWithoutANameByTypeAndPosition() {
        Plan plan = compiled(compile("""
                {'name': 'p', 'components': [{'type': 'stage'}, {'type': 'stage', 'name': 'stage-3'},
                  {'type': 'stage'}, {'type': 'done'}]}
                """));

        assertThat(plan.program().components())
                .extracting(it -> it.place().name())
                .containsExactly("stage-1", "stage-3", "stage-4", "done-4");
    }

    @Test
    void takesTheServicesAndFunctionsThatAreCalled() {
        Plan plan = compiled(compile("""
                {'name': 'p', 'components': [
                  {'type': 'stage', 'service': {'name': 'math', 'function': 'twice'}, 'timeout': '3s', 'remove': ['x']}]}
                """));

        assertThat(plan.services()).containsOnlyKeys("math");
        assertThat(plan.services().get("math").functions()).containsOnlyKeys("twice");
        assertThat(plan.services().get("math").state()).isEqualTo(Service.State.STARTED);
        assertThat(plan.program().components().getFirst()).isInstanceOfSatisfying(Stage.class, it -> {
            assertThat(it.call()).isEqualTo(new FunctionCall("math", "twice"));
            assertThat(it.timeout()).isEqualTo(Duration.ofSeconds(3));
            assertThat(it.remove()).containsExactly("x");
        });
    }

    @Test
    void warnsOfServicesThatAreNotDefined() {
        Compilation<Plan> compilation =
                compile("{'name': 'p', 'components': [{'type': 'stage', 'service': {'name': 'x', 'function': 'f'}}]}");

        assertThat(warnings(compilation)).containsExactly("unknown-reference /components/0/service/name");
        assertThat(compiled(compilation).services().get("x").state()).isEqualTo(Service.State.UNDEFINED);
    }

    @Test
    void keepsCallsOfFunctionsThatAreGoneWhenLinkedAgain() {
        Compilation<Plan> compilation = compiler.relink(
                pipeline(
                        "{'name': 'p', 'components': [{'type': 'stage', 'service': {'name': 'math', 'function': 'gone'}}]}"),
                linkage());

        assertThat(warnings(compilation)).containsExactly("unknown-reference /components/0/service/function");
        assertThat(compiled(compilation).services().get("math").functions()).isEmpty();
        assertThat(compiled(compilation).program().components().getFirst())
                .isInstanceOfSatisfying(
                        Stage.class, it -> assertThat(it.call()).isEqualTo(new FunctionCall("math", "gone")));
    }

    @Test
    void listsPlaceholdersAsWarnings() {
        assertThat(warnings(compile("{'name': 'p', 'components': [{'type': 'tbd', 'name': 'later'}]}")))
                .containsExactly("to-be-done /components/0");
    }

    @Test
    void warnsOfKeysThatLookLikeExpressions() {
        assertThat(warnings(compile("{'name': 'p', 'components': [{'type': 'stage', 'transform': {'{% x %}': 1}}]}")))
                .singleElement()
                .asString()
                .startsWith("partial-expression /components/0/transform");
    }

    @Test
    void fillsLimitsAndExpandsSchemas() {
        Plan plan = compiled(compile("""
                {'name': 'p', 'timeout': '250ms', 'max_hops': 10000000, 'max_deliveries': 7,
                 'input': {'a': {'type': 'string'}}, 'components': []}
                """));

        assertThat(plan.limits())
                .isEqualTo(new Limits(
                        Duration.ofMillis(250),
                        Limits.DEFAULT.concurrency(),
                        10_000_000,
                        Limits.DEFAULT.maxComponents(),
                        Limits.DEFAULT.maxEvents(),
                        7));
        assertThat(plan.input()).isNotNull();
        assertThat(plan.input().at("/properties/a/type").asText()).isEqualTo("string");
        assertThat(plan.program().start()).isEqualTo(Program.END);
    }

    @Test
    void keepsTheDescription() {
        assertThat(compiled(compile("{'name': 'p', 'components': [], 'description': 'Does it.'}"))
                        .description())
                .isEqualTo("Does it.");
        assertThat(compiled(compile("{'name': 'p', 'components': []}")).description())
                .isNull();
    }

    @Test
    void compilesWhatMakesTwoEventsTheSame() {
        Plan plan = compiled(compile("{'name': 'p', 'components': [], 'idempotency': {'key': '{% id %}'}}"));

        assertThat(plan.idempotency())
                .isEqualTo(new Idempotency(TextNode.valueOf("{% id %}"), Duration.ofHours(24), List.of()));
        assertThat(compiled(compile("{'name': 'p', 'components': []}")).idempotency())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                 | missing-key /idempotency",
                "{'key': 5}                         | wrong-type /idempotency/key",
                "{'key': '{% id + %}'}              | bad-expression /idempotency/key",
                "{'key': '{% $memo %}'}             | bad-expression /idempotency/key",
                "{'key': 'id {% id %}'}             | partial-expression /idempotency/key",
            })
    void findsWhatIsWrongWithWhatMakesTwoEventsTheSame(String idempotency, String problem) {
        assertThat(problems(compile("{'name': 'p', 'components': [], 'idempotency': " + idempotency + "}")))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void takesWholeExpressionsAndJsonBooleans() {
        assertThat(problems(compile("""
                        {'name': 'p', 'components': [
                          {'type': 'stage', 'prepare': '{% $merge([$, $event]) %}', 'transform': ' {% $context.trigger %} ',
                           'condition': false},
                          {'type': 'goto', 'to': 'p', 'condition': '{% $event.x %}'}, {'type': 'goto-point', 'name': 'p'}]}
                        """))).isEmpty();
    }

    private Linkage linkage() {
        return Linkage.of(Map.of("math", math), Map.of(), Map.of());
    }

    private Compilation<Plan> compile(String definition) {
        return compiler.compile(pipeline(definition), linkage());
    }
}
