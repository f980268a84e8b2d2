"""What is imposed (处罚种类与金额): kinds, fine, gains, what is confiscated; only what is decided, not what a statute allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from supervision_rules.documents._amounts_in import find_amounts, read_cell_amount
from supervision_rules.documents._document import Document
from supervision_rules.documents._fines import fine_fields
from supervision_rules.documents._kinds import kinds_of
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, Field
from supervision_rules.documents._regions import Place, Regions

_PARTS = re.compile(r"[，。；\n\t]")
_GAINS = re.compile(
    r"(?:违法|非法)(?:所得|收入)(?:金额|数额)?(?:共计|合计|为|计|共|是|人民币|款|（大写）|（|[：:]|\s|¥)*$"
)
_NO_GAINS = re.compile(
    r"(?:没有|无|未获得?|未取得|未产生|尚未获取?)违法所得(?!的|或|不足|且|，[并处])|违法所得(?:为)?(?:0元|"
    r"零元|0|零)(?![\d.])"
)
_CONFISCATES = re.compile(
    r"没收[^，。；、和及与]{0,20}?(?:违法|非法)(?:所得|收入)(?:金额)?(?:共计|"
    r"合计|为|计|人民币|款|（大写）|（|[：:]|¥)*$"
)


def sanction_fields(document: Document, regions: Regions) -> dict[str, Field]:
    """The kinds, the fine in digits and words, gains and confiscation, as far as the text says them."""
    found: dict[str, Field] = {}
    places = decided_places(document, regions)
    found |= fine_fields(document, places)
    found |= _gains(document, regions, places)
    kinds = kinds_of(document, places, fined="fine" in found)
    if kinds is not None:
        found["penalty_kinds"] = kinds
    elif "fine" in found:
        found["penalty_kinds"] = replace(found["fine"], value=("罚款",), confidence=INFERRED)
    return found


def decided_places(document: Document, regions: Regions) -> list[Place]:
    """Where the decision itself stands: a table's cell, else the deciding words."""
    cells = [
        (item.start, item.end)
        for item in document.of("content", "content_and_basis", "penalty_kinds")
        if item.cell or regions.decision is None
    ]
    if cells:
        return cells if regions.decision is None else [*cells, regions.decision]
    return [regions.decision] if regions.decision else []


def _gains(document: Document, regions: Regions, places: Sequence[Place]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for name in ("confiscated", "illegal_gains"):
        for item in document.of(name):
            value = read_cell_amount(document.words(item), item.unit)
            if value is not None and name not in found and (value > 0 or name == "illegal_gains"):
                found[name] = document.field(value, item.start, item.end, LABELLED)
                if item.word == "没收违法所得金额":
                    found.setdefault("illegal_gains", found[name])
    for place in places:
        for amount in find_amounts(document.text, *place):
            part = _PARTS.split(document.text[max(place[0], amount.start - 30) : amount.start])[-1]
            if not amount.limit and _CONFISCATES.search(part) and not document.quoted(amount.start):
                found.setdefault("confiscated", document.field(amount.value, amount.start, amount.end, FORMULA))
    end = places[-1][1] if places else len(document.text)
    for amount in find_amounts(document.text, 0, end):
        part = _PARTS.split(document.text[max(0, amount.start - 30) : amount.start])[-1]
        if (
            not amount.limit
            and _GAINS.search(part)
            and not document.quoted(amount.start)
            and "illegal_gains" not in found
        ):
            found["illegal_gains"] = document.field(amount.value, amount.start, amount.end, FORMULA)
    if "illegal_gains" not in found:
        for match in _NO_GAINS.finditer(document.text, regions.title.end if regions.title else 0, end):
            if not document.quoted(match.start()):
                found["illegal_gains"] = document.field(Decimal(0), match.start(), match.end(), FORMULA)
                break
    return found
