"""Reads each distinct pair of texts once, under each combination of versions it falls under (文本判读表)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from typing import Any

from supervision_legal._eras import Views
from supervision_legal._explain import Explanation, explain
from supervision_legal._figures import SCHEMA
from supervision_legal._resolve import Newer, Resolution, resolve
from supervision_legal._said import Said, Texts
from supervision_rules.law import LawBook, Statute

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
    "silent": "boolean",
    "summed": "boolean",
    "recognised": "int32",
    "versions": "int32",
    "said_refused": "boolean",
    "said_serious": "boolean",
}
_NEWER: Mapping[str, str] = {"rid": "int64", "lighter": "boolean", "dropped": "int64"} | dict(SCHEMA)


class LawReader:
    """Reads `ASKED`: texts of basis and violation, the eras of the act, the era of the decision."""

    def __init__(self, book: LawBook, synonyms: Mapping[str, Sequence[str]]) -> None:
        """Take the law data and an expert's further phrases by act."""
        self._book = book
        self._synonyms = synonyms

    @cached_property
    def key(self) -> str:
        """The law data and the phrases."""
        return hashlib.sha256(f"{self._book.digest}{sorted(self._synonyms.items())}".encode()).hexdigest()

    tables: Mapping[str, Mapping[str, str]] = {
        "asked": {"legal_basis": "string", "violation": "string"} | dict.fromkeys(ASKED[2:], "int32") | {"rid": "int64"},
        "facts": _FACTS | dict.fromkeys(Explanation.fields(), "string"),
        "rules": {"rid": "int64"} | dict(SCHEMA),
        "newer": _NEWER,
    }

    def __call__(self, values: Any) -> Mapping[str, Any]:
        """The tables for distinct values of `ASKED`."""
        texts, views = Texts(self._book, self._synonyms), Views(self._book)
        said: dict[tuple[str, str], Said] = {}
        numbers: dict[tuple[Any, ...], int] = {}
        resolutions: list[Resolution] = []
        asked = list(zip(*(values.column(name).to_pylist() for name in ASKED), strict=True))
        rids = []
        for basis, violation, first, last, decided in asked:
            pair = (basis, violation)
            if pair not in said:
                said[pair] = texts.read(basis, violation)
            found = views.of(self._statutes(said[pair]), first, last, decided)
            key = (*pair, *(view.key for view in found))
            if key not in numbers:
                numbers[key] = len(resolutions)
                resolutions.append(resolve(self._book, said[pair], found))
            rids.append(numbers[key])
        rows = [(*row, rid) for row, rid in zip(asked, rids, strict=True)]
        return {
            "asked": _arrow(self.tables["asked"], [dict(zip((*ASKED, "rid"), row, strict=True)) for row in rows]),
            "facts": _arrow(self.tables["facts"], [self._facts(rid, one) for rid, one in enumerate(resolutions)]),
            "rules": _arrow(
                self.tables["rules"],
                [{"rid": rid} | asdict(figures) for rid, one in enumerate(resolutions) for figures in one.rules()],
            ),
            "newer": _arrow(
                self.tables["newer"],
                [_newer(rid, found) for rid, one in enumerate(resolutions) for found in one.newer()],
            ),
        }

    def _statutes(self, said: Said) -> tuple[Statute, ...]:
        """The statutes cited and those of the acts recognised."""
        found = {statute.title: statute for statute in said.statutes}
        for act in said.recognised.acts:
            title = self._book.acts.act(act).rules[0].statute
            if title not in found and (statute := self._book.statutes.find(title)) is not None:
                found[title] = statute
        return tuple(found.values())

    def _facts(self, rid: int, one: Resolution) -> dict[str, Any]:
        values = {name: getattr(one, name) for name in _FACTS if hasattr(one, name)}
        return (
            values
            | {
                "rid": rid,
                "recognised": len(one.said.recognised.acts),
                "versions": len(one.possibilities),
                "said_refused": one.said.recognised.refused,
                "said_serious": one.said.recognised.serious,
            }
            | explain(self._book, one).columns()
        )


def _newer(rid: int, found: Newer) -> dict[str, Any]:
    """A row of `newer`: whether the new law is lighter, which kinds it no longer has, and its figures."""
    return {"rid": rid, "lighter": found.lighter, "dropped": found.dropped} | asdict(found.figures)


def _arrow(schema: Mapping[str, str], rows: list[dict[str, Any]]) -> Any:
    import pyarrow as pa

    types = {
        "int64": pa.int64(),
        "int32": pa.int32(),
        "int8": pa.int8(),
        "boolean": pa.bool_(),
        "string": pa.string(),
        "decimal(18, 2)": pa.decimal128(18, 2),
    }
    return pa.Table.from_pylist(rows, pa.schema([(name, types[type_]) for name, type_ in schema.items()]))
