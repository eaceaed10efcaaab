terraform {
  # The first that can forget an action without deleting it.
  required_version = ">= 1.7"

  required_providers {
    genesyscloud = {
      source  = "mypurecloud/genesyscloud"
      version = "~> 1.0"
    }
  }
}
