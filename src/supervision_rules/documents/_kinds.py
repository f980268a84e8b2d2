"""The kinds of penalty that are imposed (处罚种类), not those that a statute allows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supervision_rules.documents._boxes import chosen_parts
from supervision_rules.documents._document import Document
from supervision_rules.documents._model import FORMULA, LABELLED, Field
from supervision_rules.documents._regions import Place

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("警告", r"警告"),
        ("通报批评", r"通报批评"),
        (
            "没收违法所得",
            r"没收(?:全部|其|你|当事人|你单位|该)?(?:的)?(?:违法|非法)(?:所得|收入)|没收[^。；，]{0,20}?违法所得",
        ),
        (
            "没收非法财物",
            r"没收(?![^，。；、和及与]{0,20}?(?:违法|非法)(?:所得|收入))[^，。；]{1,40}|"
            r"没收(?:违法所得)[^，。；]{0,24}(?:及|和|以及|并)(?!罚款|处)[^，。；罚]{2,20}",
        ),
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
_PARTS = re.compile(r"[，。；\n\t]")


def kinds_of(document: Document, places: Sequence[Place], *, fined: bool) -> Field | None:
    labelled = list(document.of("penalty_kinds"))
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
        for low, high in chosen_parts(document, start, end):
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
    if re.search(r"(?:免予|不予|不并处?|免除)[^，。；]{0,4}$", part):
        return True
    if re.search(r"可以|可并|不予|不并|免予|不再|加处|暂缓|原|曾|未给予|免除", part) and not re.search(r"决定", part):
        return True
    if kind == "没收非法财物":
        return _NOT_PROPERTY.match(match.group()) is not None
    if kind == "限制从业":
        return re.search(r"驾驶", match.group()) is not None and "终身" not in match.group()
    if kind == "罚款":
        after = text[match.end() : match.end() + 12]
        return re.match(r"(?:限|缴|的缴|收据|票据|代收)", after) is not None and not fined
    return False
