# Every task of this repository; `make` alone lists them.
.DEFAULT_GOAL := help
SWIFT := swift
# One configuration for everything that runs, so that everything is compiled once.
CONFIGURATION := -c release
OUT := out
# Where the labelled notes lie that `make score` measures against.
CORPUS := ../shared/corpus/notes
SCORER := ../shared/score.py

.PHONY: help
help: ## List the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

.PHONY: setup
setup: ## Install libcmark and SQLite, the libraries that Swift does not bring along
	@scripts/setup

.PHONY: build
build: setup ## Build the program: .build/release/postmortem
	$(SWIFT) build $(CONFIGURATION) --product postmortem

.PHONY: release
release: setup ## Build a program for other machines, without Swift's libraries beside it: out/postmortem
	$(SWIFT) build $(CONFIGURATION) --product postmortem --static-swift-stdlib --scratch-path .build-static
	mkdir -p $(OUT)
	strip -o $(OUT)/postmortem .build-static/release/postmortem

.PHONY: demo
demo: build ## Draft reports from samples/ into out/
	@scripts/demo samples $(OUT)

.PHONY: test
test: setup ## Build and run every test, with a sample of the hostile input
	$(SWIFT) build $(CONFIGURATION) --build-tests
	$(SWIFT) test $(CONFIGURATION) --skip-build
	Tests/folder/kill
	Tests/folder/faults
	Tests/folder/odd
	Tests/folder/stream
	Tests/spark/run
	Tests/browser/run

.PHONY: check
check: lint test ## Check everything: format, warnings, tests, architecture

.PHONY: record
record: setup ## Write the expected outputs of the tests anew; look at the difference before you commit
	-RECORD_GOLDENS=1 $(SWIFT) test $(CONFIGURATION)
	git status --short -- samples Tests docs

.PHONY: format
format: ## Format the Swift sources in place
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

.PHONY: lint
lint: ## Check the format of the Swift sources
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

.PHONY: bench
bench: build release ## Measure how long reports take, beside libcmark
	$(SWIFT) build $(CONFIGURATION) --product benchmark
	.build/release/benchmark

.PHONY: bench-folder
bench-folder: build ## Measure a folder of 10,000 notes, beside libcmark and Hugo
	Tests/folder/bench

.PHONY: test-security
test-security: setup ## Run the tests against hostile input with all of it
	$(SWIFT) build $(CONFIGURATION) --build-tests
	SECURITY_WHOLE=1 $(SWIFT) test $(CONFIGURATION) --skip-build --filter 'Hostile|PublicSuite|YAMLSuite|Limit'
	Tests/folder/kill 100 300
	Tests/folder/faults 1
	Tests/folder/odd 100000 1000
	Tests/folder/stream 100
	Tests/browser/run --whole

.PHONY: train
train: setup ## Learn the points from the labelled notes and sentences (needs numpy, scipy and torch)
	$(SWIFT) build $(CONFIGURATION) --product note-features
	python3 Training/train.py

.PHONY: score
score: build ## Measure against the labelled notes: as shipped, then leaving out one writer at a time (numpy, scipy, torch)
	python3 $(SCORER) $(CORPUS) -- .build/release/postmortem parse {note} {answers}
	$(SWIFT) build $(CONFIGURATION) --product note-features
	python3 Training/train.py --cross
