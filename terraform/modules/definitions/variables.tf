variable "folder" {
  description = "Folder that holds, at any depth, folders pipelines, services and helpers with a definition a file, and routes files."
  type        = string
  nullable    = false

  validation {
    condition     = length(fileset(var.folder, "**/pipelines/*.{json,yaml,yml}")) > 0
    error_message = "There is no pipelines/*.json, *.yaml or *.yml below this folder."
  }
}
