"""Reads each distinct pair of texts once, under each combination of versions it falls under (文本判读表)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from supervision_legal._applied import Applied
from supervision_legal._eras import View, Views
from supervision_legal._figures import SCHEMA
from supervision_legal._resolve import Resolution, resolve
from supervision_legal._said import Said, Texts
from supervision_rules.entities import arrow_schema_of
from supervision_rules.law import LawBook, Statute, changes_of

ASKED = ("legal_basis", "violation", "act_first", "act_last", "decided_era")
_FACTS: Mapping[str, str] = {
    "rid": "int64",
    "cites": "boolean",
    "not_in_force": "boolean",
    "article_missing": "boolean",
    "incomplete": "boolean",
    "unknown_statute": "boolean",
    "mismatch": "boolean",
    "act_told": "boolean",
    "summed": "boolean",
    "law_unknown": "boolean",
    "basis_cited": "boolean",
    "basis_unknown": "boolean",
    "recognised": "int32",
    "versions": "int32",
    "said_refused": "boolean",
    "said_serious": "boolean",
}
_NEWER: Mapping[str, str] = {"rid": "int64", "lighter": "boolean", "dropped": "int64"} | dict(SCHEMA)


class LawTexts:
    """Resolves texts under the versions they fall under; each text is read once, each shape of text resolved once."""

    def __init__(self, book: LawBook, synonyms: Mapping[str, Sequence[str]]) -> None:
        """Take the law data and an expert's further phrases by act."""
        self.book = book
        self._texts = Texts(book, synonyms)
        self._views = Views(book)
        self._law = Applied(book)
        self._read: dict[tuple[str, str], _Reading] = {}
        self._eras: dict[tuple[str, ...], Sequence[int]] = {}
        self._found: dict[tuple[object, ...], Resolution] = {}
        self._shapes: dict[object, int] = {}
        self._viewed: dict[tuple[int, ...], tuple[View, ...]] = {}

    def resolution(self, basis: str, violation: str, first: int, last: int, decided: int) -> Resolution:
        """What texts of this shape give for an act in the eras `first` to `last`, decided in `decided`."""
        reading = self._reading(basis, violation)
        eras = reading.eras
        key = (reading.number, eras[first], eras[last], eras[decided])
        found = self._found.get(key)
        if found is None:
            found = resolve(self._law, reading.said, self._view(reading, first, last, decided))
            self._found[key] = found
        return found

    def own(self, basis: str, violation: str, first: int, last: int, decided: int) -> Resolution:
        """The same with these very texts, for explaining it."""
        reading = self._reading(basis, violation)
        return resolve(self._law, reading.said, self._view(reading, first, last, decided))

    def _view(self, reading: _Reading, first: int, last: int, decided: int) -> tuple[View, ...]:
        eras = reading.eras
        key = (id(eras), eras[first], eras[last], eras[decided])
        if key not in self._viewed:
            self._viewed[key] = self._views.of(reading.statutes, first, last, decided)
        return self._viewed[key]

    def _reading(self, basis: str, violation: str) -> _Reading:
        pair = (basis, violation)
        if pair not in self._read:
            said = self._texts.read(basis, violation)
            number = self._shapes.setdefault(said.shape, len(self._shapes))
            statutes = self._statutes(said)
            self._read[pair] = _Reading(said, number, statutes, self._eras_of(statutes))
        return self._read[pair]

    def _eras_of(self, statutes: Sequence[Statute]) -> Sequence[int]:
        """For each era of the law as a whole that of these statutes alone."""
        titles = tuple(statute.title for statute in statutes)
        if titles not in self._eras:
            own = sorted({day for statute in statutes for day in changes_of(statute)})
            self._eras[titles] = [bisect_right(own, self.book.day_in(era)) for era in range(len(self.book.changes) + 1)]
        return self._eras[titles]

    def _statutes(self, said: Said) -> tuple[Statute, ...]:
        """The statutes cited and those of the acts recognised."""
        found = {statute.title: statute for statute in said.statutes}
        for act in said.recognised.acts:
            title = self.book.acts.act(act).statute
            if title not in found and (statute := self.book.statutes.find(title)) is not None:
                found[title] = statute
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Reading:
    """A pair of texts as read: what is said, the number of its shape, the statutes concerned and their eras."""

    said: Said
    number: int
    statutes: tuple[Statute, ...]
    eras: Sequence[int]


class LawReader:
    """Reads `ASKED`: texts of basis and violation, the eras of the act, the era of the decision."""

    tables: Mapping[str, Mapping[str, str]] = {
        "asked": {"legal_basis": "string", "violation": "string"}
        | dict.fromkeys(ASKED[2:], "int32")
        | {"rid": "int64"},
        "facts": _FACTS,
        "rules": {"rid": "int64"} | dict(SCHEMA),
        "newer": _NEWER,
    }

    def __init__(self, texts: LawTexts, key: str) -> None:
        """Take what resolves the texts, and what tells its law data and phrases from others."""
        self._texts = texts
        self.key = key

    def __call__(self, values: Any) -> Mapping[str, Any]:
        """The tables for distinct values of `ASKED`."""
        numbers: dict[int, int] = {}
        found: list[Resolution] = []
        asked = [values.column(name).to_pylist() for name in ASKED]
        rids: list[int] = []
        for row in zip(*asked, strict=True):
            one = self._texts.resolution(*row)
            if id(one) not in numbers:
                numbers[id(one)] = len(found)
                found.append(one)
            rids.append(numbers[id(one)])
        rules = [(rid, *_figures(figures)) for rid, one in enumerate(found) for figures in one.rules]
        newer = [
            (rid, new.lighter, new.dropped, *_figures(new.figures))
            for rid, one in enumerate(found)
            for new in one.newer
        ]
        rows = {"facts": [_facts(rid, one) for rid, one in enumerate(found)], "rules": rules, "newer": newer}
        return {"asked": _arrow(self.tables["asked"], [*asked, rids])} | {
            name: _arrow(self.tables[name], list(zip(*of, strict=True)) or [()] * len(self.tables[name]))
            for name, of in rows.items()
        }


def _facts(rid: int, one: Resolution) -> tuple[Any, ...]:
    recognised = one.said.recognised
    return (
        rid,
        bool(one.said.cited),
        one.not_in_force,
        one.article_missing,
        one.incomplete,
        one.unknown_statute,
        one.mismatch,
        bool(one.acts),
        one.summed,
        one.law_unknown,
        bool(one.said.basis),
        any(own.statute is None for own in one.said.basis),
        len(recognised.acts),
        len(one.possibilities),
        recognised.refused,
        recognised.serious,
    )


_figures = attrgetter(*SCHEMA)


def _arrow(schema: Mapping[str, str], columns: Sequence[Sequence[Any]]) -> Any:
    import pyarrow as pa

    fields = arrow_schema_of(schema)
    arrays = [pa.array(list(values), field.type) for field, values in zip(fields, columns, strict=True)]
    return pa.Table.from_arrays(arrays, schema=fields)
