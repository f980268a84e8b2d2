"""Statutes with the versions known, from the law data (法规)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from _reference.markdown import code, table
from supervision_rules.cli._statutes_print import KINDS
from supervision_rules.law import Statute, StatuteVersion, load_statutes

_INTRO = """# 法规 / Statutes

随项目提供的法规及其版本。数据只有条、款、项的结构和条号的对照,没有条文;条文和其他法规[自行导入](../howto/import-statutes.md)。
命令 `supervision-rules law list` 列出同样的内容,连同导入的。版本以通过或公布之日命名。没有列出的版本,其条文不知道,依靠它的判断
列为无法核实;罚则见[应受处罚的行为](acts.md)。

*English.* The statutes that come with the project. The data holds the structure of articles, paragraphs and items, and where an article
moved, no sentences. A version not listed is not known, and what rests on it can't be told.
"""


def page() -> str:
    """All statutes of the package's law data."""
    known = [statute for statute in load_statutes() if statute.versions]
    gone = [statute for statute in load_statutes() if not statute.versions]
    head = ("法规", "简称 short", "种类 kind", "版本 version", "施行 from", "至 to", "条数", "有罚则 punishing")
    parts = [_INTRO, table(head, (row for statute in known for row in _rows(statute)))]
    parts.append("已废止、条文不详的 / repealed, articles not known:\n")
    parts.append(table(("法规", "施行到 in force to"), ((one.title, _last(one.repealed_on)) for one in gone)))
    return "\n".join(parts)


def _rows(statute: Statute) -> Iterator[tuple[object, ...]]:
    for version in statute.versions:
        yield (
            statute.title,
            "、".join(statute.short_titles),
            " ".join(KINDS[statute.kind]),
            code(version.passed),
            version.effective_from,
            version.effective_to or "",
            _count(version),
            "是 yes" if statute.punishing else "",
        )


def _count(version: StatuteVersion) -> str:
    return "不详 not known" if version.articles is None else str(len(version.articles))


def _last(repealed_on: dt.date | None) -> str:
    return str(repealed_on - dt.timedelta(days=1)) if repealed_on else ""
