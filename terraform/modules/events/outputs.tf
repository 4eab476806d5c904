output "send_policy" {
  description = "What the role of the function needs to keep events that failed, as a policy document."
  value       = data.aws_iam_policy_document.send.json
}
