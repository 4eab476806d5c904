output "url" {
  description = "Where messages are sent to, for KRAKEN_CAST_QUEUE_URL."
  value       = aws_sqs_queue.this.url
}

output "consume_policy" {
  description = "What the role of the consumer needs, as a policy document."
  value       = data.aws_iam_policy_document.consume.json
}

output "send_policy" {
  description = "What the role of whoever sends needs, as a policy document."
  value       = data.aws_iam_policy_document.send.json
}
