"""Kinds of penalty as bits, so that a list of them is compared in one step (处罚种类)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from supervision_legal._arrow import arrow_table
from supervision_rules.detection import Expr
from supervision_rules.entities import PenaltyKind

BIT: Mapping[str, int] = {kind.value: 1 << number for number, kind in enumerate(PenaltyKind)}
FINE = BIT[PenaltyKind.FINE.value]
GAINS = BIT[PenaltyKind.CONFISCATED_GAINS.value]
OTHER = 1 << len(BIT)
"""A word that is no kind in the list: what it stands for can't be told."""
ALL = (OTHER << 1) - 1

_ALSO = (
    ("责令停产停业", re.compile(r"^(责令)?(限期)?(停产停业|停业整顿|停产整顿|停业)")),
    ("责令关闭", re.compile(r"^(责令)?关闭$")),
    ("吊销许可证件", re.compile(r"^吊销")),
    ("暂扣许可证件", re.compile(r"^暂扣.*[证照]")),
    ("降低资质等级", re.compile(r"^降低资质")),
    ("限制从业", re.compile(r"^(限制从业|禁止从业|终身禁止|终身不得)")),
    ("行政拘留", re.compile(r"^(行政)?拘留")),
    ("罚款", re.compile(r"^(并处|处以|处)?(人民币)?[\d,.万]*元?(的)?罚款")),
    ("没收违法所得", re.compile(r"^没收(全部)?(违法|非法)所得")),
    ("没收非法财物", re.compile(r"^没收(非法财物|违法物品|工具|车辆|设备)")),
    ("警告", re.compile(r"^警告")),
)
_MEASURES = re.compile(
    r"^(责令(改正|停止|限期|拆除|恢复|补种|赔偿)|限期(改正|拆除)|恢复原状|扣留|扣押|暂扣(机动车|车辆)$|查封|拖离|收缴|加处罚款|批评教育)"
)
"""Orders and measures: not kinds of penalty (行政处罚法 28; 行政强制法 9)."""


def bits_of(words: Iterable[str]) -> int:
    """The kinds of a list; orders and measures count for nothing, other words as `OTHER`."""
    return sum({_bit(word.strip()) for word in words if word.strip()})


def _bit(word: str) -> int:
    if word in BIT:
        return BIT[word]
    word = re.sub(r"\s+", "", unicodedata.normalize("NFKC", word))
    found = next((BIT[kind] for kind, pattern in _ALSO if pattern.match(word)), None)
    if found is not None:
        return found
    return 0 if _MEASURES.match(word) else OTHER


def words_of(bits: int) -> list[str]:
    """The kinds that bits stand for."""
    return [word for word, bit in BIT.items() if bits & bit]


class KindReader:
    """Reads each distinct list of kinds, written with `;` between them."""

    key = "kinds"
    tables: Mapping[str, Mapping[str, str]] = {"bits": {"kinds_text": "string", "kind_bits": "int64"}}

    def __call__(self, values: Any) -> Mapping[str, Any]:
        """The bits of each list."""
        texts: Sequence[str] = [text for text in values.column("kinds_text").to_pylist() if text is not None]
        bits = [bits_of(filter(None, text.split(";"))) for text in texts]
        return {"bits": arrow_table(self.tables["bits"], [texts, bits])}


def several(bits: Expr) -> Expr:
    """Whether more than one kind is among the bits."""
    return (bits & (bits - 1)) != 0
