variable "name" {
  description = "Name of the queue; that of dead messages has -dead behind it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,75}$", var.name))
    error_message = "A name has 1 to 75 letters, digits, hyphens and underscores."
  }
}

variable "consumer_arn" {
  description = "Alias of the function that takes what comes."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:lambda:.*:function:[^:]+:[^:]+$", var.consumer_arn))
    error_message = "Give the ARN of an alias or a version of a function."
  }
}

variable "consumer_timeout" {
  description = "How long that function may take, in seconds."
  type        = number
  nullable    = false

  validation {
    condition     = var.consumer_timeout >= 1 && var.consumer_timeout <= 900
    error_message = "1 to 900 seconds."
  }
}

variable "batch_size" {
  description = "How many messages an invocation takes at most; they run at the same time."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.batch_size >= 1 && var.batch_size <= 10
    error_message = "1 to 10 messages; more would wait for a batch to fill up."
  }
}

variable "max_concurrency" {
  description = "How many invocations run at once at most, so that callers over HTTP find room."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.max_concurrency >= 2 && var.max_concurrency <= 1000
    error_message = "2 to 1,000 invocations."
  }
}

variable "max_deliveries" {
  description = "How often a message is delivered before it is dead."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.max_deliveries >= 1 && var.max_deliveries <= 1000
    error_message = "1 to 1,000 times."
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
