# One page of what can be done here. `make` alone prints it.
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help install run test lint bench contract frames ready browser clean

help: ## What can be done here
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12
