# Generated from the lookups by 'actions terraform'. Change the lookups, not this file.

resource "genesyscloud_integration_credential" "lambda" {
  name                 = var.integration_name
  credential_type_name = "amazonWebServicesARN"
  fields               = { ARN = var.role_arn }
}

resource "genesyscloud_integration" "lambda" {
  intended_state   = "ENABLED"
  integration_type = "aws-lambda-data-actions"

  config {
    name        = var.integration_name
    properties  = jsonencode({})
    advanced    = jsonencode({})
    credentials = { AmazonWebServicesARN = genesyscloud_integration_credential.lambda.id }
  }
}

module "contact_by_phone" {
  source         = "./action"
  file           = "${path.module}/../actions/contact-by-phone.json"
  url            = var.contact_by_phone_function_arn
  integration_id = genesyscloud_integration.lambda.id
  category       = var.integration_name
}

moved {
  from = genesyscloud_integration_action.contact_by_phone
  to   = module.contact_by_phone.genesyscloud_integration_action.this
}

module "current_weather" {
  source         = "./action"
  file           = "${path.module}/../actions/current-weather.json"
  url            = var.current_weather_function_arn
  integration_id = genesyscloud_integration.lambda.id
  category       = var.integration_name
}

moved {
  from = genesyscloud_integration_action.current_weather
  to   = module.current_weather.genesyscloud_integration_action.this
}

module "customer_by_phone" {
  source         = "./action"
  file           = "${path.module}/../actions/customer-by-phone.json"
  url            = var.customer_by_phone_function_arn
  integration_id = genesyscloud_integration.lambda.id
  category       = var.integration_name
}

moved {
  from = genesyscloud_integration_action.customer_by_phone
  to   = module.customer_by_phone.genesyscloud_integration_action.this
}

module "customer_profile" {
  source         = "./action"
  file           = "${path.module}/../actions/customer-profile.json"
  url            = var.customer_profile_function_arn
  integration_id = genesyscloud_integration.lambda.id
  category       = var.integration_name
}

moved {
  from = genesyscloud_integration_action.customer_profile
  to   = module.customer_profile.genesyscloud_integration_action.this
}

module "invoke_data_action" {
  source         = "./action"
  file           = "${path.module}/../actions/invoke-data-action.json"
  url            = var.invoke_data_action_function_arn
  integration_id = genesyscloud_integration.lambda.id
  category       = var.integration_name
}

moved {
  from = genesyscloud_integration_action.invoke_data_action
  to   = module.invoke_data_action.genesyscloud_integration_action.this
}

module "list_invocations" {
  source         = "./action"
  file           = "${path.module}/../actions/list-invocations.json"
  url            = var.list_invocations_function_arn
  integration_id = genesyscloud_integration.lambda.id
  category       = var.integration_name
}

moved {
  from = genesyscloud_integration_action.list_invocations
  to   = module.list_invocations.genesyscloud_integration_action.this
}

module "user_lookup" {
  source         = "./action"
  file           = "${path.module}/../actions/user-lookup.json"
  url            = var.user_lookup_function_arn
  integration_id = genesyscloud_integration.lambda.id
  category       = var.integration_name
}

moved {
  from = genesyscloud_integration_action.user_lookup
  to   = module.user_lookup.genesyscloud_integration_action.this
}
