"""The fine that is imposed (罚款金额), in digits and in words; not ranges, other fines, or gains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from supervision_rules.documents._amounts_in import FoundAmount, find_amounts, read_cell_amount
from supervision_rules.documents._boxes import unchosen
from supervision_rules.documents._document import Document
from supervision_rules.documents._labels import Labelled
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, Field
from supervision_rules.documents._regions import Place
from supervision_rules.law import read_amount

_FINE_BEFORE = re.compile(
    r"罚款，?(?:金额|数额|即)?(?:为|计|共计|合计|人民币|大写|小写|（大写）|（小写）|（人民币）|[：:]|\s|（|¥)*$"
)
_FINE_AFTER = re.compile(
    r"(?:[（）]|人民币|大写|小写|[：:]|\d[\d,.]*元?|¥|[壹贰叁肆伍陆柒捌玖拾佰仟万亿零元圆整正角分])*(?:的|"
    r"之)?(?:行政)?罚款"
)
_TOTAL = re.compile(r"(?:合计|共计|总计|合并|累计|两项)[^，。；]{0,12}$")
_NOT_FINE = re.compile(
    r"(?:罚没款|罚没|没收|违法所得|货值)(?![^，。；]{0,16}罚款)[^，。；]{0,16}$|加处[^，。；]{0,8}$|"
    r"(?:曾|原|拟|已缴|前次)[^，。；]{0,14}$"
)
_ELSEWHERE = re.compile(r"另(?:行|案|外)[^。；，]{0,8}(?:作出|处理|处罚)")
_PARTS = re.compile(r"[，。；\n\t]")


def fine_fields(document: Document, places: Sequence[Place]) -> dict[str, Field]:
    labelled = [item for item in document.of("fine") if item.cell or not places]
    for item in labelled:
        found = _cell_fine(document, item)
        if "fine" in found:
            return _in_words(document, places) | found
    amounts = [found for place in places for found in _fines_in(document, place)]
    if not amounts and (boxed := [amount for place in places for amount in _boxed(document, place)]):
        amounts = boxed
    if not amounts:
        # behind a label in a form of lines, where the kinds alone stand as what is decided
        return next(filter(None, (_cell_fine(document, item) for item in document.of("fine"))), {})
    return _chosen_fine(document, amounts)


def _chosen_fine(document: Document, groups: Sequence[tuple[FoundAmount, ...]]) -> dict[str, Field]:
    """The total where one is named, else the only fine, else the sum of the fines for several acts."""
    if not groups:
        return {}
    totals = [group for group in groups if _TOTAL.search(document.text[max(0, group[0].start - 24) : group[0].start])]
    chosen = totals[-1:] or _distinct(document, groups)
    found: dict[str, Field] = {}
    for name, upper in (("fine", False), ("fine_in_words", True)):
        parts = [next((a for a in group if a.upper is upper), None) for group in chosen]
        if name == "fine":
            parts = [part or group[0] for part, group in zip(parts, chosen, strict=True)]
        known = [part for part in parts if part is not None]
        if known and len(known) == len(chosen):
            value = sum((part.value for part in known), Decimal(0))
            sure = FORMULA if len(known) == 1 else INFERRED
            found[name] = document.field(value, known[0].start, known[-1].end, sure)
    return found


def _distinct(document: Document, groups: Sequence[tuple[FoundAmount, ...]]) -> list[tuple[FoundAmount, ...]]:
    """The groups without those that say once more what the first says, in another cell of the form."""
    kept: list[tuple[FoundAmount, ...]] = []
    for group in groups:
        again = any(group[0].start == other[0].start for other in kept)
        repeated = any(
            group[0].value == other[0].value and document.line(group[0].start) != document.line(other[0].start)
            for other in kept
        )
        if not again and not repeated:
            kept.append(group)
    return kept


def _fines_in(document: Document, place: Place) -> list[tuple[FoundAmount, ...]]:
    """The fines within a place; one written twice, in digits and in words, is one."""
    text = document.text
    groups: list[list[FoundAmount]] = []
    for amount in find_amounts(text, *place):
        before = text[max(place[0], amount.start - 24) : amount.start]
        if amount.limit or document.quoted(amount.start) or unchosen(text, amount.start, place[0]):
            continue
        if groups and amount.start - groups[-1][-1].end <= 14 and _twin(text[groups[-1][-1].end : amount.start]):
            if groups[-1][-1].upper is not amount.upper:
                groups[-1].append(amount)
            continue
        if _ELSEWHERE.search(text[slice(*document.sentence(amount.start))]):
            continue
        part = _PARTS.split(before.replace("罚款，", "罚款"))[-1]
        fined = _FINE_BEFORE.search(part) is not None or (
            _FINE_AFTER.match(text, amount.end) is not None and not re.search(r"没收", part)
        )
        if (fined or re.search(r"(?:处|罚款)[^，。；没收]{0,8}$", part)) and not _NOT_FINE.search(part):
            groups.append([amount])
    return [tuple(group) for group in groups]


def _twin(between: str) -> bool:
    return (
        re.fullmatch(
            r"[ \u3000]*(?:整|正)?(?:的?(?:行政)?罚款)?[（，]?(?:即|计)?(?:人民币)?(?:大写|小写|"
            r"（大写）|（小写）)?[：:]?(?:人民币)?[（）]?",
            between,
        )
        is not None
    )


def _boxed(document: Document, place: Place) -> list[tuple[FoundAmount, ...]]:
    """A lone amount in the deciding words, where 罚款 stands as the kind in a cell of its own."""
    amounts = [a for a in find_amounts(document.text, *place) if not a.limit]
    if "罚款" not in document.text[slice(*place)] or len({a.value for a in amounts}) != 1:
        return []
    return [tuple(amounts[:2])]


def _cell_fine(document: Document, item: Labelled) -> dict[str, Field]:
    """The fine in a cell of its own: an amount alone, or the first amount and its twin in words."""
    value = read_cell_amount(document.words(item), item.unit)
    if "大写" in item.unit or value is None or value <= 0:
        amounts = [amount for amount in find_amounts(document.text, item.start, item.end) if not amount.limit]
        if not amounts or ("大写" in item.unit and any("小写" in other.unit for other in document.of("fine"))):
            return {}
        group = amounts[:1]
        if (
            len(amounts) > 1
            and amounts[1].upper is not amounts[0].upper
            and _twin(document.text[amounts[0].end : amounts[1].start])
        ):
            group = amounts[:2]
        return {
            name: replace(field, confidence=LABELLED) for name, field in _chosen_fine(document, [tuple(group)]).items()
        }
    found = {"fine": document.field(value, item.start, item.end, LABELLED)}
    for other in document.of("fine"):
        words = read_amount(document.words(other).replace("圆", "元")) if "大写" in other.unit else None
        if words is not None:
            found["fine_in_words"] = document.field(words, other.start, other.end, LABELLED)
    return found


def _in_words(document: Document, places: Sequence[Place]) -> dict[str, Field]:
    groups = [group for place in places for group in _fines_in(document, place)]
    words = [amount for group in groups for amount in group if amount.upper]
    return {"fine_in_words": document.field(words[0].value, words[0].start, words[0].end, FORMULA)} if words else {}
