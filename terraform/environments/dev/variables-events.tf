variable "event_bus" {
  description = "Name of the event bus that rules are on."
  type        = string
  default     = "default"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._/-]{1,256}$", var.event_bus))
    error_message = "Give the name of an event bus."
  }
}

variable "event_sources" {
  description = "Sources whose events go to pipelines by detail-type, as the table of routes says."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = !anytrue([for source in var.event_sources : startswith(source, "aws.")])
    error_message = "Sources are those of your own events; for those of AWS write a rule with its pattern."
  }
}

variable "event_rules" {
  description = "Further rules by names: a pattern (JSON) or a schedule, and the pipeline that takes the events."
  type = map(object({
    pipeline = string
    pattern  = optional(string)
    schedule = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for rule in values(var.event_rules) : (rule.pattern == null) != (rule.schedule == null)])
    error_message = "A rule has either a pattern or a schedule."
  }
}

variable "topics" {
  description = "ARNs of SNS topics whose messages go to pipelines by their attribute type, as the table of routes says."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.topics : can(regex("^arn:[a-z-]+:sns:", arn)) && !endswith(arn, ".fifo")])
    error_message = "Give ARNs of SNS topics; those that end with .fifo cannot invoke functions."
  }
}

variable "queued_pipelines" {
  description = "Pipelines that get a queue, and a function of their own that takes events from it."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(setsubtract(var.queued_pipelines, keys(module.definitions.pipelines))) == 0
    error_message = "These pipelines are defined: ${join(", ", keys(module.definitions.pipelines))}."
  }
}
