"""DOCX: a walk of our own over the main part (Word 文档).

Kept: paragraphs, tables, content controls, text boxes once, tracked insertions, footnotes at the end. Left out:
tracked deletions, hidden text, field codes, headers and footers.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_rules.documents import _problems
from supervision_rules.documents._blocks import Block, Content, Line, TableBlock
from supervision_rules.documents._sniff import LARGEST

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt", "sdtPr", "tblPr"})
_PICTURES = frozenset({"blip", "imagedata"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\u3000\u3000", "ptab": "\u3000\u3000", "noBreakHyphen": "-"}
_CHECKED = frozenset({"F0FE", "F052", "F0FD", "F053", "F0FC", "F050", "F0FB"})
_UNCHECKED = frozenset({"F0A8", "F0A3", "F06F", "F071", "F072"})


def read_docx(path: Path, data: bytes) -> Content:
    """The blocks of a DOCX file.

    Raises:
        DataError: no Word document, damaged, encrypted, or far too large when unpacked.
        MissingExtraError: lxml isn't installed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _main_part(path, archive)
            body = _parse(path, _part(path, archive, main))
            notes_name = main.rpartition("/")[0] + "/footnotes.xml"
            notes = _parse(path, _part(path, archive, notes_name)) if notes_name in archive.namelist() else None
    except zipfile.BadZipFile as error:
        raise _problems.damaged(path, "DOCX", str(error)) from error
    walk = _Walk()
    blocks = list(walk.blocks(body))
    if notes is not None and walk.footnotes:
        blocks += [block for block in walk.blocks(notes) if isinstance(block, Line) and block.text.strip()]
    empty = not any(_text_of(block).strip() for block in blocks)
    if empty and not walk.pictures:
        raise _problems.empty(path)
    return Content(blocks, scanned=empty)


def _text_of(block: Block) -> str:
    return block.text if isinstance(block, Line) else "".join(map("".join, block.rows))


def _main_part(path: Path, archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if "word/document.xml" in names:
        return "word/document.xml"
    if "_rels/.rels" in names:
        for relation in _parse(path, _part(path, archive, "_rels/.rels")):
            target = str(relation.get("Target", "")).lstrip("/")
            if (
                str(relation.get("Type", "")).endswith("/officeDocument")
                and target.startswith("word/")
                and target in names
            ):
                return target
    kinds = (("xl/", "Excel 表格", "a workbook"), ("ppt/", "PPT 演示文稿", "a presentation"), ("OFD.xml", "OFD", "OFD"))
    for start, zh, en in kinds:
        if any(name.startswith(start) for name in names):
            raise _problems.unsupported(path, zh, en)
    if "mimetype" in names:
        raise _problems.unsupported(path, "ODT", "OpenDocument")
    raise _problems.unsupported(path, "ZIP 压缩包", "a ZIP archive")


def _part(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of the archive, refused before it is unpacked where its size is absurd."""
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise _problems.encrypted(path, "DOCX")
    if info.file_size > LARGEST:
        raise _problems.too_large(path, LARGEST)
    try:
        with archive.open(info) as stream:
            content = stream.read(LARGEST + 1)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise _problems.damaged(path, "DOCX", str(error)) from error
    except Exception as error:  # zlib.error has no common base with the others
        raise _problems.damaged(path, "DOCX", str(error)) from error
    if len(content) > LARGEST:
        raise _problems.too_large(path, LARGEST)
    return content


def _parse(path: Path, content: bytes) -> _Element:
    try:
        from lxml import etree
    except ImportError as error:
        raise _problems.missing_extra("lxml") from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _problems.damaged(path, "DOCX", str(error)) from error


def _name(node: _Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _attribute(node: _Element, name: str) -> str | None:
    return next((str(value) for key, value in node.attrib.items() if str(key).rpartition("}")[2] == name), None)


def _child(node: _Element, name: str) -> _Element | None:
    return next((child for child in node if _name(child) == name), None)


def _on(node: _Element | None) -> bool:
    return node is not None and _attribute(node, "val") not in ("0", "false", "off")


class _Walk:
    """Walks over the elements and remembers what it met besides text."""

    def __init__(self) -> None:
        self.pictures = self.footnotes = False
        self._boxes: list[Block] = []

    def blocks(self, container: _Element) -> Iterator[Block]:
        """Paragraphs and tables of a body, cell, text box or content control, in reading order."""
        held = ""
        for child in container:
            name = _name(child)
            if name == "p":
                text = held + self._inline(child)
                held = ""
                if self._mark_deleted(child):
                    held = text
                    continue
                yield from (Line(part) for part in text.split("\n"))
                boxes, self._boxes = self._boxes, []
                yield from boxes
            elif name == "tbl":
                yield TableBlock(tuple(self._rows(child)))
            elif name not in _DROPPED:
                yield from self.blocks(child)
        if held:
            yield Line(held)

    @staticmethod
    def _mark_deleted(paragraph: _Element) -> bool:
        """Whether the paragraph's end was deleted in tracked changes, so that it goes on in the next."""
        properties = _child(paragraph, "pPr")
        run = None if properties is None else _child(properties, "rPr")
        return run is not None and _child(run, "del") is not None

    def _rows(self, table: _Element) -> Iterator[tuple[str, ...]]:
        for row in table:
            name = _name(row)
            if name in ("sdt", "sdtContent", "customXml", "ins"):
                yield from self._rows(row)
            if name != "tr":
                continue
            properties = _child(row, "trPr")
            if properties is None or _child(properties, "del") is None:
                yield tuple(self._cells(row))

    def _cells(self, row: _Element) -> Iterator[str]:
        for cell in row:
            name = _name(cell)
            if name in ("sdt", "sdtContent", "customXml"):
                yield from self._cells(cell)
            if name == "tc":
                properties = _child(cell, "tcPr")
                merge = None if properties is None else _child(properties, "vMerge")
                continued = merge is not None and _attribute(merge, "val") != "restart"
                yield "" if continued else "\n".join(_flat(self.blocks(cell)))

    def _inline(self, node: _Element) -> str:
        """The text of a paragraph or a part of it; text boxes are put aside to follow it."""
        return "".join(self._pieces(node))

    def _pieces(self, node: _Element) -> Iterator[str]:
        for child in node:
            name = _name(child)
            if name == "t":
                yield child.text or ""
            elif name in _BREAKS:
                yield _BREAKS[name]
            elif name == "sym":
                yield _symbol(_attribute(child, "char") or "")
            elif name == "AlternateContent":
                yield from self._alternate(child)
            elif name == "txbxContent":
                boxes = list(self.blocks(child))
                self._boxes += boxes
            elif name == "r" and self._hidden(child):
                continue
            elif name not in _DROPPED:
                self.pictures = self.pictures or name in _PICTURES
                self.footnotes = self.footnotes or name == "footnoteReference"
                yield from self._pieces(child)

    def _alternate(self, node: _Element) -> Iterator[str]:
        """One branch of a drawing that is there twice: the first that holds text, else the first."""
        branches = [child for child in node if _name(child) in ("Choice", "Fallback")]
        texts = [branch for branch in branches if any(_name(part) == "t" for part in branch.iter("{*}*"))]
        for branch in (texts or branches)[:1]:
            yield from self._pieces(branch)

    @staticmethod
    def _hidden(run: _Element) -> bool:
        properties = _child(run, "rPr")
        return properties is not None and _on(_child(properties, "vanish"))


def _symbol(code: str) -> str:
    code = code.upper()
    return "☑" if code in _CHECKED else "□" if code in _UNCHECKED else ""


def _flat(blocks: Iterator[Block]) -> Iterator[str]:
    """The lines of a cell; a table within it as lines."""
    for block in blocks:
        if isinstance(block, Line):
            if block.text.strip():
                yield block.text
        else:
            yield from ("\u3000\u3000".join(cell for cell in row if cell.strip()) for row in block.rows)
