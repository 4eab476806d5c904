package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.linkage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.compiler.testing.ArbitraryDefinitions;
import dev.krakenflow.definition.DefinitionReader;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.PlanCodec;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyDefinitionTest {
    private final DefinitionReader reader = new DefinitionReader();
    private final PipelineCompiler compiler = new PipelineCompiler(new JsonataExpressions(Bounds.DEFAULT));
    private final PlanCodec codec = new PlanCodec();
    private final Linkage linkage = linkage(
            "{'name': 'other', 'components': []}",
            "{'name': 'splits', 'components': [{'type': 'composer', 'compose': {'events': []}}]}",
            "{'name': 'undoes', 'components': [{'type': 'stage', 'compensate': {'service': {'name': 's', 'function': 'f'}}}]}");

    @Property(seed = "1", tries = 300, edgeCases = EdgeCasesMode.NONE)
    void isRefusedOrBecomesAPlanThatCanBeStored(@ForAll("pipelines") ObjectNode definition) {
        ReadDefinition<PipelineDefinition> read = reader.pipeline(Document.of(definition));

        switch (compiler.compile(read, linkage)) {
            case Compilation.Compiled<Plan> it ->
                assertThat(codec.decode(codec.encode(it.value()))).isEqualTo(it.value());
            case Compilation.Rejected<Plan> it -> assertThat(it.problems()).isNotEmpty();
        }
        Plan relinked = compiler.relink(read, linkage).value();
        assertThat(codec.decode(codec.encode(relinked))).isEqualTo(relinked);
    }

    @Provide
    Arbitrary<ObjectNode> pipelines() {
        return ArbitraryDefinitions.pipelines();
    }
}
