"""Writes small PDF files with text (Adobe's standard Chinese font, not embedded, as many office programs do)."""

from __future__ import annotations

import zlib

from corpus.making import seal
from corpus.making.markup import Source

WIDTH, HEIGHT, MARGIN = 595, 842, 72


def advance(text: str) -> float:
    """Width in ems: ASCII is half as wide."""
    return sum(0.5 if ord(c) < 128 else 1.0 for c in text)


def wrap(text: str, ems: float) -> list[str]:
    lines, line = [], ""
    for char in text:
        if line and advance(line + char) > ems:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


class Pages:
    """Draws blocks from top to bottom, a new page where one is full."""

    def __init__(self, source: Source):
        self.source, self.y = source, 0.0
        self.pages: list[list[str]] = []
        self.size = float(source.options.get("size", "12"))
        self.new_page()

    def new_page(self) -> None:
        self.pages.append([])
        self.y = HEIGHT - MARGIN
        if header := self.source.options.get("page_header"):
            self.draw(header, MARGIN, HEIGHT - 46, 9)

    def draw(self, text: str, x: float, y: float, size: float) -> None:
        code = text.encode("utf-16-be").hex()
        self.pages[-1].append(f"BT /F1 {size} Tf 1 0 0 1 {x:.1f} {y:.1f} Tm <{code}> Tj ET")

    def room(self, height: float) -> None:
        if self.y - height < MARGIN:
            self.new_page()

    def lines(self, text: str, align: str = "left", indent: bool = True, size: float = 0) -> None:
        size = size or self.size
        ems = (WIDTH - 2 * MARGIN) / size
        for line in wrap(("　　" if indent else "") + text, ems):
            self.room(size * 1.7)
            self.y -= size * 1.7
            free = WIDTH - 2 * MARGIN - advance(line) * size
            shift = {"left": 0.0, "centre": free / 2, "right": free - 2 * size}[align]
            self.draw(line, MARGIN + shift, self.y, size)

    def row(self, cells: list[str], size: float = 10.5) -> None:
        label = 92.0
        pairs = len(cells) // 2
        values = (WIDTH - 2 * MARGIN - label * (len(cells) - pairs)) / max(pairs, 1)
        widths = [label if i % 2 == 0 else values for i in range(len(cells))]
        if len(cells) == 1:
            widths = [WIDTH - 2.0 * MARGIN]
        wrapped = [wrap(text, (width - 8) / size) for text, width in zip(cells, widths, strict=True)]
        height = max(len(w) for w in wrapped) * size * 1.5 + 6
        self.room(height)
        x, top = float(MARGIN), self.y
        for lines, width in zip(wrapped, widths, strict=True):
            self.pages[-1].append(f"{x:.1f} {top - height:.1f} {width:.1f} {height:.1f} re S")
            for i, line in enumerate(lines):
                self.draw(line, x + 4, top - 3 - size * (1.5 * i + 1.1), size)
            x += width
        self.y = top - height

    def stamp(self) -> None:
        self.pages[-1].append(f"q 80 0 0 80 {WIDTH - MARGIN - 130} {max(self.y - 60, 20):.1f} cm /Im1 Do Q")


def write(source: Source) -> bytes:
    pages = Pages(source)
    for block in source.blocks:
        match block.kind:
            case "title":
                pages.lines(block.text, "centre", indent=False, size=22)
            case "no" | "centre":
                pages.lines(block.text, "centre", indent=False)
            case "heading":
                pages.lines(block.text, indent=False)
            case "right":
                pages.lines(block.text, "right", indent=False)
            case "row":
                pages.row([cell.text for cell in block.cells])
            case "seal":
                pages.stamp()
            case _:
                pages.lines(block.text)
    return _file(pages)


def _file(pages: Pages) -> bytes:
    total = len(pages.pages)
    footer = pages.source.options.get("page_footer", "第 {n} 页 共 {all} 页")
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    def stream(head: str, data: bytes) -> bytes:
        packed = zlib.compress(data, 9)
        return f"<<{head}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode() + packed + b"\nendstream"

    add(b"<</Type/Catalog/Pages 2 0 R>>")
    add(b"")
    font = add(b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>")
    add(
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
        b"/Supplement 4>>/DW 1000/W[1[207] 2 95 500 814 939 500]/FontDescriptor 5 0 R>>"
    )
    add(
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
        b"/Descent -120/CapHeight 880/StemV 93>>"
    )
    image = add(
        stream(
            f"/Type/XObject/Subtype/Image/Width {seal.SIZE}/Height {seal.SIZE}/ColorSpace/DeviceRGB/BitsPerComponent 8",
            seal.pixels(),
        )
    )
    kids = []
    for number, drawn in enumerate(pages.pages, 1):
        if footer != "none":
            code = footer.format(n=number, all=total).encode("utf-16-be").hex()
            drawn.append(f"BT /F1 9 Tf 1 0 0 1 {WIDTH / 2 - 40:.1f} 40.0 Tm <{code}> Tj ET")
        content = add(stream("", "\n".join(drawn).encode()))
        kids.append(
            add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {content} 0 R/Resources<</Font<</F1 "
                f"{font} 0 R>>/XObject<</Im1 {image} 0 R>>>>>>".encode()
            )
        )
    objects[1] = f"<</Type/Pages/Count {total}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>".encode()
    out, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
