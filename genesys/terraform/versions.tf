terraform {
  # The first version that can forget an action without deleting it.
  required_version = ">= 1.7"

  required_providers {
    genesyscloud = {
      source = "mypurecloud/genesyscloud"
      # The first version with config_timeout_seconds.
      version = ">= 1.14, < 2.0"
    }
  }
}
