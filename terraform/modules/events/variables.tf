variable "name" {
  description = "Beginning of all names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.name))
    error_message = "A name has 2 to 31 lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "function" {
  description = "The pipeline function: its name, the name of its alias and the ARN of that."
  type = object({
    name      = string
    alias     = string
    alias_arn = string
  })
  nullable = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:lambda:", var.function.alias_arn))
    error_message = "Give the ARN of an alias of a function."
  }
}

variable "bus" {
  description = "Name of the event bus that the rules are on."
  type        = string
  default     = "default"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._/-]{1,256}$", var.bus))
    error_message = "Give the name of an event bus."
  }
}

variable "types" {
  description = "Event types of the table of routes, with the names of their pipelines: each is a rule on events of that detail-type."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for pipeline in values(var.types) : can(regex("^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$", pipeline))])
    error_message = "Types lead to names of pipelines."
  }
}

variable "sources" {
  description = "Sources of the events that rules for types take; none: no such rules, since anybody on the bus can use a detail-type."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = !anytrue([for source in var.sources : startswith(source, "aws.")])
    error_message = "Sources are those of your own events; for AWS's write a rule with its pattern."
  }
}

variable "rules" {
  description = "Further rules by names: a pattern (JSON) or a schedule, and the pipeline that takes the events."
  type = map(object({
    pipeline = string
    pattern  = optional(string)
    schedule = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for rule in values(var.rules) : (rule.pattern == null) != (rule.schedule == null)])
    error_message = "A rule has either a pattern or a schedule."
  }

  validation {
    condition     = alltrue([for rule in values(var.rules) : rule.pattern == null || can(jsondecode(rule.pattern))])
    error_message = "A pattern is JSON."
  }

  validation {
    condition     = alltrue([for name in keys(var.rules) : can(regex("^[A-Za-z0-9_-]{1,32}$", name))])
    error_message = "A rule's name has 1 to 32 letters, digits, hyphens and underscores."
  }
}

variable "pipelines" {
  description = "The names of all pipelines that are defined; rules lead to these only."
  type        = set(string)
  nullable    = false

  validation {
    condition     = alltrue([for name in var.pipelines : can(regex("^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$", name))])
    error_message = "Give names of pipelines."
  }
}

variable "topics" {
  description = "ARNs of SNS topics whose messages come in; those are taken whose attribute type is in the table of routes."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.topics : can(regex("^arn:[a-z-]+:sns:", arn)) && !endswith(arn, ".fifo")])
    error_message = "Give ARNs of SNS topics; those that end with .fifo cannot invoke functions."
  }
}

variable "alarm_actions" {
  description = "ARNs of what is told of alarms, such as an SNS topic."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.alarm_actions : startswith(arn, "arn:")])
    error_message = "Give ARNs, such as that of an SNS topic."
  }
}
