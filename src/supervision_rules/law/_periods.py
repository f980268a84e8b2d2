"""Periods as dated data (期限): lengths, versions and where in the law they stand."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from importlib import resources
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from supervision_rules.errors import LawDataError, Place
from supervision_rules.law._calendar import LAST_DAY
from supervision_rules.law._numerals import chinese_number

Unit = Literal["days", "workdays", "months", "years"]
_UNIT_ZH = {"days": "日", "workdays": "个工作日", "months": "个月", "years": "年"}


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Length(_Data):
    """A length of time: a count of calendar days (日), working days (工作日), months (月) or years (年)."""

    count: Annotated[int, Field(gt=0)]
    unit: Unit

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            count, _, unit = value.strip().partition(" ")
            return {"count": count, "unit": unit if unit.endswith("s") else unit + "s"}
        return value

    def text(self, lang: str = "zh") -> str:
        """Such as `3个月` or `3 months`."""
        if lang == "zh":
            return f"{self.count}{_UNIT_ZH[self.unit]}"
        return f"{self.count} {self.unit if self.count > 1 else self.unit.removesuffix('s')}"


class Provision(_Data):
    """条款: a statute, the version of it (the day it was passed or published), and the article."""

    statute: str
    version: dt.date
    article: int

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        return dict(zip(("statute", "version", "article"), value, strict=True)) if isinstance(value, list) else value

    def __str__(self) -> str:
        """Such as 《行政强制法》(2011-06-30)第五十三条."""
        name = self.statute if "〔" in self.statute else f"《{self.statute}》"
        return f"{name}({self.version})第{chinese_number(self.article)}条"


class Version(_Data):
    """One version of a period, for starting days from `from` to `to`, both included."""

    begins: Annotated[dt.date, Field(alias="from")]
    ends: Annotated[dt.date, Field(alias="to")] = LAST_DAY
    length: Length
    rolls: bool
    basis: Provision


def _pair(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class Period(_Data):
    """期限: either versions of its own, a chain of periods one after the other, or between a shorter and a longer one."""

    label: str
    label_en: str
    versions: tuple[Version, ...] = ()
    chain: tuple[str, ...] = ()
    between: Annotated[tuple[str, str] | None, BeforeValidator(_pair)] = None

    @model_validator(mode="after")
    def _one_kind(self) -> Period:
        if sum(map(bool, (self.versions, self.chain, self.between))) != 1:
            raise ValueError("exactly one of versions, chain and between")
        for earlier, later in zip(self.versions, self.versions[1:], strict=False):
            if earlier.ends >= later.begins:
                raise ValueError(f"the versions from {earlier.begins} and {later.begins} overlap")
        return self

    def version_on(self, start: dt.date) -> Version | None:
        """The version that governs a period starting that day; None before the first one listed."""
        return next((version for version in self.versions if version.begins <= start <= version.ends), None)


class Periods(_Data):
    """All periods of a body of law data, by name."""

    by_name: Mapping[str, Period]
    digest: str

    def first_start(self, name: str) -> dt.date:
        """The first day from which a period is known, or a part of it; nothing is known of earlier starts."""
        period = self.by_name[name]
        parts = (*period.chain, *(period.between or ()))
        return (
            min((version.begins for version in period.versions), default=LAST_DAY)
            if not parts
            else min(self.first_start(part) for part in parts)
        )

    def __getitem__(self, name: str) -> Period:
        """The period of that name; `KeyError` where there is none."""
        return self.by_name[name]


def load_periods(text: str | None = None, *, name: str = "periods.yaml") -> Periods:
    """The periods of the package's law data, or of the YAML text given.

    Raises:
        LawDataError: data that isn't right, with its place.
    """
    if text is None:
        text = resources.files("supervision_rules.law").joinpath("data/periods.yaml").read_text("utf-8")
    try:
        data = yaml.safe_load(text)
        periods = {key: Period.model_validate(value) for key, value in data.items()}
    except (yaml.YAMLError, ValidationError, AttributeError, ValueError) as error:
        raise LawDataError.of(
            "SR410", f"期限数据有误:{error}", f"wrong period data: {error}", place=Place(name)
        ) from error
    for key, period in periods.items():
        for other in (*period.chain, *(period.between or ())):
            if other not in periods:
                raise LawDataError.of(
                    "SR411",
                    f"{key} 引用了不存在的期限 {other}",
                    f"{key} names no such period {other}",
                    place=Place(name),
                )
    return Periods(by_name=periods, digest=hashlib.sha256(text.encode()).hexdigest())


def add_months(day: dt.date, months: int) -> dt.date:
    """The day of the month `months` later that matches, or the last of that month (2023-08-31 + 6 is 2024-02-29)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = dt.date(year + month // 11, (month + 1) % 12 + 1, 1)
    last = (following - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))
