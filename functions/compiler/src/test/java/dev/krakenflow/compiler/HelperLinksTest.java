package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static dev.krakenflow.compiler.testing.Definitions.service;
import static dev.krakenflow.compiler.testing.Definitions.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelperLinksTest {
    private static final HelperLibrary TEXTS = new HelperLibrary("texts", Map.of("shout", "function($v) { $v & '!' }"));
    private static final HelperLibrary NUMBERS =
            new HelperLibrary("numbers", Map.of("twice", "function($n) { $n * 2 }"));
    private static final HelperLibrary LOUD = new HelperLibrary("loud", Map.of("shout", "function($v) { $v & '!!' }"));
    private static final Linkage ALL = linkage(TEXTS, NUMBERS, LOUD);

    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final PipelineCompiler compiler = new PipelineCompiler(expressions);

    @Test
    void showsTheHelpersOfThePipelineToAllAndThoseOfAComponentToItself() {
        Plan plan = compiled(compile("""
                {'name': 'p', 'helpers': ['texts'], 'components': [
                  {'type': 'stage', 'helpers': ['numbers', 'texts'], 'transform': {'y': '{% $twice($length($shout(x))) %}'}},
                  {'type': 'done', 'condition': '{% $shout(x) = y %}'}],
                 'triggers': [{'http': {'method': 'GET', 'path': '/', 'response': {'body': '{% $shout(y) %}'}}}]}
                """, ALL));

        assertThat(plan.program().components().get(0).place().helpers()).containsExactly("texts", "numbers");
        assertThat(plan.program().components().get(1).place().helpers()).containsExactly("texts");
        assertThat(plan.triggers().getFirst().helpers()).containsExactly("texts");
        assertThat(plan.helpers()).isEqualTo(Map.of("texts", TEXTS.functions(), "numbers", NUMBERS.functions()));
    }

    @Test
    void hidesTheHelpersOfAComponentFromOthers() {
        assertThat(problems(compile("""
                        {'name': 'p', 'components': [{'type': 'stage', 'helpers': ['numbers']},
                          {'type': 'stage', 'transform': {'y': '{% $twice(x) %}'}}]}
                        """, ALL)))
                .singleElement()
                .asString()
                .startsWith("unknown-function /components/1/transform/y");
    }

    @Test
    void refusesWhatIsNotDefined() {
        assertThat(problems(compile("""
                        {'name': 'p', 'helpers': ['text', 5, '{% x %}'], 'components': [{'type': 'stage', 'helpers': ['zzz']},
                          {'type': 'done', 'helpers': 'texts'}]}
                        """, ALL)))
                .containsExactly(
                        "unknown-reference /helpers/0 texts",
                        "wrong-type /helpers/1",
                        "bad-value /helpers/2",
                        "unknown-reference /components/0/helpers/0",
                        "wrong-type /components/1/helpers");
    }

    @Test
    void refusesTwoLibrariesWithOneFunction() {
        assertThat(problems(compile("""
                        {'name': 'p', 'helpers': ['texts'], 'components': [{'type': 'stage', 'helpers': ['numbers', 'loud']},
                          {'type': 'stage', 'helpers': ['texts']}]}
                        """, ALL))).containsExactly("duplicate-name /components/0/helpers/1");
    }

    @Test
    void keepsExpressionsWhoseHelpersAreGoneWhenLinkedAgain() {
        Compilation.Compiled<Plan> relinked = compiler.relink(pipeline("""
                        {'name': 'p', 'helpers': ['texts', 'numbers'], 'components': [
                          {'type': 'stage', 'transform': {'y': '{% $shout(x) %}', 'z': '{% $twice(x) %}'}}]}
                        """), linkage(NUMBERS));

        assertThat(warnings(relinked)).hasSize(2).first().isEqualTo("unknown-reference /helpers/0");
        assertThat(warnings(relinked).get(1)).startsWith("unknown-function /components/0/transform/y");
        assertThat(relinked.value().program().components().getFirst().place().helpers())
                .containsExactly("numbers");
        assertThat(relinked.value().helpers()).containsOnlyKeys("numbers");
    }

    @Test
    void showsTheHelpersOfAServiceToItsInterfaceAndItsLambdas() {
        Service service = compiled(services("'helpers': ['texts', 'numbers']", "$twice($a.n)", "$shout(x)"));

        assertThat(service.helpers()).containsExactly("texts", "numbers");
        Plan plan = compiled(compiler.compile(
                pipeline("{'name': 'p', 'components': [{'type': 'stage', 'service': {'name': 's', 'function': 'f'}}]}"),
                Linkage.of(Map.of("s", service), Map.of("texts", TEXTS, "numbers", NUMBERS, "loud", LOUD), Map.of())));
        assertThat(plan.services().get("s").helpers()).containsExactly("texts", "numbers");
        assertThat(plan.helpers()).containsOnlyKeys("texts", "numbers");
    }

    @Test
    void findsWhatIsWrongWithTheHelpersOfAService() {
        assertThat(problems(services("'helpers': ['numbers', 'textes']", "$shout($a.n)", "x")))
                .hasSize(2)
                .contains("unknown-reference /helpers/1 texts");
        assertThat(problems(services("'helpers': ['numbers']", "$shout($a.n)", "x")))
                .singleElement()
                .asString()
                .startsWith("unknown-function /client/start/functions/g");
        assertThat(problems(services("'helpers': ['texts']", "$a.n", "$twice(x)")))
                .singleElement()
                .asString()
                .startsWith("unknown-function /interface/f/prepare/v");
    }

    @Test
    void refusesLambdasNamedLikeHelpers() {
        Linkage named = linkage(new HelperLibrary("own", Map.of("g", "function($v) { $v }")));

        assertThat(problems(ServiceCompiler.withStandardClients(expressions)
                        .compile(service(serviceText("'helpers': ['own']", "$a.n", "x")), true, named)))
                .containsExactly("duplicate-name /client/start/functions/g");
    }

    @Test
    void keepsServicesWhoseHelpersAreGoneWhenCompiledAgain() {
        Compilation.Compiled<Service> relinked = ServiceCompiler.withStandardClients(expressions)
                .relink(service(serviceText("'helpers': ['texts']", "$a.n", "$shout(x)")), true, linkage(NUMBERS));

        assertThat(warnings(relinked)).hasSize(2);
        assertThat(relinked.value().helpers()).isEmpty();
        assertThat(relinked.value().functions()).containsOnlyKeys("f");
    }

    private Compilation<Service> services(String helpers, String lambda, String prepared) {
        return ServiceCompiler.withStandardClients(expressions)
                .compile(service(serviceText(helpers, lambda, prepared)), true, ALL);
    }

    private static String serviceText(String helpers, String lambda, String prepared) {
        return "{'name': 's', 'client': {'module': 'lambda', 'start': {'functions': {'g': '{% function($a) { " + lambda
                + " } %}'}}}, 'interface': {'f': {'prepare': {'v': '{% " + prepared
                + " %}'}, 'call': {'function': 'g'}}}, " + helpers + "}";
    }

    private static Linkage linkage(HelperLibrary... libraries) {
        Map<String, HelperLibrary> byName = new HashMap<>();
        for (HelperLibrary library : libraries) {
            byName.put(library.name(), library);
        }
        return Linkage.of(Map.of(), byName, Map.of());
    }

    private Compilation<Plan> compile(String definition, Linkage linkage) {
        return compiler.compile(pipeline(definition), linkage);
    }
}
