locals {
  # How ElastiCache names the nodes of a replication group; what it answers is not known before it is there.
  nodes = toset([for number in range(1, var.replicas + 2) : format("%s-%03d", var.name, number)])
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  for_each = local.nodes

  alarm_name          = "${each.key}-memory"
  alarm_description   = "Nothing can be written any more when the memory of Redis is full"
  namespace           = "AWS/ElastiCache"
  metric_name         = "DatabaseMemoryUsagePercentage"
  dimensions          = { CacheClusterId = each.key }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_actions
  ok_actions          = var.alarm_actions
}
