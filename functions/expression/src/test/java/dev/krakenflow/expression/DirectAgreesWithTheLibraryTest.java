package dev.krakenflow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.direct.DirectCompiler;
import dev.krakenflow.expression.direct.DirectExpression;
import dev.krakenflow.expression.jsonata.EvaluationException;
import dev.krakenflow.expression.jsonata.FunctionSet;
import dev.krakenflow.expression.jsonata.Interpreter;
import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.SyntaxParser;
import dev.krakenflow.expression.testing.Evaluations;
import dev.krakenflow.expression.testing.JsonataSources;
import dev.krakenflow.json.WrittenSize;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectAgreesWithTheLibraryTest {

    private static final Set<String> VARIABLES = Set.of("v");
    private static final String FAILED = "failed";

    private final Interpreter interpreter = new Interpreter();

    @Property(seed = "1", tries = 2_000)
    void onEveryInputOrIsNotSure(
            @ForAll("sources") String source, @ForAll("events") Object event, @ForAll("events") Object variable) {
        Node node = SyntaxParser.parse(source, 64, 200);
        DirectExpression direct = new DirectCompiler(VARIABLES, 6_000_000).compile(node);
        assertThat(direct).as(source).isNotNull();

        Map<String, Object> variables = Map.of("v", variable);
        Object result = direct.evaluate(event, variables);
        if (result != DirectExpression.UNSURE) {
            assertThat(result).as(source).isEqualTo(byLibrary(source, node, event, variables));
        }
    }

    private @Nullable Object byLibrary(String source, Node node, Object event, Map<String, Object> variables) {
        try {
            return interpreter
                    .compile(source, node, VARIABLES, FunctionSet.none())
                    .evaluate(
                            event,
                            variables,
                            new WrittenSize(Long.MAX_VALUE),
                            Evaluations.PATIENT.limits(),
                            System.nanoTime() + 60_000_000_000L);
        } catch (EvaluationException e) {
            return FAILED;
        }
    }

    @Test
    void leavesToTheLibraryWhatItCannotKnow() {
        for (String source : new String[] {
            "$sum(l)", "l[0]", "a.*", "[1]", "{\"a\": 1}", "$f(a)", "$uppercase", "a := 1", "a.(b)", "$string(a)", "**"
        }) {
            Node node = source.equals("a := 1")
                    ? SyntaxParser.parse("$a := 1", 64, 200)
                    : SyntaxParser.parse(source, 64, 200);

            assertThat(new DirectCompiler(VARIABLES, 100).compile(node))
                    .as(source)
                    .isNull();
        }
    }

    @Provide
    Arbitrary<String> sources() {
        return JsonataSources.simple();
    }

    @Provide
    Arbitrary<Object> events() {
        return JsonataSources.events();
    }
}
