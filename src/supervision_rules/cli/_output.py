"""Where a run's findings go: standard output, or files in a folder (输出)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from supervision_rules.cli._common import console_for
from supervision_rules.entities import FindingRecord
from supervision_rules.reporting import page_of, print_table, titles_of, write_csv, write_html, write_json, write_jsonl
from supervision_rules.running import Result
from supervision_rules.runtime import Leads

Writer = Callable[[Iterable[FindingRecord], TextIO], int]
_WRITERS: dict[str, Writer] = {"json": write_json, "jsonl": write_jsonl, "csv": write_csv}


@dataclass(frozen=True, slots=True)
class Output:
    """How findings are written: format, folder (None: standard output), language, most rows of a table (0: all)."""

    format: str
    directory: Path | None
    lang: str
    limit: int = 0


def write_outputs(result: Result, output: Output, stream: TextIO, leads: Leads | None = None) -> list[Path]:
    """Write the findings, and into a folder the rejects and the counts as well; give the files written."""
    if output.directory is None:
        _write(result, output, stream, leads)
        return []
    suffix = {"table": "txt"}.get(output.format, output.format)
    paths = [output.directory / f"findings.{suffix}"]
    encoding = "utf-8-sig" if output.format == "csv" else "utf-8"
    _safely(paths[0], encoding, lambda file: _write(result, output, file, leads))
    paths.append(output.directory / "rejects.csv")
    _safely(paths[1], "utf-8-sig", lambda file: _write_rejects(result, file))
    paths.append(output.directory / "counts.json")
    _safely(paths[2], "utf-8", lambda file: _write_counts(result, file))
    return paths


def _write(result: Result, output: Output, stream: TextIO, leads: Leads | None) -> None:
    if output.format == "html":
        write_html(page_of(result, result.findings(), leads), stream)
    elif output.format == "table":
        console = console_for(stream)
        print_table(
            result.findings(),
            console,
            lang=output.lang,
            limit=output.limit or None,
            titles=titles_of(result),
        )
    else:
        _WRITERS[output.format](result.findings(), stream)


def _safely(path: Path, encoding: str, write: Callable[[TextIO], None]) -> None:
    """Write beside the file and move it into place, so that nobody ever sees half of it."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding=encoding, newline="") as file:
        write(file)
    part.replace(path)


def _write_rejects(result: Result, file: TextIO) -> None:
    table = result.rejects()
    writer = csv.writer(file)
    writer.writerow(table.column_names)
    for batch in table.to_batches():
        writer.writerows(zip(*(column.to_pylist() for column in batch.columns), strict=True))


def _write_counts(result: Result, file: TextIO) -> None:
    counts = [
        {"detector": key.detector, "outcome": key.outcome.value, "rung": key.rung, "count": count}
        for key, count in result.counts.items()
    ]
    tables = {
        name: {"rows_read": t.rows_read, "rows_kept": t.rows_kept, "duplicates": t.duplicates, "rejected": t.rejected}
        for name, t in result.intake.tables.items()
        if t.present
    }
    json.dump({"as_of": str(result.as_of), "counts": counts, "tables": tables}, file, ensure_ascii=False, indent=2)
