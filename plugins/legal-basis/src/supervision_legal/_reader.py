"""Reads each distinct pair of texts once, under each combination of versions it falls under (文本判读表)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from supervision_legal._arrow import arrow_table
from supervision_legal._figures import SCHEMA
from supervision_legal._law_texts import LawTexts
from supervision_legal._resolve import Resolution
from supervision_legal._shape import Shape

ERAS = ("act_first", "act_last", "decided_era")
_FACTS: Mapping[str, str] = {
    "rid": "int64",
    "cites": "boolean",
    "incomplete": "boolean",
    "unknown_statute": "boolean",
    "basis_cited": "boolean",
    "basis_unknown": "boolean",
    "recognised": "int32",
    "said_refused": "boolean",
    "said_serious": "boolean",
    "not_in_force": "boolean",
    "article_missing": "boolean",
    "mismatch": "boolean",
    "act_told": "boolean",
    "summed": "boolean",
    "law_unknown": "boolean",
    "versions": "int32",
}
_NEWER: Mapping[str, str] = {"rid": "int64", "lighter": "boolean", "dropped": "int64"} | dict(SCHEMA)


class TextReader:
    """Numbers each distinct pair of texts."""

    tables: Mapping[str, Mapping[str, str]] = {
        "pairs": {"basis_text": "string", "violation_text": "string", "pair": "int32"}
    }

    def __init__(self, texts: LawTexts, key: str) -> None:
        """Take what reads the texts, and what tells its law data and phrases from others."""
        self._texts = texts
        self.key = key

    def __call__(self, values: Any) -> Mapping[str, Any]:
        """The number of each pair."""
        pairs = [values.column(name).to_pylist() for name in ("basis_text", "violation_text")]
        numbers = list(map(self._texts.number, *pairs))
        return {"pairs": arrow_table(self.tables["pairs"], [*pairs, numbers])}


class LawReader:
    """Reads pairs of texts, by number, with the eras of the act and that of the decision.

    Combinations that the ladders can't tell apart have one `rid`: there are far fewer of them.
    """

    tables: Mapping[str, Mapping[str, str]] = {
        "asked": dict.fromkeys(("pair", *ERAS, "rid"), "int32"),
        "facts": _FACTS,
        "rules": {"rid": "int64"} | dict(SCHEMA),
        "newer": _NEWER,
    }

    def __init__(self, texts: LawTexts, key: str) -> None:
        """Take what resolves the texts, and what tells its law data and phrases from others."""
        self._texts = texts
        self.key = key

    def __call__(self, values: Any) -> Mapping[str, Any]:
        """The tables for distinct values of `pair` and `ERAS`."""
        asked = [values.column(name).to_pylist() for name in ("pair", *ERAS)]
        found, rids = _Found(), []
        known: dict[tuple[object, ...], int] = {}
        for pair, first, last, decided in zip(*asked, strict=True):
            read = self._texts.read[pair]
            key = (read.shape, *read.own_eras(first, last, decided))
            rid = known.get(key)
            if rid is None:
                rid = known[key] = found.number(read.shape, self._texts.resolution(pair, first, last, decided))
            rids.append(rid)
        return {"asked": arrow_table(self.tables["asked"], [*asked, rids])} | {
            name: arrow_table(self.tables[name], list(zip(*rows, strict=True)) or [()] * len(self.tables[name]))
            for name, rows in found.rows().items()
        }


class _Found:
    """What resolutions say, numbered by content: one row of facts each, and the figures to judge by."""

    def __init__(self) -> None:
        self._rids: dict[tuple[Any, ...], int] = {}
        self._rules = _Numbers(_figures)
        self._newer = _Numbers(lambda newer: (newer.lighter, newer.dropped, *_figures(newer.figures)))

    def number(self, shape: Shape, one: Resolution) -> int:
        content = (
            shape.facts,
            one.not_in_force,
            one.article_missing,
            one.mismatch,
            bool(one.acts),
            one.summed,
            one.law_unknown,
            len(one.possibilities),
            frozenset(map(self._rules.of, one.rules)),
            frozenset(map(self._newer.of, one.newer)),
        )
        return self._rids.setdefault(content, len(self._rids))

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """The rows of the tables `facts`, `rules` and `newer`."""
        rules, newer = list(self._rules.contents), list(self._newer.contents)
        return {
            "facts": [(rid, *content[0], *content[1:-2]) for content, rid in self._rids.items()],
            "rules": [(rid, *rules[number]) for content, rid in self._rids.items() for number in content[-2]],
            "newer": [(rid, *newer[number]) for content, rid in self._rids.items() for number in content[-1]],
        }


class _Numbers:
    """Numbers objects by what is in them, and looks into each only once."""

    def __init__(self, content: Callable[[Any], tuple[Any, ...]]) -> None:
        self._content = content
        self._known: dict[Any, int] = {}
        self.contents: dict[tuple[Any, ...], int] = {}

    def of(self, one: Any) -> int:
        number = self._known.get(one)
        if number is None:
            number = self._known[one] = self.contents.setdefault(self._content(one), len(self.contents))
        return number


_figures = attrgetter(*SCHEMA)
