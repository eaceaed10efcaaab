variable "role_arn" {
  description = "The role that Genesys Cloud assumes, the stack's output GenesysCloudRoleArn."
  type        = string
}

variable "integration_name" {
  description = "The integration's name in Genesys Cloud, and the category of its actions."
  type        = string
  default     = "GenesysLambdas"

  validation {
    condition     = !strcontains(replace(lower(var.integration_name), "/[-_]/", " "), "function data action")
    error_message = "The name must not contain 'function data action': the provider would demand a function's zip file."
  }
}

variable "contact_by_phone_function_arn" {
  description = "The function of contact-by-phone, the stack's output ContactByPhoneFunctionArn. If it is empty, there is no such action."
  type        = string
  default     = ""
}

variable "current_weather_function_arn" {
  description = "The function of current-weather, the stack's output CurrentWeatherFunctionArn. If it is empty, there is no such action."
  type        = string
  default     = ""
}

variable "customer_by_phone_function_arn" {
  description = "The function of customer-by-phone, the stack's output CustomerByPhoneFunctionArn. If it is empty, there is no such action."
  type        = string
  default     = ""
}

variable "customer_profile_function_arn" {
  description = "The function of customer-profile, the stack's output CustomerProfileFunctionArn. If it is empty, there is no such action."
  type        = string
  default     = ""
}

variable "invoke_data_action_function_arn" {
  description = "The function of invoke-data-action, the stack's output InvokeDataActionFunctionArn. If it is empty, there is no such action."
  type        = string
  default     = ""
}

variable "list_invocations_function_arn" {
  description = "The function of list-invocations, the stack's output ListInvocationsFunctionArn. If it is empty, there is no such action."
  type        = string
  default     = ""
}

variable "user_lookup_function_arn" {
  description = "The function of user-lookup, the stack's output UserLookupFunctionArn. If it is empty, there is no such action."
  type        = string
  default     = ""
}
