"""A court's ruling on an application for enforcement (非诉执行行政裁定书)."""

from __future__ import annotations

import re

from supervision_rules.documents._dates import FoundDate
from supervision_rules.documents._doc_numbers import FoundNumber, expand, find_cases, find_numbers
from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, PLACED, Field
from supervision_rules.documents._parties import described, labelled_names, name_within
from supervision_rules.documents._titles import Title
from supervision_rules.law import read_number

_COURT = re.compile(r"[\u3400-\u9fff×]{2,30}?法院")
_ROLE = r"(?:申请强制执行人|申请执行人|复议申请人（申请执行人）|复议申请人|申请人)"
_APPLICANT = re.compile(rf"(?:^|(?<=[\n。]))(?:{_ROLE})(?:（[^（）\n]{{1,14}}）)?[：\n]?(?P<name>[^\n，。；]{{2,60}})")
_RESPONDENT = re.compile(
    r"(?:^|(?<=[\n。]))(?:被申请强制执行人|被申请执行人|被执行人|被申请人)(?:（[^（）\n]{1,14}）)?[：\n]?(?P<name>[^\n。；]{2,80})"
)
_ALLOW = re.compile(
    r"(?<!不)(?<!否)准予?(?:对[^。；\n]{0,60}?)?(?:强制执行|执行)|(?<!不)准予[^。；\n]{0,80}?执行|"
    r"(?<!不)准许[^。；\n撤]{0,40}?执行"
)
_REFUSE = re.compile(
    r"不准予?[^。；\n]{0,80}?执行|不予(?:强制)?执行|驳回[^。；\n]{0,60}?(?:强制)?执行[^。；\n]{0,10}申请"
)
_NOT_ACCEPTED = re.compile(r"，?[^，。；]{0,34}?(?:立案|受理(?!费|条件|通知))")
_RECEIVED = re.compile(r"[^，。；]{0,10}?(?:收到|接到|接收)")
_COURT_RECEIVED = re.compile(r"，?本院(?:收到|接到|接收)")
_WITHDRAWN = re.compile(r"准许[^。；\n]{0,80}?撤回|撤回[^。；\n]{0,30}(?:予以|应予)准许")
_FURTHER = re.compile(r"(?:[、，和及与]+(?:〔\d{4}〕|（\d{4}）)?(?:第)?\d{1,8}号)+")
_SERIALS = re.compile(r"(?P<year>(?:〔\d{4}〕|（\d{4}）)?)(?P<first>第?)(?P<serial>\d+)号")
_LAST_SERIAL = re.compile(r"(?P<year>[〔\[（(【]\d{4}[〕\]）)】])?(?P<first>第?)\d+号$")
_ORDERS = re.compile(r"裁定如\s?下[：]?|裁定[：]")
_APPLIES = re.compile(
    r"，?[^。；，]{0,40}?(?:向本院(?:提出|申请|递交|提交)?|申请(?:本院|人民法院|法院)?(?:依法)?(?:强制)?执行(?!人))"
)
_ACCEPTED = re.compile(r"，?[^，。；]{0,34}?(?:立案|受理(?!费|条件|通知))")
_RECEIVED = re.compile(r"[^，。；]{0,10}?(?:收到|接到|接收)")
_COURT_RECEIVED = re.compile(r"，?本院(?:收到|接到|接收)")
_NOT_YET = re.compile(r"不予受理|不予立案|未受理|不属于")
_HEARD = re.compile(r"(?:听取(?:了)?[^。；]{0,24}(?:意见|陈述)|(?:举行|组织|召开|进行)[^。；]{0,8}听证|公开听证)")
_URGENT = re.compile(
    r"(?:申请|请求)(?:法院|本院|人民法院)?立即(?:强制)?执行|立即(?:强制)?执行(?:的)?申请|行政强制法》?第五十九条"
)
_REVIEW = re.compile(
    r"(?P<number>[\d一二三四五六七八九十]{1,3})日内[^。；\n]{0,16}?向(?P<court>[^。；，\n]{2,30}?法院)(?:申请|"
    r"提出)复议"
)
_SERVED = re.compile(r"送达")
_EVENTS = (
    ("enforced_on", re.compile(r"执行完毕|全部履行完毕")),
    ("enforcement_started_on", re.compile(r"开始执行|采取执行措施|移送执行")),
)


def ruling_fields(document: Document, title: Title | None) -> dict[str, Field]:
    """All fields of a ruling that its text holds."""
    start = title.start if title else 0
    found: dict[str, Field] = {}
    _put(found, "case_no", _case(document, start))
    _put(found, "court", _court(document, start))
    _put(found, "applicant", _role(document, "applicant", _APPLICANT))
    found |= _party(document)
    _put(found, "decision_no", _decisions(document, start))
    orders = _orders(document, start)
    _put(found, "ruling", _outcome(document, orders))
    ruled = _ruled_on(document, orders)
    if ruled is not None:
        found["ruled_on"] = document.field(ruled.day, ruled.start, ruled.end, PLACED)
    found |= _times(document, start, orders, ruled)
    if "行审复" in str(found["case_no"].value if "case_no" in found else "") and "ruled_on" in found:
        # the upper court's ruling on an objection: its days are those of the review, not of the case
        found["review_ruled_on"] = found.pop("ruled_on")
        found.pop("accepted_on", None)
        if "applied_on" in found:
            found["review_applied_on"] = found.pop("applied_on")
    for name, pattern, other in (("hearing", _HEARD, "本院"), ("urgent", _URGENT, "")):
        for match in pattern.finditer(document.text, start, orders):
            sentence = document.text[slice(*document.sentence(match.start()))]
            if other in sentence and not (
                name == "hearing" and re.search(r"告知[^，。]{0,30}听证|未(?:申请|要求)听证", sentence)
            ):
                found[name] = document.field(True, *match.span(), FORMULA)
                break
    if review := _REVIEW.search(document.text, orders):
        number = read_number(review["number"])
        if number is not None:
            found["review_days_told"] = document.field(number, *review.span("number"), FORMULA)
        found["review_organ_told"] = document.field(
            document.written(*review.span("court")), *review.span("court"), FORMULA
        )
    return found


def _put(found: dict[str, Field], name: str, field: Field | None) -> None:
    if field is not None:
        found[name] = field


def _case(document: Document, start: int) -> Field | None:
    """The first case number: labelled, or below the title; a number above the title stands in a page's header."""
    for item in document.of("case_no"):
        cases = find_cases(document.text, item.start, item.end)
        if cases:
            return document.field(document.written(*cases[0]), *cases[0], LABELLED)
    cases = [case for case in find_cases(document.text) if case[0] >= start] or find_cases(document.text)
    return document.field(document.written(*cases[0]), *cases[0], PLACED) if cases else None


def _court(document: Document, start: int) -> Field | None:
    """The court of the title: in its line or above it; else the first line that is a court's name."""
    lines = [line for line in document.source.lines if line[1] > line[0]]
    around = [line for line in lines if line[0] <= start][-3:][::-1]
    for low, high in [*around, *lines]:
        words = document.text[low:high].replace(" ", "")
        match = _COURT.match(words)
        if match and (match.end() == len(words) or ("裁定书" in words[match.end() :] and len(words) < 50)):
            place = document.text.find(match.group(), low, high)
            if place >= 0:
                return document.field(document.written(place, place + match.end()), place, place + match.end(), PLACED)
    return None


def _role(document: Document, label: str, pattern: re.Pattern[str]) -> Field | None:
    for item in document.of(label):
        place = _name(document, item.start, item.end)
        if place is not None:
            return document.field(document.written(*place), *place, LABELLED)
    for match in pattern.finditer(document.text):
        place = _name(document, *match.span("name"))
        if place is not None:
            return document.field(document.written(*place), *place, FORMULA)
    return None


def _name(document: Document, start: int, end: int) -> tuple[int, int] | None:
    words = document.text[start:end]
    stop = re.search(r"[，。；：\n\t ]|（(?![^（）]{1,8}）[\u3400-\u9fff])|与被|向本院|申请|(?<=.{4})因", words)
    end = start + stop.start() if stop else end
    return name_within(document, start, end)


def _party(document: Document) -> dict[str, Field]:
    """The respondents with their kind and number, which stands behind the name: one before it is the applicant's."""
    places = labelled_names(document, ("respondent",))
    inline = (
        [] if places else [name_within(document, *match.span("name")) for match in _RESPONDENT.finditer(document.text)]
    )
    for place in filter(None, inline):
        repeated = any(document.text[slice(*place)] == document.text[low:high] for low, high, _ in places)
        if not repeated and (not places or place[0] - places[-1][1] < 260):
            places.append((*place, FORMULA))
    start = places[0][0] if places else 0
    return described(document, places, (start, start + 500)) if places else {}


def _decisions(document: Document, start: int) -> Field | None:
    """The decisions concerned: one as text, several as a list; a range 101号至103号 gives each."""
    numbers = [
        number for number in find_numbers(document.text, start) if number.penalty or _called_decision(document, number)
    ]
    found: dict[str, FoundNumber] = {}
    for number in numbers:
        written = document.written(number.start, number.end)
        further = _FURTHER.match(document.text, number.end)
        others = _further_numbers(written, further.group()) if further else []
        for single in (*expand(written), *others):
            found.setdefault(single, number)
    if not found:
        return None
    places = list(found.values())
    value = tuple(found) if len(found) > 1 else next(iter(found))
    return document.field(value, places[0].start, max(place.end for place in places), FORMULA)


def _further_numbers(written: str, further: str) -> list[str]:
    """The numbers that only say their year or serial behind a whole one: 〔2023〕41号、42号、〔2024〕3号."""
    last = _LAST_SERIAL.search(written)
    if last is None:
        return []
    head, year, found = written[: last.start()], last["year"] or "", []
    for other in _SERIALS.finditer(further):
        year = other["year"] or year
        found.append(f"{head}{year}{other['first'] or last['first']}{other['serial']}号")
    return found


def _called_decision(document: Document, number: FoundNumber) -> bool:
    after = document.text[number.end : number.end + 16]
    before = document.text[max(0, number.start - 16) : number.start]
    said = re.match(r"[》）]?《?(?:行政)?处罚决定", after) or re.search(r"处罚决定书?》?（?$", before)
    return number.kind == "unclear" and said is not None


def _orders(document: Document, start: int) -> int:
    """Where the ruling itself begins."""
    matches = list(_ORDERS.finditer(document.text, start))
    return matches[-1].end() if matches else len(document.text)


def _outcome(document: Document, orders: int) -> Field | None:
    signed = re.compile(r"审\s?判\s?[长员]").search(document.text, orders)
    end = signed.start() if signed else len(document.text)
    rules = (("withdrawn", _WITHDRAWN), ("not_accepted", _NOT_ACCEPTED), ("refuse", _REFUSE), ("allow", _ALLOW))
    for value, pattern in rules:
        if match := pattern.search(document.text, orders, end):
            return document.field(value, *match.span(), FORMULA)
    return None


def _ruled_on(document: Document, orders: int) -> FoundDate | None:
    """The date alone on its line below the orders; in a page with the text in one line, the last date."""
    dates = [date for date in document.dates if date.complete and date.start >= orders]
    for date in dates:
        start, end = document.line(date.start)
        words = (document.text[start : date.start] + document.text[date.end : end]).strip()
        words = re.sub(
            r"审判[长员][^审书法]{0,8}|代理|人民陪审员[^审书法]{0,8}|（[^（）]{0,8}）|书记员.{0,6}|法官助理.{0,6}",
            "",
            words,
        ).replace(" ", "")
        if not words:
            return date
    return next((date for date in dates if not _SERVED.search(document.text[slice(*document.line(date.start))])), None)


def _times(document: Document, start: int, orders: int, ruled: FoundDate | None) -> dict[str, Field]:
    found: dict[str, Field] = {}
    text = document.text
    for date in document.dates:
        if not start <= date.start < orders or document.quoted(date.start):
            continue
        low, high = document.sentence(date.start)
        stop = next((other.start for other in document.dates if other.start > date.start), high)
        clause, before = text[date.end : min(high, stop)], text[low : date.start]
        if before.count("（") > before.count("）"):
            continue
        accepted = _ACCEPTED.match(clause)
        if accepted and re.search(r"本院|本案", before[-60:] + accepted.group()) and not _NOT_YET.search(clause[:36]):
            found.setdefault("accepted_on", document.field(date.day, date.start, date.end, FORMULA))
            continue
        applies = _APPLIES.match(clause) or re.search(r"申请(?:执行)?日期?为?$", before)
        if "撤回" in clause[:30]:
            continue
        received = (
            _RECEIVED.match(clause) if before.endswith(("本院", "本院于", "本院在")) else _COURT_RECEIVED.match(clause)
        )
        if applies or received:
            known = found.get("applied_on")
            if known is None or received:
                found["applied_on"] = document.field(date.day, date.start, date.end, FORMULA)
    if ruled is not None:
        for date in document.dates:
            line = text[slice(*document.line(date.start))]
            if date.start > ruled.end and date.complete and _SERVED.search(line):
                found["ruling_served_on"] = document.field(date.day, date.start, date.end, PLACED)
                break
        for name, pattern in _EVENTS:
            dates = [
                d
                for d in document.dates
                if d.start > ruled.end and pattern.search(text[slice(*document.sentence(d.start))])
            ]
            if dates:
                found[name] = document.field(dates[0].day, dates[0].start, dates[0].end, INFERRED)
    return found
