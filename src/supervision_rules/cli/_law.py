"""`law`: deadlines, periods and the working calendar (法定期限)."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from supervision_rules.cli._common import CalendarOption, Lang, LangOption, legal_time, parse_day
from supervision_rules.cli._statutes import list_statutes, show_article
from supervision_rules.cli._statutes_find import diff_versions, search_statutes
from supervision_rules.cli._statutes_import import import_files
from supervision_rules.errors import UsageError
from supervision_rules.law import Interval

law = typer.Typer(
    help="法定期限与工作日历 / periods and the working calendar", no_args_is_help=True, rich_markup_mode=None
)

law.command("list")(list_statutes)
law.command("show")(show_article)
law.command("search")(search_statutes)
law.command("diff")(diff_versions)
law.command("import")(import_files)


@law.command()
def deadline(
    start: Annotated[str, typer.Argument(help="起算日,如送达日 2023-08-31;当日不计 / the day it starts, not counted")],
    periods: Annotated[list[str], typer.Argument(help="依次相接的期限,如 sue apply / periods, one after the other")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    calendar: CalendarOption = None,
    lang: LangOption = Lang.ZH,
) -> None:
    """计算期限届满日,列出每一步及其法条。 / Compute a deadline, with its steps and articles."""
    found = legal_time(calendar).chain(periods, parse_day(start, "起算日"))
    if as_json:
        steps = [
            {
                "period": step.period,
                "start": _days(step.start),
                "end": _days(step.end),
                "length": step.length,
                "basis": list(step.basis),
                "text": step.zh if lang is Lang.ZH else step.en,
            }
            for step in found.steps
        ]
        print(json.dumps({"start": start, "due_on": _days(found.end), "steps": steps}, ensure_ascii=False, indent=2))
        return
    for number, step in enumerate(found.steps, 1):
        print(f"{number}. {step.zh if lang is Lang.ZH else step.en}")
    print(f"届满日:{found.end.text()}" if lang is Lang.ZH else f"Due: {found.end.text('en')}")


@law.command("periods")
def list_periods(lang: LangOption = Lang.ZH) -> None:
    """列出全部期限。 / List the periods."""
    for name, period in legal_time(None).periods.by_name.items():
        label = period.label if lang is Lang.ZH else period.label_en
        print(f"{name}\t{label}")
        for version in period.versions:
            since = f"{version.begins}起" if lang is Lang.ZH else f"from {version.begins}"
            print(f"\t{since}\t{version.length.text(lang.value)}\t{version.basis}")


@law.command("calendar")
def show_calendar(
    year: Annotated[int, typer.Argument(help="年份 / year")],
    calendar: CalendarOption = None,
    lang: LangOption = Lang.ZH,
) -> None:
    """列出一年中放假的平日和上班的周末。 / List the year's weekdays off and weekend days worked."""
    working = legal_time(calendar).calendar
    if year not in working.years:
        raise UsageError.of(
            "SR703",
            f"日历中没有 {year} 年;已有 {working.years[0]} 至 {working.years[-1]} 年。可用 --calendar 补充当年的节假日安排",
            f"the calendar has no {year}, only {working.years[0]} to {working.years[-1]}; add its notice with --calendar",
        )
    words = ("放假", "上班") if lang is Lang.ZH else ("off", "worked")
    for day, works, _, known in working.rows():
        if day.year == year and works != (day.weekday() < 5):
            print(f"{day}\t{words[works]}" + (f"\t{known}" if known else ""))


def _days(span: Interval) -> Any:
    return str(span.earliest) if span.certain else [str(span.earliest), str(span.latest)]
