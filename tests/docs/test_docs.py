"""The documentation is true: its commands and examples run, its reference is fresh, its links lead somewhere."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from docs.pages import DOCS, ROOT, blocks, pages, play

PAGES = pages()
QUICK = 1
"""Pages with more runs than this are slow."""
_RUN = re.compile(r"supervision-rules (?:run|demo|plugins|ruleset)|python |pytest")
_LINK = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)")
EXAMPLE = DOCS / "examples" / "late-service"


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def console_pages():
    for page in PAGES:
        runs = [block for block in blocks(page) if block.language == "console"]
        if runs:
            heavy = sum(len(_RUN.findall(block.text)) for block in runs) > QUICK
            yield pytest.param(page, id=name_of(page), marks=[pytest.mark.slow] if heavy else [])


@pytest.mark.parametrize("page", list(console_pages()))
def test_what_a_page_shows_is_what_happens(page, tmp_path):
    play(page, tmp_path)


@pytest.mark.slow
def test_the_library_example_runs(tmp_path):
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    script = DOCS / "examples" / "library.py"
    ran = run_python("-W", "error", str(script), str(tmp_path))
    assert "示交罚〔2023〕1号" in ran
    assert "线索:新增 3" in ran
    assert {path.name for path in tmp_path.iterdir()} >= {"findings.parquet", "leads.db"}


@pytest.mark.slow
def test_the_example_plugin_passes_its_own_tests():
    said = run_python("-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=EXAMPLE)
    assert re.search(r"\d+ passed", said)


def test_the_example_plugin_is_found_by_its_entry_point(tmp_path):
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]
    (points,) = project["entry-points"].values()
    info = tmp_path / "late_service-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 0.1.0\n", "utf-8")
    lines = "".join(f"{name} = {module}\n" for name, module in points.items())
    (info / "entry_points.txt").write_text(f"[supervision_rules]\n{lines}", "utf-8")
    code = "from supervision_rules import discover; r = discover(['service']); print(r.origins, r.failures)"
    said = run_python("-c", code, path=[tmp_path, EXAMPLE / "src"])
    assert said.strip() == "{'service.late': 'supervision-rules-late-service'} ()"


def test_generated_pages_are_fresh():
    run_python(str(DOCS / "generate.py"), "--check")


def test_every_page_is_linked_from_the_index():
    index = DOCS / "index.md"
    linked = {(DOCS / target.partition("#")[0]).resolve() for target in _LINK.findall(index.read_text("utf-8"))}
    missing = [name_of(page) for page in DOCS.rglob("*.md") if page != index and page.resolve() not in linked]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page):
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in _LINK.findall(text):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), f"{name_of(page)}: {target}"
        if anchor:
            assert anchor in anchors(found), f"{name_of(page)}: {target}"


def test_every_hook_is_documented_with_its_signature():
    from supervision_rules.plugin import _hooks

    text = (DOCS / "howto" / "write-a-detector.md").read_text("utf-8")
    hooks = {name: hook for name, hook in vars(_hooks).items() if hasattr(hook, "supervision_rules_spec")}
    assert hooks
    for name, hook in hooks.items():
        signature = str(inspect.signature(hook)).replace("'", "")
        assert f"`{name}{signature}`" in text
        assert inspect.getdoc(hook) in text


def test_no_page_names_a_path_of_a_machine():
    for page in PAGES:
        assert not re.search(r"/(?:work|tmp|home|root)/", page.read_text("utf-8")), name_of(page)


def test_pictures_are_small():
    sizes = {path.name: path.stat().st_size for path in (DOCS / "images").iterdir()}
    assert sizes
    assert max(sizes.values()) < 300_000


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def run_python(*words: str, cwd: Path = ROOT, path: list[Path] | None = None) -> str:
    environment = os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    if path:
        environment["PYTHONPATH"] = os.pathsep.join([*map(str, path), os.environ.get("PYTHONPATH", "")])
    ran = subprocess.run([sys.executable, *words], cwd=cwd, env=environment, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout
