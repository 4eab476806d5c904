variable "name" {
  description = "Name of the API."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,60}$", var.name))
    error_message = "A name has 2 to 61 lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "pipeline_function" {
  description = "The pipeline function: its name, the name of its alias and the ARN that invokes it."
  type = object({
    name       = string
    alias      = string
    invoke_arn = string
  })
  nullable = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:apigateway:", var.pipeline_function.invoke_arn))
    error_message = "Give the ARN by which API Gateway invokes the function."
  }
}

variable "triggers" {
  description = "A route each: method and path, such as \"POST /orders/{id}\"."
  type        = set(string)
  nullable    = false

  validation {
    condition     = alltrue([for route in var.triggers : can(regex("^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /", route))])
    error_message = "A route is a method and a path, such as \"POST /orders/{id}\"."
  }
}

variable "generic" {
  description = "Which routes to pipelines by name or event type there are beside the triggers: call, stream, cast, openapi."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(setsubtract(var.generic, ["call", "stream", "cast", "openapi"])) == 0
    error_message = "There are call, stream, cast and openapi."
  }
}

variable "data_jwt" {
  description = "Who issues the tokens that callers of pipelines need, and for whom; null: none is needed, unless a pipeline asks for one itself."
  type = object({
    issuer   = string
    audience = list(string)
    scopes   = optional(list(string), [])
  })
  default = null

  validation {
    condition     = var.data_jwt == null || startswith(try(var.data_jwt.issuer, ""), "https://")
    error_message = "An issuer is a URL with https."
  }
}

variable "admin" {
  description = <<-EOT
    Routes to the admin function; null: none. Callers sign with IAM, or, where jwt is given, have a token of that issuer
    with one of these scopes. There is no way to leave both out.
  EOT
  type = object({
    function = object({
      name       = string
      alias      = string
      invoke_arn = string
    })
    jwt = optional(object({
      issuer   = string
      audience = list(string)
      scopes   = list(string)
    }))
  })
  default = null

  validation {
    condition     = try(var.admin.jwt, null) == null || startswith(try(var.admin.jwt.issuer, ""), "https://")
    error_message = "An issuer is a URL with https."
  }

  validation {
    condition     = try(var.admin.jwt, null) == null || length(try(var.admin.jwt.scopes, [])) > 0
    error_message = "Name a scope: not everybody who has a token of this issuer may define pipelines."
  }
}

variable "cors" {
  description = "Origins whose pages may call, with which methods and headers, and for how many seconds browsers know; null: none."
  type = object({
    origins = list(string)
    methods = optional(list(string), ["GET", "POST", "PUT", "PATCH", "DELETE"])
    headers = optional(list(string), ["authorization", "content-type"])
    max_age = optional(number, 300)
  })
  default = null

  validation {
    condition     = alltrue([for origin in try(var.cors.origins, []) : can(regex("^https?://[^/]+$", origin))])
    error_message = "An origin is a scheme, a host and perhaps a port, such as https://shop.example."
  }
}

variable "throttle" {
  description = "Requests a second, and at once, before callers get 429."
  type = object({
    rate  = number
    burst = number
  })
  default = {
    rate  = 200
    burst = 400
  }
  nullable = false

  validation {
    condition     = var.throttle.rate > 0 && var.throttle.burst > 0
    error_message = "Both are greater than 0."
  }
}

variable "log_retention_days" {
  description = "For how many days access logs are kept."
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
