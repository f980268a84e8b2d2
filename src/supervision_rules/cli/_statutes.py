"""`law list`, `show`, `search`, `diff`: statutes and their versions (法规及其版本)."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from supervision_rules.cli._common import Lang, LangOption, parse_day
from supervision_rules.cli._statutes_print import (
    KINDS,
    STATES,
    Format,
    FormatOption,
    article_words,
    print_json,
    print_table,
    span,
    version_json,
)
from supervision_rules.errors import UsageError
from supervision_rules.law import chinese_number, read_number

if TYPE_CHECKING:
    from supervision_rules.law import PenaltyRule, Statute, Statutes, StatuteVersion

_ARTICLE = re.compile(r"第?\s*([^\s第条之\-]{1,9})\s*条?\s*(?:(?:之|-)\s*([^\s之\-]{1,3}))?")
LawOption = Annotated[
    list[Path] | None,
    typer.Option("--law", help="导入的法规目录,可多次给出;默认 $SUPERVISION_RULES_LAW 或 ~/.supervision-rules/law"),
]
OnOption = Annotated[str, typer.Option("--on", help="哪一天施行的版本,如 2024-03-01;默认今天 / in force that day")]
TitleArgument = Annotated[str, typer.Argument(help="法规名称、简称或文号,如 道路运输条例、行诉法、法释〔2018〕1号")]


def default_folder() -> Path:
    """Where imported statutes are kept: `$SUPERVISION_RULES_LAW`, else `.supervision-rules/law` in the home directory."""
    told = os.environ.get("SUPERVISION_RULES_LAW")
    return Path(told).expanduser() if told else Path.home() / ".supervision-rules" / "law"


def law_folders(folders: Sequence[Path] | None) -> tuple[Path, ...]:
    """The folders named, else the default one where it exists."""
    if folders:
        return tuple(folders)
    folder = default_folder()
    return (folder,) if folder.is_dir() else ()


def known_statutes(folders: Sequence[Path] | None) -> Statutes:
    """The package's statutes with those of the folders named, or of the default folder where it exists, on top."""
    from supervision_rules.law import load_statutes

    return load_statutes(*law_folders(folders))


def list_statutes(law: LawOption = None, format: FormatOption = Format.TABLE, lang: LangOption = Lang.ZH) -> None:
    """列出已知的法规及各版本的施行期间。 / List statutes with their versions and days."""
    rows: list[dict[str, Any]] = []
    for statute in known_statutes(law):
        base = {"title": statute.title, "number": statute.number, "kind": statute.kind}
        rows += [base | version_json(version) for version in statute.versions]
        if not statute.versions:
            gone = statute.repealed_on and str(statute.repealed_on - dt.timedelta(days=1))
            rows.append(
                base | {"passed": None, "effective_from": None, "effective_to": gone, "articles": None, "texts": False}
            )
    if format is Format.JSON:
        print_json(rows)
        return
    zh = lang is Lang.ZH
    heads = (
        ("法规", "种类", "版本", "施行", "条数", "条文")
        if zh
        else ("statute", "kind", "version", "in force", "articles", "text")
    )
    cells = [
        (
            row["title"],
            KINDS[row["kind"]][0 if zh else 1],
            row["passed"] or "",
            span(row, zh),
            "" if row["articles"] is None else str(row["articles"]),
            (("有", "yes") if row["texts"] else ("", ""))[0 if zh else 1],
        )
        for row in rows
    ]
    print_table(heads, cells)


def show_article(
    title: TitleArgument,
    article: Annotated[str, typer.Argument(help="条,如 69、第六十九条、120之一;不写则列出该版本概况")] = "",
    on: OnOption = "",
    law: LawOption = None,
    format: FormatOption = Format.TABLE,
    lang: LangOption = Lang.ZH,
) -> None:
    """显示某日施行的版本中的一条:款项结构、条文、应处罚的行为。 / Show an article as in force on a day."""
    statute = find_statute(known_statutes(law), title)
    day = parse_day(on, "--on") if on else dt.date.today()
    version = version_on(statute, day, lang)
    if not article:
        _overview(statute, version, format, lang)
        return
    number, suffix = parse_article(article)
    has = version.has(number, suffix)
    name = article_words(number, suffix)
    if not has:
        zh, en = ("没有", "has no") if has is False else ("的条文不详,不能判断有没有", "isn't known to have")
        raise UsageError.of(
            "SR731",
            f"《{statute.title}》({version.passed}){zh}{name}",
            f"《{statute.title}》 ({version.passed}) {en} {name}",
            hint_zh=_last_article(version)[0],
            hint_en=_last_article(version)[1],
        )
    _show(statute, version, (number, suffix), format, lang)


def find_statute(statutes: Statutes, title: str) -> Statute:
    """The statute of that name.

    Raises:
        UsageError: there is none; with the titles that are near.
    """
    statute = statutes.find(title)
    if statute is not None:
        return statute
    from rapidfuzz import fuzz, process

    names = [name for one in statutes for name in one.names()]
    near = list(
        dict.fromkeys(found[0] for found in process.extract(title, names, scorer=fuzz.WRatio, limit=3, score_cutoff=60))
    )
    raise UsageError.of(
        "SR730",
        f"没有法规“{title}”",
        f"there is no statute “{title}”",
        hint_zh=f"相近的有:{'、'.join(near)}" if near else "用 supervision-rules law import 导入",
        hint_en=f"near: {', '.join(near)}" if near else "import it: supervision-rules law import",
    )


def version_on(statute: Statute, day: dt.date, lang: Lang) -> StatuteVersion:
    """The version in force that day.

    Raises:
        UsageError: none is known; says why.
    """
    version = statute.on(day)
    if version is not None:
        return version
    zh, en = STATES[statute.state_on(day)]
    spans = [span(version_json(one), True) for one in statute.versions]
    spans_en = [span(version_json(one), False) for one in statute.versions]
    raise UsageError.of(
        "SR732",
        f"《{statute.title}》在 {day}:{zh}",
        f"《{statute.title}》 on {day}: {en}",
        hint_zh=f"已知的版本:{';'.join(spans)}" if spans else statute.source,
        hint_en=f"versions known: {'; '.join(spans_en)}" if spans else statute.source,
    )


def parse_article(text: str) -> tuple[int, int]:
    """Number and suffix of 69, 第六十九条, 120之一.

    Raises:
        UsageError: it is none of these.
    """
    found = _ARTICLE.fullmatch(text.strip())
    number = read_number(found[1]) if found else None
    suffix = read_number(found[2]) if found and found[2] else 0
    if not number or suffix is None:
        raise UsageError.of(
            "SR733",
            f"“{text}”不是条号,请写成 69、第六十九条 或 120之一",
            f"“{text}” is no article; write 69, 第六十九条 or 120之一",
        )
    return number, suffix


def _last_article(version: StatuteVersion) -> tuple[str, str]:
    if not version.articles:
        return "", ""
    last = article_words(*max(version.articles))
    return f"该版本到{last}为止", f"that version ends with {last}"


def _show(statute: Statute, version: StatuteVersion, key: tuple[int, int], format: Format, lang: Lang) -> None:
    items = (version.articles or {})[key]
    move = version.moves.get(key)
    text = version.text(*key)
    rules = _rules(statute, version, key)
    if format is Format.JSON:
        before = move.before if move else key if version.compared_with else None
        print_json(
            {"title": statute.title, "article": key[0], "suffix": key[1]}
            | version_json(version)
            | {
                "paragraphs": list(items),
                "compared_with": version.compared_with,
                "before": list(before) if before else None,
                "changed": bool(move and move.changed) if version.compared_with else None,
                "text": text,
                "acts": [
                    {"act": rule.act, "title": title, "source": rule.source, "kinds": list(rule.kinds())}
                    for rule, title, _ in rules
                ],
            }
        )
        return
    zh = lang is Lang.ZH
    print(f"《{statute.title}》{article_words(*key)}({version.passed}) {span(version_json(version), zh)}")
    print(_structure(items, zh))
    if version.compared_with is not None:
        print(_change(version, key, zh))
    if text is not None:
        print(f"\n{text}")
    else:
        print(
            "本软件的数据只有条款结构,没有条文;用 supervision-rules law import 导入官方文本后可在此显示。"
            if zh
            else "The package holds the structure only, no sentences; import an official text: supervision-rules law import."
        )
    if rules:
        print("\n应处罚的行为:" if zh else "\nPunished acts:")
    for rule, title, title_en in rules:
        print(f"- {title if zh else title_en} {rule.source} {'、'.join(rule.kinds())}".rstrip())


def _rules(statute: Statute, version: StatuteVersion, key: tuple[int, int]) -> list[tuple[PenaltyRule, str, str]]:
    from supervision_rules.law import load_acts

    acts = load_acts()
    found = acts.rules_at(statute.title, version.passed, *key)
    return [(rule, acts.act(rule.act).title, acts.act(rule.act).title_en) for rule in found]


def _structure(items: Sequence[int], zh: bool) -> str:
    listed = [(number, count) for number, count in enumerate(items, 1) if count]
    if zh:
        parts = [f"第{chinese_number(number)}款 {count} 项" for number, count in listed]
        return f"结构:{len(items)} 款" + "".join(f",{part}" for part in parts)
    parts = [f"paragraph {number} with {count} items" for number, count in listed]
    return f"structure: {len(items)} paragraph(s)" + "".join(f", {part}" for part in parts)


def _change(version: StatuteVersion, key: tuple[int, int], zh: bool) -> str:
    move = version.moves.get(key)
    if move is not None and move.before is None:
        return f"与 {version.compared_with} 版相比:新增" if zh else f"against {version.compared_with}: new"
    before = move.before if move and move.before else key
    changed = move is not None and move.changed
    if zh:
        moved = f"原{article_words(*before)}," if before != key else ""
        return f"与 {version.compared_with} 版相比:{moved}{'变更' if changed else '未变'}"
    moved = f"was {article_words(*before)}, " if before != key else ""
    return f"against {version.compared_with}: {moved}{'changed' if changed else 'unchanged'}"


def _overview(statute: Statute, version: StatuteVersion, format: Format, lang: Lang) -> None:
    if format is Format.JSON:
        print_json(
            {"title": statute.title, "full_title": statute.full_title, "number": statute.number} | version_json(version)
        )
        return
    zh = lang is Lang.ZH
    print(f"《{statute.full_title}》({version.passed}) {span(version_json(version), zh)}")
    count = len(version.articles or ())
    print(
        (f"{count} 条" if zh else f"{count} articles")
        if version.known
        else ("条文不详" if zh else "articles not known")
    )
