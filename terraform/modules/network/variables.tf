variable "name" {
  description = "Beginning of all names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.name))
    error_message = "A name has 2 to 31 lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "cidr" {
  description = "Addresses of the VPC; a sixteenth of them goes to each subnet."
  type        = string
  default     = "10.20.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.cidr)) && can(regex("/(1[6-9]|2[0-2])$", var.cidr))
    error_message = "Give an IPv4 range with a prefix of /16 to /22, such as 10.20.0.0/16."
  }
}

variable "zones" {
  description = "In how many availability zones there are subnets."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = contains([2, 3], var.zones)
    error_message = "Two or three availability zones: Redis fails over from one to another."
  }
}

variable "internet" {
  description = "Whether functions reach the internet, by one NAT gateway; services that pipelines call elsewhere need it."
  type        = bool
  default     = true
  nullable    = false
}

variable "private_ports" {
  description = "Ports that functions reach inside the VPC beside those of Redis and of AWS services, such as 4317 of a collector."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for port in var.private_ports : can(regex("^[1-9][0-9]{0,4}$", port))])
    error_message = "A port has one to five digits."
  }
}

variable "endpoints" {
  description = "AWS services that are reached inside the VPC, by interface endpoints."
  type        = set(string)
  default     = ["secretsmanager", "sqs"]
  nullable    = false

  validation {
    condition     = alltrue([for service in var.endpoints : can(regex("^[a-z][a-z0-9.-]+$", service))])
    error_message = "Give names such as secretsmanager, sqs, lambda."
  }
}
