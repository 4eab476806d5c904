variable "environment" {
  description = "Environment variables; no secrets, whoever may look at the function sees them."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = !anytrue([for name in keys(var.environment) : can(regex("(PASSWORD|TOKEN)$", name))])
    error_message = "Passwords and tokens belong into Secrets Manager: give the function the ARN."
  }
}

variable "subnet_ids" {
  description = "Private subnets that it connects to."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) > 0 && alltrue([for id in var.subnet_ids : startswith(id, "subnet-")])
    error_message = "Give subnets, whose ids begin with subnet-."
  }
}

variable "security_group_ids" {
  description = "Security groups that it is in."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) > 0 && alltrue([for id in var.security_group_ids : startswith(id, "sg-")])
    error_message = "Give security groups, whose ids begin with sg-."
  }
}

variable "secret_arns" {
  description = "Secrets in Secrets Manager that it may read."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.secret_arns : can(regex("^arn:[a-z-]+:secretsmanager:", arn))])
    error_message = "Give ARNs of secrets in Secrets Manager."
  }
}

variable "secret_key_arns" {
  description = "Keys of KMS that those secrets have, where it is not that of AWS."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.secret_key_arns : can(regex("^arn:[a-z-]+:kms:[^:]+:[0-9]+:key/", arn))])
    error_message = "Give ARNs of keys, not of their aliases."
  }
}

variable "policies" {
  description = "What it may do beside logging, tracing and reading its secrets: policy documents by names."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for policy in values(var.policies) : can(jsondecode(policy))])
    error_message = "Policy documents are JSON."
  }
}
