"""A document as the rules see it: folded text, dates, labelled values, quotations, and fields made from places in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from supervision_rules.documents._dates import FoundDate, find_dates
from supervision_rules.documents._labels import Labelled, labelled
from supervision_rules.documents._model import Field
from supervision_rules.documents._text import Text
from supervision_rules.law import Citation, Purpose

_QUOTES = re.compile(r"“[^“”\n]{0,800}”|‘[^‘’\n]{0,200}’|「[^「」\n]{0,800}」|\"[^\"\n]{0,800}\"")
_STOPS = "。！？\n\t"


def _blotted(quote: re.Match[str]) -> str:
    inside = quote.group()[1:-1]
    return quote.group() if len(inside) < 12 else f"{quote.group()[0]}{'…' * len(inside)}{quote.group()[-1]}"


@dataclass(frozen=True)
class Document:
    """The folded text with all that is found in it once and asked for often; places are those of the folded text."""

    source: Text
    citations: tuple[Citation, ...] = ()
    purposes: tuple[Purpose, ...] = ()

    @property
    def text(self) -> str:
        """The folded text."""
        return self.source.folded

    @cached_property
    def running(self) -> str:
        """The text with long quotations blotted out: a statute quoted in a sentence neither ends it nor decides."""
        return _QUOTES.sub(_blotted, self.text)

    @cached_property
    def dates(self) -> tuple[FoundDate, ...]:
        """All dates, in order."""
        return find_dates(self.text)

    @cached_property
    def labels(self) -> tuple[Labelled, ...]:
        """All labelled values, in order."""
        return labelled(self.source)

    @cached_property
    def _quoted(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in _QUOTES.finditer(self.text))

    def of(self, *fields: str) -> Iterator[Labelled]:
        """The labelled values of these fields, in order."""
        return (item for item in self.labels if item.field in fields)

    def words(self, item: Labelled) -> str:
        """The words of a labelled value."""
        return self.text[item.start : item.end]

    def quoted(self, place: int) -> bool:
        """Whether a place lies within quotation marks, as the words of a statute do."""
        number = bisect_left(self._quoted, (place + 1, 0)) - 1
        return number >= 0 and self._quoted[number][0] < place < self._quoted[number][1] - 1

    def dates_in(self, start: int, end: int) -> list[FoundDate]:
        """The dates within a place."""
        return [date for date in self.dates if start <= date.start and date.end <= end]

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence around a place: up to a full stop or the end of the line or cell."""
        text = self.text if self.quoted(place) else self.running
        start = max(text.rfind(stop, 0, place) for stop in _STOPS) + 1
        ends = [end for stop in _STOPS if (end := text.find(stop, place)) >= 0]
        return start, min(ends, default=len(text))

    def line(self, place: int) -> tuple[int, int]:
        """The line around a place."""
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        return start, len(self.text) if end < 0 else end

    def field(self, value: Any, start: int, end: int, confidence: float) -> Field:
        """A field for a place in the folded text, which must not be empty."""
        first, last = self.source.span(start, end)
        return Field(value, self.source.text[first:last], first, last, confidence)

    def written(self, start: int, end: int) -> str:
        """The words at a place as written, without line ends and the blanks that fold away."""
        first, last = self.source.span(start, end)
        words = self.source.text[first:last]
        kept = "".join(words[self.source.places[i] - first] for i in range(start, end))
        return re.sub(r"[\n\t ]+", "", kept) if not kept.isascii() else kept.strip()
