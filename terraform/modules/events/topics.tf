locals {
  topics = { for arn in var.topics : element(split(":", arn), 5) => arn }
}

resource "aws_sns_topic_subscription" "this" {
  for_each = local.topics

  topic_arn           = each.value
  protocol            = "lambda"
  endpoint            = var.function.alias_arn
  filter_policy_scope = "MessageAttributes"
  filter_policy       = jsonencode({ type = keys(var.types) })

  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn })

  lifecycle {
    precondition {
      condition     = length(var.types) > 0
      error_message = "Messages of a topic find their pipeline by the table of routes, which is empty."
    }
  }

  depends_on = [aws_lambda_permission.topic]
}

resource "aws_lambda_permission" "topic" {
  for_each = local.topics

  statement_id  = "topic-${each.key}"
  action        = "lambda:InvokeFunction"
  function_name = var.function.name
  qualifier     = var.function.alias
  principal     = "sns.amazonaws.com"
  source_arn    = each.value
}
