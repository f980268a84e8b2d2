"""Writes PDF files whose lines end as those of an office program (打印件)."""

from __future__ import annotations

from corpus.fresh_making.breaking import broken
from corpus.making import pdf
from corpus.making.markup import Source


class Sheets(pdf.Pages):
    """Pages with the lines broken between words and numbers."""

    def lines(self, text: str, align: str = "left", indent: bool = True, size: float = 0) -> None:
        size = size or self.size
        for line in broken(("　　" if indent else "") + text, (pdf.WIDTH - 2 * pdf.MARGIN) / size):
            self.room(size * 1.7)
            self.y -= size * 1.7
            free = pdf.WIDTH - 2 * pdf.MARGIN - pdf.advance(line) * size
            shift = {"left": 0.0, "centre": free / 2, "right": free - 2 * size}[align]
            self.draw(line, pdf.MARGIN + shift, self.y, size)


def write(source: Source) -> bytes:
    sheets = Sheets(source)
    for block in source.blocks:
        match block.kind:
            case "title":
                sheets.lines(block.text, "centre", indent=False, size=20)
            case "centre":
                sheets.lines(block.text, "centre", indent=False)
            case "right":
                sheets.lines(block.text, "right", indent=False)
            case "row":
                sheets.row([cell.text for cell in block.cells])
            case "seal":
                sheets.stamp()
            case _:
                sheets.lines(block.text)
    return pdf._file(sheets)
