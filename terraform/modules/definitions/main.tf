locals {
  kinds = ["helpers", "services", "pipelines"]
  json  = { for kind in local.kinds : kind => sort(fileset(var.folder, "**/${kind}/*.json")) }
  yaml  = { for kind in local.kinds : kind => sort(fileset(var.folder, "**/${kind}/*.{yaml,yml}")) }

  # What the infrastructure needs to know about the pipelines is read from the decoded files.
  pipelines = concat(
    [for file in local.json.pipelines : jsondecode(file("${var.folder}/${file}"))],
    [for file in local.yaml.pipelines : yamldecode(file("${var.folder}/${file}"))],
  )

  # Event type => pipeline. Where two files name one type, the later file wins.
  types = merge(concat(
    [for file in sort(fileset(var.folder, "**/routes.json")) : jsondecode(file("${var.folder}/${file}"))],
    [for file in sort(fileset(var.folder, "**/routes.{yaml,yml}")) : yamldecode(file("${var.folder}/${file}"))],
  )...)

  # "POST /orders/{id}" => pipeline. An API cannot have one method and path twice, nor can two pipelines.
  triggers = {
    for trigger in flatten([
      for pipeline in local.pipelines : [
        for trigger in try(pipeline.triggers, []) : {
          route    = "${upper(trigger.http.method)} ${trigger.http.path}"
          pipeline = pipeline.name
        }
      ]
    ]) : trigger.route => trigger.pipeline
  }

  # Definitions go on as they were written: decoding and encoding would sort the keys, whose order has a meaning in
  # branches and events. Texts of YAML stand in the list as strings.
  texts = {
    for kind in local.kinds : kind => concat(
      [for file in local.json[kind] : trimspace(file("${var.folder}/${file}"))],
      [for file in local.yaml[kind] : jsonencode(file("${var.folder}/${file}"))],
    )
  }
  members = concat(
    [for kind in local.kinds : "${jsonencode(kind)}: [${join(",\n", local.texts[kind])}]"],
    length(local.types) > 0 ? ["\"routes\": ${jsonencode(local.types)}"] : [],
  )
}
