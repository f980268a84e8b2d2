"""Statutes (法律、法规、司法解释) with their versions: what was in force on a day, and what articles it had."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from supervision_rules.law._statute_titles import number_in, number_key, title_key

Kind = Literal["law", "regulation", "rule", "local", "interpretation", "decision", "amendment", "other"]
State = Literal["in_force", "not_yet", "repealed", "not_known"]
ArticleKey = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Move:
    """Where an article stood in the version before (条文的前身).

    Attributes:
        before: its number and suffix there; None for a new article.
        changed: whether its words or its structure differ; True for a new one.
    """

    before: ArticleKey | None
    changed: bool


@dataclass(frozen=True)
class StatuteVersion:
    """A version of a statute (版本).

    Attributes:
        passed: the day it was passed or published; names the version.
        effective_from: the first day in force.
        effective_to: the last day in force; None while no end is known.
        known_from: the day it was published, where that is another one than `passed`.
        source: where the day in force was taken from, in words.
        articles: (article, suffix of 之一 …) to the number of items (项) in each paragraph (款): `(0,)` is one
            paragraph without items. None where the version is known to have been in force but its articles are not
            in the data, or the text numbers no articles (一、二、).
        missing: article numbers that the text read leaves out; whether they exist can't be told.
        partial: whether the text read is only a part of the statute (a book of 民法典), or looks cut off: what isn't in
            it can't be told.
        doubtful: articles whose words may be cut or mixed up: which paragraphs and items they lack can't be told.
        hashes: a short hash of each article's words.
        texts: each article's words, paragraphs and items on lines of their own; only imported statutes hold them.
        compared_with: the version (by its `passed`) that `moves` compares with; None: not compared.
        moves: articles of this version that stood elsewhere, differ or are new; one not listed is as before.
        removed: articles of the version before that are gone.
    """

    passed: dt.date
    effective_from: dt.date
    effective_to: dt.date | None = None
    known_from: dt.date | None = None
    source: str = ""
    articles: Mapping[ArticleKey, tuple[int, ...]] | None = None
    missing: tuple[int, ...] = ()
    partial: bool = False
    doubtful: frozenset[ArticleKey] = frozenset()
    hashes: Mapping[ArticleKey, str] = field(default_factory=dict)
    texts: Mapping[ArticleKey, str] = field(default_factory=dict)
    compared_with: dt.date | None = None
    moves: Mapping[ArticleKey, Move] = field(default_factory=dict)
    removed: tuple[ArticleKey, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the data has its articles."""
        return self.articles is not None

    @property
    def whole(self) -> bool:
        """Whether the data has all its articles, none of them in doubt."""
        return self.known and not (self.partial or self.missing or self.doubtful)

    def covers(self, day: dt.date) -> bool:
        """Whether it was in force that day."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)

    def has(self, article: int, suffix: int = 0, paragraph: int | None = None, item: int | None = None) -> bool | None:
        """Whether a provision exists in it; None where that can't be told.

        Args:
            article: number of the article (条).
            suffix: of 之一 and so on, else 0.
            paragraph: 款, counted from 1; the only paragraph of an article may be cited as the first.
            item: 项, counted from 1; without a paragraph, an item of any paragraph.
        """
        if self.articles is None:
            return None
        items = self.articles.get((article, suffix))
        if items is None:
            return None if self.partial or article in self.missing else False
        absent = None if (article, suffix) in self.doubtful else False
        if paragraph is not None:
            if not 1 <= paragraph <= len(items):
                return absent
            items = items[paragraph - 1 : paragraph]
        return True if item is None or any(1 <= item <= count for count in items) else absent

    def text(self, article: int, suffix: int = 0) -> str | None:
        """The words of an article; None where the data holds none."""
        return self.texts.get((article, suffix))


@dataclass(frozen=True)
class Statute:
    """A statute and the versions known of it (法规).

    Attributes:
        title: without 中华人民共和国; for an interpretation known by its number, that number (法释〔2018〕1号).
        full_title: as published.
        versions: in order of their days in force, never overlapping.
        short_titles: further names in use.
        number: document number (文号), where it is known by one.
        first_effective: the day the statute itself first came into force.
        repealed_on: the first day no longer in force.
        kind: what it is.
        punishing: whether it holds provisions on administrative penalties.
        amendments: every day on which the statute was passed or amended, as far as known.
        source: where `first_effective` or `repealed_on` was taken from.
    """

    title: str
    full_title: str
    versions: tuple[StatuteVersion, ...] = ()
    short_titles: tuple[str, ...] = ()
    number: str | None = None
    first_effective: dt.date | None = None
    repealed_on: dt.date | None = None
    kind: Kind = "other"
    punishing: bool = False
    amendments: tuple[dt.date, ...] = ()
    source: str = ""

    @cached_property
    def _begins(self) -> list[dt.date]:
        return [version.effective_from for version in self.versions]

    def on(self, day: dt.date) -> StatuteVersion | None:
        """The version in force that day; None where none is known."""
        if self.repealed_on is not None and day >= self.repealed_on:
            return None
        at = bisect_right(self._begins, day)
        return self.versions[at - 1] if at and self.versions[at - 1].covers(day) else None

    def state_on(self, day: dt.date) -> State:
        """Whether the statute was in force that day.

        `not_known`: not before it first came into force (or that day isn't known), but no version of the data covers the
        day: before the first one, or between two of them.
        """
        if self.repealed_on is not None and day >= self.repealed_on:
            return "repealed"
        if self.on(day) is not None:
            return "in_force"
        return "not_yet" if self.first_effective is not None and day < self.first_effective else "not_known"

    def version(self, passed: dt.date) -> StatuteVersion | None:
        """The version passed that day."""
        return next((version for version in self.versions if version.passed == passed), None)

    def names(self) -> tuple[str, ...]:
        """Every name it is known by."""
        return tuple(dict.fromkeys((self.title, self.full_title, *self.short_titles)))


class Statutes:
    """All statutes of a body of law data (法规库)."""

    def __init__(self, statutes: Sequence[Statute], digest: str = "") -> None:
        """Take the statutes, and a hash of the data they were read from; the first to claim a name has it."""
        self._statutes = tuple(statutes)
        self.digest = digest
        self._by_title: dict[str, Statute] = {}
        self._by_number: dict[str, Statute] = {}
        for statute in self._statutes:
            if statute.number and (number := number_key(statute.number)):
                self._by_number.setdefault(number, statute)
            for name in (statute.title, statute.full_title):
                self._by_title.setdefault(title_key(name), statute)
        for statute in self._statutes:
            for name in statute.short_titles:
                self._by_title.setdefault(title_key(name), statute)

    def find(self, title: str) -> Statute | None:
        """The statute of that name; None where the data has none.

        Args:
            title: with or without 《》, 中华人民共和国 and a note of the version; a short form in use (行诉法); or a document
                number, alone or behind the title (法释〔2018〕1号).
        """
        number = number_key(title)
        if number is not None:
            return self._by_number.get(number)
        found = self._by_title.get(title_key(title))
        if found is None and (number := number_in(title)) is not None:
            return self._by_number.get(number)
        return found

    def __iter__(self) -> Iterator[Statute]:
        """In the order of the data: the package's own first."""
        return iter(self._statutes)

    def __len__(self) -> int:
        """How many statutes, repealed ones too."""
        return len(self._statutes)

    def boundaries(self) -> tuple[dt.date, ...]:
        """Every day on which a version begins, or is the first day after one ends, in order."""
        days: set[dt.date] = set()
        for statute in self._statutes:
            for version in statute.versions:
                days.add(version.effective_from)
                if version.effective_to is not None:
                    days.add(version.effective_to + dt.timedelta(days=1))
            days |= {day for day in (statute.first_effective, statute.repealed_on) if day is not None}
        return tuple(sorted(days))
