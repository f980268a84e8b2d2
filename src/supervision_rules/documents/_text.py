"""The text of a document, and the folded text that rules read, with a map between the two (文本与归一).

Folded: half width letters and digits, one kind of brackets, no blanks within words and sentences. Every place in it
leads back to the place in the text, so that a field shows the words as they stand there.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from supervision_rules.documents._blocks import Block, Line

_RADICALS = {
    code: plain
    for low, high in ((0x2E80, 0x2FE0), (0xF900, 0xFB00))
    for code in range(low, high)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1 and plain != chr(code)
}
_SUPPLEMENT = dict(
    zip(
        map(ord, "⺠⺟⺪⺮⻁⻄⻅⻆⻉⻊⻋⻌⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻠⻢⻤⻥⻦⻨⻩⻫⻬⻮⻰⻳"),
        "民母疋竹虎西见角贝足车辶阝钅長镸长门阝雨青韦页风飞食饣马鬼鱼鸟麦黄斉齐齿龙龟",
        strict=True,
    )
)
"""Radicals that fonts of PDFs give instead of characters, and that have no normal form of their own."""
_CLEAN = str.maketrans(
    _RADICALS
    | _SUPPLEMENT
    | dict.fromkeys([*range(0x09), *range(0x0B, 0x20), 0x7F, 0xAD, 0xFEFF, *range(0x200B, 0x2010)], None)
    | dict.fromkeys([*range(0x202A, 0x202F), 0x2060], None)
    | {0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
)
_BLANKS = "\x20\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FOLD = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("〔﹝［[【｛{", "〔")
    | dict.fromkeys("〕﹞］]】｝}", "〕")
    | dict.fromkeys("(（﹙", "（")
    | dict.fromkeys(")）﹚", "）")
    | dict.fromkeys(",，﹐", "，")
    | dict.fromkeys(":：﹕∶", "：")
    | dict.fromkeys(";；﹔", "；")
    | dict.fromkeys("<〈＜", "〈")
    | dict.fromkeys(">〉＞", "〉")
    | dict.fromkeys("‐‑–−－", "-")
    | dict.fromkeys("○◯Ｏ", "〇")
    | dict.fromkeys("¥￥", "¥")
    | dict.fromkeys("×✕╳", "×")
    | dict.fromkeys("*＊﹡", "*")
    | dict.fromkeys("·•・‧∙", "·")
)
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_CLOCK = re.compile(r"(?<=\d)：(?=\d{2}(?!\d))")
_TIGHT = "年月日号〔〕（）《》“”：，。、；％%元第-"
_RUN = re.compile(rf"[{_BLANKS}]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: where it is in the folded text."""

    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """The text, its folded form, and the tables in it with their cells' places in the folded text."""

    text: str
    folded: str
    places: tuple[int, ...]
    tables: tuple[tuple[tuple[Cell, ...], ...], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of a non-empty place in the folded text."""
        return self.places[start], self.places[end - 1] + 1

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The place in the folded text of a place in the text."""
        return bisect_left(self.places, start), bisect_left(self.places, end)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each line of the folded text; a table's row is one line unless its cells have several."""
        found = []
        start = 0
        for line in self.folded.split("\n"):
            found.append((start, start + len(line)))
            start += len(line) + 1
        return tuple(found)


def text_of(blocks: Sequence[Block]) -> Text:
    """Put the blocks into one text: a line each, the cells of a table's row apart by tabs."""
    parts: list[str] = []
    marks: list[list[list[tuple[int, int]]]] = []
    length = 0

    def add(piece: str) -> int:
        nonlocal length
        parts.append(piece)
        length += len(piece)
        return length

    for block in blocks:
        if isinstance(block, Line):
            if clean := _clean(block.text.replace("\t", "\u3000\u3000")):
                add(clean + "\n")
            continue
        rows: list[list[tuple[int, int]]] = []
        for row in block.rows:
            cells: list[tuple[int, int]] = []
            for number, cell in enumerate(row):
                if number:
                    add("\t")
                start = length
                cells.append((start, add(_clean(cell.replace("\t", "\u3000\u3000")))))
            add("\n")
            rows.append(cells)
        marks.append(rows)
    text = "".join(parts).rstrip("\n")
    return _folded(text, marks)


def _clean(text: str) -> str:
    lines = (line.strip() for line in text.translate(_CLEAN).split("\n"))
    return "\n".join(line for line in lines if line)


def _folded(text: str, marks: Sequence[Sequence[Sequence[tuple[int, int]]]]) -> Text:
    plain = text.translate(_FOLD)
    plain = _CLOCK.sub(":", _THOUSANDS.sub(",", plain))
    kept: list[tuple[int, int]] = []
    position = 0
    prose_until, prose = 0, False
    for blank in _RUN.finditer(plain):
        start, end = blank.span()
        if end > prose_until:
            line_start = plain.rfind("\n", 0, start) + 1
            line_end = plain.find("\n", end)
            prose_until = len(plain) if line_end < 0 else line_end
            prose = any(mark in plain[line_start:prose_until] for mark in "，。；")
        kept.append((position, start))
        position = start if _parts(plain, start, end, prose=prose) else end
        if position == start:
            kept.append((start, start + 1))
            position = end
    kept.append((position, len(plain)))
    folded = "".join(plain[start:end] for start, end in kept)
    folded = _RUN.sub(" ", folded)  # one sign for each kind of blank; runs are single signs already
    places = tuple(place for start, end in kept for place in range(start, end))
    tables = tuple(
        tuple(tuple(Cell(bisect_left(places, start), bisect_left(places, end)) for start, end in row) for row in rows)
        for rows in marks
    )
    return Text(text, folded, places, tables)


def _parts(text: str, start: int, end: int, *, prose: bool) -> bool:
    """Whether blanks part two words, rather than stand within one, pad it, or indent a line."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after or before in "\n\t" or after in "\n\t":
        return False
    if before.isdigit() and after.isdigit():
        return not (_lone(text, start - 1) and _lone(text, end))
    if before.isdigit() or after.isdigit() or before in _TIGHT or after in _TIGHT:
        return before.isascii() and before.isalpha() and after.isdigit()
    if before.isascii() and after.isascii():
        return True
    wide = end - start > 1 or text[start] == "\u3000"
    if prose and not wide:
        return False
    return not (_single(text, start, -1) and _single(text, end, 1))


def _lone(text: str, place: int) -> bool:
    """Whether a digit has no other beside it, as in a form with a box for each."""
    return not (text[place - 1 : place].isdigit() or text[place + 1 : place + 2].isdigit())


def _single(text: str, place: int, step: int) -> bool:
    """Whether the run of Chinese characters beside a blank is a single one, as in 当 事 人."""
    beside = text[place - 2 : place] if step < 0 else text[place : place + 2]
    if step < 0:
        beside = beside[::-1]
    chinese = [("\u3400" <= c <= "\u9fff") or c == "〇" for c in beside]
    return bool(chinese) and chinese[0] and (len(chinese) == 1 or not chinese[1])
