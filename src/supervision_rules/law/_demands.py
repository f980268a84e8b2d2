"""What the law demands of a decision itself and of paying a fine (对处罚决定本身的要求): figures with their articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from supervision_rules.law._act_files import At, Name, Text, place
from supervision_rules.law._marked import check_marked, raise_marked, read_marked
from supervision_rules.law._numerals import chinese_number

_SYNTAX = "SR440"
_VALUE = "SR441"
_CROSS = "SR442"

DemandUnit = Literal["", "yuan", "percent_a_day", "times_fine", "days", "workdays", "months", "years"]


@dataclass(frozen=True, slots=True)
class Demand:
    """要求: one figure, or some words, that a provision lays down.

    Attributes:
        name: the identifier.
        title: own words, Chinese.
        title_en: own words, English.
        statute: the short title of the statute.
        version: the day that version was passed or published.
        article: the article.
        paragraph: 款, None where the article has a single one, or for the whole of it.
        item: 项.
        figure: the figure in `unit`, None where there is none.
        unit: yuan, percent a day, times the fine, days, working days, months or years; empty without a figure.
        party: whom it concerns, `person` or `organization`; empty for both.
        words: the kinds or particulars that the provision lists.
    """

    name: str
    title: str
    title_en: str
    statute: str
    version: dt.date
    article: int
    paragraph: int | None
    item: int | None
    figure: Decimal | None
    unit: DemandUnit
    party: Literal["", "person", "organization"]
    words: tuple[str, ...]

    @property
    def source(self) -> str:
        """Such as 《行政处罚法》(2021-01-22)第七十二条第一款第一项."""
        words = f"《{self.statute}》({self.version})第{chinese_number(self.article)}条"
        words += f"第{chinese_number(self.paragraph)}款" if self.paragraph else ""
        return words + (f"第{chinese_number(self.item)}项" if self.item else "")


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Basis(_Data):
    statute: Text
    version: dt.date
    at: At


class _Entry(_Data):
    demand: Name
    title: Text
    title_en: Text
    basis: _Basis
    figure: Annotated[Decimal, Field(gt=0)] | None = None
    unit: DemandUnit = ""
    party: Literal["", "person", "organization"] = ""
    words: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _together(self) -> _Entry:
        if (self.figure is None) != (not self.unit):
            raise ValueError("figure 与 unit 应一并写明 | figure and unit go together")
        if self.figure is None and not self.words:
            raise ValueError("figure 与 words 至少写一个 | a figure or words are needed")
        return self


class _File(_Data):
    demands: Annotated[tuple[_Entry, ...], Field(min_length=1)]


class Demands(Mapping[str, Demand]):
    """All demands by name (要求一览)."""

    def __init__(self, demands: Mapping[str, Demand]) -> None:
        """Take the demands."""
        self._demands = dict(demands)

    def __getitem__(self, name: str) -> Demand:
        """The demand of that name; `KeyError` where there is none."""
        return self._demands[name]

    def __iter__(self) -> Iterator[str]:
        """The names in the order of the file."""
        return iter(self._demands)

    def __len__(self) -> int:
        """How many."""
        return len(self._demands)

    def figure(self, name: str) -> Decimal:
        """The figure of a demand that has one; `KeyError` where there is none."""
        figure = self._demands[name].figure
        if figure is None:
            raise KeyError(name)
        return figure


def load_demands(text: str | None = None, *, name: str = "demands.yaml") -> Demands:
    """The demands of the package's law data, or of the YAML text given.

    Raises:
        LawDataError: data that isn't right; all that is wrong, each with file, line and column.
    """
    if text is None:
        text = resources.files("supervision_rules.law").joinpath("data/demands.yaml").read_text("utf-8")
    marked = read_marked(text, name, code=_SYNTAX)
    file = check_marked(marked, _File, code=_VALUE)
    demands: dict[str, Demand] = {}
    for index, entry in enumerate(file.demands if file else ()):
        if entry.demand in demands:
            zh, en = f"要求“{entry.demand}”重复", f"the demand '{entry.demand}' is there twice"
            marked.note(_CROSS, ("demands", index, "demand"), zh, en)
        article, _, paragraph, item, _ = place(entry.basis.at)
        demands[entry.demand] = Demand(
            entry.demand,
            entry.title,
            entry.title_en,
            entry.basis.statute,
            entry.basis.version,
            article,
            paragraph,
            item,
            entry.figure,
            entry.unit,
            entry.party,
            entry.words,
        )
    raise_marked([marked])
    return Demands(demands)
