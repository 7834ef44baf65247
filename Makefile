# Everything is a script in tools/; this names them. `make help` lists the targets.
SHELL := /bin/bash
PORT ?= 8080
HOST ?= 127.0.0.1

.DEFAULT_GOAL := help
.PHONY: help run build dev test test-browsers test-webkit bench profile figures faults soak mutants sbom reproducible tools clean

help: ## Say what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: build ## Build the release site and serve it at http://localhost:8080 (PORT=, HOST=)
	@node tools/serve.mjs --port $(PORT) --host $(HOST)

build: tools ## Build the release site into dist/
	@tools/build.sh

dev: tools ## Serve with live reload while you edit (no production headers)
	@PORT=$(PORT) tools/dev.sh

test: ## Run everything that must hold
	@tools/setup.sh deny
	@tools/browsers.sh
	@tools/test.sh

test-browsers: build ## Run the main job in Chromium, WebKitGTK and, when it is here, Firefox
	@if [ "$$(uname -s)" = Linux ]; then tools/browsers.sh webkit firefox; else tools/browsers.sh; fi
	@tools/setup.sh gecko || echo "geckodriver cannot be installed here: Firefox is left out."
	@tools/test-browsers.sh

test-webkit: build ## Run all tests of the built site on WebKitGTK too, but for those that cannot (Linux, 20 minutes)
	@tools/browsers.sh webkit
	@tools/test-webkit.sh

bench: build ## Measure the built site against its budgets; fails when one is broken
	@tools/browsers.sh
	@node tools/bench/bench.mjs

profile: tools ## Find out anew which functions the first screen runs (after big changes to it)
	@tools/browsers.sh
	@UNKNOT_PROFILE=$(CURDIR)/target/profile.json tools/build.sh --dist target/profile
	@node tools/site/profile.mjs target/profile target/profile.json

figures: ## Draw every figure, both sides, light and dark, to target/figures/
	@tools/browsers.sh
	@node tools/figures/render.mjs

faults: ## List every fault with the tests that hold it, in docs/faults.md
	@node tools/faults.mjs

soak: build ## Long runs: properties, wild taps, killed browsers (UNKNOT_SOAK_MINUTES=30)
	@tools/browsers.sh
	@tools/soak.sh

mutants: ## Change the code on purpose and see the tests notice (WHAT=link|session|screening|catalog|codec|rules|figure|all, SHARD=1/1)
	@tools/setup.sh mutants
	@tools/mutants.sh $(or $(WHAT),link) $(or $(SHARD),1/1)

sbom: ## List the crates in the app as CycloneDX, in target/sbom.cdx.json
	@node tools/sbom.mjs

reproducible: tools ## Build the site twice from nothing and compare every byte
	@tools/reproducible.sh

tools: ## Install the build's tools, each once
	@tools/setup.sh

clean: ## Remove what was built (the tools stay)
	rm -rf dist target test-results
