"""A decision's two texts under the versions of the law that they fall under (判读): each text and each shape once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from supervision_legal._applied import Applied
from supervision_legal._eras import View, Views
from supervision_legal._resolve import Resolution, resolve
from supervision_legal._said import Said, Texts
from supervision_legal._shape import Shape
from supervision_rules.law import LawBook, Statute, changes_of


@dataclass(frozen=True, slots=True, eq=False)
class Concerned:
    """Some statutes, and for each era of the law as a whole that of these statutes alone."""

    statutes: tuple[Statute, ...]
    eras: Sequence[int]
    views: dict[tuple[int, int, int], tuple[View, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A pair of texts as read: its shape, and the statutes that it concerns."""

    said: Said
    shape: Shape
    concerned: Concerned

    def own_eras(self, first: int, last: int, decided: int) -> tuple[int, int, int]:
        """Three eras of the law as a whole as eras of the statutes concerned: nothing else tells two days apart."""
        eras = self.concerned.eras
        return eras[first], eras[last], eras[decided]


class LawTexts:
    """Numbers pairs of texts, and resolves them under the versions that they fall under."""

    def __init__(self, book: LawBook, synonyms: Mapping[str, Sequence[str]]) -> None:
        """Take the law data and an expert's further phrases by act."""
        self.book = book
        self._texts = Texts(book, synonyms)
        self._views = Views(book)
        self._law = Applied(book)
        self._numbers: dict[tuple[str, str], int] = {}
        self._shapes: dict[object, Shape] = {}
        self._concerned: dict[tuple[str, ...], Concerned] = {}
        self.read: list[Read] = []
        """What was read, by the number of the pair."""

    def number(self, basis: str, violation: str) -> int:
        """The number of the texts of `legal_basis` and `violation`, which are read when they first come."""
        number = self._numbers.get((basis, violation))
        if number is None:
            number = self._numbers[basis, violation] = len(self.read)
            said = self._texts.read(basis, violation)
            if said.shape not in self._shapes:
                self._shapes[said.shape] = Shape(self._law, said)
            self.read.append(Read(said, self._shapes[said.shape], self._of(self._statutes(said))))
        return number

    def resolution(self, number: int, first: int, last: int, decided: int) -> Resolution:
        """What texts of this shape give for an act in the eras `first` to `last`, decided in `decided`."""
        read = self.read[number]
        return resolve(self._law, read.shape, self._view(read, first, last, decided))

    def own(self, basis: str, violation: str, first: int, last: int, decided: int) -> Resolution:
        """The same with these very texts, for explaining it."""
        read = self.read[self.number(basis, violation)]
        return resolve(self._law, Shape(self._law, read.said), self._view(read, first, last, decided))

    def _view(self, read: Read, first: int, last: int, decided: int) -> tuple[View, ...]:
        views, key = read.concerned.views, read.own_eras(first, last, decided)
        if key not in views:
            views[key] = self._views.of(read.concerned.statutes, first, last, decided)
        return views[key]

    def _of(self, statutes: tuple[Statute, ...]) -> Concerned:
        titles = tuple(statute.title for statute in statutes)
        if titles not in self._concerned:
            own = sorted({day for statute in statutes for day in changes_of(statute)})
            days = map(self.book.day_in, range(len(self.book.changes) + 1))
            self._concerned[titles] = Concerned(statutes, [bisect_right(own, day) for day in days])
        return self._concerned[titles]

    def _statutes(self, said: Said) -> tuple[Statute, ...]:
        """The statutes cited and those of the acts recognised."""
        found = {statute.title: statute for statute in said.statutes}
        for act in said.recognised.acts:
            title = self.book.acts.act(act).statute
            if title not in found and (statute := self.book.statutes.find(title)) is not None:
                found[title] = statute
        return tuple(found.values())
