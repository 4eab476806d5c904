locals {
  # What is more exact wins: POST /pipelines/call/{name} stays the pipeline function's.
  admin_routes = var.admin == null ? [] : [
    "ANY /services", "ANY /services/{proxy+}",
    "ANY /pipelines", "ANY /pipelines/{proxy+}",
    "ANY /helpers", "ANY /helpers/{proxy+}",
    "ANY /routes", "ANY /routes/{proxy+}",
    "POST /apply", "GET /export", "GET /openapi/admin",
  ]
  admin_jwt = try(var.admin.jwt, null)
}

resource "aws_apigatewayv2_integration" "admin" {
  count = var.admin == null ? 0 : 1

  api_id                 = aws_apigatewayv2_api.this.id
  description            = "The admin function"
  integration_type       = "AWS_PROXY"
  integration_uri        = var.admin.function.invoke_arn
  payload_format_version = "2.0"
  timeout_milliseconds   = 30000
}

resource "aws_apigatewayv2_route" "admin" {
  for_each = toset(local.admin_routes)

  api_id    = aws_apigatewayv2_api.this.id
  route_key = each.key
  target    = "integrations/${aws_apigatewayv2_integration.admin[0].id}"

  authorization_type   = local.admin_jwt == null ? "AWS_IAM" : "JWT"
  authorizer_id        = one(aws_apigatewayv2_authorizer.admin[*].id)
  authorization_scopes = local.admin_jwt == null ? null : local.admin_jwt.scopes
}

resource "aws_apigatewayv2_authorizer" "admin" {
  count = local.admin_jwt == null ? 0 : 1

  api_id           = aws_apigatewayv2_api.this.id
  name             = "administrators"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = local.admin_jwt.issuer
    audience = local.admin_jwt.audience
  }
}

resource "aws_lambda_permission" "admin" {
  count = var.admin == null ? 0 : 1

  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = var.admin.function.name
  qualifier     = var.admin.function.alias
  principal     = "apigateway.amazonaws.com"

  # Each stage and route of this API.
  source_arn = "${aws_apigatewayv2_api.this.execution_arn}/*/*"
}
