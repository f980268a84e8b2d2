"""One line of the penalty tables: an act, where it stands, the kinds it gives and the range of its fine."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

WARNING, FINE = "警告", "罚款"
GAINS, GOODS = "没收违法所得", "没收非法财物"
SUSPENDED, REVOKED = "暂扣许可证件", "吊销许可证件"
CLOSED, BARRED, DETAINED = "责令停产停业", "限制从业", "行政拘留"
KINDS = frozenset(
    {
        WARNING,
        "通报批评",
        FINE,
        GAINS,
        GOODS,
        SUSPENDED,
        "降低资质等级",
        REVOKED,
        "限制经营",
        CLOSED,
        "责令关闭",
        BARRED,
        DETAINED,
    }
)
"""The kinds of penalty; every other word in a decision is an order or a measure."""

Range = tuple[int, int]
"""Both ends included."""


@dataclass(frozen=True)
class Money:
    """How a fine is measured: a flat range, or by the gains, or by a value that no record holds.

    `flat` is the range in yuan (without gains, or with gains below `threshold`); `serious` the higher tier of it;
    `times` the multiples of the gains above `threshold`. `edge` says where gains of exactly the threshold belong:
    `above`, `below`, or `open` where the words leave them to neither.
    """

    flat: Range | None = None
    serious: Range | None = None
    times: Range | None = None
    threshold: Decimal = Decimal(0)
    edge: str = "above"
    by_value: bool = False


def flat(low: int, high: int) -> Money:
    """A range in yuan."""
    return Money(flat=(low, high))


def by_gains(threshold: int, times: Range, below: Range, *, edge: str = "above", serious: Range | None = None) -> Money:
    """A multiple of the gains above the threshold, a range in yuan below it."""
    return Money(flat=below, serious=serious, times=times, threshold=Decimal(threshold), edge=edge)


VALUE = Money(by_value=True)
"""A multiple of something that no column holds, or a figure that another law gives."""


@dataclass(frozen=True)
class Line:
    """What one provision of one version gives for one act.

    `kinds` maps each kind to its condition: "" always, "serious", "refuses". `either`: one of the kinds, not both.
    `may`: the fine may be left out, so that there is no minimum.
    """

    act: str
    version: str
    article: int
    paragraph: int
    item: int | None
    kinds: dict[str, str]
    money: Money | None
    may: bool
    either: bool

    @property
    def text(self) -> str:
        """The provision as the tables write it, such as 63.1.(1)."""
        item = "" if self.item is None else f".({self.item})"
        return f"{self.article}.{self.paragraph}{item}"


def line(
    act: str, version: str, at: str, kinds: str, money: Money | None = None, *, may: bool = False, either: bool = False
) -> Line:
    """Read a line: `at` such as "69.1.1" (article, paragraph, item), `kinds` such as "罚款 吊销许可证件?serious"."""
    parts = [int(part) for part in at.split(".")]
    conditions: dict[str, str] = {}
    for word in kinds.split():
        kind, _, condition = word.partition("?")
        if kind not in KINDS or condition not in ("", "serious", "refuses"):
            raise ValueError(f"not a kind: {word}")
        conditions[kind] = condition
    if (money is None) == (FINE in conditions):
        raise ValueError(f"{act} {version} {at}: a fine without a figure, or a figure without a fine")
    return Line(
        act=act,
        version=version,
        article=parts[0],
        paragraph=parts[1] if len(parts) > 1 else 1,
        item=parts[2] if len(parts) > 2 else None,
        kinds=conditions,
        money=money,
        may=may,
        either=either,
    )
