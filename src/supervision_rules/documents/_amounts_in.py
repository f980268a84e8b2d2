"""Amounts of money within a text (金额), in digits and in words, written twice, or as a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from supervision_rules.law import read_amount

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,4})?(?:[百千]?[万亿]|[百千])?"
_WORDS = r"[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸]{1,24}"
_COINS = (
    r"(?:零?[零一二三四五六七八九壹贰叁肆伍陆柒捌玖\d]角)?(?:零?[零一二三四五六七八九壹贰叁肆伍陆柒捌玖\d]分)?(?:整|"
    r"正)?"
)
_AMOUNT = re.compile(
    rf"(?:(?P<digits>(?<![\d.,]){_DIGITS})(?:元|圆){_COINS}|¥(?P<signed>{_DIGITS})(?:元|"
    rf"圆)?(?:整|正)?|(?P<words>{_WORDS})(?:元|圆){_COINS})"
)
_UPPER = re.compile(r"[壹贰叁肆伍陆柒捌玖拾佰仟貳參陸]")
_LIMIT = re.compile(r"(?:人民币)?(?:以[上下]|至|到|-|~|以内|的以|每(?:日|天)|/)")


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount in yuan at a place of the folded text; `upper`: in the words of accounts (大写); `limit`: of a range."""

    value: Decimal
    start: int
    end: int
    upper: bool
    limit: bool


def find_amounts(folded: str, start: int = 0, end: int | None = None) -> Iterator[FoundAmount]:
    """The amounts within a place; what can't be read is no amount."""
    end = len(folded) if end is None else end
    for match in _AMOUNT.finditer(folded, start, end):
        value = read_amount(match.group().replace("圆", "元"))
        if value is None:
            continue
        before = folded[max(0, match.start() - 2) : match.start()]
        limit = (
            _LIMIT.match(folded, match.end()) is not None
            or re.search(r"[至到~]$|超过$|不足$|低于$|高于$", before) is not None
        )
        yield FoundAmount(value, match.start(), match.end(), _UPPER.search(match.group()) is not None, limit)


def read_cell_amount(words: str, unit: str) -> Decimal | None:
    """The amount of a table's cell, whose label may say 万元; None where the cell holds no single amount."""
    bare = re.sub(r"[¥\s]|人民币|整|正", "", words)
    number = re.fullmatch(r"((?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,6})?)(万?元?)", bare)
    if number:
        value = Decimal(number[1].replace(",", ""))
        scale = 10_000 if "万" in number[2] or ("万" in unit and "元" not in number[2]) else 1
        return _plain(value * scale)
    return read_amount(words.replace("圆", "元"))


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
