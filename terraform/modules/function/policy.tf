data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  description        = "What the function ${var.name} may do"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

data "aws_iam_policy_document" "base" {
  statement {
    sid     = "Log"
    actions = ["logs:CreateLogStream", "logs:PutLogEvents"]
    # The streams of its own log group.
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }

  statement {
    sid = "Connect"
    actions = [
      "ec2:AssignPrivateIpAddresses",
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets",
      "ec2:UnassignPrivateIpAddresses",
    ]
    # Lambda makes the network interfaces before anybody knows their ARNs, and describing has no resources.
    resources = ["*"]
  }

  # The code in the function has the role too, and needs none of that: only Lambda itself may do it.
  statement {
    sid    = "OnlyLambdaConnects"
    effect = "Deny"
    actions = [
      "ec2:AssignPrivateIpAddresses",
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets",
      "ec2:UnassignPrivateIpAddresses",
    ]
    # A refusal of all of them.
    resources = ["*"]

    condition {
      test     = "ArnEquals"
      variable = "lambda:SourceFunctionArn"
      values   = [local.arn]
    }
  }

  dynamic "statement" {
    for_each = var.tracing ? ["Trace"] : []

    content {
      sid     = statement.value
      actions = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
      # X-Ray has no resources for what is sent to it.
      resources = ["*"]
    }
  }

  dynamic "statement" {
    for_each = length(var.secret_arns) > 0 ? ["ReadSecrets"] : []

    content {
      sid       = statement.value
      actions   = ["secretsmanager:GetSecretValue"]
      resources = var.secret_arns
    }
  }

  dynamic "statement" {
    for_each = length(var.secret_key_arns) > 0 ? ["DecryptSecrets"] : []

    content {
      sid       = statement.value
      actions   = ["kms:Decrypt"]
      resources = var.secret_key_arns

      # For secrets alone, not for whatever else has this key.
      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["secretsmanager.${data.aws_region.current.region}.amazonaws.com"]
      }
    }
  }
}

resource "aws_iam_role_policy" "base" {
  name   = "base"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.base.json
}

resource "aws_iam_role_policy" "more" {
  for_each = var.policies

  name   = each.key
  role   = aws_iam_role.this.id
  policy = each.value
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  # Put together, since the function itself waits for its policy.
  arn = join(":", [
    "arn", data.aws_partition.current.partition, "lambda", data.aws_region.current.region,
    data.aws_caller_identity.current.account_id, "function", var.name,
  ])
}
