"""The pages of the documentation, their fenced blocks, and the commands in them.

A ```console block is run: a line that begins with `$ ` is a command, the lines below it are output that must appear in this
order; `…` stands for any lines, or within a line for any text; `exit=3` behind the language is the exit code of the block's
last command. A block below `<!-- save: path -->` is written to that file first. All blocks of a page run in one folder, with
copies of `rulesets` and `docs/examples`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
_BLOCK = re.compile(
    r"^(?:<!-- (?P<mark>\w+): (?P<path>\S+) -->\n)?```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Block:
    """One fenced block."""

    info: str
    text: str
    mark: str = ""
    path: str = ""

    @property
    def language(self) -> str:
        return self.info.partition(" ")[0]

    @property
    def exit_code(self) -> int:
        found = re.search(r"\bexit=(\d+)", self.info)
        return int(found[1]) if found else 0

    def commands(self) -> Iterator[tuple[str, list[str]]]:
        """Each command with the lines shown below it."""
        for part in re.split(r"^\$ ", self.text, flags=re.MULTILINE)[1:]:
            command, _, shown = re.sub(r"\\\n\s*", "", part).partition("\n")
            yield command, [line for line in shown.splitlines() if line.strip()]


def pages() -> list[Path]:
    """All pages that a reader may open."""
    outside = [ROOT / "README.md", ROOT / "README.en.md", ROOT / "rulesets" / "README.md", ROOT / "CHANGELOG.md"]
    return [*outside, *sorted((ROOT / "plugins").glob("*/README.md")), *sorted(DOCS.rglob("*.md"))]


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page."""
    return [
        Block(found["info"].strip(), found["text"], found["mark"] or "", found["path"] or "")
        for found in _BLOCK.finditer(page.read_text("utf-8"))
    ]


def play(page: Path, folder: Path) -> None:
    """Save and run all blocks of a page in a folder."""
    shutil.copytree(ROOT / "rulesets", folder / "rulesets")
    shutil.copytree(DOCS / "examples", folder / "docs" / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    for block in blocks(page):
        if block.mark == "save":
            path = folder / block.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, "utf-8")
        elif block.language == "console":
            commands = list(block.commands())
            assert commands, f"{page}: a console block without a command"
            for number, (command, shown) in enumerate(commands, 1):
                _run(command, shown, folder, block.exit_code if number == len(commands) else 0)


def _run(command: str, shown: list[str], folder: Path, exit_code: int) -> None:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "220",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
    }
    ran = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=300
    )
    said = ran.stdout + ran.stderr
    assert ran.returncode == exit_code, f"$ {command}\nexit {ran.returncode}, not {exit_code}:\n{said}"
    lines = map(_plain, said.splitlines())
    for line in shown:
        wanted = re.compile(".*".join(map(re.escape, _plain(line).split("..."))))
        assert line.strip() == "…" or any(map(wanted.fullmatch, lines)), f"$ {command}\nno line “{line}” in:\n{said}"


def _plain(line: str) -> str:
    """A line as it is compared: blanks and the width of punctuation don't count."""
    return " ".join(unicodedata.normalize("NFKC", line).split())
