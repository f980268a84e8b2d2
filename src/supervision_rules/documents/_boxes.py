"""Boxes that forms have ticked (勾选): which words are chosen, which aren't."""

from __future__ import annotations

import re

from supervision_rules.documents._document import Document

_CHOSEN = r"[☑☒√✓✔■●◉]"
_OPEN = r"[□☐○◯〇]"
_BOX = re.compile(
    rf"(?P<box>{_CHOSEN}|{_OPEN})(?P<words>[^☑☒√✓✔■●◉□☐○\n]{{0,60}})|（(?P<tick>[√✓]?)）(?P<ticked>[^（\n]{{0,40}})"
)


def unchosen(text: str, place: int, start: int) -> bool:
    """Whether the nearest box before a place, on its line, is an empty one."""
    line = text[max(start, text.rfind("\n", 0, place) + 1) : place]
    boxes = re.findall(rf"{_CHOSEN}|{_OPEN}", re.sub(r"〇", "", line))
    return bool(boxes) and re.fullmatch(_OPEN, boxes[-1]) is not None and re.search(_CHOSEN, text[start:]) is not None


def chosen_parts(document: Document, start: int, end: int) -> list[tuple[int, int]]:
    """Where a form has boxes, only the words behind the ticked ones; else all."""
    words = document.text[start:end]
    boxes = [match for match in _BOX.finditer(words) if match["box"]]
    if not any(re.fullmatch(_CHOSEN, match["box"]) for match in boxes):
        return [(start, end)]
    chosen = [match.span("words") for match in boxes if re.fullmatch(_CHOSEN, match["box"])]
    return [(start + low, start + high) for low, high in chosen]
