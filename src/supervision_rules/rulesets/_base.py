"""What all models of a ruleset share: the base class, short types, and errors in both languages."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from supervision_rules.rulesets import _codes as codes


class Model(BaseModel):
    """A part of a ruleset: unknown keys are refused, and nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Severity(StrEnum):
    """严重程度, from low to high."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def label(self) -> str:
        """The Chinese word for reports."""
        return {"low": "低", "medium": "中", "high": "高"}[self.value]

    @property
    def rank(self) -> int:
        """1 for low to 3 for high."""
        return list(Severity).index(self) + 1


def wrong(code: str, zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> PydanticCustomError:
    """A validation error with a code of ours, in both languages."""
    return PydanticCustomError("ruleset", "{en}", {"code": code, "zh": zh, "en": en, "hint": (hint_zh, hint_en)})


def _iso_day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        zh, en = f"“{value}”不是日期", f"'{value}' is not a date"
        raise wrong(codes.BAD_VALUE, zh, en, "日期写作 2026-01-01", "write it like 2026-01-01") from None


Day = Annotated[dt.date, BeforeValidator(_iso_day)]
Words = Annotated[str, Field(min_length=1)]
