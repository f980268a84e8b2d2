"""The labels by which forms, tables and headings name their values (标签), and what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from supervision_rules.documents._label_words import LABELS
from supervision_rules.documents._text import Cell, Text

_CELL_ONLY = frozenset(
    {
        "时间",
        "条款",
        "处罚",
        "送达",
        "依据",
        "代码",
        "类别",
        "项目",
        "缴款",
        "缴纳",
        "期限",
        "告知",
        "救济",
        "序号",
        "事实",
    }
)
"""Words too common to be labels but in a table's cell."""
_AMOUNT_KINDS = frozenset({"fine", "confiscated", "illegal_gains"})

_FIELD = {word: field for field, words in LABELS.items() for word in words}
_DAY_BEFORE = re.compile(r"[\d一二三四五六七八九十]日$")
_FILLER = re.compile(r"[\s：:*＊　（）()]")
_UNIT = re.compile(r"（(?P<unit>[^（）]{0,16})）")
_SERVICE = re.compile(r"签收|送达|收件|签名|签字|签章")
_EMPTY = re.compile(r"[\s/／—\-–_无×□☑*]*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value behind its label: the field's name, the label as written, the value's place in the folded text.

    `unit` is what the label has in brackets, such as 万元; `cell`: it stands in a table's cell.
    """

    field: str
    word: str
    unit: str
    start: int
    end: int
    cell: bool
    at: int


@cache
def _prose() -> re.Pattern[str]:
    words = "|".join(
        " ?".join(map(re.escape, word)) for word in sorted(_FIELD.keys() - _CELL_ONLY, key=len, reverse=True)
    )
    return re.compile(
        rf"(?P<word>{words})(?:\d{{1,2}}|[一二三四五六七八九十]|（[一二三四五六七八九十\d]{{1,2}}）)?(?P<unit>（[^（）：\n]{{1,16}}）)?："
    )


def labelled(text: Text) -> tuple[Labelled, ...]:
    """All values behind labels, those of tables and those of prose, in the order of their labels."""
    found = [*_of_tables(text), *_of_prose(text)]
    return tuple(sorted(found, key=lambda item: item.at))


def field_of(words: str) -> tuple[str, str] | None:
    """The field that a cell's words name, and the unit that it has in brackets; None where it is no label."""
    words = words.strip("： \n*")
    unit = _UNIT.search(words)
    bare = _FILLER.sub("", _UNIT.sub("", words))
    bare = re.sub(r"^[一二三四五六七八九十\d]{1,2}[、.]", "", bare)
    bare = re.sub(r"(?<=.{3})[12一二]$|_1$", "", bare)
    field = _FIELD.get(bare) or _FIELD.get(_FILLER.sub("", words))
    return (field, unit["unit"] if unit else "") if field else None


def _of_prose(text: Text) -> Iterator[Labelled]:
    folded = text.folded
    matches = list(_prose().finditer(folded))
    for match, following in zip(matches, [*matches[1:], None], strict=False):
        before = folded[match.start() - 1 : match.start()]
        dated = before == "日" and _DAY_BEFORE.search(folded, max(0, match.start() - 4), match.start())
        if "\u4e00" <= before <= "\u9fff" and not dated and _FIELD[match["word"].replace(" ", "")] != "party_id":
            continue
        end = folded.find("\n", match.end())
        end = len(folded) if end < 0 else end
        tab = folded.find("\t", match.end(), end)
        end = tab if tab >= 0 else end
        if following is not None:
            end = min(end, following.start())
        start = match.end()
        if not folded[start:end].strip() and folded[end : end + 1] == "\n":
            start, stop = end + 1, folded.find("\n", end + 1)
            end = len(folded) if stop < 0 else stop
            end = max(start, min(end, following.start())) if following is not None else end
        start, end = _stripped(folded, start, end)
        if start < end:
            unit = (match["unit"] or "").strip("（）")
            yield Labelled(
                _FIELD[match["word"].replace(" ", "")], match["word"], unit, start, end, cell=False, at=match.start()
            )


def _of_tables(text: Text) -> Iterator[Labelled]:
    for rows in text.tables:
        header = _header(text, rows)
        if header is not None:
            continue
        for row in rows:
            for place, cell in enumerate(row):
                named = field_of(text.folded[cell.start : cell.end])
                if named and named[0] == "occurred_on" and _of_service(text, row[:place], cell):
                    named = ("served_on", named[1])
                value = _beside(text, row, place, named[0]) if named else None
                if named and value:
                    yield _labelled(text, named, cell, value)


def _of_service(text: Text, before: tuple[Cell, ...], cell: Cell) -> bool:
    """Whether a bare 时间 is that of the service, which the cells left of it are about."""
    words = "".join(text.folded[other.start : other.end] for other in before)
    return field_of(text.folded[cell.start : cell.end]) == field_of("时间") and _SERVICE.search(words) is not None


def columns_of(text: Text) -> Iterator[list[list[Labelled]]]:
    """The tables with a row of labels above and a record a row: for each, the rows' values."""
    for rows in text.tables:
        header = _header(text, rows)
        if header is None:
            continue
        labels = [(field_of(text.folded[cell.start : cell.end]), cell) for cell in rows[header]]
        records = []
        for row in rows[header + 1 :]:
            pairs = zip(labels, row, strict=False)
            values = [
                _labelled(text, named, cell, value) for (named, cell), value in pairs if named and _filled(text, value)
            ]
            if len(values) > 1:
                records.append(values)
        yield records


def _header(text: Text, rows: tuple[tuple[Cell, ...], ...]) -> int | None:
    """The number of the row that holds only labels, with a record below it; None where labels stand beside values."""
    for number, row in enumerate(rows[:3]):
        filled = [cell for cell in row if cell.end > cell.start]
        names = [field_of(text.folded[cell.start : cell.end]) for cell in filled]
        known = [name[0] for name in names if name]
        below = rows[number + 1 : number + 2]
        if len(known) >= 4 and len(known) >= 0.7 * len(filled) and below:
            labels_below = sum(field_of(text.folded[cell.start : cell.end]) is not None for cell in below[0])
            if labels_below < 2 and len(below[0]) >= len(filled) - 1:
                return number
    return None


def _labelled(text: Text, named: tuple[str, str], cell: Cell, value: Cell) -> Labelled:
    start, end = _stripped(text.folded, value.start, value.end)
    return Labelled(
        named[0], text.folded[cell.start : cell.end].strip("： "), named[1], start, end, cell=True, at=cell.start
    )


def _beside(text: Text, row: tuple[Cell, ...], place: int, field: str) -> Cell | None:
    """The cell right of a label, unless it is empty or a label itself; 罚款 is a kind of penalty as well as a label."""
    for cell in row[place + 1 : place + 2]:
        named = field_of(text.folded[cell.start : cell.end])
        kind = field in ("penalty_kinds", "content") and named is not None and named[0] in _AMOUNT_KINDS
        if _filled(text, cell) and (named is None or kind):
            return cell
    return None


def _filled(text: Text, cell: Cell) -> bool:
    return not _EMPTY.fullmatch(text.folded[cell.start : cell.end])


def _stripped(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] in " \n\t，；。、：":
        start += 1
    while start < end and folded[end - 1] in " \n\t，；。、":
        end -= 1
    return start, end
