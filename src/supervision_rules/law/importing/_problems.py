"""What can go wrong with a file that is imported (导入中的问题)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from supervision_rules.errors import Place, Problem


def unsupported(path: Path) -> Problem:
    """A format that isn't read."""
    kind = path.suffix.lower().lstrip(".") or "?"
    return Problem(
        "SR420",
        f"不能导入 {kind} 格式",
        f"the format {kind} can't be imported",
        Place(str(path)),
        hint_zh="可导入 Markdown(.md)、纯文本(.txt)和 .docx;.doc、.wps 请另存为 .docx",
        hint_en="Markdown (.md), plain text (.txt) and .docx can; save .doc and .wps as .docx",
    )


def no_text(path: Path) -> Problem:
    """A file that holds no statute's text."""
    return Problem(
        "SR426",
        "文件里没有法规正文",
        "the file holds no statute's text",
        Place(str(path)),
        hint_zh="请检查文件是否完整;目录页、扫描件不能导入",
        hint_en="is it complete? Index pages and scans can't be imported",
    )


def no_title(path: Path) -> Problem:
    """A text without a title."""
    return Problem(
        "SR426",
        "看不出法规的标题",
        "no title can be seen",
        Place(str(path)),
        hint_zh="请把文件命名为 标题(通过日期).md",
        hint_en="name the file TITLE(DAY PASSED).md",
    )


def no_day(path: Path, title: str) -> Problem:
    """A version whose day of passing isn't told."""
    return Problem(
        "SR427",
        f"《{title}》没有写通过或公布日期,分不清是哪个版本",
        f"《{title}》 tells no day of passing or publication: which version it is can't be told",
        Place(str(path)),
        hint_zh=f"请把文件改名为 {title}(2023-07-20){path.suffix} 这样的形式,括号里写通过或公布日期",
        hint_en=f"name the file like {title}(2023-07-20){path.suffix}, with the day it was passed",
    )


def no_force(path: Path, title: str, passed: dt.date, reason: tuple[str, str]) -> Problem:
    """A version whose first day in force isn't told."""
    return Problem(
        "SR428",
        f"《{title}》({passed})的施行日期不明:{reason[0]}",
        f"when 《{title}》 ({passed}) took effect isn't known: {reason[1]}",
        Place(str(path)),
        hint_zh=f"查明修改决定或公布令后,加上 --effective '{title}({passed})=日期',日期如 2023-07-20",
        hint_en=f"look it up in the amending decision, then add --effective '{title}({passed})=DATE', like 2023-07-20",
    )


def conflict(path: Path, title: str, passed: dt.date, others: Sequence[str]) -> Problem:
    """Two files that say they are the same version, with different words."""
    return Problem(
        "SR429",
        f"《{title}》({passed})有几个文件,内容不同:{'、'.join(others)}",
        f"《{title}》 ({passed}) comes in several files whose words differ: {', '.join(others)}",
        Place(str(path)),
        hint_zh="请只留一个,或者改正文件名中的日期",
        hint_en="keep one, or correct the day in a file's name",
    )


def differs(path: Path, title: str, passed: dt.date, target: Path, articles: Sequence[str]) -> Problem:
    """A version already imported with other words."""
    named = "、".join(articles[:8]) + ("等" if len(articles) > 8 else "")
    return Problem(
        "SR430",
        f"《{title}》({passed})已经导入过,内容不同(第 {named} 条):{target}",
        f"《{title}》 ({passed}) has been imported with other words (articles {', '.join(articles[:8])}): {target}",
        Place(str(path)),
        hint_zh="确认以新文件为准的,加上 --replace(原文件留作 .bak)",
        hint_en="add --replace if the new file is right; the old one is kept as .bak",
    )


def same_day(path: Path, title: str, passed: dt.date, other: dt.date, day: dt.date) -> Problem:
    """Two versions of one statute that would take effect on the same day."""
    return Problem(
        "SR429",
        f"《{title}》的 {passed} 和 {other} 两个版本都自 {day} 起施行",
        f"two versions of 《{title}》, {passed} and {other}, would both take effect on {day}",
        Place(str(path)),
        hint_zh="同一文本重复的请删去一个;文件名中的日期有误的请改正",
        hint_en="drop one if the text is the same; correct the day in a file's name if it is wrong",
    )
