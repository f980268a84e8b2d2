# make 本身列出全部目标 / `make` alone lists the targets.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
PLUGINS := plugins/transport-enforcement plugins/court-review plugins/legal-basis

.DEFAULT_GOAL := help
.PHONY: help demo test slow lint format benchmark constraints clean

help: ## 列出全部目标 / list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(STAMP) ## 安装一切,在演示数据上运行 / set everything up and run on sample data
	$(BIN)/supervision-rules demo --out out/demo

test: $(STAMP) lint ## 安装一切,检查并运行快的测试 / set everything up, lint, and run the fast tests
	$(BIN)/python -m pytest -n 2 -q

slow: $(STAMP) ## 运行慢的测试 / run the slow tests
	$(BIN)/python -m pytest -n 2 -q -m slow

lint: $(STAMP) ## ruff, mypy, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src plugins/transport-enforcement/src plugins/court-review/src plugins/legal-basis/src
	$(BIN)/lint-imports

format: $(STAMP) ## ruff format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

benchmark: $(STAMP) ## 与手写 SQL、逐条循环比较,文书提取测评 / compare with SQL and a loop; measure extraction
	$(BIN)/python benchmarks/detection.py
	$(BIN)/python benchmarks/legal.py
	$(BIN)/python benchmarks/extraction.py

constraints: $(STAMP) ## 重新求解依赖版本 / resolve the versions anew
	$(BIN)/uv pip compile --universal --no-header --no-annotate --python-version 3.11 --all-extras --group dev pyproject.toml -o constraints.txt

$(STAMP): pyproject.toml constraints.txt $(PLUGINS:%=%/pyproject.toml)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.8'
	$(BIN)/uv pip install --quiet --python $(BIN)/python -c constraints.txt --group dev -e '.[documents,pandas,polars,postgresql]' $(PLUGINS:%=-e ./%)
	touch $@

clean: ## 删除环境与输出 / remove the environment and the output
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
