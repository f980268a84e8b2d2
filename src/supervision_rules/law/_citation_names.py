"""Statutes named without brackets, right before an article (行政处罚法第二十八条)."""

from __future__ import annotations

import re
from collections.abc import Container

from supervision_rules.law._citation_text import FlatText, Span
from supervision_rules.law._citation_titles import NUMBER, ends_like_statute, is_note

_LONGEST = 60
_RUN = re.compile(r"[\u4e00-\u9fff·]+$")
_CLOSING = re.compile(r'[》〉”"\]]$')
_KIND = re.compile("(?:法|条例|办法|规定|规则|细则|解释|基准|标准)$")
# 和, 及 and 与 part two statutes only behind what can end a citation: 道路货物运输及站场管理规定 is one name.
_BREAK = re.compile(
    "根据|依据|依照|按照|遵照|比照|参照|对照|违反|触犯|违背|不符合|符合|援引|引用|属于|构成|认为|认定|规定的|(?<!关于)适用(?!法律)|"
    "应当|不得|超过|可以|必须|不受|(?<!关于)审理|提交|履行|按|依(?!法)|详见|参见|我国|现行|以及|(?<=[条款项目号法例定则释])(?:及|和|与|或者|或|暨)|^(?:及|和|与|或者|或|暨|并)"
)
# Words that end like a statute and name none: headings of chapters, and 有关规定.
_HEADING = re.compile("[节章].*|.{0,2}(?:一般|特别|其他|有关|相关|下列|共同|通行|具体|以上)规定")
_AFTER_BREAK = re.compile("^(?:了|的|是|其|新|我国|现行|修订后的|修正后的)+")

_NEAR = 300
_ORGAN = "最高人民法院|最高人民检察院|全国人民代表大会常务委员会|全国人大常委会|国务院|公安部|司法部|财政部|交通运输部"
_APPLIES = re.compile(
    rf"(?P<organ>(?:{_ORGAN})(?:[、和](?:{_ORGAN}))*)?"
    "(?P<about>(?:关于|对)[\u4e00-\u9fff、]{0,30}?(?:适用|执行|实施|贯彻|施行)(?:执行|实施)?(?:中华人民共和国)?)$"
)
_REST = re.compile(
    "(?:[\u4e00-\u9fff]{0,16}?问题)?的(?:若干|补充|有关)?(?P<kind>解释|规定|意见|批复|答复)(?:\\([一二三四五六七八九十]\\))?"
)

GENERIC = frozenset({"条例", "办法", "细则", "规则", "规定", "解释", "标准", "基准", "法", "该法", "本法"})
"""Words that name a kind of statute and no statute."""


def name_before(text: FlatText, first: int, position: int, known: Container[str] = ()) -> Span | None:
    """The name that stands right before a position.

    A note may follow it (（2022年修订）). A name that no word like 根据 leads begins where its line does.

    Args:
        text: the text.
        first: where a name may begin at the earliest (where what was read before ends).
        position: where the article begins.
        known: names that the text has used, which end what runs into one of them (应当执行行政诉讼法第十八条).

    Returns:
        Where it stands; None where no name does.
    """
    flat = text.flat
    first = max(first, position - _LONGEST)
    opening = text.opening.get(position - 1, -1) if flat[position - 1 : position] == ")" else -1
    noted = first <= opening and is_note(flat[opening + 1 : position - 1])
    end = opening if noted else position
    end -= bool(_CLOSING.search(flat[first:end]))
    if flat[end - 1 : end] == "号":
        numbers = [found for found in NUMBER.finditer(flat, first, end) if found.end() == end]
        return _trimmed(flat, numbers[0].start(), end) if numbers else None
    run = _RUN.search(flat[first:end])
    if run is None or not _KIND.search(run[0]):
        return None
    base = first + run.start()
    start = _begin(run[0], [place for place in range(1, len(run[0]) - 3) if text.broken_at(base + place)])
    start = _known_begin(run[0], start, known)
    name = run[0][start:]
    if _HEADING.fullmatch(name):
        return None
    if name not in GENERIC and (len(name) < 3 or not ends_like_statute(name)):
        return None
    return Span(base + start, end)


def name_around(text: FlatText, first: int, start: int, close: int) -> Span | None:
    """The name without brackets of which a title in brackets is only a part (最高人民法院关于适用《…法》的解释).

    Args:
        text: the text.
        first: where a name may begin at the earliest.
        start: where the title's bracket opens.
        close: where it closes.

    Returns:
        Where the whole name stands; None where the title is none's part.
    """
    behind = _REST.match(text.flat, close + 1)
    before = _APPLIES.search(text.flat[max(first, start - _LONGEST) : start]) if behind else None
    if behind is None or before is None:
        return None
    organ = before["organ"]
    if not organ and behind["kind"] != "解释":
        return None
    begin = before.start("organ") if organ else before.start("about")
    return Span(max(first, start - _LONGEST) + begin, behind.end())


def name_meant(text: FlatText, position: int, kind: str) -> Span | None:
    """The name without brackets that ends in a word like 条例 and stands nearest before a position."""
    at = text.flat.rfind(kind, max(0, position - _NEAR), position)
    if at < 0:
        return None
    name = name_before(text, 0, at + len(kind))
    return name if name and name.end - name.start > len(kind) + 1 else None


def _begin(run: str, lines: list[int]) -> int:
    """Where in a run of characters the name begins."""
    breaks = [found.end() for found in _BREAK.finditer(run) if run[found.end() :]]
    start = breaks[-1] if breaks else max(lines, default=0)
    if more := _AFTER_BREAK.match(run[start:]):
        start += more.end()
    name = run[start:]
    if "关于" not in name:
        cut = name.rfind("的") + 1
        if cut and not re.fullmatch("若干规定|规定|解释|办法|规则", name[cut:]):
            start, name = start + cut, name[cut:]
        if (state := name.rfind("中华人民共和国")) > 0:
            start += state
    return start


def _known_begin(run: str, start: int, known: Container[str]) -> int:
    """Where the longest name known begins, unless a place or organ before it makes it another statute's name."""
    for place in range(start, len(run) - 3):
        if run[place:] in known:
            return start if place > start and run[place - 1] in "省市县区州盟旗国部委局院施" else place
    return start


def _trimmed(flat: str, start: int, end: int) -> Span:
    """A document number without the words before it (根据法释…)."""
    offset = max((found.end() for found in _BREAK.finditer(flat[start:end])), default=0)
    return Span(start + offset, end)
