"""Names, numbers and chances for the random histories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from .records import normal_number

T = TypeVar("T")

FIRST = date(2012, 1, 1)
TRANSPORT = (
    ("毕节市交通运输局", "黔毕交罚"),
    ("毕节市七星关区交通运输局", "黔毕交罚"),
    ("大方县交通运输局", "黔大交罚"),
    ("黔西市交通运输局", "黔西交罚"),
    ("金沙县交通运输局", "黔金交罚"),
    ("织金县交通运输局", "黔织交罚"),
    ("纳雍县交通运输局", "黔纳交罚"),
    ("威宁彝族回族苗族自治县交通运输局", "黔威交罚"),
    ("赫章县交通运输局", "黔赫交罚"),
    ("毕节市交通运输综合行政执法支队", "黔毕交执罚"),
)
SELF_ENFORCING = (("贵阳海关", "筑关罚"), ("毕节市税务局稽查局", "毕税稽罚"))
AGENCIES = (*TRANSPORT * 4, *SELF_ENFORCING)
COURTS = (
    ("贵州省毕节市七星关区人民法院", "黔0502"),
    ("贵州省大方县人民法院", "黔0521"),
    ("贵州省黔西市人民法院", "黔0522"),
    ("贵州省金沙县人民法院", "黔0523"),
)
SILENT_COURT = "贵州省威宁彝族回族苗族自治县人民法院"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def chance(random: Random, share: float) -> bool:
    """Tell whether a chance came true."""
    return random.random() < share


def pick(random: Random, choices: Sequence[T]) -> T:
    """Choose one of several, all alike."""
    return choices[int(random.random() * len(choices))]


@dataclass(frozen=True)
class Party:
    """A party that is punished."""

    name: str
    kind: str
    code: str

    @staticmethod
    def make(random: Random, serial: int) -> Party:
        """Make up a party; its code is not a valid one."""
        if chance(random, 0.5):
            return Party(f"张某{serial}", "person", f"522401198001{serial:06d}")
        return Party(f"毕节某运输有限公司{serial}", "organization", f"91520502MA{serial:08d}")


class Spelling:
    """Writes one number in several ways that mean the same."""

    def __init__(self, random: Random) -> None:
        """Take the source of chance."""
        self.random = random

    def of(self, number: str) -> str:
        """Write a decision number, now and then in another way."""
        if not chance(self.random, 0.1):
            return number
        head, rest = number.split("〔")
        year, serial = rest.split("〕")
        return pick(
            self.random,
            (
                f"{head}[{year}]{serial}",
                f"{head}（{year}）{serial}",
                f"{head}〔{year}〕 0{serial}",
                f"{head}【{year.translate(FULL_WIDTH)}】{serial}",
            ),
        )

    def plain(self, value: object) -> object:
        """Give the normal form of a number; other values as they are."""
        return normal_number(value) if isinstance(value, str) else value


def near(random: Random, day: date, around: int = 1) -> date:
    """Give a day at, or just before or after, a day."""
    day = min(max(day, FIRST), date(2030, 12, 31))
    return day + timedelta(days=random.randint(-around, around))
