"""The summary of a run on the console (终端摘要)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from supervision_rules.entities import Outcome
from supervision_rules.reporting._summary import Summary, table_label
from supervision_rules.reporting._words import Words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_STYLES = {Outcome.FINDING: "bold red", Outcome.WARNING: "yellow", Outcome.UNVERIFIED: "magenta"}


def print_summary(summary: Summary, console: Console, *, lang: str | None = None) -> None:
    """Print the counts by detector and outcome, what was read and rejected, and what was assumed."""
    words = Words(lang or summary.lang)
    head = (
        f"{summary.title}（{summary.ruleset} {words['version']} {summary.version}），{words['as_of']} {summary.as_of}"
    )
    if words.lang == "en":
        head = f"{summary.title} ({summary.ruleset}, version {summary.version}), as of {summary.as_of}"
    console.print(head, style="bold", markup=False, highlight=False)
    console.print(_outcomes(summary, words))
    if summary.tables:
        console.print(_read(summary, words))
    if summary.rejects:
        console.print(_rejects(summary, words))
    _listed(words["warnings"], (problem.text(words.lang) for problem in summary.warnings), console, "yellow")
    _listed(words["assumptions"], summary.assumptions, console, "")
    _listed(words["failures"], (problem.text(words.lang) for problem in summary.failures), console, "red")


def _outcomes(summary: Summary, words: Words) -> Table:
    table = _plain(words["by_detector"])
    table.add_column(words["detector"], overflow="fold")
    for outcome in Outcome:
        table.add_column(words[f"outcome_{outcome}"], justify="right", overflow="fold")
    table.add_column(words["total"], justify="right", overflow="fold")
    for of in summary.detectors:
        numbers = (_number(of.counts.get(outcome, 0), outcome) for outcome in Outcome)
        table.add_row(_text(of.title), *numbers, words["failures"] if of.failed else str(of.total))
    return table


def _read(summary: Summary, words: Words) -> Table:
    table = _plain(words["tables"])
    table.add_column(words["table"], overflow="fold")
    for name in ("rows_read", "rows_kept", "duplicates", "rows_rejected", "cells_unreadable"):
        table.add_column(words[name], justify="right", overflow="fold")
    for report in summary.tables:
        numbers = (report.rows_read, report.rows_kept, report.duplicates, report.rejected, report.cells_unreadable)
        table.add_row(_text(table_label(report.table, words)), *map(str, numbers))
    return table


def _rejects(summary: Summary, words: Words) -> Table:
    table = _plain(words["rejects"])
    table.add_column(words["table"], overflow="fold")
    table.add_column(words["reason_code"], overflow="fold")
    table.add_column(words["count"], justify="right", overflow="fold")
    for reject in summary.rejects:
        table.add_row(_text(reject.label), _text(reject.reason), str(reject.count))
    return table


def _plain(title: str) -> Table:
    from rich import box
    from rich.table import Table

    return Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False
    )


def _number(count: int, outcome: Outcome) -> Text:
    from rich.text import Text

    return Text(str(count), _STYLES.get(outcome, "") if count else "dim")


def _text(text: str) -> Text:
    from rich.text import Text

    return Text(text)


def _listed(title: str, lines: Iterable[str], console: Console, style: str) -> None:
    lines = list(lines)
    if lines:
        console.print(f"{title}:", style="bold", markup=False, highlight=False)
        for line in lines:
            console.print(f"- {line}", style=style, markup=False, highlight=False, soft_wrap=True)
