# Queues that others send events to: one a pipeline, and a function that is bound to it.

locals {
  queued = { for name in var.queued_pipelines : name => module.definitions.pipelines[name] }

  # Names of pipelines may hold dots and be long, names of functions may not.
  queued_names = {
    for name in keys(local.queued) : name => "${var.name}-${substr(replace(name, ".", "-"), 0, 24)}-${substr(sha256(name), 0, 6)}"
  }
}

module "queued_function" {
  source   = "../../modules/function"
  for_each = local.queued

  name               = local.queued_names[each.key]
  description        = "Runs events of a queue through the pipeline ${each.key}"
  package            = "${var.packages}/pipeline/target/function.zip"
  timeout            = local.timeout
  environment        = merge(local.data_environment, { KRAKEN_PIPELINE = each.key, KRAKEN_PRELOAD = each.key })
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.network.functions_security_group_id]
  secret_arns        = local.data_secret_arns
  secret_key_arns    = var.secret_key_arns
  alarm_actions      = var.alarm_actions

  policies = {
    consume    = module.queue[each.key].consume_policy
    send-casts = module.casts.send_policy
  }

  # It does not start while its pipeline is not there.
  depends_on = [aws_lambda_invocation.apply]
}

module "queue" {
  source   = "../../modules/queue"
  for_each = local.queued

  name             = local.queued_names[each.key]
  consumer_arn     = module.queued_function[each.key].alias_arn
  consumer_timeout = local.timeout
  batch_size       = min(10, each.value.concurrency)
  max_deliveries   = each.value.max_deliveries
  alarm_actions    = var.alarm_actions
}
