"""A penalty decision's fields (行政处罚决定书): each concern's room asked in turn."""

from __future__ import annotations

import re

from supervision_rules.documents._basis import legal_basis_of
from supervision_rules.documents._circumstances import circumstance_fields
from supervision_rules.documents._doc_numbers import FoundNumber, find_numbers
from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, PLACED, Field
from supervision_rules.documents._organs import agency_of
from supervision_rules.documents._parties import party_fields
from supervision_rules.documents._regions import Regions
from supervision_rules.documents._remedies import remedy_fields
from supervision_rules.documents._sanctions import sanction_fields
from supervision_rules.documents._timing import timing_fields
from supervision_rules.documents._titles import Title
from supervision_rules.documents._violation import violation_of

_SPOT = re.compile(r"（简易）|简易处罚|当场(?:行政)?处罚|简易程序|当场作出|当罚|简罚")
_PLAIN_NUMBER = re.compile(r"[\dA-Z][\dA-Z\-]{6,28}")


def decision_fields(document: Document, title: Title | None) -> dict[str, Field]:
    """All fields of a decision that its text holds."""
    regions = Regions(document, title)
    found: dict[str, Field] = {}
    number = decision_number(document, regions)
    if number is not None:
        found["decision_no"] = number
    titled = (title.start, title.end) if title else None
    agency = agency_of(document, regions.signature[0] if regions.signature else None, titled)
    agency = agency or agency_of(document, _last_lines(document), titled)
    if agency is not None:
        found["agency"] = agency
    found |= party_fields(document, regions.head)
    party = found.get("party_name")
    violation = violation_of(document, regions, str(party.value) if party else None)
    if violation is not None:
        found["violation"] = violation
    spot = _on_the_spot(document, title, number)
    found |= timing_fields(document, regions, spot=spot is not None)
    found |= sanction_fields(document, regions)
    basis = legal_basis_of(document, regions)
    if basis is not None:
        found["legal_basis"] = basis
    found |= circumstance_fields(document, regions)
    found |= remedy_fields(document, regions)
    if spot is not None:
        found["on_the_spot"] = spot
    return found


def decision_number(document: Document, regions: Regions) -> Field | None:
    """The decision's own number: labelled, beside or below the title, else the first of a penalty decision."""
    for item in document.of("decision_no"):
        inside = list(find_numbers(document.text, item.start, item.end))
        if inside and inside[0].kind != "other":
            return _number_field(document, inside[0], LABELLED)
        plain = _PLAIN_NUMBER.match(document.words(item))
        own = item.word.replace(" ", "") not in ("编号", "文号") or item.at < regions.head[1]
        if not inside and plain and own and any(c.isdigit() for c in plain.group()):
            end = item.start + plain.end()
            end += 1 if document.text.startswith("号", end) else 0
            return document.field(document.written(item.start, end), item.start, end, LABELLED)
    best: tuple[int, FoundNumber] | None = None
    for number in find_numbers(document.text):
        score = _score(document, regions, number)
        if score > 0 and (best is None or score > best[0]):
            best = (score, number)
    return None if best is None else _number_field(document, best[1], PLACED if best[0] > 2 else INFERRED)


def _score(document: Document, regions: Regions, number: FoundNumber) -> int:
    """How likely a number is the document's own: alone on a line near the title, in the title, or later."""
    if number.kind == "other":
        return 0
    start, end = document.line(number.start)
    rest = (document.text[start : number.start] + document.text[number.end : end]).strip(" （）：")
    near = regions.head[0] - 300 <= number.start <= regions.head[1]
    titled = regions.title is not None and start == document.line(regions.title.start)[0]
    score = 1 if number.penalty else 0
    if near and not rest:
        score += 4
    elif titled:
        score += 3
    elif near and len(rest) <= 30 and not re.search(r"[，。]", rest):
        score += 1
    return score if score > 1 or number.penalty else 0


def _number_field(document: Document, number: FoundNumber, confidence: float) -> Field:
    return document.field(document.written(number.start, number.end), number.start, number.end, confidence)


def _last_lines(document: Document) -> tuple[int, int] | None:
    lines = [line for line in document.source.lines if line[1] > line[0]]
    return (lines[max(0, len(lines) - 6)][0], lines[-1][1]) if lines else None


def _on_the_spot(document: Document, title: Title | None, number: Field | None) -> Field | None:
    """Whether the penalty was decided on the spot: by the title, the number, or the words of the procedure."""
    places = [(title.start, title.end)] if title else []
    for start, end in places:
        if match := _SPOT.search(document.text, start, end):
            return document.field(True, *match.span(), LABELLED)
    if number is not None and "当罚" in str(number.value):
        return Field(True, number.text, number.start, number.end, FORMULA)
    for match in re.finditer(r"简易程序|当场作出(?:以下|如下)?(?:行政)?处罚", document.text):
        if (
            not document.quoted(match.start())
            and "不适用" not in document.text[max(0, match.start() - 6) : match.start()]
        ):
            return document.field(True, *match.span(), FORMULA)
    return None
