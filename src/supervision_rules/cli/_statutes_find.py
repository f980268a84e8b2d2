"""`law search` and `law diff`: words in statutes, and what a change of law changed (检索与版本对照)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from supervision_rules.cli._common import Lang, LangOption, parse_day
from supervision_rules.cli._statutes import (
    LawOption,
    OnOption,
    TitleArgument,
    find_statute,
    known_statutes,
    version_on,
)
from supervision_rules.cli._statutes_print import Format, FormatOption, article_words, print_json, print_table
from supervision_rules.errors import UsageError

if TYPE_CHECKING:
    from supervision_rules.law import Statutes

_SNIPPET = 24


def search_statutes(
    words: Annotated[list[str], typer.Argument(help="一个或几个词,都要出现 / words, all of them")],
    on: OnOption = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多列出几条 / most hits")] = 20,
    law: LawOption = None,
    format: FormatOption = Format.TABLE,
    lang: LangOption = Lang.ZH,
) -> None:
    """在法规名称、已导入的条文和应处罚的行为中检索。 / Search titles, imported texts and punished acts."""
    day = parse_day(on, "--on") if on else dt.date.today()
    hits = sorted(
        _hits(known_statutes(law), [word for word in words if word.strip()], day), key=lambda hit: -hit["score"]
    )
    shown = hits[:limit]
    if format is Format.JSON:
        print_json(shown)
        return
    zh = lang is Lang.ZH
    if not hits:
        print("没有找到。" if zh else "Nothing found.")
        return
    heads = ("法规", "版本", "条", "内容") if zh else ("statute", "version", "article", "words")
    print_table(heads, [(hit["title"], hit["version"] or "", hit["article"] or "", hit["snippet"]) for hit in shown])
    if len(hits) > len(shown):
        print(f"共 {len(hits)} 处,列出前 {limit} 处" if zh else f"{len(hits)} in all, the first {limit} shown")


def _hits(statutes: Statutes, words: Sequence[str], day: dt.date) -> Iterator[dict[str, Any]]:
    from supervision_rules.law import load_acts

    for statute in statutes:
        version = statute.on(day) or (statute.versions[-1] if statute.versions else None)
        passed = str(version.passed) if version else None
        if any(all(word in name for word in words) for name in statute.names()):
            yield _hit(1000, statute.title, passed, None, statute.full_title)
        for key, text in version.texts.items() if version else ():
            flat = text.replace("\n", "")
            if all(word in flat for word in words):
                score = sum(flat.count(word) for word in words) / (1 + len(flat) / 200)
                yield _hit(score, statute.title, passed, article_words(*key), _snippet(flat, words[0]))
    acts = load_acts()
    for act in acts:
        if all(word in act.title for word in words):
            rule = act.rules[-1]
            yield _hit(100, rule.statute, str(rule.version), article_words(rule.article, rule.suffix), act.title)


def _hit(score: float, title: str, version: str | None, article: str | None, snippet: str) -> dict[str, Any]:
    return {"title": title, "version": version, "article": article, "snippet": snippet, "score": round(score, 3)}


def _snippet(text: str, word: str) -> str:
    at = text.find(word)
    start, end = max(0, at - _SNIPPET), at + len(word) + _SNIPPET
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def diff_versions(
    title: TitleArgument,
    first: Annotated[str, typer.Argument(help="较早的一天,如 2022-05-01 / the earlier day")],
    last: Annotated[str, typer.Argument(help="较晚的一天,如 2023-07-20 / the later day")],
    law: LawOption = None,
    format: FormatOption = Format.TABLE,
    lang: LangOption = Lang.ZH,
) -> None:
    """对照两天各自施行的版本:哪些条变更、移动、新增、删去。 / Which articles differ between two days."""
    statute = find_statute(known_statutes(law), title)
    days = sorted((parse_day(first, "第一个日期"), parse_day(last, "第二个日期")))
    before, after = (version_on(statute, day, lang) for day in days)
    unknown = next((version for version in (before, after) if not version.known), None)
    if unknown is not None:
        raise UsageError.of(
            "SR734",
            f"《{statute.title}》({unknown.passed})的条文不详,不能对照",
            f"the articles of 《{statute.title}》 ({unknown.passed}) aren't known",
            hint_zh="用 supervision-rules law import 导入该版本",
            hint_en="import that version: supervision-rules law import",
        )
    from supervision_rules.law._compare import compare

    comparison = compare(statute.versions, before, after)
    rows = [
        {
            "article": article_words(*key),
            "before": article_words(*move.before) if move.before else None,
            "change": "added" if move.before is None else "changed" if move.changed else "moved",
        }
        for key, move in sorted(comparison.moves.items())
    ] + [{"article": None, "before": article_words(*key), "change": "removed"} for key in comparison.removed]
    if format is Format.JSON:
        print_json(
            {
                "title": statute.title,
                "from": before.passed,
                "to": after.passed,
                "exact": comparison.exact,
                "articles": rows,
            }
        )
        return
    zh = lang is Lang.ZH
    print(f"《{statute.title}》 {before.passed} → {after.passed}")
    if not rows:
        print("没有变化。" if zh else "No change.")
        return
    said = {
        "added": ("新增", "added"),
        "changed": ("变更", "changed"),
        "moved": ("未变", "unchanged"),
        "removed": ("删去", "removed"),
    }
    heads = (
        (f"{after.passed} 版", f"{before.passed} 版", "内容")
        if zh
        else (str(after.passed), str(before.passed), "words")
    )
    print_table(
        heads, [(row["article"] or "", row["before"] or "", said[str(row["change"])][0 if zh else 1]) for row in rows]
    )
    if not comparison.exact:
        print(
            "没有条文,只凭摘要对照:移动又变更的条可能列作新增和删去。"
            if zh
            else "By hashes only: an article both moved and changed may be listed as added and removed."
        )
