"""What is imposed (处罚种类与金额): kinds, fine, gains, what is confiscated; only what is decided, not what a statute allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from supervision_rules.documents._amounts_in import FoundAmount, find_amounts, read_cell_amount
from supervision_rules.documents._document import Document
from supervision_rules.documents._labels import Labelled
from supervision_rules.documents._model import FORMULA, INFERRED, LABELLED, Field
from supervision_rules.documents._regions import Place, Regions
from supervision_rules.law import read_amount

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("警告", r"警告"),
        ("通报批评", r"通报批评"),
        ("没收违法所得", r"没收(?:全部|其|你|当事人|你单位|该)?(?:的)?(?:违法|非法)(?:所得|收入)|没收[^。；，]{0,20}?违法所得"),
        ("没收非法财物", r"没收(?!(?:全部|其|你|当事人|你单位|该)?(?:的)?(?:违法|非法)(?:所得|收入))[^，。；]{1,40}|没收(?:违法所得)[^，。；]{0,24}(?:及|和|以及|并)(?!罚款|处)[^，。；罚]{2,20}"),
        ("罚款", r"罚款"),
        ("暂扣许可证件", r"暂扣"),
        ("降低资质等级", r"降低资质|降低[^，。；]{0,8}等级"),
        ("吊销许可证件", r"吊销"),
        ("限制经营", r"限制(?:开展)?(?:生产)?经营"),
        ("责令停产停业", r"停产停业|停业整顿|停业(?!务)"),
        ("责令关闭", r"责令关闭|予以关闭"),
        ("限制从业", r"限制从业|终身不得|(?:禁止|不得)[^，。；]{0,16}(?:从事|从业|申请|担任|驾驶)"),
        ("行政拘留", r"拘留"),
    )
)
"""The words of the records for each kind, with the pattern by which a decision names it."""

_NOT_PROPERTY = re.compile(r"没收(?:[^，。；]{0,16})(?:超限运输车辆通行证|通行证)")
_CHOSEN = r"[☑☒√✓✔■●◉]"
_OPEN = r"[□☐○◯〇]"
_BOX = re.compile(rf"(?P<box>{_CHOSEN}|{_OPEN})(?P<words>[^☑☒√✓✔■●◉□☐○\n]{{0,60}})|（(?P<tick>[√✓]?)）(?P<ticked>[^（\n]{{0,40}})")
_FINE_BEFORE = re.compile(r"罚款，?(?:金额|数额|即)?(?:为|计|共计|合计|人民币|大写|小写|（大写）|（小写）|（人民币）|[：:]|\s|（|¥)*$")
_FINE_AFTER = re.compile(r"(?:[（）]|人民币|大写|小写|[：:]|\d[\d,.]*元?|¥|[壹贰叁肆伍陆柒捌玖拾佰仟万亿零元圆整正角分])*(?:的|之)?(?:行政)?罚款")
_TOTAL = re.compile(r"(?:合计|共计|总计|合并|累计|两项)[^，。；]{0,12}$")
_NOT_FINE = re.compile(r"(?:罚没款|罚没|没收|违法所得|货值)(?![^，。；]{0,16}罚款)[^，。；]{0,16}$|加处[^，。；]{0,8}$|(?:曾|原|拟|已缴|前次)[^，。；]{0,14}$")
_PARTS = re.compile(r"[，。；\n\t]")
_GAINS = re.compile(r"(?:违法|非法)(?:所得|收入)(?:金额|数额)?(?:共计|合计|为|计|共|是|人民币|款|（大写）|（|[：:]|\s|¥)*$")
_NO_GAINS = re.compile(r"(?:没有|无|未获得?|未取得|未产生|尚未获取?)违法所得(?!的|或|不足|且|，[并处])|违法所得(?:为)?(?:0元|零元|0|零)(?![\d.])")
_CONFISCATES = re.compile(r"没收(?:全部|其|你|当事人|你单位|该)?(?:的)?(?:违法|非法)(?:所得|收入)(?:金额)?(?:共计|合计|为|计|人民币|款|（大写）|（|[：:]|¥)*$")


def sanction_fields(document: Document, regions: Regions) -> dict[str, Field]:
    """The kinds, the fine in digits and words, gains and confiscation, as far as the text says them."""
    found: dict[str, Field] = {}
    places = decided_places(document, regions)
    found |= _fine(document, places)
    found |= _gains(document, regions, places)
    kinds = _kinds(document, places, fined="fine" in found)
    if kinds is not None:
        found["penalty_kinds"] = kinds
    elif "fine" in found:
        found["penalty_kinds"] = replace(found["fine"], value=("罚款",), confidence=INFERRED)
    return found


def decided_places(document: Document, regions: Regions) -> list[Place]:
    """Where the decision itself stands: a table's cell, else the deciding words."""
    cells = [(item.start, item.end) for item in document.of("content", "penalty_kinds") if item.cell or regions.decision is None]
    if cells:
        return cells if regions.decision is None else [*cells, regions.decision]
    return [regions.decision] if regions.decision else []


def _fine(document: Document, places: Sequence[Place]) -> dict[str, Field]:
    labelled = [item for item in document.of("fine") if item.cell or not places]
    for item in labelled:
        found = _cell_fine(document, item)
        if "fine" in found:
            return _in_words(document, places) | found
    amounts = [found for place in places for found in _fines_in(document, place)]
    if not amounts and (boxed := [amount for place in places for amount in _boxed(document, place)]):
        amounts = boxed
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
        repeated = any(group[0].value == other[0].value and document.line(group[0].start) != document.line(other[0].start) for other in kept)
        if not again and not repeated:
            kept.append(group)
    return kept


def _fines_in(document: Document, place: Place) -> list[tuple[FoundAmount, ...]]:
    """The fines within a place; one written twice, in digits and in words, is one."""
    text = document.text
    groups: list[list[FoundAmount]] = []
    for amount in find_amounts(text, *place):
        before = text[max(place[0], amount.start - 24) : amount.start]
        if amount.limit or document.quoted(amount.start) or _unchosen(text, amount.start, place[0]):
            continue
        if groups and amount.start - groups[-1][-1].end <= 14 and _twin(text[groups[-1][-1].end : amount.start]):
            if groups[-1][-1].upper is not amount.upper:
                groups[-1].append(amount)
            continue
        part = _PARTS.split(before.replace("罚款，", "罚款"))[-1]
        fined = _FINE_BEFORE.search(part) is not None or (_FINE_AFTER.match(text, amount.end) is not None and not re.search(r"没收", part))
        if (fined or re.search(r"(?:处|罚款)[^，。；没收]{0,8}$", part)) and not _NOT_FINE.search(part):
            groups.append([amount])
    return [tuple(group) for group in groups]


def _twin(between: str) -> bool:
    return re.fullmatch(r"[ \u3000]*(?:整|正)?(?:的?(?:行政)?罚款)?[（，]?(?:即|计)?(?:人民币)?(?:大写|小写|（大写）|（小写）)?[：:]?(?:人民币)?[（）]?", between) is not None


def _unchosen(text: str, place: int, start: int) -> bool:
    """Whether the nearest box before a place, on its line, is an empty one."""
    line = text[max(start, text.rfind("\n", 0, place) + 1) : place]
    boxes = re.findall(rf"{_CHOSEN}|{_OPEN}", re.sub(r"〇", "", line))
    return bool(boxes) and re.fullmatch(_OPEN, boxes[-1]) is not None and re.search(_CHOSEN, text[start:]) is not None


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
        if not amounts or "大写" in item.unit and any("小写" in other.unit for other in document.of("fine")):
            return {}
        group = amounts[:1]
        if len(amounts) > 1 and amounts[1].upper is not amounts[0].upper and _twin(document.text[amounts[0].end : amounts[1].start]):
            group = amounts[:2]
        return {name: replace(field, confidence=LABELLED) for name, field in _chosen_fine(document, [tuple(group)]).items()}
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
        if not amount.limit and _GAINS.search(part) and not document.quoted(amount.start) and "illegal_gains" not in found:
            found["illegal_gains"] = document.field(amount.value, amount.start, amount.end, FORMULA)
    if "illegal_gains" not in found:
        for match in _NO_GAINS.finditer(document.text, regions.title.end if regions.title else 0, end):
            if not document.quoted(match.start()):
                found["illegal_gains"] = document.field(Decimal(0), match.start(), match.end(), FORMULA)
                break
    return found


def _kinds(document: Document, places: Sequence[Place], *, fined: bool) -> Field | None:
    labelled = [item for item in document.of("penalty_kinds")]
    for place in ([(item.start, item.end) for item in labelled], list(places)):
        found = _kinds_in(document, place, fined=fined)
        if found:
            kinds = tuple(kind for kind, _ in KINDS if kind in found)
            first, last = min(found.values()), max(found.values(), key=lambda span: span[1])
            sure = LABELLED if labelled and place and place[0] == (labelled[0].start, labelled[0].end) else FORMULA
            return document.field(kinds, first[0], last[1], sure)
    return None


def _kinds_in(document: Document, places: Sequence[Place], *, fined: bool) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for start, end in places:
        for low, high in _chosen_parts(document, start, end):
            for kind, pattern in KINDS:
                for match in pattern.finditer(document.text, low, high):
                    if document.quoted(match.start()) or _excluded(document, kind, match, low, fined=fined):
                        continue
                    found.setdefault(kind, match.span())
                    break
    return found


def _excluded(document: Document, kind: str, match: re.Match[str], start: int, *, fined: bool) -> bool:
    text = document.text
    part = _PARTS.split(text[max(start, match.start() - 24) : match.start()])[-1]
    if re.search(r"可以|可并|不予|免予|不再|加处|暂缓|原|曾|未给予|免除", part) and not re.search(r"决定", part):
        return True
    if kind == "没收非法财物":
        return _NOT_PROPERTY.match(match.group()) is not None
    if kind == "限制从业":
        return re.search(r"驾驶", match.group()) is not None and "终身" not in match.group()
    if kind == "罚款":
        after = text[match.end() : match.end() + 12]
        return re.match(r"(?:限|缴|的缴|收据|票据|代收)", after) is not None and not fined
    return False


def _chosen_parts(document: Document, start: int, end: int) -> list[Place]:
    """Where a form has boxes, only the words behind the ticked ones; else all."""
    words = document.text[start:end]
    boxes = [match for match in _BOX.finditer(words) if match["box"]]
    if not any(re.fullmatch(_CHOSEN, match["box"]) for match in boxes):
        return [(start, end)]
    chosen = [match.span("words") for match in boxes if re.fullmatch(_CHOSEN, match["box"])]
    return [(start + low, start + high) for low, high in chosen]

