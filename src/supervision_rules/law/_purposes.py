"""What a provision is cited for: violated, basis of the penalty, or a step of the procedure (引用的目的).

The nearest of the words 违反, 依据 and their like before a citation in its sentence says it; a list shares the word
before it. 依据 leads the basis of the penalty or that of a step of the procedure: the first telling word behind the
list decides (给予, 罚款, 裁定如下 / 申请行政复议, 陈述, 加处罚款), else the word right before. Without any such word: the basis.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from supervision_rules.law._citation_text import FlatText
from supervision_rules.law._citations import Citation


class Purpose(StrEnum):
    """What a provision is cited for (引用的目的)."""

    VIOLATED = "violated"
    BASIS = "basis"
    PROCEDURE = "procedure"


def purposes(text: str, citations: Sequence[Citation]) -> tuple[Purpose, ...]:
    """What each citation is cited for.

    Args:
        text: the text that the citations were read from.
        citations: some or all of its citations, in the order of the text.

    Returns:
        One purpose for each citation, in their order.
    """
    plain = _Masked(text, citations)
    found: list[Purpose] = []
    for group in plain.groups():
        found += [_purpose(plain, group)] * group.size
    return tuple(found)


_CITED = "\ufffc"  # stands for every character of a citation or of a title, whose words tell nothing here
_TITLED = "\ufffb"
_VIOLATED = "违反条款|违法依据|违反依据|违法条款|定性依据|违则|(?<![不未])违反(?!了?本(?:条例|法|办法|规定))|违背|触犯|不符合|有悖|抵触"
_BASIS = "处罚依据|法律依据|罚则|依据|根据|依照|按照|遵照|比照|参照|参考|对照|援引|适用|结合|应受|应依|应按"
_CUE = re.compile(rf"(?P<violated>{_VIOLATED})|(?P<basis>{_BASIS}|[依按据](?=[{_CITED}“]))")
_STOP = re.compile("[。!?！？]")
_VIOLATION_BEHIND = re.compile(
    "[》)”]*(?:的|之|中)?(?:(?:规定)?的?所(?:指|列|称|述|规定|禁止)|规定)的?"
    f"[^,。;:对给予处{_CITED}]{{0,16}}?(?:违法行为|违法情形|禁止性规定)"
)
_STEP = (
    "决定(?:立案|延期|延长|举行|受理|不予受理|先行)|现将|复议|诉讼|起诉|陈述|申辩|听证|催告|加处|滞纳金|送达|缴纳|缴至|缴付|缴款|强制执行|申请人民法院|申请法院|告知|回避|延期|分期|暂缓|"
    "立案|登记保存|当场收缴|公示|公开|管辖|法制审核|调查取证|查封|扣押|代履行|执法证件|不停止执行|授权|委托"
)
_PENALTY = (
    "给予|处以|并处|(?:裁定|判决)(?!书|之日)|(?<!加)处(?=[0-9０-９一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾两人以])|罚款(?!数额|金额|总额|的?百分|本金|额)|没收|吊销|警告|暂扣|从轻|减轻|从重|从宽|不予行政处罚|不予处罚|"
    "责令|(?<!加)(?<!不服)(?<!不服行政)(?:行政)?处罚(?!决定|告知|意见|款|机关|不服)|"
    "(?:作出|做出)(?!的|(?:本|该|上述|具体)?(?:行政)?(?:处罚)?(?:行为|决定)?(?:的(?:机关|行政机关|部门)|之日))|"
    "(?<!本)(?<!该)(?<!处罚)决定(?!书|之日|的机关)"
)
_TELLING = re.compile(f"(?P<step>{_STEP})|(?P<penalty>{_PENALTY})")
_DISCUSSED = re.compile(
    "集体讨论"
)  # the step itself only where no penalty follows, or the law on the procedure is cited
_REMEDY_LAW = re.compile("行政复议法|行政诉讼法|行政强制法|行政诉讼证据")
_LED = re.compile(f"[^,。;]{{0,12}}?{_CITED}")
_FAR = 300  # characters behind a list in which its purpose may be told
_NEAR = 24  # characters before 依据 in which a step of the procedure says what it leads to


@dataclass(frozen=True, slots=True)
class _Group:
    """Citations that one list holds, with its stretch of the flat text."""

    start: int
    end: int
    size: int
    title: str


class _Masked:
    """The flat text of which citations and titles are blotted out, with its sentences."""

    def __init__(self, text: str, citations: Sequence[Citation]) -> None:
        flat = FlatText.of(text)
        characters = list(flat.flat)
        for opening, closing in flat.titles.items():
            if closing - opening <= 150 and characters[opening] != _TITLED:
                characters[opening : closing + 1] = _TITLED * (closing + 1 - opening)
        self._citations = citations
        self._spans = [
            (bisect_right(flat.places, citation.start - 1), bisect_right(flat.places, citation.end - 1))
            for citation in citations
        ]
        for start, end in self._spans:
            characters[start:end] = _CITED * (end - start)
        self.text = "".join(characters)
        self._stops = [-1, *(found.start() for found in _STOP.finditer(self.text)), len(self.text)]
        self._cues = list(_CUE.finditer(self.text))
        self._cue_starts = [cue.start() for cue in self._cues]
        self._leading = [cue.start() for cue in self._cues if _LED.match(self.text, cue.end())]

    def groups(self) -> Iterator[_Group]:
        """Citations with no more than the marks of a list between them."""
        first = 0
        for index in range(1, len(self._spans) + 1):
            if index < len(self._spans):
                between = self.text[self._spans[index - 1][1] : self._spans[index][0]]
                if len(between) <= 12 and re.fullmatch(
                    rf"(?:[、,;/()及和与或并至到-]|以及|之?的?规定|{_TITLED})*", between
                ):
                    continue
            title = self._citations[first].title
            start, end = self._spans[first][0], max(end for _, end in self._spans[first:index])
            yield _Group(start, end, index - first, title)
            first = index

    def sentence(self, position: int) -> tuple[int, int]:
        """Where the sentence of a position begins and ends."""
        index = bisect_right(self._stops, position)
        return self._stops[index - 1] + 1, self._stops[min(index, len(self._stops) - 1)]

    def cue_before(self, start: int, position: int) -> re.Match[str] | None:
        """The nearest of the words that lead a citation, between two positions."""
        index = bisect_right(self._cue_starts, position - 1) - 1
        return self._cues[index] if index >= 0 and self._cue_starts[index] >= start else None

    def next_led(self, position: int, end: int) -> int:
        """Where the next word that leads a citation stands, else the end given."""
        index = bisect_left(self._leading, position)
        return min(end, self._leading[index]) if index < len(self._leading) else end


def _purpose(plain: _Masked, group: _Group) -> Purpose:
    begin, end = plain.sentence(group.start)
    end = min(end, group.end + _FAR)
    if _VIOLATION_BEHIND.match(plain.text, group.end, end):
        return Purpose.VIOLATED
    cue = plain.cue_before(begin, group.start)
    if cue is None:
        return Purpose.BASIS
    if cue["violated"]:
        return Purpose.VIOLATED
    led = plain.next_led(group.end, end)
    told = _TELLING.search(plain.text, group.end, led)
    discussed = _DISCUSSED.search(plain.text, group.end, told.start() if told else led)
    if discussed and (told is None or group.title.endswith("行政处罚法")):
        return Purpose.PROCEDURE
    if told:
        return Purpose.PROCEDURE if told["step"] else Purpose.BASIS
    before = list(_TELLING.finditer(plain.text, max(begin, cue.start() - _NEAR), cue.start()))
    if (before and before[-1]["step"]) or _REMEDY_LAW.search(group.title):
        return Purpose.PROCEDURE
    return Purpose.BASIS
