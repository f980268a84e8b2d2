"""One self-contained HTML page: counts, findings to sort and filter, each trace as a timeline (网页报告)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from supervision_rules.entities import FindingRecord, Outcome
from supervision_rules.errors import UsageError
from supervision_rules.law import Periods
from supervision_rules.reporting._packing import FIELDS, Packer, packed, place_name
from supervision_rules.reporting._summary import Summary, summary_of, table_label
from supervision_rules.reporting._titles import Titles, titles_of
from supervision_rules.reporting._words import Words

if TYPE_CHECKING:
    from supervision_rules.running import Result
    from supervision_rules.runtime import Leads

_SCRIPTS = ("table.js", "detail.js", "page.js")
_ATTENTION = (Outcome.FINDING, Outcome.WARNING, Outcome.UNVERIFIED)


@dataclass(frozen=True)
class PageData:
    """What a page tells (网页内容). `findings` are read once, while the page is written."""

    summary: Summary
    titles: Titles
    periods: Periods
    findings: Iterable[FindingRecord]
    leads: Leads | None = None
    masked: bool = True


def page_of(
    result: Result,
    findings: Iterable[FindingRecord] | None = None,
    leads: Leads | None = None,
    *,
    lang: str | None = None,
    masked: bool = True,
) -> PageData:
    """The page of a run.

    Args:
        result: the run.
        findings: the findings to show; by default all of the run.
        leads: the leads made of them; findings then name their lead, and say what suppressed them.
        lang: language of labels; by default that of the run, in which reasons and traces are.
        masked: whether names of natural persons and identity numbers are masked.
    """
    shown = result.findings() if findings is None else findings
    lang = lang or result.lang
    return PageData(summary_of(result, lang), titles_of(result, lang), result.law.periods, shown, leads, masked)


def write_html(page: PageData, target: str | Path | TextIO) -> None:
    """Write the page to a path or a text stream, findings as they come.

    Raises:
        UsageError: a path that can't be written.
    """
    if not isinstance(target, str | Path):
        _write(page, target)
        return
    try:
        with Path(target).open("w", encoding="utf-8", newline="\n") as stream:
            _write(page, stream)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError.of("SR702", f"无法写入 {target}：{why}", f"can't write {target}: {why}") from error


def _write(page: PageData, stream: TextIO) -> None:
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("supervision_rules.reporting", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = Words(page.summary.lang)
    packer = Packer(words, page.titles, page.periods, masked=page.masked)
    leads, members = _leads(page)
    style = _text("page.css")
    script = "(() => {\n'use strict';\n" + "\n".join(map(_text, _SCRIPTS)) + "})();\n"
    meta = {"words": words, "fields": FIELDS, "lang": words.lang, "as_of": str(page.summary.as_of)}
    parts = environment.get_template("page.html.j2").generate(
        words=words,
        lang="zh-CN" if words.lang == "zh" else "en",
        summary=page.summary,
        outcomes=tuple(Outcome),
        attention=_ATTENTION,
        most=max((sum(of.counts.get(o, 0) for o in _ATTENTION) for of in page.summary.detectors), default=0),
        table_label=lambda name: table_label(name, words),
        place_name=place_name,
        problem=lambda problem: _problem(problem, words.lang),
        leads=None if page.leads is None else page.leads.counts,
        masked=page.masked,
        style=Markup(style),
        script=Markup(script),
        style_hash=_digest(style),
        script_hash=_digest(script),
        meta=Markup(packed(meta)),
        rows=map(Markup, _separated(packer.rows(page.findings, members))),
        tables=lambda: Markup(packer.tables()),
        lead_rows=Markup(packed(leads)),
    )
    stream.writelines(parts)


def _leads(page: PageData) -> tuple[Mapping[str, Any], dict[str, tuple[int | None, int | None]]]:
    """The leads and suppressions of the page, and for each finding the numbers of its own."""
    rows: list[Any] = []
    numbers: dict[str, int] = {}
    members: dict[str, tuple[int | None, int | None]] = {}
    suppressions: list[Any] = []
    for lead in page.leads or ():
        numbers[lead.lead_id] = len(rows)
        members |= dict.fromkeys(lead.findings, (len(rows), None))
        rows.append([lead.title, lead.grade, lead.certainty, lead.tags, lead.rules])
    for suppression in page.leads.suppressions() if page.leads is not None else ():
        members[suppression.finding_id] = (numbers.get(suppression.lead_id or ""), len(suppressions))
        suppressions.append([suppression.rule, suppression.reason])
    return {"leads": rows, "suppressions": suppressions}, members


def _problem(problem: Any, lang: str) -> str:
    text = f"{problem.code} {problem.en if lang == 'en' else problem.zh}"
    if problem.place is None:
        return text
    return f"{place_name(problem.place.file)}: {text}"


def _separated(rows: Iterable[str]) -> Iterator[str]:
    """Rows with commas between them, a line each."""
    for index, row in enumerate(rows):
        yield row if index == 0 else f",\n{row}"


def _text(name: str) -> str:
    return resources.files("supervision_rules.reporting").joinpath("templates", name).read_text("utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
