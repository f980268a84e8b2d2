"""When things were done (日期): the act, its discovery, the case opened, the decision, its service, the time to pay."""

from __future__ import annotations

import re
from dataclasses import replace

from supervision_rules.documents._act_days import act_days
from supervision_rules.documents._dates import FoundDate
from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, PLACED, Field
from supervision_rules.documents._regions import Regions

_LABELLED = ("occurred_on", "found_on", "opened_on", "decided_on", "served_on", "pay_by", "performed_on")
_OPENED = re.compile(r"立案")
_NOT_OPENED = re.compile(r"不予立案|刑事立案|未立案|立案(?:号|标准|追诉|前)")
_SERVED = re.compile(r"送达|签收|收到|收件")
_SERVED_AFTER = re.compile(r"(?:本|该)?(?:处罚)?决定书?[^。\n]{0,12}(?:已)?于?[^。\n]{0,24}送达")
_PAY = re.compile(r"(?:之?前|以前|止|内)?[^。；\n]{0,30}?(?:缴|交纳|交至|交到|履行|汇入|存入)")
_PAY_BEFORE = re.compile(r"(?:于|在|限|截至|至|应|请|到|须|需|前|最迟)[^。；\n\d]{0,16}$")
_MADE = re.compile(
    r"(?:依法)?(?:(?:依据|根据|依照)[^，。；]{4,80}?)?(?:对[^，。；]{1,40})?(?:作出|做出)[^。；]{0,50}决定"
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
    for name, field in act_days(document, regions, spot=spot).items():
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
        if not date.complete and not _SERVED.search(document.text, date.end, date.end + 12):
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
        if re.match(
            r"(?:\d{1,2}[:时点]\d{0,2}分?)?(?:（含(?:当日|本日|当天)?）)?(?:之?前|以前|止|（含当日）)", after
        ) and re.search(r"缴|交纳|交至|履行|银行|罚款", before[-40:] + after):
            return document.field(date.day, date.start, date.end, FORMULA)
        if _PAY_BEFORE.search(before) and _PAY.match(after) and re.search(r"截至|截止|最迟|限", before[-16:]):
            return document.field(date.day, date.start, date.end, FORMULA)
    return None
