"""Writes `tests/corpus/fresh` anew: `PYTHONPATH=tests python -m corpus.fresh_making`."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.fresh_making import printed, sites, word
from corpus.making.markup import Source, read_sources

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "fresh"
WRITERS = {"html": sites.page, "txt": sites.plain, "docx": word.write, "pdf": printed.write}


def expected(source: Source) -> dict[str, object]:
    values = dict(source.expected)
    if isinstance(unmeasured := values.get("_not_measured"), str):
        values["_not_measured"] = unmeasured.split(";")
    return values


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.iterdir():
        old.unlink()
    for path in sorted((HERE / "texts").glob("*.txt")):
        for source in read_sources(path, {}):
            (TARGET / source.name).write_bytes(WRITERS[source.suffix](source))
            text = json.dumps(expected(source), ensure_ascii=False, indent=2, sort_keys=True)
            (TARGET / f"{source.stem}.expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
