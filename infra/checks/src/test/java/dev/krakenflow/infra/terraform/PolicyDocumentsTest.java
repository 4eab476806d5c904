package dev.krakenflow.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.infra.hcl.Body;
import dev.krakenflow.infra.hcl.Body.Attribute;
import dev.krakenflow.infra.hcl.Body.Block;
import dev.krakenflow.infra.hcl.Expression;
import dev.krakenflow.infra.hcl.Expression.Literal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody may do more than they need, and who needs much has a reason beside it. */
class PolicyDocumentsTest {
    private static final Set<String> WIDE =
            Set.of("actions", "not_actions", "resources", "not_resources", "identifiers", "source_arn");

    static List<TerraformModule> all() {
        return TerraformModule.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyWildcardHasAReasonBesideIt(TerraformModule module) {
        for (TerraformFile file : module.files()) {
            assertThat(attributes(file.body())
                            .filter(it -> WIDE.contains(it.name()) && hasWildcard(it.value()))
                            .filter(it -> !file.hasComment(it.line()))
                            .map(it -> file.place(it.line())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsAllowedByAWildcardOfActions(TerraformModule module) {
        for (Block document : module.blocks("data")) {
            assertThat(statements(document.body())
                            .filter(it -> it.value("effect").isEmpty())
                            .flatMap(it -> it.value("actions").stream())
                            .filter(PolicyDocumentsTest::hasWildcard))
                    .isEmpty();
        }
    }

    @Test
    void theAdminFunctionIsNeverOpen() {
        Block routes = TerraformModule.of("api").blocks("resource").stream()
                .filter(it -> it.labels().equals(List.of("aws_apigatewayv2_route", "admin")))
                .findFirst()
                .orElseThrow();

        assertThat(texts(routes.body().value("authorization_type").orElseThrow()))
                .containsExactlyInAnyOrder("AWS_IAM", "JWT");
        assertThat(TerraformModule.all())
                .allSatisfy(module -> assertThat(module.blocks("resource"))
                        .noneMatch(it -> it.label(0).equals("aws_lambda_function_url")));
    }

    private static Stream<Body> statements(Body body) {
        return Stream.concat(
                body.blocks("statement").stream().map(Block::body),
                body.blocks("dynamic").stream()
                        .filter(it -> it.label(0).equals("statement"))
                        .flatMap(it -> it.body().blocks("content").stream())
                        .map(Block::body));
    }

    private static Stream<Attribute> attributes(Body body) {
        return Stream.concat(body.attributes().stream(), body.blocks().stream().flatMap(it -> attributes(it.body())));
    }

    private static boolean hasWildcard(Expression expression) {
        return texts(expression).anyMatch(it -> it.contains("*"));
    }

    private static Stream<String> texts(Expression expression) {
        return expression instanceof Literal literal
                ? Stream.of(literal.value()).filter(String.class::isInstance).map(String.class::cast)
                : expression.children().flatMap(PolicyDocumentsTest::texts);
    }
}
