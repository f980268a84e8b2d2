"""Which header is which column (表头)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from supervision_rules.entities import Table
from supervision_rules.errors import Place
from supervision_rules.intake import _problems
from supervision_rules.intake._normal import BLANKS

SEARCHED_ROWS = 30
"""How many rows from the top may hold the header."""

_NO_BLANKS = str.maketrans(dict.fromkeys(BLANKS, ""))


def fold(header: object) -> str:
    """A header as it is compared: half width, without blanks, in one case."""
    return unicodedata.normalize("NFKC", str(header)).translate(_NO_BLANKS).casefold()


def known_words(table: Table, mapped: Mapping[str, str]) -> frozenset[str]:
    """Every header, folded, that names a column of the table."""
    words = {fold(word) for column in table.columns for word in (column.name, column.label)}
    return frozenset(words | {fold(header) for header in mapped.values()})


def score(cells: Iterable[object], words: frozenset[str]) -> int:
    """How many columns the cells name, each word counted once."""
    return len({folded for cell in cells if cell is not None and (folded := fold(cell)) in words})


def find_header(rows: Sequence[Sequence[object]], words: frozenset[str]) -> int | None:
    """The first of the rows with most known words; None where no row has any."""
    scores = [score(row, words) for row in rows]
    best = max(scores, default=0)
    return scores.index(best) if best else None


def lacks(table: Table, texts: Iterable[object], mapped: Mapping[str, str]) -> bool:
    """Whether a required column of the table is not among the headers."""
    found = {fold(text) for text in texts if text is not None}
    return any(
        not found & ({fold(mapped[c.name])} if c.name in mapped else {fold(c.name), fold(c.label)})
        for c in table.columns
        if c.required
    )


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a source: its texts, and the position of each canonical column that it has."""

    texts: tuple[str, ...]
    positions: Mapping[str, int]

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headers that name no column."""
        used = set(self.positions.values())
        return tuple(text for i, text in enumerate(self.texts) if i not in used and text.strip(BLANKS))


def match(
    table: Table, texts: Sequence[object], mapped: Mapping[str, str], location: str, place: Place | None
) -> Header:
    """Find the table's columns among the headers; a mapped header counts for its column alone."""
    shown = tuple("" if text is None else str(text) for text in texts)
    headers = [text for text in shown if text.strip(BLANKS)]
    by_word: dict[str, list[int]] = {}
    for position, text in enumerate(shown):
        by_word.setdefault(fold(text), []).append(position)
    taken: dict[str, list[int]] = {}
    for column, header in mapped.items():
        if column not in table.names:
            raise _problems.unknown_column(table, column, place)
        if not fold(header) or fold(header) not in by_word:
            raise _problems.mapped_header_missing(location, column, header, headers, place)
        taken[column] = by_word[fold(header)]
    reserved = {position for positions in taken.values() for position in positions}
    for known in table.columns:
        if known.name not in mapped:
            found = {p for word in {fold(known.name), fold(known.label)} for p in by_word.get(word, ())}
            if free := sorted(found - reserved):
                taken[known.name] = free
    if not taken:
        raise _problems.no_header(location, table, headers, place)
    for name, positions in taken.items():
        if len(positions) > 1:
            raise _problems.column_twice(location, table[name], [shown[p] for p in positions], place)
    if missing := [known for known in table.columns if known.required and known.name not in taken]:
        raise _problems.columns_missing(location, table, missing, headers, place)
    return Header(shown, {column: taken[column][0] for column in table.names if column in taken})
