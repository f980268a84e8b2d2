"""Tables drawn on a page of a PDF, by way of pdfplumber (PDF 中的表格)."""

from __future__ import annotations

import io

from supervision_rules.documents import _problems
from supervision_rules.documents._blocks import TableBlock
from supervision_rules.documents._layout import unwrap

Box = tuple[float, float, float, float]


def tables_of(data: bytes, number: int) -> list[tuple[Box, TableBlock]]:
    """The tables of a page with their boxes: left, bottom, right, top in points from the bottom left.

    Raises:
        MissingExtraError: pdfplumber isn't installed.
    """
    try:
        import pdfplumber
    except ImportError as error:
        raise _problems.missing_extra("pdfplumber") from error
    found: list[tuple[Box, TableBlock]] = []
    with pdfplumber.open(io.BytesIO(data), pages=[number + 1]) as document:
        page = document.pages[0]
        height = float(page.height)
        for table in page.find_tables():
            rows = tuple(tuple(unwrap(cell) for cell in row if cell is not None) for row in table.extract())
            rows = tuple(row for row in rows if any(row))
            if rows and max(map(len, rows)) > 1:
                left, top, right, bottom = table.bbox
                found.append(((left, height - bottom, right, height - top), TableBlock(rows)))
    return found
