"""`extract`: what penalty decisions and court rulings say, as JSON or as a table (文书提取)."""

from __future__ import annotations

import csv
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from supervision_rules.cli._common import Lang, LangOption, console_for
from supervision_rules.errors import UsageError

if TYPE_CHECKING:
    from supervision_rules.documents import Extracted, Reject

_TOLD = ("fine_in_words", "added_fine_told", "added_fine_rate", "suit_organ_told", "on_the_spot")
_REJECTS_SHOWN = 50


class Format(StrEnum):
    """Formats of what is extracted."""

    JSON = "json"
    CSV = "csv"


def extract(
    files: Annotated[list[Path], typer.Argument(help="文书文件或目录,可多个 / documents or directories")],
    format_: Annotated[Format, typer.Option("--format", help="输出格式 / format")] = Format.JSON,
    out: Annotated[Path | None, typer.Option("--out", help="输出文件;不给则输出到屏幕 / file to write to")] = None,
    processes: Annotated[
        int | None,
        typer.Option("--processes", min=1, help="进程数;不给则用全部处理器 / processes, all cores by default"),
    ] = None,
    lang: LangOption = Lang.ZH,
) -> None:
    """提取处罚决定书、行政裁定书的要素。 / Extract the fields of penalty decisions and court rulings."""
    from supervision_rules.documents import Reject, extract_all

    paths = _documents(files)
    rejects: list[Reject] = []
    types: Counter[str] = Counter()
    began = time.perf_counter()
    with ExitStack() as stack:
        stream = sys.stdout if out is None else stack.enter_context(_written(out, format_))
        progress = stack.enter_context(_progress(len(paths), lang))

        def read() -> Iterator[Extracted]:
            for result in extract_all(paths, processes, progress):
                if isinstance(result, Reject):
                    rejects.append(result)
                    continue
                types["scanned" if result.scanned else result.type] += 1
                yield result

        if format_ is Format.CSV:
            _write_csv(read(), stream, out.parent if out is not None else Path())
        else:
            _write_json(read(), stream, lines=len(paths) > 1)
    _report(types, rejects, len(paths), time.perf_counter() - began, lang)
    if rejects:
        raise typer.Exit(1)


def _documents(files: Sequence[Path]) -> list[Path]:
    """The files named and the documents within the directories named, each once.

    Raises:
        UsageError: a path that isn't there, or a directory without a document.
    """
    from supervision_rules.documents import documents_in

    found: list[Path] = []
    for path in files:
        if not path.exists():
            raise UsageError.of("SR720", f"没有这个文件或目录:{path}", f"no such file or directory: {path}")
        if path.is_file():
            found.append(path)
            continue
        inside = documents_in(path)
        if not inside:
            raise UsageError.of("SR721", f"目录中没有文书:{path}", f"no document in the directory: {path}")
        found += inside
    return list(dict.fromkeys(found))


@contextmanager
def _written(out: Path, format_: Format) -> Iterator[TextIO]:
    """A file that appears under its name only once it is whole.

    Raises:
        UsageError: it can't be written.
    """
    part = out.with_name(out.name + ".part")
    encoding = "utf-8-sig" if format_ is Format.CSV else "utf-8"
    try:
        with part.open("w", encoding=encoding, newline="") as stream:
            yield stream
        part.replace(out)
    except OSError as error:
        raise UsageError.of(
            "SR722", f"不能写入 {out}:{error.strerror}", f"can't write {out}: {error.strerror}"
        ) from error


@contextmanager
def _progress(total: int, lang: Lang) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal, nothing anywhere else."""
    if not sys.stderr.isatty() or total < 2:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    words = TextColumn("读取文书" if lang is Lang.ZH else "reading")
    bar = Progress(
        words, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console_for(sys.stderr), transient=True
    )
    with bar:
        task = bar.add_task("", total=total)
        yield lambda done, _: bar.update(task, completed=done)


def _write_json(results: Iterable[Extracted], stream: TextIO, *, lines: bool) -> None:
    for result in results:
        print(json.dumps(result.to_json(), ensure_ascii=False, indent=None if lines else 2), file=stream)


def _write_csv(results: Iterable[Extracted], stream: TextIO, folder: Path) -> None:
    """A row a file, or a row a decision where one table publishes several, headed as the table `penalties` is.

    A ruling's values have columns of their own, `court_cases.` before the name: a row of `penalties` that names a
    decision without being one would make that decision not known. `document` is relative to the table's folder.
    """
    from supervision_rules.documents import cell_of, values_of
    from supervision_rules.entities import TABLES, Sort

    cases = [f"court_cases.{name}" for name in TABLES["court_cases"].names]
    # no document tells that something has not happened, as an empty event column would
    penalties = [column.name for column in TABLES["penalties"].columns if column.sort is not Sort.EVENT]
    columns = [*penalties, *_TOLD, *cases, "_type", "_file", "_scanned"]
    writer = csv.DictWriter(stream, columns, extrasaction="ignore")
    writer.writeheader()
    for result in results:
        about = {"_type": result.type, "_file": str(result.path), "_scanned": result.scanned}
        for fields in (result.fields, *result.further):
            row = values_of(fields)
            if result.type == "decision":
                row["document"] = os.path.relpath(result.path, folder)
            else:
                row = {f"court_cases.{name}": value for name, value in row.items()}
            writer.writerow({name: cell_of(value) for name, value in (row | about).items() if value is not None})


def _report(types: Counter[str], rejects: Sequence[Reject], total: int, seconds: float, lang: Lang) -> None:
    """What was read, what was not and why, and how fast, on standard error."""
    zh = lang is Lang.ZH
    for reject in rejects[:_REJECTS_SHOWN]:
        print(f"{reject.path}: {reject.code} {reject.reason(lang.value)}", file=sys.stderr)
    if len(rejects) > _REJECTS_SHOWN:
        more = len(rejects) - _REJECTS_SHOWN
        print(f"……另有 {more} 份" if zh else f"… and {more} more", file=sys.stderr)
    names = {
        "decision": ("处罚决定书", "decisions"),
        "ruling": ("行政裁定书", "rulings"),
        "unknown": ("其他文书", "other documents"),
        "scanned": ("扫描件(无文字)", "scans without text"),
    }
    counts = [f"{names[kind][0 if zh else 1]} {types[kind]}" for kind in names if types[kind]]
    if rejects:
        by_code = Counter(reject.code for reject in rejects)
        codes = ", ".join(f"{code} {count}" for code, count in sorted(by_code.items()))
        counts.append((f"未能读取 {len(rejects)}" if zh else f"rejected {len(rejects)}") + f" ({codes})")
    speed = total / seconds if seconds > 0 else 0.0
    tail = f"共 {total} 份,每秒 {speed:.1f} 份" if zh else f"{total} files, {speed:.1f} a second"
    print((",".join(counts) if zh else ", ".join(counts)) + (";" if zh else "; ") + tail, file=sys.stderr)
