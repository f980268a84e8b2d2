"""Writes tests/corpus/known anew: `python -m corpus.making` in tests (制作语料)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from corpus.making import docx, pages, pdf
from corpus.making.markup import Source, read_snippets, read_sources

HERE = Path(__file__).resolve().parent
WRITERS = {"docx": docx.write, "pdf": pdf.write, "html": pages.write_html, "txt": pages.write_txt}


def all_sources() -> list[Source]:
    snippets = read_snippets(HERE / "texts" / "_snippets.txt")
    paths = sorted(p for p in (HERE / "texts").glob("*.txt") if not p.name.startswith("_"))
    return [source for path in paths for source in read_sources(path, snippets)]


def make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for source in all_sources():
        (folder / source.name).write_bytes(WRITERS[source.suffix](source))
        expected = json.dumps(source.expected, ensure_ascii=False, indent=1)
        (folder / f"{source.stem}.expected.json").write_text(expected + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "known")
