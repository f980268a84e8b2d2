"""Fictitious parties with identity numbers whose check digits are right (虚构的当事人).

The numbers carry the area code 520599, which no place has, so they can't be anybody's.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

_AREA = "520599"
_FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文斌波辉云飞龙凤成林海山江河春兰"
_PLACES = ("清溪", "松河", "石桥", "柳坪", "竹溪", "枫岭", "梅坞", "兰亭")
_TRADES = ("运输", "物流", "客运", "货运", "汽车运输", "建材", "矿业", "工程机械租赁")
_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_BIRTHDAYS = (dt.date(1962, 1, 1).toordinal(), dt.date(2002, 12, 31).toordinal())
_PEOPLE = 0.65
_WRONG = 0.01
"""The share of numbers with a wrong check digit, as mistyped ones have."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party (当事人): name, kind and identity number."""

    name: str
    kind: str
    identity: str


class Parties:
    """Makes parties, no two with the same number."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._taken: set[str] = set()

    def new(self, *, sound: bool = False) -> Party:
        """A new party; `sound` ones never have a wrong check digit."""
        rng = self._rng
        person = rng.random() < _PEOPLE
        while True:
            number = resident_number(rng) if person else credit_code(rng)
            if not sound and rng.random() < _WRONG:
                number = number[:-1] + ("0" if number[-1] != "0" else "1")
            if number not in self._taken:
                break
        self._taken.add(number)
        if person:
            return Party(rng.choice(_FAMILY) + "".join(rng.choices(_GIVEN, k=rng.randint(1, 2))), "person", number)
        name = f"云岭市{rng.choice(_PLACES)}{''.join(rng.sample(_GIVEN, 2))}{rng.choice(_TRADES)}有限公司"
        return Party(name, "organization", number)


def resident_number(rng: Random) -> str:
    """A resident identity number (居民身份证号码, GB 11643)."""
    born = dt.date.fromordinal(rng.randint(*_BIRTHDAYS))
    body = f"{_AREA}{born:%Y%m%d}{rng.randint(1, 999):03d}"
    total = sum(int(digit) * pow(2, 17 - i, 11) for i, digit in enumerate(body))
    return body + "10X98765432"[total % 11]


def credit_code(rng: Random) -> str:
    """A unified social credit code (统一社会信用代码, GB 32100)."""
    organ = "MA" + "".join(rng.choices(_LETTERS, k=6))
    total = sum(int(letter, 36) * weight for letter, weight in zip(organ, (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    body = f"91{_AREA}{organ}{'0123456789X'[(11 - total % 11) % 11]}"
    total = sum(_LETTERS.index(letter) * pow(3, i, 31) for i, letter in enumerate(body))
    return body + _LETTERS[(31 - total % 31) % 31]
