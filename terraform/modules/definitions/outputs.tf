output "triggers" {
  description = "Method and path of every HTTP trigger, such as \"POST /orders/{id}\", with the name of its pipeline."
  value       = local.triggers
}

output "types" {
  description = "Event types of the table of routes, with the names of their pipelines."
  value       = local.types
}

output "pipelines" {
  description = "The names of the pipelines, each with how often an event is delivered before it is dead, and how many run at once."
  value = {
    for pipeline in local.pipelines : pipeline.name => {
      max_deliveries = try(pipeline.max_deliveries, 5)
      concurrency    = try(pipeline.concurrency, 16)
    }
  }
}

output "set" {
  description = "All definitions as the JSON text that the operation apply of the admin function takes."
  value       = "{${join(",\n", local.members)}}"
}
