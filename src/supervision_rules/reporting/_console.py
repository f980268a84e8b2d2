"""Findings as a table on the console (终端表格)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from supervision_rules.entities import FindingRecord
from supervision_rules.reporting._masking import Masker, Unmasked
from supervision_rules.reporting._titles import Titles
from supervision_rules.reporting._words import Words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_NARROW = 100
"""Below this width a table would cut its cells to shreds; each finding gets some lines of its own."""
_COLUMNS = ("severity_short", "kind", "number", "organ", "party", "due_on", "happened_on", "days_short", "status")
_WHOLE = ("severity_short", "due_on", "happened_on", "days_short", "status")
_STYLES = {"high": "bold red", "medium": "yellow", "low": "cyan"}


def print_table(
    findings: Iterable[FindingRecord],
    console: Console,
    *,
    lang: str,
    limit: int | None = None,
    titles: Titles | None = None,
    masked: bool = True,
) -> int:
    """Print findings as a table, or as blocks on a narrow console; gives how many.

    Args:
        findings: the findings; no more of them are asked for than one beyond the limit.
        console: where to print.
        lang: language of headers and titles, `zh` or `en`.
        limit: how many at most; a line says so when there are more.
        titles: the titles of kinds, from `titles_of`; without them their names stand.
        masked: whether names of natural persons are masked.
    """
    words, titles = Words(lang), titles or Titles()
    rows = iter(findings)
    shown = [_cells(finding, words, titles, masked) for finding in (rows if limit is None else islice(rows, limit))]
    more = limit is not None and next(rows, None) is not None
    if console.width < _NARROW:
        _print_blocks(shown, console, words)
    elif shown:
        console.print(_table(shown, words))
    if more:
        console.print(words.fill("more", n=limit), style="dim", highlight=False)
    return len(shown)


def _cells(finding: FindingRecord, words: Words, titles: Titles, masked: bool) -> list[tuple[str, str]]:
    """The texts of a row with their styles, in the order of the columns."""
    masker = (Masker if masked else Unmasked)(finding)
    dated = [str(day) if day else "" for day in (finding.due_on, finding.happened_on)]
    return [
        (words[f"severity_{finding.severity}"], _STYLES.get(finding.severity, "")),
        (titles.kind(finding.detector, finding.kind), ""),
        ("\n".join(filter(None, (finding.decision_no, finding.case_no))), ""),
        ("\n".join(filter(None, (finding.agency, finding.court))), ""),
        (masker.name(finding.party_name) or "", ""),
        *((day, "") for day in dated),
        ("" if finding.days_over is None else str(finding.days_over), ""),
        (words[f"outcome_{finding.status}"], ""),
    ]


def _table(rows: Iterable[list[tuple[str, str]]], words: Words) -> Table:
    from rich import box
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    for index, name in enumerate(_COLUMNS):
        least = max(cell_len(row[index][0]) for row in rows) if name in _WHOLE else None
        table.add_column(
            words[name],
            justify="right" if name == "days_short" else "left",
            no_wrap=name in _WHOLE,
            overflow="fold",
            min_width=least,
        )
    for row in rows:
        table.add_row(*(Text(text, style) for text, style in row))
    return table


def _print_blocks(rows: Iterable[list[tuple[str, str]]], console: Console, words: Words) -> None:
    from rich.text import Text

    for row in rows:
        (severity, style), (kind, _), *others = row
        console.print(Text.assemble((severity, style), " ", (kind, "bold")), overflow="fold")
        for name, (text, _) in zip(_COLUMNS[2:], others, strict=True):
            if text:
                console.print(Text(f"  {words[name]}: {text.replace(chr(10), ' ')}"), overflow="fold")
