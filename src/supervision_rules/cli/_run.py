"""`run`: a ruleset over a folder of files (运行规则集)."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_rules.cli._common import (
    CalendarOption,
    Lang,
    LangOption,
    console_for,
    legal_time,
    make_directory,
    parse_day,
)
from supervision_rules.cli._statutes import LawOption, law_folders
from supervision_rules.errors import SupervisionError

if TYPE_CHECKING:
    from rich.console import Console

    from supervision_rules.cli._output import Output
    from supervision_rules.running import Result


class Format(StrEnum):
    """Formats of the findings."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


def run(
    ruleset: Annotated[Path, typer.Argument(help="规则集文件,如 rulesets/transport.yaml / the ruleset's file")],
    as_of: Annotated[str, typer.Option("--as-of", help="截至日,如 2024-12-20 / the day to look from")],
    data: Annotated[
        Path | None, typer.Option("--data", help="数据目录,一张表一个文件 / the folder with one file a table")
    ] = None,
    store: Annotated[
        str | None, typer.Option("--store", help="线索库(SQLAlchemy 地址或文件);不给则不保存 / where to keep leads")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="输出格式 / format")] = Format.TABLE,
    out: Annotated[Path | None, typer.Option("--out", help="输出目录;不给则输出到屏幕 / folder to write to")] = None,
    calendar: CalendarOption = None,
    law: LawOption = None,
    limit: Annotated[
        int, typer.Option("--limit", min=0, help="表格最多列出的行数,0 为全部 / most rows of a table")
    ] = 200,
    lang: LangOption = Lang.ZH,
) -> None:
    """按规则集比对数据,列出异常提示。 / Run a ruleset over records."""
    from supervision_rules.cli._output import Output
    from supervision_rules.plugin import discover
    from supervision_rules.running import run as run_ruleset

    day = parse_day(as_of, "--as-of")
    if out is not None:
        make_directory(out, "--out")
    errors = console_for(sys.stderr)
    with (
        errors.status("读入数据……" if lang is Lang.ZH else "reading …") as status,
        run_ruleset(
            ruleset,
            data,
            as_of=day,
            registry=discover(),
            law=legal_time(calendar),
            law_folders=law_folders(law),
            lang=lang.value,
            progress=lambda stage, _: status.update(stage),
        ) as result,
    ):
        status.stop()
        report(result, Output(format_.value, out, lang.value, limit), store, errors)
        if result.failures:
            raise typer.Exit(SupervisionError.exit_code)


def report(result: Result, output: Output, store: str | None, errors: Console | None) -> None:
    """Write the findings, keep them where a store is named, and print the summary unless there is no console for it."""
    from supervision_rules.cli._output import write_outputs
    from supervision_rules.reporting import print_summary, summary_of

    with ExitStack() as stack:
        leads = kept = None
        if store is not None or output.format == "html":
            from supervision_rules.runtime import apply_rules

            leads = stack.enter_context(apply_rules(result.findings(), result.ruleset, registry=result.registry))
        if store is not None and leads is not None:
            from supervision_rules.cli._store import keep

            kept = keep(result, leads, store)
        write_outputs(result, output, sys.stdout, leads)
    if errors is None:
        return
    print_summary(summary_of(result), errors, lang=output.lang)
    if kept is not None:
        errors.print(kept.text(output.lang), soft_wrap=True)
