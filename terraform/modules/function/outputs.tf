output "name" {
  description = "Name of the function."
  value       = aws_lambda_function.this.function_name
}

output "version" {
  description = "The version that the alias leads to."
  value       = aws_lambda_alias.live.function_version
}

output "alias" {
  description = "Name of the alias that is called."
  value       = aws_lambda_alias.live.name
}

output "alias_arn" {
  description = "ARN of the alias, for what invokes it."
  value       = aws_lambda_alias.live.arn
}

output "invoke_arn" {
  description = "ARN by which API Gateway invokes the alias."
  value       = aws_lambda_alias.live.invoke_arn
}
