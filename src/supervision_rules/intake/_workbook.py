"""What an XLSX file says that the sheet reader doesn't tell: the day numbers' epoch, and the cells with errors."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_CHUNK = 1 << 22
_LONGEST_CELL = 1 << 13
_NEVER_COMPUTED = "#CALC!"
_UNCOMPUTED = re.compile(
    rb'<(?:\w+:)?c\s(?![^>]*\bt="str")[^>]*?\br="([A-Z]{1,3})(\d+)"[^>]*>\s*'
    rb"<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d+)"[^>]*>(?:(?!</(?:\w+:)?c>).)*?'
    rb"<(?:\w+:)?v>([^<]*)</",
    re.DOTALL,
)


BROKEN = (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, EOFError, KeyError, RuntimeError, OSError)
"""What a damaged or encrypted archive raises."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """The epoch, and the part of the archive for each sheet's name."""

    path: Path
    date1904: bool = False
    parts: dict[str, str] = field(default_factory=dict)

    def errors(self, sheet: str) -> dict[int, dict[int, str]]:
        """The error values of a sheet by row and column, both from 0; a formula that was never computed is one too."""
        found: dict[int, dict[int, str]] = {}
        if sheet in self.parts:
            with zipfile.ZipFile(self.path) as archive, archive.open(self.parts[sheet]) as part:
                for column, row, text in _error_cells(part):
                    found.setdefault(row, {})[column] = text
        return found


def open_workbook(path: Path) -> Workbook:
    """Look into the file; one that is no XLSX archive has nothing to tell."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if _BOOK not in names:
                return Workbook(path)
            book = ElementTree.fromstring(archive.read(_BOOK))
            targets = {}
            if _RELATIONS in names:
                for relation in ElementTree.fromstring(archive.read(_RELATIONS)):
                    target = relation.get("Target", "")
                    targets[relation.get("Id")] = target[1:] if target.startswith("/") else f"xl/{target}"
    except BROKEN:
        return Workbook(path)
    date1904, parts = False, {}
    for element in book.iter():
        local = element.tag.rpartition("}")[2]
        if local == "workbookPr":
            date1904 = element.get("date1904", "0").lower() in ("1", "true", "on")
        elif local == "sheet":
            key = next((value for name, value in element.items() if name.endswith("}id")), None)
            if targets.get(key) in names:
                parts[element.get("name", "")] = targets[key]
    return Workbook(path, date1904, parts)


def _error_cells(part: IO[bytes]) -> Iterator[tuple[int, int, str]]:
    rest = b""
    while chunk := part.read(_CHUNK):
        text = rest + chunk
        done = 0
        if b't="e"' in text:
            for match in _ERROR_CELL.finditer(text):
                yield _column(match[1]), int(match[2]) - 1, match[3].decode("utf-8", "replace")
                done = match.end()
        if b"<f" in text or b":f" in text:
            for match in _UNCOMPUTED.finditer(text):
                yield _column(match[1]), int(match[2]) - 1, _NEVER_COMPUTED
                done = max(done, match.end())
        rest = text[max(done, len(text) - _LONGEST_CELL) :]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
