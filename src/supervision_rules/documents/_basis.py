"""The provisions that a decision rests on (处罚依据), as one text that can be read by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, Field
from supervision_rules.documents._regions import Place, Regions
from supervision_rules.law import Citation, Purpose

_BETWEEN = re.compile(
    r"[、，,和及与以并；\s]*(?:以及|并且)?(?:的?规定|之规定)?[、，和及与以并]*(?:以及)?(?:（[^（）]{0,30}）)?(?:依据|"
    r"根据|依照|按照|结合)?(?:（[^（）]{0,40}）)?"
)
_PROCEDURAL = re.compile(r"行政复议法|行政诉讼法|行政强制法")
_TOLD = re.compile("违反|依据|根据|依照|按照")
_GENERAL = re.compile("行政处罚法$")
_NAMED = re.compile(r"^《[^《》]*》")
_RELATIVE = re.compile(r"^[^第《》]{1,12}(?=第)")


def legal_basis_of(document: Document, regions: Regions) -> Field | None:
    """The cited basis next to the deciding words, or in the table's cell for it; a title that refers back is written out."""
    for item in document.of("legal_basis", "content_and_basis"):
        inside = _basis(document, (item.start, item.end))
        if inside:
            return _field(document, inside, LABELLED)
    if regions.decision is None:
        return None
    start, end = regions.decision
    sentence = document.sentence(start)[0]
    floor = max(regions.title.end if regions.title else 0, sentence - 500)
    # 行政处罚法 says how much lighter a penalty may be; what the penalty itself rests on is the statute with the act
    for place, special in (
        ((sentence, start), True),
        ((start, end), True),
        ((floor, start), True),
        ((sentence, start), False),
        ((start, end), False),
    ):
        inside = _basis(document, place)
        if special:
            inside = _of_the_act(document, inside, last=place != (start, end))
        if inside:
            group = _last_group(document, inside) if place != (start, end) else _first_group(document, inside)
            return _field(document, group, FORMULA)
    others = [
        found for found in _cited(document, (sentence, start), Purpose.PROCEDURE) if "行政处罚法" not in found[1].title
    ]
    others = others or _basis(document, (floor, sentence))
    return _field(document, _last_group(document, others), INFERRED) if others else None


def with_labelled_purposes(document: Document) -> Document:
    """The document with what citations in a table's cell are for told by the cell's label (违法条款, 处罚条款)."""
    named = [
        (item.start, item.end, Purpose.VIOLATED if item.field == "violated" else Purpose.BASIS)
        for item in document.of("violated", "legal_basis")
        if not _TOLD.search(document.words(item))
    ]
    found = list(document.purposes)
    for number, citation in enumerate(document.citations):
        start, end = document.source.back(citation.start, citation.end)
        found[number] = next((what for low, high, what in named if low <= start and end <= high), found[number])
    return replace(document, purposes=tuple(found)) if named else document


def _basis(document: Document, place: Place) -> list[tuple[Place, Citation]]:
    """The citations within a place that are cited as basis, with their places in the folded text."""
    return _cited(document, place, Purpose.BASIS)


def _cited(document: Document, place: Place, wanted: Purpose) -> list[tuple[Place, Citation]]:
    found = []
    for citation, purpose in zip(document.citations, document.purposes, strict=True):
        start, end = document.source.back(citation.start, citation.end)
        inside = place[0] <= start and end <= place[1]
        if inside and purpose is wanted and not document.quoted(start) and not _PROCEDURAL.search(citation.title):
            found.append(((start, end), citation))
    return found


def _of_the_act(
    document: Document, found: Sequence[tuple[Place, Citation]], *, last: bool
) -> list[tuple[Place, Citation]]:
    """The citations without the groups at the end (or beginning) that are all of 行政处罚法."""
    kept = list(found)
    while kept:
        group = (_last_group if last else _first_group)(document, kept)
        if not all(_GENERAL.search(citation.title) for _, citation in group):
            break
        kept = kept[: -len(group)] if last else kept[len(group) :]
    return kept


def _last_group(document: Document, found: Sequence[tuple[Place, Citation]]) -> list[tuple[Place, Citation]]:
    """The last citations that follow one another with nothing but joining words between."""
    group = [found[-1]]
    for before in reversed(found[:-1]):
        if not _BETWEEN.fullmatch(document.text, before[0][1], group[0][0][0]) and before[0] != group[0][0]:
            break
        group.insert(0, before)
    return group


def _first_group(document: Document, found: Sequence[tuple[Place, Citation]]) -> list[tuple[Place, Citation]]:
    group = [found[0]]
    for after in found[1:]:
        if not _BETWEEN.fullmatch(document.text, group[-1][0][1], after[0][0]) and after[0] != group[-1][0]:
            break
        group.append(after)
    return group


def _field(document: Document, group: Sequence[tuple[Place, Citation]], confidence: float) -> Field:
    start = group[0][0][0]
    end = max(place[1] for place, _ in group)
    parts: list[str] = []
    done = start
    for (low, high), citation in group:
        if low < done:
            continue
        parts.append(document.written(done, low) if low > done else "")
        parts.append(_written_out(document.written(low, high), citation))
        done = high
    return document.field("".join(parts), start, end, confidence)


def _written_out(words: str, citation: Citation) -> str:
    """The citation with the title that 同法 or a defined 《条例》 stands for."""
    if words.startswith("第"):
        return words
    if named := _NAMED.match(words):
        inside = words[1 : named.end() - 1]
        return words if len(inside) >= len(citation.title) else f"《{citation.title}》{words[named.end() :]}"
    relative = _RELATIVE.match(words)
    return f"《{citation.title}》{words[relative.end() :]}" if relative else words
