"""Writes WordprocessingML by hand: text boxes, split runs, tracked changes, check boxes, a seal, header and footer."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from xml.sax.saxutils import escape
from zlib import crc32

from corpus.making import seal
from corpus.making.markup import Block, Marked, Source

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"'
)
AUTHOR = 'w:author="审核" w:date="2024-01-01T00:00:00Z"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _run(text: str, size: int = 24, bold: bool = False) -> str:
    style = f'<w:rPr><w:rFonts w:eastAsia="仿宋"/>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr>'
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _box(char: str, how: str) -> str:
    ticked = char in "☑☒"
    if how == "sym":
        return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if ticked else "F0A8"}"/></w:r>'
    shown = "☒" if ticked else "☐"
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="2612" '
        'w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _runs(cell: Marked, source: Source, size: int = 24, bold: bool = False) -> str:
    """The text as several runs, cut where an office program might have cut it."""
    text, boxes = cell.text, source.options.get("boxes", "")
    cuts = {0, len(text), *(at for at, _ in cell.deleted)} | {p for span in cell.inserted for p in span}
    seed = crc32((source.stem + text).encode())
    cuts |= {seed % (len(text) + 1), seed // 7 % (len(text) + 1), seed // 131 % (len(text) + 1)}
    if boxes:
        cuts |= {p for i, c in enumerate(text) if c in "☑□" for p in (i, i + 1)}
    out, places = "", sorted(cuts)
    for start, end in [*pairwise(places), (len(text), len(text))]:
        for at, gone in cell.deleted:
            if at == start and f'w:id="{900 + at}"' not in out:
                out += f'<w:del w:id="{900 + at}" {AUTHOR}><w:r><w:delText>{escape(gone)}</w:delText></w:r></w:del>'
        piece = text[start:end]
        run = _box(piece, boxes) if boxes and piece in ("☑", "□") else _run(piece, size, bold)
        inside = any(a <= start and end <= b for a, b in cell.inserted) and piece
        out += f'<w:ins w:id="{100 + start}" {AUTHOR}>{run}</w:ins>' if inside else run
    return out


def _paragraph(inner: str, align: str = "", indent: bool = False) -> str:
    parts = ('<w:ind w:firstLine="480"/>' if indent else "") + (f'<w:jc w:val="{align}"/>' if align else "")
    return f"<w:p><w:pPr>{parts}</w:pPr>{inner}</w:p>"


def _text_box(cell: Marked, source: Source) -> str:
    """The number in a text box: once as a shape, once more as the fallback for old readers."""
    inner = _paragraph(_runs(cell, source), "center")
    shape = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        '<wp:posOffset>1500000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0'
        '</wp:posOffset></wp:positionV><wp:extent cx="3200000" cy="400000"/><wp:wrapTopAndBottom/><wp:docPr id="7" '
        'name="文本框 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3200000" '
        'cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>'
        f"{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    fallback = (
        '<w:pict><v:shape style="position:absolute;width:252pt;height:31pt" type="#_x0000_t202"><v:textbox>'
        f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return _paragraph(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def _seal() -> str:
    return _paragraph(
        '<w:r><w:drawing><wp:inline><wp:extent cx="1000000" cy="1000000"/><wp:docPr id="9" name="印章"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr '
        'id="9" name="seal.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId3"/><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1000000" cy="1000000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>",
        "right",
    )


def _table(rows: list[Block], source: Source) -> str:
    most = max(len(row.cells) for row in rows)
    edges = "".join(
        f'<w:{e} w:val="single" w:sz="4"/>' for e in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    out = f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>"
    out += '<w:gridCol w:w="2000"/>' * most + "</w:tblGrid>"
    for row in rows:
        out += "<w:tr>"
        for i, cell in enumerate(row.cells):
            span = most - len(row.cells) + 1 if i == len(row.cells) - 1 else 1
            width = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else "<w:tcPr/>"
            out += f"<w:tc>{width}{_paragraph(_runs(cell, source, 21))}</w:tc>"
        out += "</w:tr>"
    return out + "</w:tbl>"


def _body(source: Source) -> str:
    out, rows = "", []
    for block in [*source.blocks, Block("end", [Marked()])]:
        if block.kind == "row":
            rows.append(block)
            continue
        if rows:
            out, rows = out + _table(rows, source), []
        cell = block.cells[0]
        match block.kind:
            case "title":
                out += _paragraph(_runs(cell, source, 36, bold=True), "center")
            case "no" if source.options.get("number_box") != "no":
                out += _text_box(cell, source)
            case "no" | "centre":
                out += _paragraph(_runs(cell, source), "center")
            case "heading":
                out += _paragraph(_runs(cell, source, 28, bold=True))
            case "right":
                out += _paragraph(_runs(cell, source), "right")
            case "seal":
                out += _seal()
            case "end":
                pass
            case _:
                out += _paragraph(_runs(cell, source), indent=True)
    return out


def write(source: Source) -> bytes:
    header = source.options.get("page_header", "")
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    footer = (
        '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r>'
    )
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'wordprocessingml.{kind}+xml"/>'
            for part, kind in (("document", "document.main"), ("header1", "header"), ("footer1", "footer"))
        )
        + "</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/header" Target="header1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/footer" Target="footer1.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/image" Target="media/seal.png"/></Relationships>',
        "word/document.xml": f"{HEAD}<w:document {NAMESPACES}><w:body>{_body(source)}{section}</w:body></w:document>",
        "word/header1.xml": f"{HEAD}<w:hdr {NAMESPACES}>{_paragraph(_run(header, 18), 'center')}</w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {NAMESPACES}>{_paragraph(footer, 'center')}</w:ftr>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts.items():
            archive.writestr(_entry(name), text.encode())
        archive.writestr(_entry("word/media/seal.png"), seal.png())
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
