variable "name" {
  description = "Name of the replication group, and beginning of all other names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.name))
    error_message = "A name has 2 to 31 lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "vpc_id" {
  description = "The VPC that it is in."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "Ids of VPCs begin with vpc-."
  }
}

variable "subnet_ids" {
  description = "Private subnets, in as many availability zones as there are nodes at least."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "Two subnets at least, or nothing can fail over."
  }
}

variable "client_security_group_id" {
  description = "The security group of those who may connect."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.client_security_group_id, "sg-")
    error_message = "Ids of security groups begin with sg-."
  }
}

variable "node_type" {
  description = "Size of a node; everything that is defined, remembered and waiting has to fit into its memory."
  type        = string
  default     = "cache.t4g.small"
  nullable    = false

  validation {
    condition     = startswith(var.node_type, "cache.")
    error_message = "Types of nodes begin with cache., such as cache.t4g.small."
  }
}

variable "engine_version" {
  description = "Version of Valkey."
  type        = string
  default     = "8.0"
  nullable    = false

  validation {
    condition     = can(regex("^[78]\\.[0-9]$", var.engine_version))
    error_message = "Valkey 7 or 8, such as 8.0."
  }
}

variable "replicas" {
  description = "Nodes beside the first one; with none, losing a node loses what was written since the last snapshot."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.replicas >= 0 && var.replicas <= 5
    error_message = "None to five replicas."
  }
}

variable "snapshot_days" {
  description = "For how many days the daily snapshot is kept; 0 for none."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.snapshot_days >= 0 && var.snapshot_days <= 35
    error_message = "0 to 35 days."
  }
}

variable "recovery_days" {
  description = "For how many days the deleted secret can be brought back; 0 deletes it at once."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.recovery_days == 0 || (var.recovery_days >= 7 && var.recovery_days <= 30)
    error_message = "0, or 7 to 30 days."
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
