locals {
  generic = {
    call    = ["POST /call", "POST /pipelines/call/{name}"]
    stream  = ["POST /stream", "POST /pipelines/stream/{name}"]
    cast    = ["POST /cast", "POST /pipelines/cast/{name}", "GET /events/{reference}"]
    openapi = ["GET /openapi"]
  }
  routes = setunion(var.triggers, flatten([for kind in var.generic : local.generic[kind]]))
}

resource "aws_apigatewayv2_integration" "pipelines" {
  api_id                 = aws_apigatewayv2_api.this.id
  description            = "The pipeline function"
  integration_type       = "AWS_PROXY"
  integration_uri        = var.pipeline_function.invoke_arn
  payload_format_version = "2.0"
  timeout_milliseconds   = 30000
}

resource "aws_apigatewayv2_route" "pipelines" {
  for_each = local.routes

  api_id    = aws_apigatewayv2_api.this.id
  route_key = each.key
  target    = "integrations/${aws_apigatewayv2_integration.pipelines.id}"

  authorization_type   = var.data_jwt == null ? "NONE" : "JWT"
  authorizer_id        = one(aws_apigatewayv2_authorizer.data[*].id)
  authorization_scopes = var.data_jwt == null ? null : var.data_jwt.scopes
}

resource "aws_apigatewayv2_authorizer" "data" {
  count = var.data_jwt == null ? 0 : 1

  api_id           = aws_apigatewayv2_api.this.id
  name             = "callers"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = var.data_jwt.issuer
    audience = var.data_jwt.audience
  }
}

resource "aws_lambda_permission" "pipelines" {
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = var.pipeline_function.name
  qualifier     = var.pipeline_function.alias
  principal     = "apigateway.amazonaws.com"

  # Each stage and route of this API.
  source_arn = "${aws_apigatewayv2_api.this.execution_arn}/*/*"
}
