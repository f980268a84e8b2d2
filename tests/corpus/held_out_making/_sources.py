"""Read the hand-written sources: blocks of header, body and expected values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LISTS = {"penalty_kinds", "not_measured"}
FLAGS = {"serious", "mitigation", "refused", "remedy_told", "added_fine_told", "on_the_spot", "hearing", "urgent"}
NUMBERS = {"suit_months_told", "reconsideration_days_told"}
PURPOSES = {"v": "violated", "b": "basis", "p": "procedure"}
PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"

CLOSING = "，。、；：）》”〉〕"
OPENING = ("（", "《", "“", "〈", "〔")


@dataclass(frozen=True, slots=True)
class Source:
    """One document: its header lines, its body lines and what an extractor should find."""

    name: str
    kind: str
    header: dict[str, str]
    body: tuple[str, ...]
    expected: dict[str, object]

    @property
    def layout(self) -> str:
        return self.name.split("_")[0]


def person_number(stem: str) -> str:
    """Seventeen digits with the check digit of GB 11643 (region 520000 is never assigned to a person)."""
    total = sum(int(digit) * weight for digit, weight in zip(stem, PERSON_WEIGHTS, strict=True))
    return stem + "10X98765432"[total % 11]


def credit_code(stem: str) -> str:
    """Seventeen characters with the check character of GB 32100."""
    if len(stem) != 17:
        raise ValueError(stem)
    total = sum(CODE_LETTERS.index(letter) * pow(3, place, 31) for place, letter in enumerate(stem))
    return stem + CODE_LETTERS[(31 - total % 31) % 31]


def _numbers(text: str) -> str:
    text = re.sub(r"\{RID:(\w+)\}", lambda found: person_number(found[1]), text)
    return re.sub(r"\{USCC:(\w+)\}", lambda found: credit_code(found[1]), text)


def _citation(text: str) -> dict[str, object]:
    purpose, rest = text.split(" ", 1)
    title, places = rest.rsplit(" ", 1)
    article, paragraph, item = places.split("/")
    return {
        "title": title,
        "article": None if article == "-" else int(article),
        "article_suffix": 0,
        "paragraph": int(paragraph) if paragraph else None,
        "item": int(item) if item else None,
        "for": PURPOSES[purpose],
    }


def _expected(lines: list[str]) -> dict[str, object]:
    values: dict[str, Any] = {}
    citations = []
    for line in lines:
        key, value = line.split(": ", 1)
        if key == "cite":
            citations.append(_citation(value))
        elif key in LISTS or "; " in value:
            values[key] = value.split("; ")
        elif key in FLAGS:
            values[key] = value == "true"
        elif key in NUMBERS:
            values[key] = int(value)
        else:
            values[key] = value
    kind = "ruling" if "case_no" in values else "decision"
    # where a list of provisions begins and ends is arguable, so it is not what these documents measure
    names = [*(["legal_basis"] if kind == "decision" else []), *values.pop("not_measured", [])]
    left_out = {"_not_measured": names} if names else {}
    return {"_type": kind, **left_out, **values, "_citations": citations}


def read_sources(path: Path) -> list[Source]:
    sources = []
    for block in _numbers(path.read_text(encoding="utf-8")).split("@@@@ ")[1:]:
        head, body, expected = block.split("\n----\n")
        first, *lines = head.splitlines()
        name, kind = first.split()
        header = dict(line.split(": ", 1) for line in lines if ": " in line)
        sources.append(Source(name, kind, header, tuple(body.splitlines()), _expected(expected.splitlines())))
    return sources


def broken(text: str, width: int) -> list[str]:
    """Lines of so many full-width places: no number or word torn apart, no closing mark at a start, no opening one at an end."""
    lines, line, used = [], "", 0.0
    for token in re.findall(r"[!-~]+|[^!-~]", text):
        size = len(token) / 2 if token[0] <= "~" else 1.0
        if used + size > width and token not in CLOSING:
            held = line[-1] if line.endswith(OPENING) else ""
            lines.append(line.removesuffix(held))
            line, used = held, float(len(held))
        line, used = line + token, used + size
    return [*lines, line]


def tables(body: tuple[str, ...]) -> list[str | list[list[str]]]:
    """The body with consecutive table rows gathered: a line of text or a table of cells."""
    parts: list[str | list[list[str]]] = []
    for line in body:
        if not line.startswith("|"):
            parts.append(line)
            continue
        cells = [cell.strip() for cell in line[1:].split("|")]
        if parts and isinstance(parts[-1], list):
            parts[-1].append(cells)
        else:
            parts.append([cells])
    return parts


def spans(table: list[list[str]]) -> list[list[tuple[str, int, int]]]:
    """Cells as (text, columns, rows); rows 0 marks a cell that continues the one above."""
    width = max(len(row) for row in table)
    laid = []
    for at, row in enumerate(table):
        cells = []
        for column, text in enumerate(row):
            columns = width - column if column == len(row) - 1 else 1
            rows = 0 if text == "+" else 1
            while rows and at + rows < len(table) and table[at + rows][column : column + 1] == ["+"]:
                rows += 1
            cells.append((text if rows else "", columns, rows))
        laid.append(cells)
    return laid
