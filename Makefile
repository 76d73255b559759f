# Every task of this repository; `make` alone lists them.
.DEFAULT_GOAL := help
SWIFT := swift

.PHONY: help
help: ## List the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

.PHONY: build
build: ## Build the release binary
	$(SWIFT) build -c release

.PHONY: test
test: ## Build and run every test
	$(SWIFT) test -c release

.PHONY: format
format: ## Format the Swift sources in place
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

.PHONY: lint
lint: ## Check the format of the Swift sources
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
