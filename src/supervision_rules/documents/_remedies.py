"""What the party is told (告知的救济与加处罚款): reconsideration, suit, the added fine."""

from __future__ import annotations

import re
from decimal import Decimal

from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, INFERRED, Field
from supervision_rules.documents._organs import ORGAN
from supervision_rules.documents._regions import Place, Regions
from supervision_rules.law import read_number

_NUMBER = r"(?P<number>[\d一二三四五六七八九十百两〇零廿]{1,5})"
_DAYS = re.compile(rf"{_NUMBER}(?:个)?(?:工作)?[日天](?:之?内|以内)?")
_MONTHS = re.compile(rf"{_NUMBER}个?月(?:之?内|以内)?")
_RECONSIDER = re.compile(r"复议")
_SUE = re.compile(r"诉讼|起诉")
_ANY = re.compile(r"复议|诉讼|起诉|救济")
_NEITHER = re.compile(
    r"(?:逾期|期满|期限内|期间|又不|未在|届满)[^。；]{0,8}(?:不|未|既不)?(?:申请|提起|"
    r"提出)|(?:复议|诉讼|起诉)(?:或者?[^。；]{0,10})?期间|不申请(?:行政)?复议|未申请|"
    r"不提起|不起诉|不停止(?:本)?(?:决定|处罚|执行)"
)
_ORGAN_TOLD = re.compile(
    r"(?:依法)?(?<![一-龥]方)向(?:作出[^，。；]{0,10}决定的)?(?P<organ>[^，。；：\n\t]{2,60}?)(?=(?:依法|"
    r"书面|直接)?(?:申请|提出|提起|递交)(?:行政)?复议)"
)
_ORGAN_REVERSED = re.compile(
    r"(?:申请|提出|提起)(?:行政)?复议[^。；\n]{0,10}复议机关(?:为|是|：)(?P<organ>[^，。；：\n\t（）]{2,60})|"
    r"复议机关(?:为|是|：)(?P<organ2>[^，。；：\n\t（）]{2,60})"
)
_COURT_TOLD = re.compile(
    r"(?:依法|直接)?向(?P<court>[^，。；：\n\t向]{0,40}?人民法院|[^，。；：\n\t向]{2,30}?(?:铁路运输法院|"
    r"法院))(?=(?:依法|直接)?(?:提起|起诉|提出|申请|递交|诉讼|行政))"
)
_TRIM = re.compile(r"^(?:依法|可以|直接|分别|有权|本行政区域的)+")
_ADDED = re.compile(
    r"每(?:日|天|逾期一[日天])[^。；\n]{0,16}?(?:罚款|金额|数额|额)?[^。；\n]{0,8}?(?:的)?(?P<rate>百分之[一二三四五六七八九十]+(?:点[一二三四五六七八九])?|"
    r"\d+(?:\.\d+)?%|千分之[一二三四五六七八九十]+|[一二三四五六七八九]%)[^。；\n]{0,10}?(?:加处|"
    r"加收)[^，。；]{0,4}(?:罚款|罚金)?|(?:加处|加收)[^。；\n]{0,10}?每日[^。；\n]{0,16}?(?P<rate2>百分之[一二三四五六七八九十]+|"
    r"\d+(?:\.\d+)?%)[^。；\n]{0,12}"
)
_ADDED_PLAIN = re.compile(r"加处罚款")


def remedy_fields(document: Document, regions: Regions) -> dict[str, Field]:
    """What is told of reconsideration, suit and the added fine."""
    found = _added(document, regions)
    place = regions.remedies
    title = regions.title
    if title is not None and regions.complete and not _ANY.search(document.text, title.end):
        found["remedy_told"] = document.field(False, title.start, title.end, INFERRED)
    if place is None:
        return found
    reconsider, sue = _told(document, place, _RECONSIDER), _told(document, place, _SUE)
    if reconsider is None and sue is None:
        return found
    start, end = min(span for span in (reconsider, sue) if span is not None)
    found["remedy_told"] = document.field(True, start, end, FORMULA)
    if reconsider is not None:
        found |= _reconsideration(document, place, reconsider)
    if sue is not None:
        found |= _suit(document, place, sue)
    return found


def _told(document: Document, place: Place, pattern: re.Pattern[str]) -> Place | None:
    """The first mention that tells of a remedy, rather than of what follows where none is used."""
    for match in pattern.finditer(document.text, *place):
        start = max(document.sentence(match.start())[0], place[0])
        clause = re.split(r"[；。\n]", document.text[start : match.start()])[-1]
        tail = clause[max(clause.rfind("，"), 0) :]
        if _NEITHER.search(tail + document.text[match.start() : match.end() + 3]) or document.quoted(match.start()):
            continue
        if re.search(r"《[^》]*$", document.text[start : match.start()]) or _cited_law(document, match):
            continue
        return match.span()
    return None


def _cited_law(document: Document, match: re.Match[str]) -> bool:
    return document.text.startswith(("法", "法》"), match.end())


def _reconsideration(document: Document, place: Place, told: Place) -> dict[str, Field]:
    found: dict[str, Field] = {}
    text = document.text
    days = _nearest(document, place, told, _DAYS)
    if days is not None:
        found["reconsideration_days_told"] = days
    match = _ORGAN_TOLD.search(text, *place)
    if match:
        start, end = match.span("organ")
    else:
        reverse = _ORGAN_REVERSED.search(text, *place)
        start, end = reverse.span("organ" if reverse["organ"] else "organ2") if reverse else (0, 0)
    if trimmed := _TRIM.match(text, start, end):
        start = trimmed.end()
    if trimmed := re.search(r"(?:依法|书面|直接)+$", text[start:end]):
        end = start + trimmed.start()
    if end > start and (ORGAN.search(text, start, end) or "机关" in text[start:end] or "政府" in text[start:end]):
        found["reconsideration_organ_told"] = document.field(document.written(start, end), start, end, FORMULA)
    return found


def _suit(document: Document, place: Place, told: Place) -> dict[str, Field]:
    found: dict[str, Field] = {}
    months = _nearest(document, place, told, _MONTHS)
    if months is not None:
        found["suit_months_told"] = months
    match = _COURT_TOLD.search(document.text, *place)
    if match and not re.fullmatch(r"(?:有管辖权的?|当地|所在地)?人民法院", match["court"]):
        start, end = match.span("court")
        found["suit_organ_told"] = document.field(document.written(start, end), start, end, FORMULA)
    return found


def _nearest(document: Document, place: Place, told: Place, pattern: re.Pattern[str]) -> Field | None:
    """The last period before the remedy's own word, in its sentence and not before the other remedy's word."""
    start = max(place[0], document.sentence(told[0])[0])
    other = _SUE if pattern is _DAYS else _RECONSIDER
    floor = max([match.end() for match in other.finditer(document.text, start, told[0])], default=start)
    spans = [
        match
        for match in pattern.finditer(document.text, floor, told[0])
        if not document.text.startswith("起", match.end())
    ]
    if not spans and pattern is _MONTHS:
        spans = list(pattern.finditer(document.text, start, told[0]))
    for match in reversed(spans):
        number = read_number(match["number"])
        if number is not None and 0 < number <= 1200:
            return document.field(number, match.start(), match.end(), FORMULA)
    return None


def _added(document: Document, regions: Regions) -> dict[str, Field]:
    floor = regions.title.end if regions.title else 0
    match = _ADDED.search(document.text, floor)
    if match is None:
        plain = next((m for m in _ADDED_PLAIN.finditer(document.text, floor) if not document.quoted(m.start())), None)
        return {"added_fine_told": document.field(True, *plain.span(), FORMULA)} if plain else {}
    group = "rate" if match["rate"] else "rate2"
    rate = _rate(match[group])
    found = {"added_fine_told": document.field(True, *match.span(), FORMULA)}
    if rate is not None:
        found["added_fine_rate"] = document.field(rate, *match.span(group), FORMULA)
    return found


def _rate(text: str) -> Decimal | None:
    """百分之三, 3% as 0.03; 千分之三 as 0.003."""
    if text.endswith("%"):
        number = text[:-1]
        value = Decimal(number) if number[0].isascii() else _whole(number)
        return None if value is None else _tidy(value / 100)
    parts, _, rest = text.partition("分之")
    whole, point, decimal = rest.partition("点")
    value = _whole(whole)
    tenth = _whole(decimal) if point else Decimal(0)
    if value is None or tenth is None:
        return None
    return _tidy((value + tenth / 10) / (100 if parts == "百" else 1000))


def _whole(text: str) -> Decimal | None:
    number = read_number(text)
    return None if number is None else Decimal(number)


def _tidy(value: Decimal) -> Decimal:
    return value.normalize() if value else Decimal(0)
