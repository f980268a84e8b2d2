"""When things were done (日期): the act, its discovery, the case opened, the decision, its service, the time to pay."""

from __future__ import annotations

import re
from dataclasses import replace

from supervision_rules.documents._dates import FoundDate
from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, PLACED, Field
from supervision_rules.documents._regions import Place, Regions

_LABELLED = ("occurred_on", "found_on", "opened_on", "decided_on", "served_on", "pay_by", "performed_on")
_FOUND = re.compile(
    r"查获|查处|检查(?:时|中)?发现|发现|检查|巡查|稽查|抽查|核查|查验|执法(?:人员|检查|"
    r"巡查)|移送|线索|(?:检定|检测|鉴定)机构|拦停|拦查|截停|被[^，。]{0,16}查|接(?:到)?(?:群众|"
    r"12345|12328|12315)?[^，。]{0,12}(?:举报|投诉|报警|转办|移送)|执勤(?:民警|人员|巡)"
)
_SPOTTED = re.compile(r"查获|查处|发现|拦停|拦查|截停|被[^，。]{0,16}查")
_ON_THE_SPOT = re.compile(
    r"驾驶|行驶|驶入|运载|载运|载客|装载|超限|停放|通行|途经|行至|正在|当场|营运|揽客|"
    r"候客|占用|挖掘|堆放|乱扔|闯|饮酒|横穿|穿行|未随车携带|未携带|掉落|遗洒|遗撒|散落|"
    r"抛撒|施工|经营|携带|提供|遗撒|装运|运费|无证|乘客|乘坐"
)
_ACT = re.compile(
    r"(?<!对)(?<!向)(?<!询问)(?:当事人|被处罚(?:人|单位)|你(?:单位|公司)|该(?:公司|单位|"
    r"车))|放行|(?:的)?行为|从事|实施|驾驶|运输(?!局|厅|主管|部门|执法|综合)|经营(?!部|"
    r"场所)|雇佣|擅自|未经|使用|允许|转让|出租|签发|销售|生产|占用|挖掘|设置|采伐|损坏|"
    r"改装|装载|指使|变更|拒|未"
)
_NOT_ACT = re.compile(
    r"立案|告知|送达|询问|笔录|勘验|鉴定|检测报告|称重单|证明|照片|通知书|听证|陈述|申辩|"
    r"(?<!未经)(?<!未获)批准|成立|登记(?!事项)|注册|(?<!未)(?<!未依法)取得|领取|核发|"
    r"审批|修订|施行|公布|实施的|聘用|签订|有效期|到期|曾因|曾被|出生|罚款|(?<!被)处罚(?!人|"
    r"单位|当事人)|责令|改正|备案回执|缴纳|会审|审理|集体讨论|"
    r"复查|复核|出具|提取|提交|整改|前科|再次检查|承认|照前|打印"
)
_OPENED = re.compile(r"立案")
_NOT_OPENED = re.compile(r"不予立案|未立案|立案(?:号|标准|追诉|前)")
_SERVED = re.compile(r"送达|签收|收到|收件")
_SERVED_AFTER = re.compile(r"(?:本|该)?(?:处罚)?决定书?[^。\n]{0,12}(?:已)?于?[^。\n]{0,24}送达")
_PAY = re.compile(r"(?:之?前|以前|止|内)?[^。；\n]{0,30}?(?:缴|交纳|交至|交到|履行|汇入|存入)")
_PAY_BEFORE = re.compile(r"(?:于|在|限|截至|至|应|请|到|须|需|前|最迟)[^。；\n\d]{0,16}$")
_REFUSED = re.compile(
    r"拒不改正|仍未(?:改正|整改|备案|办理|投保|履行)|逾期(?:仍)?(?:未|不)(?:改正|整改|"
    r"备案|办理)|拒绝改正|未(?:按期|按要求)?改正"
)
_CONDITIONAL = re.compile(r"(?:逾期|拒)[^。；，]{0,12}的[，，]|如逾期|若逾期")
_BORN = re.compile(r"[，（]?(?:出)?生")
_TELLING = frozenset({"facts", "violation", "content", "content_and_basis", "occurred_on", "found_on"})
_MADE = re.compile(r"(?:依法)?(?:对[^，。；]{1,40})?(?:作出|做出)[^。；]{0,50}决定")
_GOES_ON = re.compile(r"^起|至今|^以来")
_MENDED = re.compile(r"[，]?[^，。；]{0,12}(?:已|完成|主动)[^，。；]{0,8}(?:改正|整改)")
_CASE_OPENED = re.compile(r"[^，。；]{0,60}立案")
_SUBJECT_BEFORE = re.compile(
    r"(?<!对)(?<!向)(?:当事人|被处罚(?:人|单位)|你(?:单位|公司|店)?|该(?:公司|单位|车|店))(?:于|自|在)?$"
)
_DUE = re.compile(r"(?:之|以)?前")
_BEFORE_OTHER = re.compile(
    r"(?:发布|公示|打印|更新|制作|填表)(?:时间|日期)?[：]?$|应当?于$|(?:曾|前次|此前|"
    r"于其|有效期[^，。]{0,6}|出生|生于|施行|公布|修[订正])[^，。；]{0,6}$"
)


def timing_fields(document: Document, regions: Regions, *, spot: bool) -> dict[str, Field]:
    """All dates of a decision that can be told; `spot`: it was decided on the spot, where the act was found."""
    found: dict[str, Field] = {}
    for name in _LABELLED:
        field = _labelled(document, name, regions)
        if field is not None:
            found[name] = field
    if "decided_on" not in found and regions.signature is not None and not regions.announces:
        date = regions.signature[1]
        found["decided_on"] = document.field(date.day, date.start, date.end, PLACED)
    if "decided_on" not in found and regions.announces and (announced := _announced(document)):
        found["decided_on"] = announced
    for name, rule in (("opened_on", _opened), ("served_on", _served), ("pay_by", _pay_by)):
        if name not in found and (field := rule(document, regions)):
            found[name] = field
    for name, field in _facts(document, regions, spot=spot).items():
        found.setdefault(name, field)
    act = found.get("occurred_on")
    if spot and act is not None and "found_on" not in found:
        found["found_on"] = replace(act, confidence=INFERRED)
    return found


def _labelled(document: Document, name: str, regions: Regions) -> Field | None:
    floor = regions.title.start if regions.title else 0
    names = ("decided_on", "agency_and_day") if name == "decided_on" else (name,)
    for item in document.of(*names):
        dates = document.dates_in(item.start, item.end)
        if not dates or (item.at < floor and not item.cell and name != "decided_on"):
            continue
        if (
            dates[0].start - item.start > 6
            and item.field != "agency_and_day"
            and not (item.cell and item.end - item.start < 30)
        ):
            continue
        date = _last_of_span(dates) if name == "occurred_on" else dates[0]
        return document.field(date.day, date.start, date.end, LABELLED)
    return None


def _last_of_span(dates: list[FoundDate]) -> FoundDate:
    date = dates[0]
    for following in dates[1:]:
        if not following.ranged:
            break
        date = following
    return date


def _announced(document: Document) -> Field | None:
    """The day of the decision that an announcement names: 于2024年3月1日对你作出…处罚决定."""
    for date in document.dates:
        if date.complete and _MADE.match(document.text, date.end):
            return document.field(date.day, date.start, date.end, FORMULA)
    return None


def _opened(document: Document, regions: Regions) -> Field | None:
    """The day in the words before 立案 in the same sentence, nearest to it."""
    for match in _OPENED.finditer(document.text):
        start, end = document.sentence(match.start())
        if document.quoted(match.start()) or _NOT_OPENED.search(
            document.text[max(start, match.start() - 3) : match.end() + 3]
        ):
            continue
        before = document.dates_in(start, match.start())
        if (
            before
            and match.start() - before[-1].end <= 40
            and "；" not in document.text[before[-1].end : match.start()]
        ):
            return document.field(before[-1].day, before[-1].start, before[-1].end, FORMULA)
        after = document.dates_in(match.end(), min(end, match.end() + 24))
        if after and after[0].start - match.end() <= 8:
            return document.field(after[0].day, after[0].start, after[0].end, FORMULA)
    return None


def _served(document: Document, regions: Regions) -> Field | None:
    """A day in the part that records the service, below the signature, or in a sentence that says so."""
    floor = (
        regions.signature[1].end
        if regions.signature
        else regions.decision[1]
        if regions.decision
        else len(document.text)
    )
    for date in document.dates:
        if not date.complete:
            continue
        start, end = document.line(date.start)
        line = document.text[start:end]
        if date.start > floor and _SERVED.search(line) and "打印" not in line:
            return document.field(date.day, date.start, date.end, PLACED)
        if date.start > floor and _SERVED_AFTER.search(
            document.text[date.start - 20 if date.start > 20 else 0 : date.end + 20]
        ):
            return document.field(date.day, date.start, date.end, FORMULA)
    return None


def _pay_by(document: Document, regions: Regions) -> Field | None:
    """An explicit last day: 于2024年6月28日前缴纳."""
    floor = regions.decision[0] if regions.decision else 0
    for date in document.dates:
        if date.start < floor or (regions.signature and date.start >= regions.signature[1].start):
            continue
        start, end = document.sentence(date.start)
        after = document.text[date.end : min(end, date.end + 60)]
        before = document.text[start : date.start]
        if re.match(r"(?:\d{1,2}[:时点]\d{0,2}分?)?(?:之?前|以前|止|（含当日）)", after) and re.search(
            r"缴|交纳|交至|履行|银行|罚款", before[-40:] + after
        ):
            return document.field(date.day, date.start, date.end, FORMULA)
        if _PAY_BEFORE.search(before) and _PAY.match(after) and re.search(r"截至|截止|最迟|限", before[-16:]):
            return document.field(date.day, date.start, date.end, FORMULA)
    return None


def _facts(document: Document, regions: Regions, *, spot: bool) -> dict[str, Field]:
    """The days of the act and of its discovery, from the sentences that tell the facts."""
    found: dict[str, Field] = {}
    told = [clause for start, end in _fact_places(document, regions) for clause in _clauses(document, start, end)]
    seen = [
        (date, words) for date, words in told if not date.ranged and _first(words, _FOUND) < _first(words, _NOT_ACT)
    ]
    acted = [(date, words) for date, words in told if _tells_act(document, date, words)]
    refused = [date for date, words in told if _REFUSED.search(words) and not _CONDITIONAL.search(words)]
    spans = [date for date, words in told if date.ranged and _first(words[:12], _NOT_ACT) == len(words[:12])]
    apart = [date for date, words in acted if not date.ranged and not _FOUND.search(words)]
    both = [date for date, words in seen if _ON_THE_SPOT.search(words)]
    if seen:
        spotted = [date for date, words in seen if _SPOTTED.search(words)]
        date = seen[0][0] if not spotted or seen[0][0].day <= spotted[0].day else spotted[0]
        found["found_on"] = document.field(date.day, date.start, date.end, FORMULA)
    for dates, confidence in ((refused[-1:], FORMULA), (spans, FORMULA), (apart, FORMULA), (both, FORMULA)):
        if dates:
            found["occurred_on"] = document.field(dates[0].day, dates[0].start, dates[0].end, confidence)
            break
    in_cell = any(item.cell for item in document.of("facts"))
    if not seen and apart and not spans and (spot or not in_cell):
        words = next(words for date, words in acted if date == apart[0])
        if _ON_THE_SPOT.search(words):
            found["found_on"] = document.field(apart[0].day, apart[0].start, apart[0].end, INFERRED)
    return found


def _tells_act(document: Document, date: FoundDate, words: str) -> bool:
    """Whether a date's words tell what the party did, rather than what the agency did about it."""
    if _CASE_OPENED.match(words) or _GOES_ON.search(words) or _MENDED.match(words):
        return False
    subject = _SUBJECT_BEFORE.search(document.text[max(0, date.start - 20) : date.start]) is not None
    act = 0 if subject else _first(words, _ACT)
    return act < _first(words, _NOT_ACT)


def _first(words: str, pattern: re.Pattern[str]) -> int:
    match = pattern.search(words)
    return match.start() if match else len(words)


def _fact_places(document: Document, regions: Regions) -> list[Place]:
    cells = [(item.start, item.end) for item in document.of("facts") if item.end - item.start > 8]
    return cells or [regions.facts]


def _clauses(document: Document, start: int, end: int) -> list[tuple[FoundDate, str]]:
    """Each date within a place with the words from it to the next date or the end of its sentence.

    Dates in brackets and in quotations belong to other documents.
    """
    text = document.text
    labels = [(item.start, item.end) for item in document.labels if item.field not in _TELLING]
    dates = [
        date
        for date in document.dates_in(start, end)
        if not document.quoted(date.start)
        and not _BORN.match(text, date.end)
        and not any(low <= date.start < high and high - low < 40 for low, high in labels)
    ]
    clauses = []
    for date, following in zip(dates, [*dates[1:], None], strict=False):
        first, stop = document.sentence(date.start)
        before = text[first : date.start]
        bracketed = before.count("（") > before.count("）")
        if bracketed or _BEFORE_OTHER.search(before) or _DUE.match(text, date.end) or text.startswith("来源", date.end):
            continue
        stop = min(stop, end, following.start if following else stop)
        clauses.append((date, text[date.end : stop]))
    return clauses
