package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.helper;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static dev.krakenflow.compiler.testing.Definitions.service;
import static dev.krakenflow.compiler.testing.Definitions.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.PluggedPipeline;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluggedPipelinesTest {
    private static final String PLUG_B = "{'name': 'a', 'components': [{'type': 'plug', 'pipeline': 'b'}]}";

    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final PipelineCompiler compiler = new PipelineCompiler(expressions);

    @Test
    void holdsAllThatItPlugsWithTheirServicesAndHelpers() {
        HelperLibrary texts = compiled(new HelperCompiler(expressions)
                .compile(helper("{'name': 'texts', 'functions': {'shout': '{% function($v) { $v & \\\"!\\\" } %}'}}")));
        Service math = compiled(ServiceCompiler.withStandardClients(expressions)
                .compile(
                        service(
                                "{'name': 'math', 'client': {'module': 'lambda', 'start': {'functions': {'f': '{% function($a) {$a} %}'}}},"
                                        + " 'interface': {'f': {'call': {'function': 'f'}}}}"),
                        true,
                        NOTHING));
        Plan plan = compiled(compiler.compile(
                pipeline(PLUG_B), Linkage.of(Map.of("math", math), Map.of("texts", texts), pipelines("""
                        {'name': 'b', 'timeout': '2s', 'max_hops': 5, 'input': {'x': {}}, 'helpers': ['texts'],
                         'triggers': [{'http': {'method': 'POST', 'path': '/b'}}], 'components': [
                           {'type': 'stage', 'transform': {'y': '{% $shout(x) %}'}}, {'type': 'plug', 'pipeline': 'c'}]}
                        """, """
                        {'name': 'c', 'components': [{'type': 'stage', 'service': {'name': 'math', 'function': 'f'}}]}
                        """))));

        assertThat(plan.plugged()).containsOnlyKeys("b", "c");
        PluggedPipeline b = plan.plugged().get("b");
        assertThat(b.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(b.input()).isNotNull();
        assertThat(b.program().components().getFirst().place().helpers()).containsExactly("texts");
        assertThat(plan.plugged().get("c").timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(plan.services()).containsOnlyKeys("math");
        assertThat(plan.helpers()).containsOnlyKeys("texts");
        assertThat(plan.triggers()).isEmpty();
    }

    @Test
    void compilesAPlug() {
        Plan plan = compiled(compiler.compile(pipeline("""
                        {'name': 'a', 'components': [{'type': 'plug', 'name': 'p', 'pipeline': 'b', 'prepare': {'x': '{% y %}'},
                          'transform': {'z': '{% $ %}'}, 'condition': '{% go %}', 'timeout': '1s'}]}
                        """), linkage("{'name': 'b', 'components': []}")));

        assertThat(plan.program().components().getFirst()).isInstanceOfSatisfying(Plug.class, plug -> {
            assertThat(plug.pipeline()).isEqualTo("b");
            assertThat(plug.timeout()).isEqualTo(Duration.ofSeconds(1));
            assertThat(plug.next()).isEqualTo(Program.END);
        });
    }

    @Test
    void runsEventsInOrderWhereAPluggedPipelineRemembers() {
        Plan plan = compiled(compiler.compile(pipeline(PLUG_B), linkage("""
                {'name': 'b', 'components': [{'type': 'composer', 'name': 'c', 'memo': 0, 'compose': {'events': []}}]}
                """)));

        assertThat(plan.serial()).isTrue();
    }

    @Test
    void refusesWhatIsNotDefined() {
        assertThat(problems(compiler.compile(pipeline(PLUG_B), linkage("{'name': 'bb', 'components': []}"))))
                .containsExactly("unknown-reference /components/0/pipeline");
        assertThat(problems(compiler.compile(
                        pipeline(
                                "{'name': 'a', 'components': [{'type': 'plug', 'pipeline': 'chekout'}, {'type': 'plug'}]}"),
                        linkage("{'name': 'checkout', 'components': []}"))))
                .containsExactly("unknown-reference /components/0/pipeline checkout", "missing-key /components/1");
    }

    @Test
    void refusesToPlugItself() {
        assertThat(problems(compiler.compile(pipeline("""
                                {'name': 'a', 'components': [{'type': 'switch', 'condition': '{% x %}', 'branches': {
                                  'l': [{'type': 'plug', 'pipeline': 'a'}]}}]}
                                """), NOTHING)))
                .containsExactly("plug-cycle /components/0/branches/l/0/pipeline");
    }

    @Test
    void refusesToPlugItselfThroughOthers() {
        Compilation<Plan> compilation = compiler.compile(
                pipeline(PLUG_B),
                linkage(
                        "{'name': 'b', 'components': [{'type': 'plug', 'pipeline': 'c'}]}",
                        "{'name': 'c', 'components': [{'type': 'plug', 'pipeline': 'a'}]}"));

        assertThat(problems(compilation)).containsExactly("plug-cycle /components/0/pipeline");
        assertThat(((Compilation.Rejected<Plan>) compilation)
                        .problems()
                        .getFirst()
                        .message())
                .endsWith("b → c → a");
    }

    @Test
    void endsWhereOthersPlugEachOther() {
        Plan plan = compiled(compiler.compile(
                pipeline(PLUG_B),
                linkage(
                        "{'name': 'b', 'components': [{'type': 'plug', 'pipeline': 'c'}]}",
                        "{'name': 'c', 'components': [{'type': 'plug', 'pipeline': 'b'}]}")));

        assertThat(plan.plugged()).containsOnlyKeys("b", "c");
    }

    @Test
    void leavesOutWhatIsGoneWhenLinkedAgain() {
        Compilation.Compiled<Plan> relinked = compiler.relink(pipeline(PLUG_B), NOTHING);

        assertThat(warnings(relinked)).containsExactly("unknown-reference /components/0/pipeline");
        assertThat(relinked.value().plugged()).isEmpty();
        assertThat(relinked.value().program().components().getFirst())
                .isInstanceOfSatisfying(
                        Plug.class, plug -> assertThat(plug.pipeline()).isEqualTo("b"));
    }

    private static Linkage linkage(String... definitions) {
        return Linkage.of(Map.of(), Map.of(), pipelines(definitions));
    }

    private static Map<String, PipelineDefinition> pipelines(String... definitions) {
        Map<String, PipelineDefinition> pipelines = new HashMap<>();
        for (String text : definitions) {
            PipelineDefinition definition = pipeline(text).definition();
            pipelines.put(definition.name(), definition);
        }
        return pipelines;
    }
}
