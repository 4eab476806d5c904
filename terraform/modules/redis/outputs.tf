output "url" {
  description = "Where it is, for KRAKEN_REDIS_URL; without the password."
  value       = "rediss://${aws_elasticache_replication_group.this.primary_endpoint_address}:${local.port}"

  # Who connects must not come before the way is open.
  depends_on = [aws_vpc_security_group_ingress_rule.this, aws_vpc_security_group_egress_rule.client]
}

output "secret_arn" {
  description = "The secret that holds the password, as {\"password\": …}."
  value       = aws_secretsmanager_secret.this.arn

  # Who reads it must not come before there is something in it.
  depends_on = [aws_secretsmanager_secret_version.this]
}

output "secret_version" {
  description = "Changes with the password: versions of functions that were published before hold the old one."
  value       = aws_secretsmanager_secret_version.this.version_id
}
