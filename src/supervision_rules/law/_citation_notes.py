"""What stands behind a title and says something of it: versions, document numbers, definitions (标题后的说明)."""

from __future__ import annotations

from dataclasses import dataclass

from supervision_rules.law._citation_text import FlatText
from supervision_rules.law._citation_titles import BARE_VERSION, NUMBER, is_note, version_of
from supervision_rules.law._citation_words import DEFINES

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands behind a title: where it ends, the version named, whether it has a number, the names it defines."""

    end: int
    version: str | None
    number: bool
    names: tuple[str, ...]


def read_notes(text: FlatText, position: int) -> Notes:
    """Read what stands behind a title."""
    version, number = None, False
    names: list[str] = []
    while True:
        if found := BARE_VERSION.match(text.flat, position):
            position, version = found.end(), version_of(found[0])
            continue
        if found := NUMBER.match(text.flat, position):
            position, number = found.end(), True
            continue
        close = text.parentheses.get(position)
        inside = text.flat[position + 1 : close] if close and close - position <= _LONGEST else ""
        if close is None or not is_note(inside):
            return Notes(position, version, number, tuple(names))
        version = version_of(inside) or version
        number = number or bool(NUMBER.search(inside))
        names += [found["name"] for found in DEFINES.finditer(inside)]
        position = close + 1
