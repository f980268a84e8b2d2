"""Words and groups of words in a normalised text (词组): plain words, and words with a gap (未取得…许可证)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

_GAP = "…"
_WITHIN = 12  # characters that a gap may hold, none of them a full stop, semicolon or comma


class Words:
    """Alternatives, one of which must be there."""

    __slots__ = ("_begin", "_gapped", "_plain")

    def __init__(self, alternatives: Iterable[str]) -> None:
        """Take words as they stand in normalised text; `…` in one is a gap of up to twelve characters."""
        self._plain: list[str] = []
        # By their first part: most texts hold few of those, and the rest isn't looked at.
        self._gapped: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for word in alternatives:
            parts = tuple(part for part in word.split(_GAP) if part)
            if len(parts) == 1:
                self._plain.append(parts[0])
            elif parts:
                between = f"[^。;,]{{0,{_WITHIN}}}?"
                pattern = re.compile(between.join(map(re.escape, parts)))
                self._gapped.setdefault(parts[0], []).append((parts[-1], pattern))
        self._begin = frozenset(word[:2] for word in (*self._plain, *self._gapped))

    def find(self, text: str, pairs: frozenset[str]) -> str | None:
        """The first alternative that the text holds, as the text has it; None without one.

        Args:
            text: a normalised text.
            pairs: its characters, and every two of them in a row: most groups begin with none of those.
        """
        if self._begin.isdisjoint(pairs):
            return None
        for word in self._plain:
            if word in text:
                return word
        for first, rest in self._gapped.items():
            if first in text:
                for last, pattern in rest:
                    if last in text and (found := pattern.search(text)):
                        return found[0]
        return None

    def __len__(self) -> int:
        """How many alternatives."""
        return len(self._plain) + sum(map(len, self._gapped.values()))


class Groups:
    """Named groups of words, and the groups that a pattern writes out (甲|乙|@组名)."""

    def __init__(self, named: Mapping[str, Sequence[str]]) -> None:
        """Take the words of each name; one of them may be another group's name (`@组名`)."""
        self._named = named
        self._compiled: dict[str, Words] = {}

    def unknown(self, pattern: str) -> list[str]:
        """The names in a pattern that are no groups."""
        return [word[1:] for word in pattern.split("|") if word.startswith("@") and word[1:] not in self._named]

    def words(self, pattern: str) -> Words:
        """The words of a pattern such as `@货物|拉货`, compiled once."""
        if pattern not in self._compiled:
            self._compiled[pattern] = Words(dict.fromkeys(self._flat(pattern.split("|"), ())))
        return self._compiled[pattern]

    def _flat(self, words: Iterable[str], above: tuple[str, ...]) -> Iterable[str]:
        for word in words:
            if not word.startswith("@"):
                yield word
            elif word[1:] not in above:
                yield from self._flat(self._named[word[1:]], (*above, word[1:]))


class Reading:
    """One text, with the groups looked up in it so far."""

    __slots__ = ("_found", "_groups", "_pairs", "text")

    def __init__(self, text: str, groups: Groups) -> None:
        """Take a normalised text."""
        self.text = text
        self._pairs = frozenset(map("".join, pairwise(text))).union(text)
        self._groups = groups
        self._found: dict[str, str | None] = {}

    def find(self, pattern: str) -> str | None:
        """The word of a pattern's group that the text holds; None without one."""
        try:
            return self._found[pattern]
        except KeyError:
            found = self._found[pattern] = self._groups.words(pattern).find(self.text, self._pairs)
            return found
