locals {
  timeout = 60

  # What every function is told.
  environment = merge(
    {
      KRAKEN_REDIS_URL           = module.redis.url
      KRAKEN_REDIS_SECRET_ARN    = module.redis.secret_arn
      KRAKEN_SECRETS_ARNS        = join(",", var.secret_arns)
      KRAKEN_CAST_QUEUE_URL      = module.casts.url
      KRAKEN_CAST_DEAD_QUEUE_URL = module.casts.dead_url
      KRAKEN_EGRESS_ALLOW        = join(",", var.egress_allow)
      KRAKEN_LOG_JSON            = "true"
      KRAKEN_METRICS_EMF         = "true"
      OTEL_SDK_DISABLED          = tostring(var.otlp_endpoint == null)

      # Snapshots hold what secrets were when they were taken: what changes here publishes a new version.
      SECRET_VERSIONS = join(",", [module.redis.secret_version, tostring(var.secrets_generation)])

      # What the jar of an application would say in its manifest.
      JAVA_TOOL_OPTIONS = "--add-opens=java.base/java.lang=ALL-UNNAMED"
    },
    var.otlp_endpoint == null ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT = var.otlp_endpoint },
  )

  # What functions that run pipelines are told beside that.
  data_environment = merge(local.environment, {
    KRAKEN_DATA_GENERIC = tostring(length(var.generic) > 0)
    KRAKEN_PRELOAD      = join(",", var.preload)
  }, var.data_secret_arn == null ? {} : { KRAKEN_DATA_SECRET_ARN = var.data_secret_arn })

  # What is known to the platform alone, and what definitions may ask for.
  data_secret_arns = concat([module.redis.secret_arn], var.data_secret_arn[*], var.secret_arns)

  admin_environment = merge(local.environment, {
    KRAKEN_ADMIN_SECRET_ARN = aws_secretsmanager_secret_version.admin.arn
    SECRET_VERSIONS         = join(",", [local.environment.SECRET_VERSIONS, aws_secretsmanager_secret_version.admin.version_id])
  })

  functions = {
    pipeline = {
      name       = module.pipeline_function.name
      alias      = module.pipeline_function.alias
      alias_arn  = module.pipeline_function.alias_arn
      invoke_arn = module.pipeline_function.invoke_arn
    }
    admin = {
      name       = module.admin_function.name
      alias      = module.admin_function.alias
      invoke_arn = module.admin_function.invoke_arn
    }
  }
}

module "pipeline_function" {
  source = "../../modules/function"

  name               = "${var.name}-pipeline"
  description        = "Runs pipelines"
  package            = "${var.packages}/pipeline/target/function.zip"
  timeout            = local.timeout
  environment        = local.data_environment
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.network.functions_security_group_id]
  secret_arns        = local.data_secret_arns
  secret_key_arns    = var.secret_key_arns
  alarm_actions      = var.alarm_actions

  policies = {
    consume-casts = module.casts.consume_policy
    send-casts    = module.casts.send_policy
    keep-failed   = module.events.send_policy
  }
}

module "admin_function" {
  source = "../../modules/function"

  name               = "${var.name}-admin"
  description        = "Compiles definitions"
  package            = "${var.packages}/admin/target/function.zip"
  timeout            = local.timeout
  environment        = local.admin_environment
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.network.functions_security_group_id]
  secret_arns        = concat([module.redis.secret_arn, aws_secretsmanager_secret.admin.arn], var.secret_arns)
  secret_key_arns    = var.secret_key_arns
  alarm_actions      = var.alarm_actions

  # Dead casts that are to run again go back into the queue.
  policies = { redrive-casts = module.casts.redrive_policy }
}
