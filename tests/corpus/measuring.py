"""The measuring command as a module: `benchmarks/` is no package (测评命令)."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

PATH = Path(__file__).resolve().parents[2] / "benchmarks" / "extraction.py"


def _load():
    spec = importlib.util.spec_from_file_location("extraction_benchmark", PATH)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BENCHMARK = _load()
