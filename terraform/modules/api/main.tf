resource "aws_apigatewayv2_api" "this" {
  name          = var.name
  description   = "Pipelines of Kraken, by their triggers"
  protocol_type = "HTTP"

  # API Gateway answers what browsers ask for before, and needs no route for that.
  dynamic "cors_configuration" {
    for_each = var.cors == null ? [] : [var.cors]

    content {
      allow_origins = cors_configuration.value.origins
      allow_methods = cors_configuration.value.methods
      allow_headers = cors_configuration.value.headers
      max_age       = cors_configuration.value.max_age
    }
  }
}

resource "aws_apigatewayv2_stage" "this" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = "$default"
  auto_deploy = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.this.arn

    # No query and no headers: what callers say is theirs.
    format = jsonencode({
      time         = "$context.requestTime"
      request      = "$context.requestId"
      route        = "$context.routeKey"
      status       = "$context.status"
      milliseconds = "$context.responseLatency"
      integration  = "$context.integrationLatency"
      error        = "$context.integrationErrorMessage"
    })
  }

  default_route_settings {
    detailed_metrics_enabled = true
    throttling_rate_limit    = var.throttle.rate
    throttling_burst_limit   = var.throttle.burst
  }
}

resource "aws_cloudwatch_log_group" "this" {
  # Log groups of this prefix need no resource policy, of which an account can have ten.
  name              = "/aws/vendedlogs/${var.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_cloudwatch_metric_alarm" "failures" {
  alarm_name          = "${var.name}-5xx"
  alarm_description   = "More than one request in twenty is answered with a status of 500 or more"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5xx"
  dimensions          = { ApiId = aws_apigatewayv2_api.this.id }
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0.05
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_actions
  ok_actions          = var.alarm_actions
}
