output "url" {
  description = "Where the API is."
  value       = aws_apigatewayv2_api.this.api_endpoint
}

output "routes" {
  description = "All routes, with how their callers prove who they are."
  value = merge(
    { for key, route in aws_apigatewayv2_route.pipelines : key => route.authorization_type },
    { for key, route in aws_apigatewayv2_route.admin : key => route.authorization_type },
  )
}
