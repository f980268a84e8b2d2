"""What a reader gives: the paragraphs and tables of a document, in reading order (段落与表格)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or, where paragraphs are not known, one line.

    `full`: the line reaches the right margin, so that its sentence may go on in the next; `indented`: it begins right
    of the left margin, as a paragraph does. None where nobody knows.
    """

    text: str
    full: bool | None = None
    indented: bool | None = None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: its rows, each row its cells' texts; a merged cell stands once, where it begins."""

    rows: tuple[tuple[str, ...], ...]


Block = Line | TableBlock


@dataclass(frozen=True, slots=True)
class Content:
    """All blocks of a document, and whether it is pictures without characters (扫描件)."""

    blocks: Sequence[Block]
    scanned: bool = False
