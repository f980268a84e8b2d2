"""A text made ready for reading citations: spaces out, brackets and digits in one form, places kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_FORMS = {
    "(": "（﹙",
    ")": "）﹚",
    "[": "［〔【﹝",
    "]": "］〕】﹞",
    "《": "«≪",
    "》": "»≫",
    "〈": "<＜",
    "〉": ">＞",
    "“": "「『‘„",
    "”": "」』’",
    ",": "，﹐",
    ";": "；﹔",
    ":": "：﹕",
    "-": "－—–―～〜~",
    "/": "／",
    "、": "､",
    "。": "｡",
    ".": "．",
    # traditional characters in the words that are looked for
    "条": "條",
    "项": "項",
    "规": "規",
    "则": "則",
    "释": "釋",
    "据": "據",
    "违": "違",
    "罚": "罰",
    "处": "處",
    "决": "決",
    "给": "給",
}
_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}
_ONE_FORM = _DIGITS | {ord(form): plain for plain, forms in _FORMS.items() for form in forms}
_OPEN, _CLOSE = frozenset("《〈"), frozenset("》〉")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the flat text, its end exclusive."""

    start: int
    end: int


@dataclass(frozen=True)
class FlatText:
    """The text without spaces; `places` says where each of its characters stands in the original."""

    original: str
    flat: str
    places: Sequence[int]

    @classmethod
    def of(cls, text: str) -> FlatText:
        """Make a text flat."""
        if text.isprintable() and " " not in text:  # nothing to leave out: the spaces that print are all others
            return cls(text, text.translate(_ONE_FORM), range(len(text)))
        kept = [
            (place, character)
            for place, character in enumerate(text)
            if not character.isspace() and character not in _INVISIBLE
        ]
        flat = "".join(character for _, character in kept).translate(_ONE_FORM)
        return cls(text, flat, tuple(place for place, _ in kept))

    def start(self, position: int) -> int:
        """Where a flat position begins in the original."""
        return self.places[position]

    def end(self, position: int) -> int:
        """Where what ends before a flat position ends in the original."""
        return self.places[position - 1] + 1

    def written(self, span: Span) -> str:
        """The characters of a stretch as the original has them, without its spaces."""
        return "".join(self.original[place] for place in self.places[span.start : span.end])

    def inside(self, start: int, close: int) -> Span | None:
        """What a title's brackets hold, doubled ones (《〈…〉》) taken off; None where they hold nothing."""
        start, end = start + 1, close
        while start < end and self.flat[start] in _OPEN and self.titles.get(start) == end - 1:
            start, end = start + 1, end - 1
        return Span(start, end) if start < end else None

    def broken_at(self, position: int) -> bool:
        """Whether a line of the original ends right before a flat position."""
        if not 0 < position < len(self.places):
            return False
        return "\n" in self.original[self.places[position - 1] + 1 : self.places[position]]

    @cached_property
    def titles(self) -> dict[int, int]:
        """For each bracket 《 that is closed, where its own 》 stands; titles inside titles have their own."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for position, character in enumerate(self.flat):
            if character in _OPEN:
                opened.append(position)
            elif character in _CLOSE and opened:
                pairs[opened.pop()] = position
        return pairs

    @cached_property
    def parentheses(self) -> dict[int, int]:
        """For each parenthesis ( or [ that is closed, where its own end stands."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for position, character in enumerate(self.flat):
            if character in "([":
                opened.append(position)
            elif character in ")]" and opened:
                pairs[opened.pop()] = position
        return pairs

    @cached_property
    def opening(self) -> dict[int, int]:
        """For each parenthesis ) or ] that has been opened, where."""
        return {closing: opening for opening, closing in self.parentheses.items()}
