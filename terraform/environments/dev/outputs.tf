output "url" {
  description = "Where the API is."
  value       = module.api.url
}

output "routes" {
  description = "All routes, with how their callers prove who they are."
  value       = module.api.routes
}

output "applied" {
  description = "What applying the definitions changed."
  value       = jsondecode(aws_lambda_invocation.apply.result)
}

output "admin_function" {
  description = "Function and alias to invoke for admin operations, as whoever may by IAM."
  value       = "${module.admin_function.name}:${module.admin_function.alias}"
}

output "queues" {
  description = "Pipelines that have a queue, with its URL."
  value       = { for name, queue in module.queue : name => queue.url }
}
