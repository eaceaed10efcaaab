# Written by 'genesys-lambdas actions terraform' from the functions' own records: change those, not this.

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

resource "genesyscloud_integration_action" "contact_by_phone" {
  count = var.contact_by_phone_function_arn == "" ? 0 : 1

  name                   = "Contact By Phone"
  category               = var.integration_name
  integration_id         = genesyscloud_integration.lambda.id
  secure                 = false
  config_timeout_seconds = 15

  contract_input = jsonencode({
    "title"    = "Contact By Phone inputs"
    "type"     = "object"
    "required" = ["phoneNumber"]
    "properties" = {
      "phoneNumber" = {
        "type"        = "string"
        "description" = "The contact's phone number, as Call.Ani gives it or as people write it. 1 to 255 characters."
      }
      "conversationId" = {
        "type"        = "string"
        "description" = "The interaction's id, such as Call.ConversationId; only for the log."
      }
    }
    "additionalProperties" = true
  })

  contract_output = jsonencode({
    "title" = "Contact By Phone outputs"
    "type"  = "object"
    "properties" = {
      "contactFound" = {
        "type"        = "boolean"
        "description" = "Whether there is an external contact with that number."
      }
      "contactId" = {
        "type"        = "string"
        "description" = "The contact's id."
      }
      "firstName" = {
        "type"        = "string"
        "description" = "The contact's first name."
      }
      "lastName" = {
        "type"        = "string"
        "description" = "The contact's last name."
      }
      "title" = {
        "type"        = "string"
        "description" = "The contact's title."
      }
      "email" = {
        "type"        = "string"
        "description" = "The contact's email address: the work address, or else the personal one."
      }
      "organizationName" = {
        "type"        = "string"
        "description" = "The organization that the contact works for."
      }
      "matchCount" = {
        "type"        = "integer"
        "description" = "How many contacts have that number, of which this is the first; 25 means 25 or more."
      }
      "success" = {
        "type"        = "boolean"
        "description" = "Whether the lookup was done; finding nothing is done as well."
      }
      "statusCode" = {
        "type"        = "integer"
        "description" = "200 on success, else the kind of the failure as an HTTP status."
      }
      "errorCode" = {
        "type"        = "string"
        "description" = "The failure's name, such as ExternalApiTimeout; empty on success."
      }
      "errorMessage" = {
        "type"        = "string"
        "description" = "What went wrong, in one sentence; empty on success."
      }
    }
    "additionalProperties" = true
  })

  config_request {
    request_url_template = var.contact_by_phone_function_arn
    request_type         = "POST"
    request_template     = "{\"inputs\": $${input.rawRequest}}"
  }

  config_response {
    translation_map          = { "result" = "$.result" }
    translation_map_defaults = {}
    success_template         = "$${result}"
  }

  lifecycle {
    # A changed contract would replace the action, and flows are bound to its id: it keeps the contract it was made with.
    ignore_changes = [contract_input, contract_output]
  }
}

resource "genesyscloud_integration_action" "current_weather" {
  count = var.current_weather_function_arn == "" ? 0 : 1

  name                   = "Current Weather"
  category               = var.integration_name
  integration_id         = genesyscloud_integration.lambda.id
  secure                 = false
  config_timeout_seconds = 15

  contract_input = jsonencode({
    "title"    = "Current Weather inputs"
    "type"     = "object"
    "required" = ["city_name"]
    "properties" = {
      "city_name" = {
        "type"        = "string"
        "description" = "The city, such as Paris or Paris,FR. 1 to 100 characters."
      }
      "conversationId" = {
        "type"        = "string"
        "description" = "The interaction's id, such as Call.ConversationId; only for the log."
      }
    }
    "additionalProperties" = true
  })

  contract_output = jsonencode({
    "title" = "Current Weather outputs"
    "type"  = "object"
    "properties" = {
      "temperature" = {
        "type"        = "number"
        "description" = "The temperature in degrees Celsius."
      }
      "condition" = {
        "type"        = "string"
        "description" = "The weather in words, such as Clear sky."
      }
      "error_message" = {
        "type"        = "string"
        "description" = "Why there is no weather; empty when there is one."
      }
      "success" = {
        "type"        = "boolean"
        "description" = "Whether the lookup was done; finding nothing is done as well."
      }
      "statusCode" = {
        "type"        = "integer"
        "description" = "200 on success, else the kind of the failure as an HTTP status."
      }
      "errorCode" = {
        "type"        = "string"
        "description" = "The failure's name, such as ExternalApiTimeout; empty on success."
      }
      "errorMessage" = {
        "type"        = "string"
        "description" = "What went wrong, in one sentence; empty on success."
      }
    }
    "additionalProperties" = true
  })

  config_request {
    request_url_template = var.current_weather_function_arn
    request_type         = "POST"
    request_template     = "{\"inputs\": $${input.rawRequest}}"
  }

  config_response {
    translation_map          = { "result" = "$.result" }
    translation_map_defaults = {}
    success_template         = "$${result}"
  }

  lifecycle {
    # A changed contract would replace the action, and flows are bound to its id: it keeps the contract it was made with.
    ignore_changes = [contract_input, contract_output]
  }
}

resource "genesyscloud_integration_action" "customer_by_phone" {
  count = var.customer_by_phone_function_arn == "" ? 0 : 1

  name                   = "Customer By Phone"
  category               = var.integration_name
  integration_id         = genesyscloud_integration.lambda.id
  secure                 = false
  config_timeout_seconds = 15

  contract_input = jsonencode({
    "title"    = "Customer By Phone inputs"
    "type"     = "object"
    "required" = ["phoneNumber"]
    "properties" = {
      "phoneNumber" = {
        "type"        = "string"
        "description" = "The customer's phone number, as Call.Ani gives it or as people write it. 1 to 255 characters."
      }
      "conversationId" = {
        "type"        = "string"
        "description" = "The interaction's id, such as Call.ConversationId; only for the log."
      }
    }
    "additionalProperties" = true
  })

  contract_output = jsonencode({
    "title" = "Customer By Phone outputs"
    "type"  = "object"
    "properties" = {
      "status" = {
        "type"        = "string"
        "description" = "success, not_found or error."
      }
      "customerId" = {
        "type"        = "string"
        "description" = "The customer's id."
      }
      "firstName" = {
        "type"        = "string"
        "description" = "The customer's first name."
      }
      "lastName" = {
        "type"        = "string"
        "description" = "The customer's last name."
      }
      "tier" = {
        "type"        = "string"
        "description" = "The customer's tier."
      }
      "lastInteractionDate" = {
        "type"        = "string"
        "description" = "The day of the last interaction, such as 2023-10-15."
      }
      "success" = {
        "type"        = "boolean"
        "description" = "Whether the lookup was done; finding nothing is done as well."
      }
      "statusCode" = {
        "type"        = "integer"
        "description" = "200 on success, else the kind of the failure as an HTTP status."
      }
      "errorCode" = {
        "type"        = "string"
        "description" = "The failure's name, such as ExternalApiTimeout; empty on success."
      }
      "errorMessage" = {
        "type"        = "string"
        "description" = "What went wrong, in one sentence; empty on success."
      }
    }
    "additionalProperties" = true
  })

  config_request {
    request_url_template = var.customer_by_phone_function_arn
    request_type         = "POST"
    request_template     = "{\"inputs\": $${input.rawRequest}}"
  }

  config_response {
    translation_map          = { "result" = "$.result" }
    translation_map_defaults = {}
    success_template         = "$${result}"
  }

  lifecycle {
    # A changed contract would replace the action, and flows are bound to its id: it keeps the contract it was made with.
    ignore_changes = [contract_input, contract_output]
  }
}

resource "genesyscloud_integration_action" "customer_profile" {
  count = var.customer_profile_function_arn == "" ? 0 : 1

  name                   = "Customer Profile"
  category               = var.integration_name
  integration_id         = genesyscloud_integration.lambda.id
  secure                 = false
  config_timeout_seconds = 15

  contract_input = jsonencode({
    "title"    = "Customer Profile inputs"
    "type"     = "object"
    "required" = ["customer_id"]
    "properties" = {
      "customer_id" = {
        "type"        = "string"
        "description" = "The customer's id. 1 to 64 characters."
      }
      "locale" = {
        "type"        = "string"
        "description" = "The language to address the customer in. A language tag."
        "default"     = "en-US"
      }
      "conversationId" = {
        "type"        = "string"
        "description" = "The interaction's id, such as Call.ConversationId; only for the log."
      }
    }
    "additionalProperties" = true
  })

  contract_output = jsonencode({
    "title" = "Customer Profile outputs"
    "type"  = "object"
    "properties" = {
      "customer_name" = {
        "type"        = "string"
        "description" = "The customer's name; Unknown if the customer system has none."
      }
      "customer_tier" = {
        "type"        = "string"
        "description" = "The customer's tier; standard if the customer system has none."
      }
      "customer_balance" = {
        "type"        = "number"
        "description" = "The balance of the customer's account."
      }
      "account_status" = {
        "type"        = "string"
        "description" = "The account's status; unknown if the customer system has none."
      }
      "message" = {
        "type"        = "string"
        "description" = "What went wrong; empty on success."
      }
      "success" = {
        "type"        = "boolean"
        "description" = "Whether the lookup was done; finding nothing is done as well."
      }
      "statusCode" = {
        "type"        = "integer"
        "description" = "200 on success, else the kind of the failure as an HTTP status."
      }
      "errorCode" = {
        "type"        = "string"
        "description" = "The failure's name, such as ExternalApiTimeout; empty on success."
      }
      "errorMessage" = {
        "type"        = "string"
        "description" = "What went wrong, in one sentence; empty on success."
      }
    }
    "additionalProperties" = true
  })

  config_request {
    request_url_template = var.customer_profile_function_arn
    request_type         = "POST"
    request_template     = "{\"inputs\": $${input.rawRequest}}"
  }

  config_response {
    translation_map          = { "result" = "$.result" }
    translation_map_defaults = {}
    success_template         = "$${result}"
  }

  lifecycle {
    # A changed contract would replace the action, and flows are bound to its id: it keeps the contract it was made with.
    ignore_changes = [contract_input, contract_output]
  }
}

resource "genesyscloud_integration_action" "invoke_data_action" {
  count = var.invoke_data_action_function_arn == "" ? 0 : 1

  name                   = "Invoke Data Action"
  category               = var.integration_name
  integration_id         = genesyscloud_integration.lambda.id
  secure                 = false
  config_timeout_seconds = 15

  contract_input = jsonencode({
    "title"    = "Invoke Data Action inputs"
    "type"     = "object"
    "required" = ["data_action_id", "payload"]
    "properties" = {
      "data_action_id" = {
        "type"        = "string"
        "description" = "The id of the data action to run. 1 to 255 characters."
      }
      "payload" = {
        "type"        = "string"
        "description" = "Its inputs, as a JSON document. JSON of up to 262144 characters."
      }
      "conversationId" = {
        "type"        = "string"
        "description" = "The interaction's id, such as Call.ConversationId; only for the log."
      }
    }
    "additionalProperties" = true
  })

  contract_output = jsonencode({
    "title" = "Invoke Data Action outputs"
    "type"  = "object"
    "properties" = {
      "status" = {
        "type"        = "string"
        "description" = "success or error."
      }
      "code" = {
        "type"        = "string"
        "description" = "What went wrong, such as VALIDATION_FAILED, PERMISSION_DENIED, GENESYS_API_500, MAX_RETRIES_EXCEEDED, NETWORK_ERROR (the data action was not run) or GENESYS_TIMEOUT (it may have run); empty on success."
      }
      "message" = {
        "type"        = "string"
        "description" = "What went wrong, in one sentence; empty on success."
      }
      "details" = {
        "type"        = "string"
        "description" = "JSON: what is wrong with the payload, and where; or Genesys Cloud's reply to a failed run, up to 4 KiB."
      }
      "data" = {
        "type"        = "string"
        "description" = "JSON: the data action's answer, up to 300 KiB; empty if it had none."
      }
      "invocation_id" = {
        "type"        = "string"
        "description" = "The invocationId in the data action's own output, if it has one."
      }
      "request_id" = {
        "type"        = "string"
        "description" = "Genesys Cloud's id for the request, for its support team."
      }
      "success" = {
        "type"        = "boolean"
        "description" = "Whether the lookup was done; finding nothing is done as well."
      }
      "statusCode" = {
        "type"        = "integer"
        "description" = "200 on success, else the kind of the failure as an HTTP status."
      }
      "errorCode" = {
        "type"        = "string"
        "description" = "The failure's name, such as ExternalApiTimeout; empty on success."
      }
      "errorMessage" = {
        "type"        = "string"
        "description" = "What went wrong, in one sentence; empty on success."
      }
    }
    "additionalProperties" = true
  })

  config_request {
    request_url_template = var.invoke_data_action_function_arn
    request_type         = "POST"
    request_template     = "{\"inputs\": $${input.rawRequest}}"
  }

  config_response {
    translation_map          = { "result" = "$.result" }
    translation_map_defaults = {}
    success_template         = "$${result}"
  }

  lifecycle {
    # A changed contract would replace the action, and flows are bound to its id: it keeps the contract it was made with.
    ignore_changes = [contract_input, contract_output]
  }
}

resource "genesyscloud_integration_action" "list_invocations" {
  count = var.list_invocations_function_arn == "" ? 0 : 1

  name                   = "List Invocations"
  category               = var.integration_name
  integration_id         = genesyscloud_integration.lambda.id
  secure                 = false
  config_timeout_seconds = 15

  contract_input = jsonencode({
    "title"    = "List Invocations inputs"
    "type"     = "object"
    "required" = ["data_action_id"]
    "properties" = {
      "data_action_id" = {
        "type"        = "string"
        "description" = "The id of the data action. 1 to 255 characters."
      }
      "page_size" = {
        "type"        = "integer"
        "description" = "How many invocations to ask for per page. 1 to 100."
        "default"     = 50
      }
      "max_pages" = {
        "type"        = "integer"
        "description" = "How many pages to ask for at most. 1 to 100."
        "default"     = 20
      }
      "conversationId" = {
        "type"        = "string"
        "description" = "The interaction's id, such as Call.ConversationId; only for the log."
      }
    }
    "additionalProperties" = true
  })

  contract_output = jsonencode({
    "title" = "List Invocations outputs"
    "type"  = "object"
    "properties" = {
      "total" = {
        "type"        = "integer"
        "description" = "How many invocations are listed."
      }
      "invocation_ids" = {
        "type"        = "array"
        "description" = "Their ids."
        "items" = {
          "type" = "string"
        }
      }
      "invocation_statuses" = {
        "type"        = "array"
        "description" = "Their statuses, in the order of their ids."
        "items" = {
          "type" = "string"
        }
      }
      "invocations" = {
        "type"        = "string"
        "description" = "All that the API reports about them, as a JSON array of up to 200 KiB."
      }
      "truncated" = {
        "type"        = "boolean"
        "description" = "Whether there may be more: max_pages, the size limit or the deadline was reached, or the API repeated a page."
      }
      "success" = {
        "type"        = "boolean"
        "description" = "Whether the lookup was done; finding nothing is done as well."
      }
      "statusCode" = {
        "type"        = "integer"
        "description" = "200 on success, else the kind of the failure as an HTTP status."
      }
      "errorCode" = {
        "type"        = "string"
        "description" = "The failure's name, such as ExternalApiTimeout; empty on success."
      }
      "errorMessage" = {
        "type"        = "string"
        "description" = "What went wrong, in one sentence; empty on success."
      }
    }
    "additionalProperties" = true
  })

  config_request {
    request_url_template = var.list_invocations_function_arn
    request_type         = "POST"
    request_template     = "{\"inputs\": $${input.rawRequest}}"
  }

  config_response {
    translation_map          = { "result" = "$.result" }
    translation_map_defaults = {}
    success_template         = "$${result}"
  }

  lifecycle {
    # A changed contract would replace the action, and flows are bound to its id: it keeps the contract it was made with.
    ignore_changes = [contract_input, contract_output]
  }
}

resource "genesyscloud_integration_action" "user_lookup" {
  count = var.user_lookup_function_arn == "" ? 0 : 1

  name                   = "User Lookup"
  category               = var.integration_name
  integration_id         = genesyscloud_integration.lambda.id
  secure                 = false
  config_timeout_seconds = 15

  contract_input = jsonencode({
    "title"    = "User Lookup inputs"
    "type"     = "object"
    "required" = ["user_id"]
    "properties" = {
      "user_id" = {
        "type"        = "string"
        "description" = "The user's id. 1 to 64 characters."
      }
      "conversationId" = {
        "type"        = "string"
        "description" = "The interaction's id, such as Call.ConversationId; only for the log."
      }
    }
    "additionalProperties" = true
  })

  contract_output = jsonencode({
    "title" = "User Lookup outputs"
    "type"  = "object"
    "properties" = {
      "userFound" = {
        "type"        = "boolean"
        "description" = "Whether there is a user with that id."
      }
      "displayName" = {
        "type"        = "string"
        "description" = "The user's full name."
      }
      "emailAddress" = {
        "type"        = "string"
        "description" = "The user's email address."
      }
      "companyName" = {
        "type"        = "string"
        "description" = "The company that the user works for."
      }
      "message" = {
        "type"        = "string"
        "description" = "Why there is no user; empty when there is one."
      }
      "success" = {
        "type"        = "boolean"
        "description" = "Whether the lookup was done; finding nothing is done as well."
      }
      "statusCode" = {
        "type"        = "integer"
        "description" = "200 on success, else the kind of the failure as an HTTP status."
      }
      "errorCode" = {
        "type"        = "string"
        "description" = "The failure's name, such as ExternalApiTimeout; empty on success."
      }
      "errorMessage" = {
        "type"        = "string"
        "description" = "What went wrong, in one sentence; empty on success."
      }
    }
    "additionalProperties" = true
  })

  config_request {
    request_url_template = var.user_lookup_function_arn
    request_type         = "POST"
    request_template     = "{\"inputs\": $${input.rawRequest}}"
  }

  config_response {
    translation_map          = { "result" = "$.result" }
    translation_map_defaults = {}
    success_template         = "$${result}"
  }

  lifecycle {
    # A changed contract would replace the action, and flows are bound to its id: it keeps the contract it was made with.
    ignore_changes = [contract_input, contract_output]
  }
}
