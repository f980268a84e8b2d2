"""Tables drawn with lines in plain text (制表符表格): ┌─┬─┐ or +---+, cells parted by │ or |."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supervision_rules.documents._blocks import Block, Line, TableBlock

_RULE = re.compile(
    r"\s*[┌┬┐├┼┤└┴┘─━┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝═+\-|│┃║\s　]*[┬┼┴─━═┳╋┻╦╬╩╔╚╠┌└├+][┌┬┐├┼┤└┴┘─━┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝═+\-\s　]*"
)
_ROW = re.compile(r"\s*[│┃║|](?P<cells>.*)[│┃║|]\s*")
_BAR = re.compile("[│┃║|]")


def is_rule(text: str) -> bool:
    """Whether a line of text is drawn between two rows."""
    return 2 < len(text.strip()) < 400 and _RULE.fullmatch(text) is not None


def drawn_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the lines of drawn tables put together to tables."""
    found: list[Block] = []
    lines: list[str] = []
    for block in [*blocks, Line("")]:
        if isinstance(block, Line) and (is_rule(block.text) or _ROW.fullmatch(block.text)):
            lines.append(block.text)
            continue
        found += _table(lines)
        lines = []
        found.append(block)
    return found[:-1]


def _table(lines: Sequence[str]) -> list[Block]:
    """A table of the lines; they stay lines where no rule is drawn."""
    if not any(is_rule(line) for line in lines) or not any(map(_ROW.fullmatch, lines)):
        return [Line(line) for line in lines]
    ruled = sum(is_rule(line) for line in lines) > 3
    rows: list[list[str]] = []
    new = True
    for line in lines:
        if is_rule(line):
            new = True
            continue
        row = _ROW.fullmatch(line)
        cells = [cell.strip("\u3000 ") for cell in _BAR.split(row["cells"])] if row else [line.strip()]
        if ruled and not new and rows and len(rows[-1]) == len(cells):
            # the drawing breaks a long cell into several lines
            rows[-1] = [before + cell for before, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
        new = False
    return [TableBlock(tuple(map(tuple, rows)))]
