# What could not be delivered, and what failed each time that it ran.
resource "aws_sqs_queue" "dead" {
  name                      = "${var.name}-events-dead"
  message_retention_seconds = 14 * 86400
  sqs_managed_sse_enabled   = true
}

resource "aws_lambda_function_event_invoke_config" "this" {
  function_name                = var.function.name
  qualifier                    = var.function.alias
  maximum_event_age_in_seconds = local.patience
  maximum_retry_attempts       = 2

  destination_config {
    on_failure {
      destination = aws_sqs_queue.dead.arn
    }
  }
}

locals {
  senders = {
    "events.amazonaws.com" = [for rule in aws_cloudwatch_event_rule.this : rule.arn]
    "sns.amazonaws.com"    = values(local.topics)
  }
}

data "aws_iam_policy_document" "dead" {
  dynamic "statement" {
    for_each = { for service, arns in local.senders : service => arns if length(arns) > 0 }

    content {
      sid       = statement.key == "sns.amazonaws.com" ? "Topics" : "Rules"
      actions   = ["sqs:SendMessage"]
      resources = [aws_sqs_queue.dead.arn]

      principals {
        type        = "Service"
        identifiers = [statement.key]
      }

      condition {
        test     = "ArnEquals"
        variable = "aws:SourceArn"
        values   = statement.value
      }
    }
  }

  statement {
    sid       = "OnlyOverTls"
    effect    = "Deny"
    resources = [aws_sqs_queue.dead.arn]

    # A refusal has to name everything.
    actions = ["sqs:*"]

    principals {
      type = "*"
      # Of everybody.
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "dead" {
  queue_url = aws_sqs_queue.dead.url
  policy    = data.aws_iam_policy_document.dead.json
}

# For the role of the function, which sends what failed.
data "aws_iam_policy_document" "send" {
  statement {
    sid       = "SendDead"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.dead.arn]
  }
}

resource "aws_cloudwatch_metric_alarm" "lost" {
  alarm_name          = "${var.name}-events-lost"
  alarm_description   = "Lambda could not keep an event that failed: look at the role of the function and the policy of the queue"
  namespace           = "AWS/Lambda"
  metric_name         = "DestinationDeliveryFailures"
  dimensions          = { FunctionName = var.function.name }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_actions
  ok_actions          = var.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "dead" {
  alarm_name          = "${aws_sqs_queue.dead.name}-messages"
  alarm_description   = "Events that failed every time wait in the queue of dead ones"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead.name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_actions
  ok_actions          = var.alarm_actions
}
