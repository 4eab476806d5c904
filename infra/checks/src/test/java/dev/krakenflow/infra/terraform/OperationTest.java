package dev.krakenflow.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.infra.hcl.Body.Block;
import dev.krakenflow.infra.hcl.Expression;
import dev.krakenflow.infra.hcl.Expression.Literal;
import dev.krakenflow.infra.hcl.Expression.Member;
import dev.krakenflow.infra.hcl.Expression.Name;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is tried again within limits, kept, and told. */
class OperationTest {

    @ParameterizedTest
    @CsvSource({
        "aws_cloudwatch_event_target, retry_policy",
        "aws_cloudwatch_event_target, dead_letter_config",
        "aws_lambda_function_event_invoke_config, destination_config",
        "aws_lambda_event_source_mapping, scaling_config",
        "aws_lambda_function, vpc_config",
        "aws_apigatewayv2_stage, access_log_settings",
        "aws_apigatewayv2_stage, default_route_settings",
    })
    void everyResourceOfATypeHasABlock(String type, String block) {
        assertThat(resources(type))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.body().blocks(block)).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "aws_cloudwatch_log_group, retention_in_days",
        "aws_cloudwatch_metric_alarm, alarm_actions",
        "aws_cloudwatch_metric_alarm, treat_missing_data",
        "aws_elasticache_replication_group, auth_token",
        "aws_elasticache_replication_group, snapshot_retention_limit",
        "aws_lambda_event_source_mapping, function_response_types",
        "aws_lambda_function_event_invoke_config, maximum_event_age_in_seconds",
        "aws_lambda_permission, qualifier",
        "aws_lambda_permission, source_arn",
        "aws_sns_topic_subscription, redrive_policy",
        "aws_sqs_queue, sqs_managed_sse_enabled",
    })
    void everyResourceOfATypeHasAnArgument(String type, String argument) {
        assertThat(resources(type))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.body().value(argument)).isPresent());
    }

    @Test
    void oneMessageThatFailsDoesNotBringItsBatchBack() {
        assertThat(resources("aws_lambda_event_source_mapping"))
                .allSatisfy(it -> assertThat(
                                texts(it.body().value("function_response_types").orElseThrow()))
                        .containsExactly("ReportBatchItemFailures"));
    }

    /** A version with SnapStart runs when it is published: it reads secrets and asks Redis then. */
    @Test
    void functionsDoNotStartBeforeTheirWaysAreThere() {
        assertThat(waitedFor("network", "functions_security_group_id"))
                .contains("aws_vpc_endpoint.this", "aws_vpc_security_group_egress_rule.endpoints", "aws_route.private");
        assertThat(waitedFor("redis", "url"))
                .contains("aws_vpc_security_group_ingress_rule.this", "aws_vpc_security_group_egress_rule.client");
        assertThat(waitedFor("redis", "secret_arn")).contains("aws_secretsmanager_secret_version.this");
    }

    private static Stream<Block> resources(String type) {
        return TerraformModule.all().stream()
                .flatMap(module -> module.blocks("resource").stream())
                .filter(it -> it.label(0).equals(type));
    }

    private static List<String> waitedFor(String module, String output) {
        return TerraformModule.of(module)
                .outputs()
                .get(output)
                .body()
                .value("depends_on")
                .orElseThrow()
                .children()
                .map(it -> it instanceof Member(Name(String type), String name) ? type + "." + name : "")
                .toList();
    }

    private static Stream<String> texts(Expression expression) {
        return expression instanceof Literal literal
                ? Stream.of((String) literal.value())
                : expression.children().flatMap(OperationTest::texts);
    }
}
