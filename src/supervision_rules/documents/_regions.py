"""The parts of a decision (决定书的结构): head, facts, the sentence that decides, remedies, signature, what comes after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from supervision_rules.documents._dates import FoundDate
from supervision_rules.documents._document import Document
from supervision_rules.documents._organs import ORGAN
from supervision_rules.documents._titles import Title

Place = tuple[int, int]

_SANCTION = (
    r"(?:罚款|警告|没收|吊销|暂扣|停产|停业|关闭|拘留|通报|限制|处罚|从业|降低|处以|并处|"
    r"处\S{0,4}[\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖]+)"
)
_DECIDES = re.compile(
    rf"决定(?!书|之日|的|不服|所|前|后|机关|送达|信息|公示|公开|文书|文号|日期|时间|种类|"
    rf"类别|依据|部门|单位|如有|有异议|未)(?=[^。]{{0,160}}?{_SANCTION}|[^。]{{0,30}}如下)"
)
_GIVES = re.compile(
    rf"(?:给予|作出|处以)(?:你|当事人|其)?(?:单位|公司)?(?:以下|如下|下列)?(?:的)?(?:行政)?处罚(?:决定)?[：，]|"
    rf"(?:现|拟)?对[^。；]{{1,30}}(?:处以?|给予)(?=[^。；]{{0,20}}{_SANCTION})|(?:处罚(?:决定|"
    rf"内容|结果)[：\t])"
)
_CONCLUDES = re.compile(
    r"(?:根据|依据|依照|按照)《[^。]{4,400}?(?:，|的?规定|之规定|第[^。，；]{1,14}[条款项](?=对))[^。]{0,40}?(?P<verb>处以?|给予|没收|罚款|责令|吊销)"
)
_INTENDED = re.compile(
    r"(?:拟|告知|预告|事先)[^。；]{0,40}$|(?:曾|此前|原|前次|(?:19|20)\d\d年\d{1,2}月)[^，。；]{0,24}(?:被|"
    r"因)[^。；]{0,30}$"
)
_AFTER_DECISION = re.compile(
    r"履行方式|缴纳方式|缴款方式|(?:请|限|应当?|须|需|要求|在|自|于|你)[^。；\n]{0,30}(?:收到|"
    r"之日|接到|起)[^。；\n]{0,40}(?:缴|交纳|履行)|(?:到期|逾期|期满)(?:仍)?(?:不|未|"
    r"拒)|"
    r"不服|行政复议|每日按|(?:罚款|罚没款)[^。；\n]{0,10}(?:缴|交)(?:至|到|纳)|(?:应|"
    r"请|须)[^。；\n]{0,20}(?:缴纳|缴至|交至)|告知(?:你|当事人)[^。]{0,10}权利"
)
_FACTS = re.compile(
    r"经(?:依法)?(?:本机关|我局|本局|执法人员)?(?:立案)?(?:调查|审理|检查|查|核实)(?:查|"
    r"核实)?(?:明|实|证实|认定|，|：)|(?:现|已)?查明|违法事实|主要事实|基本案情|案件事实|"
    r"案情"
)
_LATE = re.compile(r"每日|逾期(?:不|未)(?:缴|履行|交)")
_CLOCK = re.compile(r"^\d{1,2}(?:时|:|点)(?:\d{1,2}分?)?")
_REMEDY = re.compile(r"不服|复议|诉讼|起诉")


@dataclass(frozen=True)
class Regions:
    """Where the parts of a decision are, in the folded text; None where a part is missing."""

    document: Document
    title: Title | None

    @cached_property
    def complete(self) -> bool:
        """Whether this is the decision itself from title to signature, so that what it leaves out it doesn't say."""
        words = self.document.text[self.title.start : self.title.end] if self.title else ""
        return "决定书" in words and self.decision is not None and self.signature is not None and not self.announces

    @cached_property
    def announces(self) -> bool:
        """Whether the document announces a decision made before (送达公告), so that its own date isn't the decision's."""
        return self.title is not None and "公告" in self.document.text[self.title.start : self.title.end]

    @cached_property
    def head(self) -> Place:
        """From the title to the facts."""
        start = self._before_title
        found = _FACTS.search(self.document.text, start)
        return start, found.start() if found else min(len(self.document.text), start + 600)

    @cached_property
    def _before_title(self) -> int:
        if self.title is None:
            return 0
        above = [line for line in self.document.source.lines if line[1] <= self.title.start][-2:]
        return above[0][0] if above else self.title.start

    @cached_property
    def facts(self) -> Place:
        """From the title to the decision: the facts may be told anywhere between, the head has few other dates."""
        start = self.title.end if self.title else 0
        return start, max(start, self.decision[0] if self.decision else len(self.document.text))

    @cached_property
    def decision(self) -> Place | None:
        """The words that decide, up to how the fine is paid or what remedies there are."""
        text = self.document.text
        remedy = self._remedy_start
        start = None
        for pattern in (_DECIDES, _CONCLUDES, _GIVES):
            places = [
                match.start("verb") if pattern is _CONCLUDES else match.start()
                for match in pattern.finditer(self.document.running, self.title.end if self.title else 0, remedy)
            ]
            places = [place for place in places if self._may_decide(place)]
            if places:
                start = self._first_of_last_run(places) if pattern is _DECIDES else places[-1]
                break
        if start is None:
            return None
        after = _AFTER_DECISION.search(text, start + 2)
        end = after.start() if after else len(text)
        if "\t" in text[slice(*self.document.line(start))]:
            end = min(end, self.document.line(start)[1])
        return start, min(end, start + 1500)

    def _first_of_last_run(self, places: list[int]) -> int:
        """The first of the deciding words that belong together: 决定如下 … 决定罚款 within one paragraph or list."""
        chosen = places[-1]
        for place in reversed(places[:-1]):
            if chosen - place > 200 or _AFTER_DECISION.search(self.document.text, place, chosen):
                break
            between = self.document.running[place:chosen]
            if "。" in between and "如下" not in between:
                break
            chosen = place
        return chosen

    def _may_decide(self, place: int) -> bool:
        """Whether deciding words are the agency's own of now: no quotation, no intention, no added fine for delay."""
        before = self.document.text[self.document.sentence(place)[0] : place]
        return not self.document.quoted(place) and not _INTENDED.search(before) and not _LATE.search(before)

    @cached_property
    def _remedy_start(self) -> int:
        """Where the party is told what it can do: the first 不服 or 复议 in the last part of the text."""
        text = self.document.text
        found = re.search(
            r"(?:如|若|对|当事人|你|您)[^。\n]{0,24}不服|不服本|申请行政复议|申请复议|提起(?:行政)?诉讼",
            text[self.title.end if self.title else 0 :],
        )
        return (self.title.end if self.title else 0) + found.start() if found else len(text)

    @cached_property
    def remedies(self) -> Place | None:
        """The sentences about reconsideration and suit."""
        text = self.document.text
        matches = [match.start() for match in _REMEDY.finditer(text, self.decision[0] if self.decision else 0)]
        if not matches:
            return None
        start = self.document.sentence(matches[0])[0]
        return start, self.document.sentence(matches[-1])[1]

    @cached_property
    def signature(self) -> tuple[Place, FoundDate] | None:
        """The last lines: the agency's name and the date by its seal."""
        dated = [date for date in self.document.dates if self._signs(date)]
        if not dated:
            return None
        date = dated[0]
        lines = [line for line in self.document.source.lines if line[0] <= date.start]
        start = lines[max(0, len(lines) - 5)][0]
        floor = self.decision[0] if self.decision else 0
        end = self.document.line(date.end)[1]
        following = self.document.line(min(end + 1, len(self.document.text)))
        if not ORGAN.search(self.document.text[start:end]) and following[0] > end:
            end = following[1]
        return (max(start, floor), end), date

    def _signs(self, date: FoundDate) -> bool:
        """Whether a date stands alone on a line, or beside the agency's name, after the decision."""
        text = self.document.text
        floor = self.decision[0] if self.decision else (self.title.end if self.title else 0)
        if not date.complete or date.start < floor:
            return False
        start, end = self.document.line(date.start)
        if any(item.start <= date.start < item.end and item.field != "agency" for item in self.document.labels):
            return False
        before, after = text[start : date.start].strip(), _CLOCK.sub("", text[date.end : end].strip())
        if after and not re.fullmatch(r"[（(]?(?:印章|盖章|公章|章|印)?[)）]?|（[^（）]{0,12}）", after):
            return False
        bare = re.sub(r"（[^（）]{0,12}）|[：\s　]|印章|盖章|日期", "", before)
        return not bare or ORGAN.fullmatch(bare) is not None
