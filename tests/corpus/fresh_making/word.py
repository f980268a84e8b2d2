"""Writes small office files: paragraphs of several runs, tabs, tables, a footer (办公文档)."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape
from zlib import crc32

from corpus.making.markup import Block, Source

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _runs(text: str, size: int) -> str:
    """Runs change where an office program changes the font, at digits, and at one more place."""
    cut = crc32(text.encode()) % (len(text) + 1)
    out = ""
    for piece in (*re.split(r"(\d+|　　+)", text[:cut]), *re.split(r"(\d+)", text[cut:])):
        if not piece:
            continue
        font = '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>'
        look = f'<w:rPr>{font}<w:sz w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
        inner = "<w:tab/><w:tab/>" if set(piece) == {"　"} else f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        out += f"<w:r>{look}{inner}</w:r>"
    return out


def _paragraph(text: str, kind: str = "para") -> str:
    size = {"title": 44, "centre": 36, "cell": 24}.get(kind, 32)
    align = {"title": "center", "centre": "center", "right": "right"}.get(kind, "both")
    indent = '<w:ind w:firstLine="640" w:firstLineChars="200"/>' if kind == "para" else ""
    mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>' if kind == "title" else ""
    return (
        f'<w:p><w:pPr><w:spacing w:line="560"/>{indent}<w:jc w:val="{align}"/></w:pPr>{_runs(text, size)}{mark}</w:p>'
    )


def _table(rows: list[Block]) -> str:
    most = max(len(row.cells) for row in rows)
    out = '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
    out += '<w:gridCol w:w="2100"/>' * most + "</w:tblGrid>"
    for row in rows:
        last = len(row.cells) - 1
        out += "<w:tr>"
        for i, cell in enumerate(row.cells):
            span = f'<w:gridSpan w:val="{most - last}"/>' if i == last and last + 1 < most else ""
            out += (
                f'<w:tc><w:tcPr><w:tcW w:w="2100" w:type="dxa"/>{span}</w:tcPr>{_paragraph(cell.text, "cell")}</w:tc>'
            )
        out += "</w:tr>"
    return out + "</w:tbl>"


def write(source: Source) -> bytes:
    body, rows = "", []
    for block in source.blocks:
        if block.kind == "row":
            rows.append(block)
            continue
        if rows:
            body, rows = body + _table(rows), []
        body += _paragraph(block.text, block.kind)
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    names = f'xmlns:w="{MAIN}" xmlns:r="{RELATED}"'
    number = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    number += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{KIND}.footer+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATED}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {names}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATED}/footer" Target="footer1.xml"/></Relationships>',
        "word/footer1.xml": f"<w:ftr {names}><w:p>{number}</w:p></w:ftr>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (HEAD + text).encode())
    return out.getvalue()
