"""Builds small documents byte by byte: DOCX, PDF with a text layer, PDF of a scan."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = (
    f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def table(*rows: Sequence[str]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(*body: str, parts: Mapping[str, str] | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", _HEAD + "".join(body) + "</w:body></w:document>")
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx_of(text: str) -> bytes:
    return docx(*(paragraph(line) for line in text.split("\n")))


_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange "
    + b"256 beginbfrange "
    + b" ".join(b"<%02X00> <%02XFF> <%02X00>" % (high, high, high) for high in range(256))
    + b" endbfrange endcmap end end"
)


def _stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(content), extra) + content + b"\nendstream"


def _assemble(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    out = b"%PDF-1.5\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], trailer: bytes = b"", drawing: bytes = b"") -> bytes:
    """A PDF with a text layer: for each page its lines as (x, y, text), 12 points high, the origin at the bottom left."""
    first = 6
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor "
        b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 880 /Descent -120 "
        b"/CapHeight 700 /StemV 80 /ItalicAngle 0 >> >>",
        _stream(_TO_UNICODE),
    ]
    for number, lines in enumerate(pages):
        shown = b"".join(
            b"BT /F1 12 Tf %.1f %.1f Td <%s> Tj ET\n" % (x, y, text.encode("utf-16-be").hex().upper().encode())
            for x, y, text in lines
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (first + 2 * number + 1)
        )
        objects.append(_stream(drawing + shown))
    return _assemble(objects, trailer)


def wrapped_pdf(text: str, width: int = 38, height: int = 24, header: str = "", numbers: bool = True) -> bytes:
    """A text as Word prints it: lines wrapped at `width` characters, indented paragraphs, header and page numbers."""
    lines: list[tuple[float, str]] = []
    for part in text.split("\n"):
        rest, x = part.strip(), 70.0 + 24
        while rest:
            room = width - (2 if x > 70 else 0)
            lines.append((x, rest[:room]))
            rest, x = rest[room:], 70.0
    pages = []
    for number in range(0, len(lines), height):
        page = [(x, 760.0 - 26 * row, line) for row, (x, line) in enumerate(lines[number : number + height])]
        if header:
            page.insert(0, (200.0, 800.0, header))
        if numbers:
            page.append((280.0, 40.0, f"- {number // height + 1} -"))
        pages.append(page)
    return pdf(pages)


def scanned_pdf(pages: int = 1, stamp: str = "") -> bytes:
    """Pages that are one picture each, with no characters but what a scanner leaves."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(pages))
    image = _stream(
        b"\xff" * 8, b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 1"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        image,
    ]
    note = b"BT /F1 9 Tf 20 20 Td (%s) Tj ET" % stamp.encode() if stamp else b""
    for number in range(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /XObject << /I 3 0 R >> "
            b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>" % (5 + 2 * number)
        )
        objects.append(_stream(b"q 595 0 0 842 0 0 cm /I Do Q " + note))
    return _assemble(objects)


def encrypted_pdf() -> bytes:
    """A PDF that wants a password: its keys fit none."""
    trailer = b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
        b"AB" * 32,
        b"CD" * 32,
    )
    return pdf([[(70, 700, "决定")]], trailer)
