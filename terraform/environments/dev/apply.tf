# The token of the admin API: made up anew by each run of Terraform, and kept when its version changes. It is in no state.
ephemeral "aws_secretsmanager_random_password" "admin" {
  password_length     = 48
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "admin" {
  name        = "${var.name}/admin"
  description = "Token of the admin API, as the member token of a JSON object"

  # What is made up here need not come back; and its name is free again at once.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "admin" {
  secret_id                = aws_secretsmanager_secret.admin.id
  secret_string_wo         = jsonencode({ token = ephemeral.aws_secretsmanager_random_password.admin.random_password })
  secret_string_wo_version = 1
}

locals {
  # Put together as text, so that the definitions stay as they were written.
  apply = "{\"operation\": \"apply\", \"prune\": ${var.prune}, \"definitions\": ${module.definitions.set}}"
}

# Calls the admin function as whoever runs Terraform, by IAM, whenever the definitions or the function change.
resource "aws_lambda_invocation" "apply" {
  function_name = module.admin_function.name
  qualifier     = module.admin_function.alias
  input         = local.apply
  triggers      = { version = module.admin_function.version }

  lifecycle {
    precondition {
      condition     = length(local.apply) <= 5000000
      error_message = "All definitions together are more than an invocation takes: apply them in parts, with the admin API."
    }

    postcondition {
      condition     = can(jsondecode(self.result).ok)
      error_message = "The definitions were refused: ${self.result}"
    }
  }
}
