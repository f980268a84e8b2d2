"""Breaks lines as an office program does: never inside a number, no comma or full stop at the beginning (断行)."""

from __future__ import annotations

import re

NOT_FIRST = "，。；：、）》”％%"


def broken(text: str, ems: float) -> list[str]:
    """Lines of at most `ems` full-width characters; a mark that may not begin a line hangs over the margin."""
    lines, line, used = [], "", 0.0
    for piece in re.findall(r"[0-9A-Za-z.,*]+|.", text):
        width = sum(0.5 if ord(c) < 128 else 1.0 for c in piece)
        if line and used + width > ems and piece not in NOT_FIRST:
            lines.append(line)
            line, used = "", 0.0
        line += piece
        used += width
    return [*lines, line]
