"""What can go wrong with a file that is imported (导入中的问题)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from supervision_rules.errors import Place, Problem
from supervision_rules.law._statute_data import article_name
from supervision_rules.law._statutes import ArticleKey
from supervision_rules.law.importing._against import Difference
from supervision_rules.law.importing._sound import Doubts


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


def differs(path: Path, title: str, passed: dt.date, found: Difference, target: Path | None) -> Problem:
    """Not the version known: that imported before into `target`, else that of the law data."""
    parts = [
        (found.lacking, "缺第 {} 条", "lacks articles {}"),
        (found.surplus, "多出第 {} 条", "has articles {} that it shouldn't"),
        (found.changed, "第 {} 条的内容或款项不同", "has other words or paragraphs in articles {}"),
    ]
    zh = ";".join(words.format(_listed(keys, "、", "……")) for keys, words, _ in parts if keys)
    en = "; ".join(words.format(_listed(keys, ", ", " …")) for keys, _, words in parts if keys)
    if target is not None:
        zh, en = f"已经导入过,内容不同({zh}):{target}", f"has been imported with other words ({en}): {target}"
        hint_zh, hint_en = "(原文件留作 .bak)", "; the old one is kept as .bak"
    else:
        zh, en = f"与法规数据中的这个版本不一致:{zh}", f"isn't that version as the law data knows it: {en}"
        hint_zh = hint_en = ""
    return Problem(
        "SR430",
        f"《{title}》({passed}){zh}",
        f"《{title}》 ({passed}) {en}",
        Place(str(path)),
        hint_zh=f"请先检查文件是否完整、有无错漏,版本日期对不对;确认以新文件为准的,加上 --replace{hint_zh}",
        hint_en=f"is the file complete and its day right? Add --replace if the new file is right{hint_en}",
    )


def doubted(path: Path, title: str, passed: dt.date, doubts: Doubts) -> Problem:
    """A text that doesn't look whole; what it lacks counts as not known."""
    missing = tuple((number, 0) for number in doubts.missing)
    parts = [
        (missing, "缺第 {} 条", "lacks articles {}"),
        (doubts.repeated, "第 {} 条重复出现", "has articles {} twice"),
        (doubts.misplaced, "第 {} 条次序不对", "has articles {} out of order"),
    ]
    zh = [words.format(_listed(keys, "、", "……")) for keys, words, _ in parts if keys]
    en = [words.format(_listed(keys, ", ", " …")) for keys, _, words in parts if keys]
    if doubts.cut:
        zh, en = [*zh, "末尾的句子不完整"], [*en, "ends inside of a sentence"]
    if doubts.unended:
        zh, en = [*zh, "末尾没有施行条款"], [*en, "ends without saying when it takes effect"]
    return Problem(
        "SR432",
        f"《{title}》({passed})可能不完整:{';'.join(zh)}",
        f"《{title}》 ({passed}) may not be complete: it {'; '.join(en)}",
        Place(str(path)),
        hint_zh="已导入,缺少的条款按不能判断处理;请对照公布的文本,补全后加 --replace 再导入",
        hint_en="it was imported and what it lacks counts as not known; complete it and import it with --replace",
    )


def _listed(keys: Sequence[ArticleKey], joint: str, more: str) -> str:
    return joint.join(map(article_name, keys[:8])) + (more if len(keys) > 8 else "")


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
