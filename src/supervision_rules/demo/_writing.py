"""How offices write dates, sums, numbers and words (写法)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from random import Random
from typing import Any

from supervision_rules.demo._records import Number, Written
from supervision_rules.entities import Column, ColumnType, Sort

Cell = str | int | dt.date
"""A cell: text, a number, or in a workbook a real date."""

_FULL = {ord(str(i)): chr(0xFF10 + i) for i in range(10)}
"""Digits to full-width ones."""
_BRACKETS = ("〔〕", "〔〕", "〔〕", "[]", "()", "（）", "［］", "【】")
_EPOCH = dt.date(1899, 12, 30)
_NOTHING = ("", "", "", "", "/", "—", "无")


class Pen:
    """A clerk's hand: `careless` ones mix all forms, others keep to one."""

    def __init__(self, rng: Random, *, careless: bool, workbook: bool = False) -> None:
        self._rng = rng
        self._careless = careless
        self._workbook = workbook

    def cell(self, column: Column, value: Any) -> Cell:
        """The cell for a value of the column."""
        if isinstance(value, Written):
            return str(value)
        if value is None:
            return self._nothing(column)
        if isinstance(value, Number):
            return self.number(value)
        if isinstance(value, dt.date):
            return self.date(value)
        if isinstance(value, bool):
            return "是" if value else "否"
        if column.type is ColumnType.MONEY:
            return self.money(value)
        if column.type is ColumnType.NUMBERS:
            return "、".join(self.number(number) for number in value)
        if column.type is ColumnType.LIST:
            return (self._rng.choice("、;；") if self._careless else "、").join(value)
        if column.type is ColumnType.CODE:
            return self._word(column.codes, value)
        if column.type is ColumnType.INTEGER:
            return self._count(value, "个月" if "月" in column.label else "日")
        return str(value)

    def date(self, day: dt.date) -> Cell:
        """A date in one of its forms."""
        if not self._careless:
            return day if self._workbook else day.isoformat()
        forms: list[Cell] = [
            f"{day.year}/{day.month}/{day.day}",
            f"{day:%Y.%m.%d}",
            f"{day.year}年{day.month}月{day.day}日",
            f"{day:%Y%m%d}",
            day.isoformat(),
        ]
        if self._workbook:
            forms += [day, day, day, (day - _EPOCH).days]
        return self._rng.choice(forms)

    def money(self, yuan: int) -> Cell:
        """A sum in one of its forms."""
        if not self._careless:
            return yuan if self._workbook else f"{yuan}.00"
        forms: list[Cell] = [yuan, yuan, f"{yuan:,}", f"{yuan}元", f"{yuan:,}.00", str(yuan).translate(_FULL)]
        if yuan % 1_000 == 0 and yuan >= 10_000:
            forms += [f"{yuan / 10_000:g}万元"] * 2
        cell = self._rng.choice(forms)
        return cell if self._workbook else str(cell)

    def number(self, number: Number) -> str:
        """A document's number: other brackets, full-width digits, leading zeros, spaces now and then."""
        text = number.text
        if not self._careless or self._rng.random() < 0.5:
            return text
        style = self._rng.randrange(4)
        if style == 0:
            return text.translate(_FULL)
        if style == 1:
            return number.form.format(year=number.on.year, serial=f"{number.serial:04d}")
        if style == 2:
            return number.form.format(year=number.on.year, serial=f" {number.serial} ")
        brackets = self._rng.choice(_BRACKETS)
        return text.translate({ord(old): brackets[i % 2] for i, old in enumerate("〔〕（）")})

    def _word(self, codes: Mapping[str, tuple[str, ...]], code: str) -> str:
        return self._rng.choice(codes[code]) if self._careless else codes[code][0]

    def _nothing(self, column: Column) -> str:
        if self._careless and column.sort is Sort.EVENT:
            return self._rng.choice(_NOTHING)
        return ""

    def _count(self, value: int, unit: str) -> Cell:
        return self._rng.choice((value, value, f"{value}{unit}")) if self._careless else value
