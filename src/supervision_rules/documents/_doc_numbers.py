"""Numbers of decisions and court cases (文书文号、案号), told from those of other documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_YEAR = (
    r"(?:〔(?:19|20|[×X*x]{2})[\d×X*x]{2}〕|（(?:19|20|[×X*x]{2})[\d×X*x]{2}）|〔[一二][〇零一二三四五六七八九]{3}〕)"
)
_PREFIX = r"(?:[\u3400-\u9fffA-Za-z×*·\d]|（[\u3400-\u9fff×*A-Z]{1,6}）){1,24}?"
_SERIAL = (
    r"(?:[\u4e00-\u9fff]{0,4}?(?:字第|第|字)?"
    r"(?:（[\u4e00-\u9fff]{1,4}）)?)(?:[\dA-Za-z×X*某_\-—]{1,26}|（\d{1,8}）|[〇零一二三四五六七八九十百千]{1,8})"
)
_TO = rf"(?:号?[至到~](?:第)?(?:{_PREFIX}{_YEAR})?(?:第)?[\d\-]{{1,20}}|(?:、[\d\-]{{1,20}}){{1,20}})"
_NUMBER = re.compile(rf"(?P<prefix>(?:{_PREFIX}))(?P<year>{_YEAR})(?P<serial>{_SERIAL})(?P<to>{_TO})?号")
_PLAIN = re.compile(
    r"(?<![\d.])(?P<prefix>[\u3400-\u9fff]{2,14}(?:罚|决|处)(?:决)?字?)(?:第)?(?P<serial>(?:19|20)\d\d第?[\d\-]{3,20}|\d{10,20})号"
)
_YEAR_FIRST = re.compile(r"[（〔](?:19|20)\d\d[）〕][\u3400-\u9fff]{1,12}?(?:罚|处)(?:决)?字?第?\d{1,8}号")
_CASE = re.compile(
    r"(?:（(?:19|20)\d\d）|〔(?:19|20)\d\d〕)[\u3400-\u9fff]{1,2}\d{0,4}(?:行审复?|行审监|"
    r"行执审|行非审|非诉行审|非诉|行非诉|行执|执行审|行审执|行他|行复|行赔审|行初|行终|"
    r"执)(?:字)?(?:第)?\d{1,6}号(?:之[一二三四五六七八九十]{1,2})?"
)
_CUT = re.compile(
    r".*(?:作出的?|文号|编号|决定书|告知书|通知书|催告书|下达了?|送达了?|制作了?|发出了?|"
    r"收到了?|出具了?|申请执行|申请强制执行|行政处罚|强制执行|依据|根据|"
    r"撤销|维持|(?:局|支队|大队|总队|委员会|厅)(?=.{3})|被告|原告|按照|不服|关于|履行|"
    r"(?<!行)决定|执行|本院|裁定|准予|变更|以下简称)(?=.)"
)
_CUT_SHORT = re.compile(r".*[以的了对将向为于在及与和即是其该由据书号案](?=.)")
_OFFICE_APART = re.compile(r"[\u3400-\u9fff]{1,10}税[\u3400-\u9fff]{0,3} ")
"""A tax office before its number: 云东税一所 简罚〔2025〕305号."""
_OTHER_KIND = re.compile(
    r"(?:告|催|听|改|立|通|证|封|扣|强|调|协|检|鉴|勘|询|停|先|责|审|函|复|移|催告|认|"
    r"解|延|登|保|许|公告)(?:知|改|停|通|催|定|决)?(?:字)?$"
)
_PENALTY = re.compile(r"罚|处决|公交决|决字|处字|处$|决$")
_RANGE_END = re.compile(
    r"(?P<first>\d+)号?[至到~](?:第)?(?:[^\d]{1,20}[〔（](?:19|20)\d\d[〕）](?:第)?)?(?P<last>\d+)号$"
)


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A document's number: its place in the folded text; `kind` by the words before its year."""

    start: int
    end: int
    kind: str

    @property
    def penalty(self) -> bool:
        """Whether it names itself the number of a penalty decision."""
        return self.kind == "penalty"


def find_numbers(folded: str, start: int = 0, end: int | None = None) -> Iterator[FoundNumber]:
    """The numbers of documents within a place, those of court cases apart."""
    end = len(folded) if end is None else end
    cases = [match.span() for match in _CASE.finditer(folded, start, end)]
    place = start
    while match := _NUMBER.search(folded, place, end):
        place = match.end()
        if any(low <= match.start("year") < high for low, high in cases):
            continue
        first = _begin(folded, match)
        line = folded.rfind("\n", 0, first) + 1
        if _OFFICE_APART.fullmatch(folded, line, first):
            first = line
        prefix = folded[first : match.start("year")].replace(" ", "")
        if prefix and not prefix.isdigit():
            yield FoundNumber(first, match.end(), _kind(prefix + match["serial"]))
    for match in _YEAR_FIRST.finditer(folded, start, end):
        yield FoundNumber(match.start(), match.end(), "penalty")
    for match in _PLAIN.finditer(folded, start, end):
        if "〔" not in match.group():
            yield FoundNumber(_begin(folded, match), match.end(), "penalty")


def find_cases(folded: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The places of court case numbers."""
    return [match.span() for match in _CASE.finditer(folded, start, len(folded) if end is None else end)]


def expand(number: str) -> tuple[str, ...]:
    """The single numbers of a range 101号至103号; any other number is itself alone."""
    match = _RANGE_END.search(number)
    if match is None:
        return (number,)
    first, last = match["first"], match["last"]
    head = number[: match.start("first")]
    low = int(first)
    high = int(last) if len(last) >= len(first) else int(first[: len(first) - len(last)] + last)
    if not low <= high <= low + 500:
        return (number,)
    return tuple(f"{head}{serial:0{len(first)}d}号" for serial in range(low, high + 1))


def _begin(folded: str, match: re.Match[str]) -> int:
    """Where the number begins: its prefix without the words of the sentence that run into it.

    Short words are cut off only within a sentence, as they are parts of place names too (和, 于).
    """
    prefix = match["prefix"]
    begin = match.start("prefix")
    cut = _CUT.match(prefix)
    if cut:
        begin += cut.end()
    within = begin > 0 and folded[begin - 1] not in "\n\t（）《》：，。；、 “”"
    if (within or len(prefix) > 12) and (short := _CUT_SHORT.match(folded[begin : match.end("prefix")])):
        begin += short.end()
    elif folded[begin] in "对将向以因按据经":
        begin += 1
    return match.start("prefix") if folded[begin : match.end("prefix")] in ("字", "第", "") else begin


def _kind(prefix: str) -> str:
    word = re.sub(r"(?:第|字|\d|[A-Za-z×*\-—_])+$", "", prefix)
    if _OTHER_KIND.search(word):
        return "other"
    return "penalty" if _PENALTY.search(word) else "unclear"
