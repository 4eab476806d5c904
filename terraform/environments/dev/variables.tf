variable "region" {
  description = "Region of AWS."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "A region such as eu-central-1."
  }
}

variable "name" {
  description = "Beginning of all names."
  type        = string
  default     = "kraken-dev"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}$", var.name))
    error_message = "A name has 2 to 21 lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "definitions" {
  description = "Folder of the definitions; it is the truth, and applied whenever something in it changes."
  type        = string
  default     = "../../../samples"
  nullable    = false

  validation {
    condition     = length(fileset(var.definitions, "**/pipelines/*.{json,yaml,yml}")) > 0
    error_message = "There is no pipelines/*.json, *.yaml or *.yml below this folder."
  }
}

variable "prune" {
  description = "Whether what is not in that folder is deleted, with all that it remembers."
  type        = bool
  default     = false
  nullable    = false
}

variable "packages" {
  description = "Folder with pipeline/target/function.zip and admin/target/function.zip, as the build makes them."
  type        = string
  default     = "../../../functions/aws-lambda"
  nullable    = false

  validation {
    condition     = fileexists("${var.packages}/pipeline/target/function.zip") && fileexists("${var.packages}/admin/target/function.zip")
    error_message = "Build them first: ./mvnw package -pl functions/aws-lambda/pipeline,functions/aws-lambda/admin -am"
  }
}

variable "secret_arns" {
  description = "Secrets in Secrets Manager, each a JSON object: what definitions ask for with $secret('name') is their members."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.secret_arns : can(regex("^arn:[a-z-]+:secretsmanager:", arn))])
    error_message = "Give ARNs of secrets in Secrets Manager."
  }
}

variable "egress_allow" {
  description = "Hosts and CIDRs that services may call although they are private."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for host in var.egress_allow : can(regex("^[A-Za-z0-9.:/*-]+$", host))])
    error_message = "Give hosts and CIDRs."
  }
}

variable "preload" {
  description = "Pipelines whose plans are loaded while a function starts."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(setsubtract(var.preload, keys(module.definitions.pipelines))) == 0
    error_message = "These pipelines are defined: ${join(", ", keys(module.definitions.pipelines))}."
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
    condition     = alltrue([for arn in var.topics : can(regex("^arn:[a-z-]+:sns:", arn))])
    error_message = "Give ARNs of SNS topics."
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

variable "otlp_endpoint" {
  description = "Where spans are sent by OTLP over gRPC, inside the VPC; null: X-Ray alone traces, down to the invocation."
  type        = string
  default     = null

  validation {
    condition     = var.otlp_endpoint == null || can(regex("^https?://", var.otlp_endpoint))
    error_message = "An endpoint such as http://collector.internal:4317."
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
