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
  description = "Who issues the tokens that callers of pipelines need, and for whom; null: everybody may call."
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

variable "admin_routes" {
  description = "Whether the admin function is on the API too, behind IAM or admin_jwt; deploying needs no such routes."
  type        = bool
  default     = false
  nullable    = false
}

variable "admin_jwt" {
  description = "Who issues the tokens that administrators need, for whom and with which scopes; null: they sign with IAM."
  type = object({
    issuer   = string
    audience = list(string)
    scopes   = list(string)
  })
  default = null

  validation {
    condition     = var.admin_jwt == null || startswith(try(var.admin_jwt.issuer, ""), "https://")
    error_message = "An issuer is a URL with https."
  }
}
