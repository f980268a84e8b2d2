"""PDF: its lines in reading order, without running headers and page numbers (PDF 文件)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from supervision_rules.documents import _problems
from supervision_rules.documents._blocks import Block, Content, Line, TableBlock
from supervision_rules.documents._layout import is_page_number

_ONE_AT_A_TIME = Lock()
"""PDFium may not be entered by two threads of a process."""
_FEW = 12
"""A page of a scan may hold so many characters that the scanner or a stamp of the reader put there."""
_SCANNER = re.compile(r"扫描全能王|CamScanner|由\S{0,8}扫描创建|Scanned (?:by|with)|夸克扫描", re.IGNORECASE)
_STROKES = 4
"""So many drawn lines make a table likely."""
_GAP = "\u3000\u3000"
_EDGE = 2
"""Running headers stand among so many lines at the top or the bottom."""
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ufffe\uffff\ue000-\uf8ff]")
_PRINTED = re.compile(r"(?:file|https?)://\S|\d{1,4}/\d{1,2}/\d{1,4},?\s+\d{1,2}:\d{2}")
"""What browsers print above and below a page: its address, the moment of printing."""
_UNBROKEN = re.compile(r"[\dA-Za-z+./:,\-*]+")
"""A word that isn't broken: the line before it may end earlier by its width."""
_KEPT = re.compile(r"决定书|裁定书|号$")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page with its edges in points, the origin at the bottom left."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        return max(1.0, self.top - self.bottom)


@dataclass(frozen=True, slots=True)
class _Page:
    rows: tuple[_Row | TableBlock, ...]
    pictures: bool


def read_pdf(path: Path, data: bytes) -> Content:
    """The blocks of a PDF; `scanned` where its pages are pictures.

    Raises:
        DataError: damaged, protected by a password, blank, or with fonts whose characters can't be told.
        MissingExtraError: pypdfium2 or, for tables, pdfplumber isn't installed.
    """
    try:
        import pypdfium2 as pdfium
    except ImportError as error:
        raise _problems.missing_extra("pypdfium2") from error
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if "assword" in str(error) or "security" in str(error).lower():
                raise _problems.encrypted(path, "PDF") from error
            raise _problems.damaged(path, "PDF", str(error)) from error
        try:
            pages = [_page(data, document, number) for number in range(len(document))]
        except pdfium.PdfiumError as error:
            raise _problems.damaged(path, "PDF", str(error)) from error
        finally:
            document.close()
    return _content(path, pages)


def _content(path: Path, pages: Sequence[_Page]) -> Content:
    text = "".join(_SCANNER.sub("", _plain(page)) for page in pages)
    characters = len(re.sub(r"\s", "", text))
    if characters <= _FEW * len(pages) and any(page.pictures for page in pages):
        return Content([Line(row.text) for page in pages for row in page.rows if isinstance(row, _Row)], scanned=True)
    if not characters:
        raise _problems.empty(path)
    if len(_ODD.findall(text)) > 0.3 * characters:
        raise _problems.unreadable_font(path)
    return Content(_blocks([page.rows for page in pages]))


def _plain(page: _Page) -> str:
    return "".join(row.text if isinstance(row, _Row) else "".join(map("".join, row.rows)) for row in page.rows)


def _page(data: bytes, document: Any, number: int) -> _Page:
    import pypdfium2.raw as raw

    page = document[number]
    try:
        kinds = Counter(item.type for item in page.get_objects(max_depth=3))
        textpage = page.get_textpage()
        try:
            rows = _rows(textpage)
        finally:
            textpage.close()
        found: Sequence[_Row | TableBlock] = rows
        if kinds[raw.FPDF_PAGEOBJ_PATH] >= _STROKES and rows:
            from supervision_rules.documents._pdf_tables import tables_of

            found = _with_tables(rows, tables_of(data, number))
        return _Page(tuple(found), pictures=kinds[raw.FPDF_PAGEOBJ_IMAGE] > 0)
    finally:
        page.close()


def _rows(textpage: Any) -> list[_Row]:
    """The lines of a page from top to bottom; pieces at one height become one line."""
    text = textpage.get_text_range()
    pieces: list[_Row] = []
    index = 0
    for line in re.split(r"(\r\n|\r|\n)", text):
        start, index = index, index + len(line)
        words = line.strip()
        if not words:
            continue
        first = start + len(line) - len(line.lstrip())
        last = first + len(words) - 1
        left, bottom, _, top = textpage.get_charbox(first, loose=True)
        _, _, right, _ = textpage.get_charbox(last, loose=True)
        words = _with_gaps(textpage, words, first, max(1.0, top - bottom))
        pieces.append(_Row(words, left, max(left, right), bottom, max(bottom, top)))
    pieces.sort(key=lambda row: -row.middle)
    rows: list[list[_Row]] = []
    for piece in pieces:
        if rows and abs(rows[-1][0].middle - piece.middle) < 0.4 * min(rows[-1][0].height, piece.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _with_gaps(textpage: Any, words: str, first: int, height: float) -> str:
    """The words with a wide blank where a blank is as wide as a column's gap."""
    parts = list(words)
    for place, character in enumerate(words):
        if character == " " and 0 < place < len(words) - 1:
            _, _, before, _ = textpage.get_charbox(first + place - 1, loose=True)
            after, _, _, _ = textpage.get_charbox(first + place + 1, loose=True)
            if after - before > 1.2 * height:
                parts[place] = _GAP
    return "".join(parts)


def _joined(pieces: Sequence[_Row]) -> _Row:
    row = pieces[0]
    for piece in pieces[1:]:
        gap = _GAP if piece.left - row.right > 0.8 * row.height else ""
        row = replace(row, text=row.text + gap + piece.text, right=max(row.right, piece.right))
    return row


def _with_tables(
    rows: Sequence[_Row], tables: Sequence[tuple[tuple[float, float, float, float], TableBlock]]
) -> list[_Row | TableBlock]:
    """The lines outside the tables, and each table where its first line was."""
    found: list[_Row | TableBlock] = []
    placed: set[int] = set()
    for row in rows:
        inside = next((i for i, ((_, bottom, _, top), _) in enumerate(tables) if bottom <= row.middle <= top), None)
        if inside is None:
            found.append(row)
        elif inside not in placed:
            placed.add(inside)
            found.append(tables[inside][1])
    return found


def _blocks(pages: Sequence[Sequence[_Row | TableBlock]]) -> list[Block]:
    running = _running(pages)
    bodies = [_body(page, number, running) for number, page in enumerate(pages)]
    lines = [row for body in bodies for row in body if isinstance(row, _Row)]
    right = _right_margin(lines)
    left = _left_margin(_running_on(lines, right), 0.25) or _left_margin(lines, 0.15)
    if left is None:
        left = min((row.left for row in lines), default=0.0)
    blocks: list[Block] = []
    for body in bodies:
        for place, row in enumerate(body):
            if isinstance(row, TableBlock):
                _append_table(blocks, row, first=place == 0)
                continue
            following = body[place + 1] if place + 1 < len(body) else None
            word = _UNBROKEN.match(following.text) if isinstance(following, _Row) else None
            room = (2.6 + (0.6 * len(word.group()) if word else 0.0)) * row.height
            blocks.append(Line(row.text, full=row.right >= right - room, indented=row.left > left + 1.2 * row.height))
    return blocks


def _body(
    page: Sequence[_Row | TableBlock], number: int, running: frozenset[tuple[str, int]]
) -> list[_Row | TableBlock]:
    """A page without its running headers and page number."""
    kept: list[_Row | TableBlock] = []
    for place, row in enumerate(page):
        edge = place < _EDGE or place >= len(page) - _EDGE
        if edge and isinstance(row, _Row):
            repeated = _key(row) in running and not _kept(row, number)
            if repeated or is_page_number(row.text, bare=True) or _PRINTED.match(row.text):
                continue
        kept.append(row)
    return kept


def _right_margin(lines: Sequence[_Row]) -> float:
    """The right edge that several lines share; running headers may go beyond it."""
    for edge in sorted((row.right for row in lines), reverse=True):
        shared = sum(edge - 1.6 * row.height <= row.right <= edge for row in lines)
        if shared >= max(2, 0.12 * len(lines)):
            return edge
    return max((row.right for row in lines), default=0.0)


def _running_on(lines: Sequence[_Row], right: float) -> list[_Row]:
    """The lines that reach the right edge, and those below them: the text, without a site's menu and footer."""
    full = [row.right >= right - 2.6 * row.height for row in lines]
    return [row for place, row in enumerate(lines) if full[place] or (place > 0 and full[place - 1])]


def _left_margin(lines: Sequence[_Row], share: float) -> float | None:
    """The left edge that so many of the lines share; what stands left of it is alone."""
    for edge in sorted(row.left for row in lines):
        if sum(edge <= row.left <= edge + 0.6 * row.height for row in lines) >= max(2, share * len(lines)):
            return edge
    return None


def _append_table(blocks: list[Block], table: TableBlock, *, first: bool) -> None:
    """A table at the top of a page goes on the one that ended the page before, if it has as many columns."""
    before = blocks[-1] if blocks else None
    if first and isinstance(before, TableBlock) and len(before.rows[-1]) == len(table.rows[0]):
        blocks[-1] = TableBlock(before.rows + table.rows)
    else:
        blocks.append(table)


def _kept(row: _Row, page: int) -> bool:
    """Whether a running header is the document's title or number where it stands first."""
    return page == 0 and _KEPT.search(row.text) is not None


def _key(row: _Row) -> tuple[str, int]:
    """A line's text without digits, and its height on the page: running headers stand at the same height everywhere."""
    return re.sub(r"[\s\d]", "", row.text), round(row.middle / 3)


def _running(pages: Sequence[Sequence[_Row | TableBlock]]) -> frozenset[tuple[str, int]]:
    """What stands, digits apart, at one height at the edge of at least two pages and of half of them."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        lines = [row for row in page if isinstance(row, _Row)]
        edges = lines[:_EDGE] + lines[max(_EDGE, len(lines) - _EDGE) :]
        seen.update({key for row in edges if len((key := _key(row))[0]) > 3})
    return frozenset(key for key, count in seen.items() if count >= max(2, (len(pages) + 1) // 2))
