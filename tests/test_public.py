"""The public interface: all of it listed, documented, importable and cheap."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import supervision_rules

HEAVY = ("duckdb", "ibis", "sqlalchemy", "pyarrow", "pandas", "polars", "numpy", "typer", "rich", "jinja2")
PARTS = ("detection", "entities", "intake", "law", "plugin", "reporting", "rulesets", "running", "runtime", "store")


def test_the_reference_lists_what_is_public():
    page = Path(__file__).parents[1] / "docs" / "reference" / "api.md"
    assert re.findall(r"^## (\w+)$", page.read_text("utf-8"), re.MULTILINE) == supervision_rules.__all__


@pytest.mark.parametrize("name", supervision_rules.__all__)
def test_a_public_name_is_there_and_documented(name):
    value = getattr(supervision_rules, name)
    assert value.__name__ == name
    assert inspect.getdoc(value)
    for member, part in vars(value).items() if inspect.isclass(value) else ():
        if inspect.isfunction(part) and not member.startswith("_"):
            assert inspect.getdoc(part), f"{name}.{member}"
    assert name in dir(supervision_rules)


def test_what_dir_shows_is_public():
    assert set(dir(supervision_rules)) == {*supervision_rules.__all__, "__version__"}


def test_an_unknown_name_is_told():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        supervision_rules.nothing  # noqa: B018


@pytest.mark.parametrize("part", PARTS)
def test_parts_list_what_they_give(part):
    module = import_module(f"supervision_rules.{part}")
    assert module.__doc__
    assert list(module.__all__) == sorted(
        module.__all__, key=lambda name: (name.upper() != name, name[0].islower(), name)
    )
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


@pytest.mark.parametrize("module", ["supervision_rules", "supervision_rules.cli", "supervision_rules.plugin"])
def test_importing_is_cheap(module):
    heavy = [name for name in HEAVY if not (module.endswith("cli") and name in ("typer", "rich"))]
    code = f"import sys, {module}; print(*(set({heavy}) & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.split() == []
