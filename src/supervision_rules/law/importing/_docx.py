"""DOCX as lines: a walk of our own over the main part, automatic numbers written out (Word 文档读成行)."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_rules.errors import DataError, MissingExtraError, Place
from supervision_rules.law._numerals import chinese_number
from supervision_rules.law.importing._lines import LARGEST, Line, clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DROPPED = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "sdtPr", "tblPr", "Fallback"})
_CHINESE = ("chineseCounting", "ideograph", "japaneseCounting", "taiwaneseCounting")


def docx_lines(path: Path, data: bytes) -> list[Line]:
    """The lines of a DOCX file: each paragraph one, or more where it holds line breaks.

    Raises:
        DataError: no Word document, damaged or encrypted.
        MissingExtraError: lxml isn't installed.
    """
    try:
        import lxml.etree as etree
    except ImportError as error:
        raise MissingExtraError.of(
            "SR421",
            "读取 DOCX 需要 lxml",
            "reading DOCX needs lxml",
            place=Place(str(path)),
            hint_zh="请执行 pip install 'supervision-rules[documents]'",
            hint_en="run pip install 'supervision-rules[documents]'",
        ) from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {
                name: etree.fromstring(_part(archive, f"word/{name}.xml"), parser)
                for name in ("document", "numbering", "styles")
                if name == "document" or f"word/{name}.xml" in archive.namelist()
            }
    except (zipfile.BadZipFile, KeyError, RuntimeError, etree.XMLSyntaxError, ValueError) as error:
        raise DataError.of(
            "SR420",
            f"不是完好的 DOCX 文件({error})",
            f"no sound DOCX file ({error})",
            place=Place(str(path)),
            hint_zh="请用 Word 打开后另存为 .docx(不设密码)",
            hint_en="open it in Word and save it as .docx without a password",
        ) from error
    return list(_lines(parts["document"], _Numbering(parts.get("numbering")), _styles(parts.get("styles"))))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    if info.file_size > LARGEST:
        raise ValueError(f"{name}: {info.file_size} bytes")
    return archive.read(info)


def _styles(root: _Element | None) -> dict[str, int]:
    """Heading levels by the identifier of their style."""
    levels = {}
    for style in root.iter(f"{_W}style") if root is not None else ():
        name, outline = style.find(f"{_W}name"), style.find(f"{_W}pPr/{_W}outlineLvl")
        found = re.fullmatch(r"heading (\d)", str(name.get(f"{_W}val")).lower()) if name is not None else None
        if found:
            levels[str(style.get(f"{_W}styleId"))] = int(found[1])
        elif outline is not None and int(outline.get(f"{_W}val") or 9) < 9:
            levels[str(style.get(f"{_W}styleId"))] = int(outline.get(f"{_W}val") or 0) + 1
    return levels


def _lines(root: _Element, numbering: _Numbering, styles: dict[str, int]) -> Iterator[Line]:
    count = 0
    for paragraph in root.iter(f"{_W}p"):
        properties = paragraph.find(f"{_W}pPr")
        style = None if properties is None else properties.find(f"{_W}pStyle")
        heading = styles.get(str(style.get(f"{_W}val")), 0) if style is not None else 0
        number = numbering.next(properties) if properties is not None else ""
        for part in (number + "".join(_texts(paragraph))).split("\n"):
            if text := clean(part):
                count += 1
                yield Line(text, heading, True, count)


def _texts(element: _Element) -> Iterator[str]:
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        if name in _DROPPED:
            continue
        if name == "t":
            yield child.text or ""
        elif name in ("br", "cr"):
            yield "\n"
        elif name in ("tab", "ptab"):
            yield " "
        elif name != "p":  # a text box's own paragraphs come by themselves
            yield from _texts(child)


class _Numbering:
    """The numbers that Word writes itself: they aren't in the text, but carry 第一条 and （一）."""

    def __init__(self, root: _Element | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, defaultdict[int, int]] = {}
        if root is None:
            return
        abstract = {}
        for one in root.iter(f"{_W}abstractNum"):
            levels = {}
            for level in one.iter(f"{_W}lvl"):
                format_, text, start = (level.find(f"{_W}{name}") for name in ("numFmt", "lvlText", "start"))
                levels[int(level.get(f"{_W}ilvl") or 0)] = (
                    str(format_.get(f"{_W}val")) if format_ is not None else "decimal",
                    str(text.get(f"{_W}val") or "") if text is not None else "",
                    int(start.get(f"{_W}val") or 1) if start is not None else 1,
                )
            abstract[one.get(f"{_W}abstractNumId")] = levels
        for num in root.iter(f"{_W}num"):
            of = num.find(f"{_W}abstractNumId")
            if of is not None:
                self._levels[str(num.get(f"{_W}numId"))] = abstract.get(of.get(f"{_W}val"), {})

    def next(self, properties: _Element) -> str:
        """The number of the next paragraph with these properties, empty where it has none."""
        identifier = properties.find(f"{_W}numPr/{_W}numId")
        if identifier is None:
            return ""
        depth = properties.find(f"{_W}numPr/{_W}ilvl")
        level, number = int(depth.get(f"{_W}val") or 0) if depth is not None else 0, str(identifier.get(f"{_W}val"))
        levels = self._levels.get(number, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(number, defaultdict(int))
        counts[level] = counts[level] + 1 if counts[level] else levels[level][2]
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        if levels[level][0] == "bullet":
            return ""
        text = levels[level][1]
        for other, (format_, _, start) in levels.items():
            text = text.replace(f"%{other + 1}", _written(counts[other] or start, format_))
        return text + " "


def _written(number: int, format_: str) -> str:
    return chinese_number(number) if format_.startswith(_CHINESE) and number <= 9999 else str(number)
