"""Which titles are those of statutes, what notes stand behind them, and names without brackets (法规名称).

A title counts as a statute's by how it ends. 法, 条例, 办法 and their like always do; 批复, 意见, 通知 and other papers
of organs do where an article or a document number stands behind them, or they are an organ's paper 关于 something with
an article; 决定 only where it is one 关于 something. Decisions, records, licences, forms and contracts never do.
"""

from __future__ import annotations

import re

from supervision_rules.law._numerals import NUMERAL_CHARACTERS, read_number

KINDS = (
    "实施条例|实施细则|实施办法|司法解释|裁量基准|裁量标准|暂行条例|暂行规定|暂行办法|管理办法|管理规定|"
    "条例|办法|规定|规则|细则|解释|规章|法规|法典|标准|基准|法(?![院官警律规定人医])"
)
"""How a statute is called when it is meant again (该条例, 同法), as alternatives of a regular expression."""

_ALWAYS = re.compile("(?:法|法典|条例|办法|规定|规则|细则|解释|标准|基准|修正案|实施意见|裁量权?适用规则)$")
_NEVER = re.compile("(?:违法|依法|执法|方法|做法|立法|司法|合法|非法|守法|犯法|枉法|用法|看法|说法|手法|书法|技法)$")
_PAPERS = re.compile("(?:批复|意见|通知|公告|通告|复函|答复|函|规范|规程|准则|守则|指南|清单|目录|方案|令|纪要)$")
_DOCUMENTS = re.compile(
    "(?:书|合同|协议|证|证明|照|表|单|笔录|记录|报告|票|票据|收据|卡|档案|章程|手册|决定|凭证|图|照片|登记|台账|公约约定)$"
)
_TAIL = re.compile(r"(?:\([^()]{1,30}\)|\[[^\[\]]{1,30}\])$")

_YEAR = r"(?P<year>\d{4}|[一二][零〇○一二三四五六七八九O]{3})年?"
_DATE = re.compile(_YEAR + rf"(?:(?P<month>[{NUMERAL_CHARACTERS}]{{1,3}})月(?P<day>[{NUMERAL_CHARACTERS}]{{1,3}})日)?")
_VERSION = re.compile(
    _DATE.pattern
    + "(?:第[一二三四五六七八九十0-9]+次)?(?:最新|新)?(?:修订|修正|修改|公布|发布|颁布|通过)?(?:版|版本|本|稿)?"
)
_AMENDED = re.compile("修订|修正|修改")
_NOTE = re.compile("修订|修正|修改|版|令|号|简称|下称|统称|公布|发布|施行|实施|通过|试行|暂行|以下称|[0-9]{4}")
_ARTICLE = re.compile(rf"第?[{NUMERAL_CHARACTERS}]{{1,9}}条")
_BEFORE = re.compile(_DATE.pattern + "(?:第[一二三四五六七八九十]次)?(?:最新|新)?(?:修订|修正|修改)(?:后|版)?的?$")

BARE_VERSION = re.compile(
    _DATE.pattern + "(?:第[一二三四五六七八九十]次)?(?:最新|新)?(?:(?:修订|修正|修改)(?:版|本|稿)?|版|版本)"
)
"""A version that stands behind a title without parentheses (2022年修订版)."""

NUMBER = re.compile(
    r"(?:[\u4e00-\u9fff]{1,12}[\[(]\d{4}[\])]第?\d{1,5}号|[\u4e00-\u9fff]{2,16}令?(?:\d{4}年)?第\d{1,5}号(?:令)?|"
    r"(?:GB|JT|GA|HJ)[/A-Z]{0,3}\d{1,6}(?:\.\d+)?-\d{2,4})"
)
"""A document number as it stands behind a title (法释[2018]1号, 国务院令第709号)."""


def ends_like_statute(title: str) -> bool:
    """Whether a title is a statute's by its end alone (行政处罚法, 关于修改…的决定)."""
    bare = _without_tail(title)
    if _NEVER.search(bare):
        return False
    return bool(_ALWAYS.search(bare)) or bool(re.search("(?:关于|对).*的决定$", bare))


def may_be_statute(title: str, article: bool, number: bool) -> bool:
    """Whether a title is a statute's, seeing what stands behind it.

    Args:
        title: without its brackets.
        article: whether an article follows it.
        number: whether a document number follows it.
    """
    bare = _without_tail(title)
    if ends_like_statute(title):
        return True
    if _PAPERS.search(bare):
        return article or (number and "关于" in bare)
    return article and not _DOCUMENTS.search(bare) and not _NEVER.search(bare)


def is_note(inside: str) -> bool:
    """Whether a parenthesis behind a title says something of it (2022年修订, 国务院令第709号, 以下简称…)."""
    return bool(_NOTE.search(inside)) and not _ARTICLE.search(inside)


def version_of(note: str) -> str | None:
    """The version that a note names: 2022 of 2022年修订, 2021-01-22 of 2021年1月22日修订; None where it names none."""
    note = re.split("以下|下称|简称", note, maxsplit=1)[0].strip(",;、。")
    if whole := _VERSION.fullmatch(note):
        return _iso(whole)
    amended = [found.start() for found in _AMENDED.finditer(note)]
    if not amended:
        return None
    dates = [found for found in _DATE.finditer(note) if found.start() < amended[-1]]
    return _iso(dates[-1]) if dates else None


def version_before(words: str) -> str | None:
    """The version named right before a title (2022年修订的《…》); None where there is none."""
    found = _BEFORE.search(words)
    return _iso(found) if found else None


def split_version(title: str) -> tuple[int, str | None]:
    """How many characters at a title's end are a note that names a version, and the version."""
    tail = _TAIL.search(title)
    if not tail or tail.start() == 0 or not (_AMENDED.search(tail[0]) or re.fullmatch(r".\d{4}年?版?.", tail[0])):
        return 0, None
    version = version_of(tail[0][1:-1])
    return (len(tail[0]), version) if version else (0, None)


def _without_tail(title: str) -> str:
    """The title without the parentheses it may end in (（试行）, （二）)."""
    while tail := _TAIL.search(title):
        title = title[: tail.start()]
    return title.rstrip("》〉”")


def _iso(found: re.Match[str]) -> str | None:
    year, month, day = (found[part] and read_number(found[part]) for part in ("year", "month", "day"))
    if not year:
        return None
    return f"{year:04}-{month:02}-{day:02}" if month and day else f"{year:04}"
