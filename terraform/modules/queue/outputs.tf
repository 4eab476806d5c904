output "url" {
  description = "Where messages are sent to, for KRAKEN_CAST_QUEUE_URL."
  value       = aws_sqs_queue.this.url
}

output "dead_url" {
  description = "Where dead messages are kept, for KRAKEN_CAST_DEAD_QUEUE_URL."
  value       = aws_sqs_queue.dead.url
}

output "redrive_policy" {
  description = "What the role of whoever lets dead messages run again needs, as a policy document."
  value       = data.aws_iam_policy_document.redrive.json
}

output "consume_policy" {
  description = "What the role of the consumer needs, as a policy document."
  value       = data.aws_iam_policy_document.consume.json
}

output "send_policy" {
  description = "What the role of whoever sends needs, as a policy document."
  value       = data.aws_iam_policy_document.send.json
}
