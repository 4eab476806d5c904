locals {
  # Where no port stands in the endpoint, it is one of those that go out anyway.
  otlp_ports    = var.otlp_endpoint == null ? [] : flatten(regexall(":([0-9]+)", var.otlp_endpoint))
  private_ports = setunion(var.private_ports, setsubtract(local.otlp_ports, ["80", "443"]))
}

module "definitions" {
  source = "../../modules/definitions"

  folder = var.definitions
}

module "network" {
  source = "../../modules/network"

  name          = var.name
  private_ports = local.private_ports
}

module "redis" {
  source = "../../modules/redis"

  name                     = var.name
  vpc_id                   = module.network.vpc_id
  subnet_ids               = module.network.private_subnet_ids
  client_security_group_id = module.network.functions_security_group_id
  recovery_days            = 0
  alarm_actions            = var.alarm_actions
}

module "casts" {
  source = "../../modules/queue"

  name             = "${var.name}-casts"
  consumer_arn     = module.pipeline_function.alias_arn
  consumer_timeout = local.timeout
  alarm_actions    = var.alarm_actions

  # The function counts the runs of each pipeline; the queue counts every delivery, for what the function cannot read.
  max_deliveries = 10 + max([for pipeline in module.definitions.pipelines : pipeline.max_deliveries]...)
}

module "api" {
  source = "../../modules/api"

  name              = var.name
  pipeline_function = local.functions.pipeline
  triggers          = keys(module.definitions.triggers)
  generic           = var.generic
  data_jwt          = var.data_jwt
  cors              = var.cors
  throttle          = var.throttle
  admin             = var.admin_routes ? { function = local.functions.admin, jwt = var.admin_jwt } : null
  alarm_actions     = var.alarm_actions
}

module "events" {
  source = "../../modules/events"

  name          = var.name
  function      = local.functions.pipeline
  bus           = var.event_bus
  types         = module.definitions.types
  sources       = var.event_sources
  rules         = var.event_rules
  pipelines     = keys(module.definitions.pipelines)
  topics        = var.topics
  alarm_actions = var.alarm_actions
}
