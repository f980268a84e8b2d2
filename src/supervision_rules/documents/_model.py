"""What is read off a document (提取结果): fields with their place in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from supervision_rules.law import Citation, Purpose

DocumentType = Literal["decision", "ruling", "unknown"]

SUFFIXES = frozenset({".docx", ".docm", ".doc", ".wps", ".pdf", ".txt", ".html", ".htm", ".mht", ".mhtml", ".rtf"})
"""Files of a folder that are taken for documents; a file that is named is always read."""

LABELLED = 0.95
"""Confidence of a value behind a label of its own (决定书文号：…) or in a table's cell under its label."""
FORMULA = 0.9
"""Confidence of a value in a turn of phrase that documents of this sort always use (决定给予…罚款…元)."""
PLACED = 0.8
"""Confidence of a value known by where it stands: title, number under the title, signature, date at the end."""
INFERRED = 0.6
"""Confidence of a value concluded from others, or from the absence of words in a complete document."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value: as a typed value, as written, where it stands in the text, and how sure the rule is that found it.

    `start` and `end` count characters of `Extracted.text`, end exclusive; `text` is exactly what stands there.
    `confidence` is one of the module's four steps: labelled 0.95, formula 0.9, placed 0.8, inferred 0.6.
    """

    value: Any
    text: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class Extracted:
    """A document that could be read: its type, its text, the fields found, the provisions cited and what for.

    `scanned`: pages are pictures and hold no characters; such a document is of unknown type, not an empty one.
    `further` holds the fields of the other decisions where one table publishes several (公示表); `fields` is the first.
    """

    path: Path
    type: DocumentType
    scanned: bool
    text: str
    fields: Mapping[str, Field] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    further: tuple[Mapping[str, Field], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The document as JSON values: dates ISO, money as digits, lists as lists; see the keys in the documentation."""
        found: dict[str, Any] = {
            "_type": self.type,
            "_file": str(self.path),
            "_scanned": self.scanned,
            **values_of(self.fields),
            "_citations": [
                {
                    "title": citation.title,
                    "article": citation.article,
                    "article_suffix": citation.article_suffix,
                    "paragraph": citation.paragraph,
                    "item": citation.item,
                    "start": citation.start,
                    "end": citation.end,
                    "for": purpose.value,
                }
                for citation, purpose in zip(self.citations, self.purposes, strict=True)
            ],
            "_fields": _places_of(self.fields),
            "_text": self.text,
        }
        if self.further:
            found["_further"] = [values_of(fields) | {"_fields": _places_of(fields)} for fields in self.further]
        return found


@dataclass(frozen=True, slots=True)
class Reject:
    """A document that could not be read: the code and the reason in both languages (未能读取)."""

    path: Path
    code: str
    zh: str
    en: str

    def reason(self, lang: str = "zh") -> str:
        """The reason in `zh` or `en`."""
        return self.en if lang == "en" else self.zh


def values_of(fields: Mapping[str, Field]) -> dict[str, Any]:
    """Field names to JSON values."""
    return {name: json_value(found.value) for name, found in fields.items()}


def json_value(value: Any) -> Any:
    """A field's value as JSON: money a string of digits, a date ISO, a tuple a list."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value


def cell_of(value: Any) -> str:
    """A field's value as a cell that intake reads: a list by semicolons, true and false as words."""
    value = json_value(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";".join(map(str, value)) if isinstance(value, list) else str(value)


def documents_in(folder: Path) -> list[Path]:
    """The documents of a folder and its subfolders, in order; an office program's lock files and hidden ones are none."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and file.suffix.lower() in SUFFIXES and not file.name.startswith(("~$", "."))
    )


def _places_of(fields: Mapping[str, Field]) -> dict[str, Any]:
    return {
        name: {"start": found.start, "end": found.end, "confidence": found.confidence, "text": found.text}
        for name, found in fields.items()
    }
