locals {
  # A type can be any text, the name of a rule cannot.
  typed = {
    for type in length(var.sources) > 0 ? keys(var.types) : [] : "type-${substr(sha256(type), 0, 12)}" => {
      description = "Events of the type ${type}"
      pipeline    = null
      pattern     = jsonencode({ source = var.sources, detail-type = [type] })
      schedule    = null
    }
  }
  given = {
    for name, rule in var.rules : name => {
      description = "Events for the pipeline ${rule.pipeline}"
      pipeline    = rule.pipeline
      pattern     = rule.pattern
      schedule    = rule.schedule
    }
  }
  rules = merge(local.typed, local.given)

  # How long an event is tried again, in seconds: to reach the function, and by the function itself.
  patience = 6 * 3600
}

resource "aws_cloudwatch_event_rule" "this" {
  for_each = local.rules

  name           = "${var.name}-${each.key}"
  description    = each.value.description
  event_bus_name = var.bus

  event_pattern       = each.value.pattern
  schedule_expression = each.value.schedule

  lifecycle {
    precondition {
      condition     = each.value.pipeline == null || contains(var.pipelines, coalesce(each.value.pipeline, "-"))
      error_message = "The rule ${each.key} leads to a pipeline that is not defined: there are ${join(", ", var.pipelines)}."
    }

    precondition {
      condition     = each.value.schedule == null || var.bus == "default"
      error_message = "The rule ${each.key} has a schedule, which EventBridge has on the bus default alone."
    }
  }
}

resource "aws_cloudwatch_event_target" "this" {
  for_each = local.rules

  rule           = aws_cloudwatch_event_rule.this[each.key].name
  event_bus_name = var.bus
  target_id      = var.function.name
  arn            = var.function.alias_arn

  # The event as it came, and beside it which pipeline is meant: without one its detail-type leads to it.
  dynamic "input_transformer" {
    for_each = each.value.pipeline == null ? [] : [each.value.pipeline]

    content {
      input_paths = {
        id     = "$.id"
        source = "$.source"
        type   = "$.detail-type"
        time   = "$.time"
        detail = "$.detail"
      }
      input_template = <<-EOT
        {"pipeline": ${jsonencode(input_transformer.value)}, "id": "<id>", "source": "<source>", "detail-type": "<type>", "time": "<time>", "detail": <detail>}
      EOT
    }
  }

  # An event that waited longer than that is old news; it is kept among the dead then.
  retry_policy {
    maximum_event_age_in_seconds = local.patience
    maximum_retry_attempts       = 185
  }

  dead_letter_config {
    arn = aws_sqs_queue.dead.arn
  }
}

resource "aws_lambda_permission" "rule" {
  for_each = aws_cloudwatch_event_rule.this

  statement_id  = "rule-${each.key}"
  action        = "lambda:InvokeFunction"
  function_name = var.function.name
  qualifier     = var.function.alias
  principal     = "events.amazonaws.com"
  source_arn    = each.value.arn
}
