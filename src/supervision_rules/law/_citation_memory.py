"""Which statutes a text has named so far, for the words that mean them again (同法, 该条例, 《条例》)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from supervision_rules.law._citation_names import GENERIC
from supervision_rules.law._citation_titles import KINDS

_ENDINGS = tuple(kind for kind in re.sub(r"\(\?!.*?\)", "", KINDS).split("|") if kind != "法")
_PARENTHESES = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True)
class Statute:
    """A statute as the text first names it, with the version named."""

    title: str
    version: str | None = None


class StatuteMemory:
    """The statutes named, the last of each kind, and the short names that the text defines.

    Attributes:
        last: the statute cited last.
        titled: the last title, a statute's or not: what a definition behind it defines.
        names: what statutes are called in the text, in full; without 中华人民共和国 too.
    """

    def __init__(self) -> None:
        self.last: Statute | None = None
        self.titled: Statute | None = None
        self.names: set[str] = set()
        self._by_kind: dict[str, Statute] = {}
        self._short: dict[str, Statute] = {}

    def meet(self, statute: Statute) -> None:
        """Remember a statute that is cited."""
        if self.last == statute:
            return
        self.last = statute
        title = statute.title.translate(_PARENTHESES).rstrip("》〉")
        title = title[: title.find("(")] if title.endswith(")") else title
        self._call(title)
        self._by_kind.update({kind: statute for kind in _ENDINGS if title.endswith(kind)})
        if title.endswith("法") and not title.endswith("办法"):
            self._by_kind["法"] = statute

    def define(self, names: Iterable[str], statute: Statute) -> None:
        """Remember short names (以下简称《条例》)."""
        for name in names:
            self._short[name] = statute
            self._call(name)

    def _call(self, name: str) -> None:
        """Keep a name that is long enough to be that of one statute only."""
        self.names.update(called for called in (name, name.removeprefix("中华人民共和国")) if len(called) >= 4)

    def defined(self, name: str) -> Statute | None:
        """The statute that a short name was defined for."""
        return self._short.get(name)

    def meant(self, kind: str, written: str, *, itself: bool = False) -> Statute:
        """The statute that a word like 该条例 means: the last of that kind; as written where the text names none.

        Args:
            kind: 条例, 法 …; 法 and 规定 are also said of statutes that are called otherwise.
            written: the whole word.
            itself: whether the word may mean the text that it stands in (本法).
        """
        if found := self._by_kind.get(kind) or self._short.get(kind):
            return found
        loose = kind in ("规定", "法规", "规章") or (kind == "法" and not itself)
        return (self.last if loose else None) or Statute(written)

    def named(self, name: str) -> Statute | None:
        """The statute that a name without brackets means; None for 规定, which mostly names none (之规定)."""
        if name in self._short:
            return self._short[name]
        if name in GENERIC:
            return None if name == "规定" else self.meant(name, name)
        self.titled = Statute(name)
        return self.titled
