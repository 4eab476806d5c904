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

variable "secret_key_arns" {
  description = "Keys of KMS that your secrets have, where it is not that of AWS."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.secret_key_arns : can(regex("^arn:[a-z-]+:kms:[^:]+:[0-9]+:key/", arn))])
    error_message = "Give ARNs of keys, not of their aliases."
  }
}

variable "data_secret_arn" {
  description = "Secret whose member token callers of pipelines need, unless an authorizer has let them in; null: none."
  type        = string
  default     = null

  validation {
    condition     = var.data_secret_arn == null || can(regex("^arn:[a-z-]+:secretsmanager:", var.data_secret_arn))
    error_message = "Give the ARN of a secret in Secrets Manager."
  }
}

variable "secrets_generation" {
  description = "Raise it when one of your secrets has changed: published versions hold what it was when they were published."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.secrets_generation >= 1
    error_message = "A number from 1 on."
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

variable "private_ports" {
  description = "Ports inside the VPC that services of pipelines have, beside 80 and 443."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for port in var.private_ports : can(regex("^[1-9][0-9]{0,4}$", port))])
    error_message = "A port has one to five digits."
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
