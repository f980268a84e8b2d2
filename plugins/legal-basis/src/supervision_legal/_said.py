"""What a decision's texts say: provisions cited, and the acts its violation names (文本判读)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from supervision_legal._recognise import Recognised, Recogniser
from supervision_rules.law import Citation, LawBook, Purpose, Statute, purposes, read_citations

NOTHING = Recognised((), "", None, None, None, None, {})
"""No violation is told: a duty that is named alone says nothing of what was done."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One provision cited: as written, what for, and the statute it is of, None where the law data has none such."""

    citation: Citation
    purpose: Purpose
    statute: Statute | None

    @property
    def place(self) -> tuple[object, ...]:
        """All of it that a judgement rests on, but for the statute."""
        own = self.citation
        return (own.article, own.article_suffix, own.paragraph, own.item, own.version, self.purpose)

    @property
    def punishing(self) -> Statute | None:
        """The statute, where it holds penalties and the law data has some version of it."""
        return self.statute if self.statute is not None and self.statute.punishing and self.statute.versions else None


@dataclass(frozen=True)
class Said:
    """What the two texts of a decision say."""

    legal_basis: str
    violation: str
    cited: tuple[Cited, ...]
    recognised: Recognised

    @cached_property
    def basis(self) -> tuple[Cited, ...]:
        """The provisions cited as basis of the penalty."""
        return tuple(one for one in self.cited if one.purpose is Purpose.BASIS)

    @cached_property
    def shape(self) -> tuple[object, ...]:
        """All of it that a judgement rests on: texts of the same shape are judged alike."""
        provisions = tuple((one.statute.title if one.statute is not None else None, *one.place) for one in self.cited)
        told = self.recognised
        return (provisions, told.acts, told.exempt, told.refused, told.serious)

    @cached_property
    def statutes(self) -> tuple[Statute, ...]:
        """The statutes cited that the law data has, each once."""
        return tuple({one.statute.title: one.statute for one in self.cited if one.statute is not None}.values())


class Texts:
    """Reads texts with a law book and a recogniser; each text and each title once."""

    def __init__(self, book: LawBook, synonyms: Mapping[str, Sequence[str]]) -> None:
        """Take the law data and an expert's further phrases by act."""
        self._book = book
        self._recogniser = Recogniser(book.acts, synonyms)
        self._cited: dict[str, tuple[Cited, ...]] = {}
        self._titles: dict[str, Statute | None] = {}
        self._recognised: dict[tuple[object, ...], Recognised] = {}

    def read(self, legal_basis: str, violation: str) -> Said:
        """What the texts of `legal_basis` and `violation` say; an empty text says nothing."""
        cited = self._provisions(legal_basis)
        duties = [one for one in (*cited, *self._provisions(violation)) if one.purpose is Purpose.VIOLATED]
        named = tuple(self._under_own_title(one) for one in duties if one.statute is not None)
        key = (violation, tuple((one.title, one.article, one.article_suffix, one.paragraph, one.item) for one in named))
        if key not in self._recognised:
            self._recognised[key] = self._recogniser.recognise(violation, named) if violation else NOTHING
        return Said(legal_basis, violation, cited, self._recognised[key])

    def _provisions(self, text: str) -> tuple[Cited, ...]:
        if text not in self._cited:
            citations = read_citations(text)
            self._cited[text] = tuple(
                Cited(citation, purpose, self._statute(citation.title))
                for citation, purpose in zip(citations, purposes(text, citations), strict=True)
            )
        return self._cited[text]

    def _statute(self, title: str) -> Statute | None:
        if title not in self._titles:
            self._titles[title] = self._book.statutes.find(title)
        return self._titles[title]

    @staticmethod
    def _under_own_title(one: Cited) -> Citation:
        return replace(one.citation, title=one.statute.title) if one.statute else one.citation
