# One data action, read from its file in genesys/actions. Written by hand. main.tf calls this module once per action instead of using
# for_each, because Terraform can forget a module, but not an instance of one.

terraform {
  required_providers {
    genesyscloud = {
      source = "mypurecloud/genesyscloud"
    }
  }
}

variable "file" {
  description = "The path of the action's file."
  type        = string
}

variable "url" {
  description = "Where the action sends its requests: its function's ARN, or an address. If empty, the action is not created."
  type        = string
}

variable "integration_id" {
  description = "The integration that the action belongs to."
  type        = string
}

variable "category" {
  description = "The action's category."
  type        = string
}

locals {
  action   = jsondecode(file(var.file))
  request  = local.action.config.request
  response = local.action.config.response
}

resource "genesyscloud_integration_action" "this" {
  count = var.url == "" ? 0 : 1

  name                   = local.action.name
  category               = var.category
  integration_id         = var.integration_id
  secure                 = false
  config_timeout_seconds = 15

  contract_input  = jsonencode(local.action.contract.input.inputSchema)
  contract_output = jsonencode(local.action.contract.output.successSchema)

  config_request {
    request_url_template = var.url
    request_type         = local.request.requestType
    request_template     = local.request.requestTemplate
    headers              = length(local.request.headers) == 0 ? null : local.request.headers
  }

  config_response {
    translation_map          = local.response.translationMap
    translation_map_defaults = local.response.translationMapDefaults
    success_template         = local.response.successTemplate
  }

  lifecycle {
    # A changed contract would replace the action, whose id flows refer to. So the action keeps its original contract.
    ignore_changes = [contract_input, contract_output]
  }
}
