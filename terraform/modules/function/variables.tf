variable "name" {
  description = "Name of the function and of its role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,64}$", var.name))
    error_message = "A name has 1 to 64 letters, digits, hyphens and underscores."
  }
}

variable "description" {
  description = "What it does."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.description) > 0 && length(var.description) <= 256
    error_message = "A description has 1 to 256 characters."
  }
}

variable "package" {
  description = "Path of the zip."
  type        = string
  nullable    = false

  validation {
    condition     = endswith(var.package, ".zip")
    error_message = "The package is a zip, as the build of functions/aws-lambda makes it."
  }
}

variable "handler" {
  description = "Class and method that Lambda calls."
  type        = string
  default     = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_.$]+::[A-Za-z0-9_]+$", var.handler))
    error_message = "A class and a method, such as a.b.Handler::handleRequest."
  }
}

variable "runtime" {
  description = "Managed Java runtime."
  type        = string
  default     = "java21"
  nullable    = false

  validation {
    condition     = contains(["java21", "java25"], var.runtime)
    error_message = "java21 or java25."
  }
}

variable "architecture" {
  description = "Processor; the zip holds Java only, and runs on both."
  type        = string
  default     = "arm64"
  nullable    = false

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "arm64 or x86_64."
  }
}

variable "memory" {
  description = "Memory in MB; processing power grows with it, 1,769 MB are one processor."
  type        = number
  default     = 1769
  nullable    = false

  validation {
    condition     = var.memory >= 512 && var.memory <= 10240
    error_message = "512 to 10,240 MB."
  }
}

variable "timeout" {
  description = "How long an invocation may take, in seconds; runs end 300 ms before."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.timeout >= 3 && var.timeout <= 900
    error_message = "3 to 900 seconds."
  }
}

variable "reserved_concurrency" {
  description = "How many invocations run at once at most, taken from what the account has; -1 for no limit of its own."
  type        = number
  default     = -1
  nullable    = false

  validation {
    condition     = var.reserved_concurrency >= -1
    error_message = "-1 for none, or a number of invocations."
  }
}

variable "snap_start" {
  description = "Whether it starts from a snapshot of a version that has started."
  type        = bool
  default     = true
  nullable    = false
}

variable "tracing" {
  description = "Whether X-Ray traces its invocations."
  type        = bool
  default     = true
  nullable    = false
}

variable "log_retention_days" {
  description = "For how many days logs are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "A number that CloudWatch takes: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731."
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
