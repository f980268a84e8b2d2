"""WordprocessingML written with zipfile alone: split runs, merged cells, text boxes, headers and page fields."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from _sources import Source, spans, tables

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>
<Override PartName="/word/header1.xml" ContentType="{OFFICE}.header+xml"/>
<Override PartName="/word/footer1.xml" ContentType="{OFFICE}.footer+xml"/></Types>"""
LINKS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{space}">{links}</Relationships>'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, extra: str = "") -> str:
    return f'<w:r>{extra}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _runs(text: str) -> str:
    """Split where a word processor does: at digits and after every few characters."""
    pieces = [
        piece[at : at + 13] for piece in re.split(r"([0-9A-Za-z.,]+)", text) if piece for at in range(0, len(piece), 13)
    ]
    return '<w:proofErr w:type="gramStart"/>'.join(run(piece) for piece in pieces)


def paragraph(text: str, side: str = "both") -> str:
    inner = "<w:r><w:br/></w:r>".join(_runs(part) for part in text.split("//"))
    return f'<w:p><w:pPr><w:jc w:val="{side}"/></w:pPr>{inner}</w:p>'


def text_box(text: str) -> str:
    """A drawn text box with the older drawing as its fallback: the same words twice in the file."""
    words = f"<w:txbxContent><w:p>{_runs(text)}</w:p></w:txbxContent>"
    return f"""<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="3600000" cy="720000"/>
<wp:docPr id="1" name="文本框 1"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="720000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx>{words}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="width:283pt;height:57pt"><v:textbox>{words}</v:textbox></v:shape></w:pict>
</mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def table(rows: list[list[str]]) -> str:
    width = max(len(row) for row in rows)
    grid = "".join('<w:gridCol w:w="1400"/>' for _ in range(width))
    made = []
    for row in spans(rows):
        cells = []
        for text, columns, depth in row:
            merge = "" if depth == 1 else "<w:vMerge/>" if depth == 0 else '<w:vMerge w:val="restart"/>'
            span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
            cells.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{paragraph(text) if text else '<w:p/>'}</w:tc>")
        made.append("<w:tr>" + "".join(cells) + "</w:tr>")
    style = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{style}<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl><w:p/>"


def _body(source: Source) -> str:
    parts = []
    for part in tables(source.body):
        if isinstance(part, list):
            parts.append(table(part))
        elif part[0] == "^":
            parts.append(text_box(part[1:]))
        elif part[0] in "#>":
            parts.append(paragraph(part[1:], "center" if part[0] == "#" else "right"))
        else:
            parts.append(paragraph("　　" + part if source.layout != "form" else part))
    return "".join(parts)


def write(source: Source, before: str = "", after: str = "") -> bytes:
    header = source.header.get("header", source.header.get("site", "执法文书（示范文本）"))
    footer = source.header.get("footer", "")
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    box = text_box(source.header["box"]) if "box" in source.header else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": LINKS.format(
            space=PACKAGE,
            links=f'<Relationship Id="rId1" Type="{DOCUMENT}/officeDocument" Target="word/document.xml"/>',
        ),
        "word/_rels/document.xml.rels": LINKS.format(
            space=PACKAGE,
            links=f'<Relationship Id="rId1" Type="{DOCUMENT}/header" Target="header1.xml"/>'
            f'<Relationship Id="rId2" Type="{DOCUMENT}/footer" Target="footer1.xml"/>',
        ),
        "word/document.xml": f"{start}<w:document {NAMES}><w:body>{box}{before}{_body(source)}{after}{section}"
        "</w:body></w:document>",
        "word/header1.xml": f"{start}<w:hdr {NAMES}>{paragraph(header, 'center')}</w:hdr>",
        "word/footer1.xml": f"{start}<w:ftr {NAMES}><w:p>{run(footer + '第 ')}{page}{run(' 页')}</w:p></w:ftr>",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return held.getvalue()
