"""Reads the marked-up sources: text with its fields and citations tagged in place (标注).

`{fine=30000|叁万元整}` tags a field, `‹b 条例:63.1.1|《…条例》第六十三条第一款第（一）项›` a citation (v violated, b basis, p procedure);
`{+|…}` is a tracked insertion, `{-|…}` a tracked deletion that no reader may see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

DATES = {
    "occurred_on", "found_on", "opened_on", "decided_on", "served_on", "pay_by", "performed_on", "revoked_on", "applied_on",
    "accepted_on", "ruled_on", "ruling_served_on", "review_applied_on", "review_ruled_on", "enforcement_started_on",
    "enforced_on",
}  # fmt: skip
MONEY = {"fine", "illegal_gains", "confiscated", "fine_in_words"}
WHOLE = {"suit_months_told", "reconsideration_days_told"}
FLAGS = {"serious", "mitigation", "refused", "remedy_told", "added_fine_told", "on_the_spot", "hearing", "urgent"}
LISTS = {"penalty_kinds"}
PURPOSES = {"v": "violated", "b": "basis", "p": "procedure"}
OPTIONS = {
    "page_header", "page_footer", "wrap", "lines", "charset", "boxes", "published", "site", "crumb", "links", "number_box",
    "size", "breaks",
}  # fmt: skip
DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


@dataclass
class Marked:
    """A stretch of text with what is tagged in it."""

    text: str = ""
    fields: list[tuple[str, str, int, int]] = field(default_factory=list)
    citations: list[tuple[str, str, str]] = field(default_factory=list)
    inserted: list[tuple[int, int]] = field(default_factory=list)
    deleted: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class Block:
    """A paragraph or a table row."""

    kind: str
    cells: list[Marked]

    @property
    def text(self) -> str:
        return self.cells[0].text


@dataclass
class Source:
    """One document: its options, its blocks, and what must be read from it."""

    name: str
    options: dict[str, str]
    blocks: list[Block]
    expected: dict[str, object]

    @property
    def stem(self) -> str:
        return self.name.rsplit(".", 1)[0]

    @property
    def suffix(self) -> str:
        return self.name.rsplit(".", 1)[1]


def parse(source: str) -> Marked:
    marked = Marked()
    end = _parse(source, 0, "", marked)
    if end != len(source):
        raise ValueError(f"unbalanced: {source}")
    return marked


def _parse(source: str, at: int, closing: str, out: Marked) -> int:
    while at < len(source):
        char = source[at]
        if char == closing:
            return at + 1
        if char not in "{‹":
            out.text += char
            at += 1
            continue
        bar = source.index("|", at)
        head, start = source[at + 1 : bar], len(out.text)
        if head == "-":
            stop = source.index("}", bar)
            out.deleted.append((start, source[bar + 1 : stop]))
            at = stop + 1
            continue
        if char == "‹":
            slot = len(out.citations)
            out.citations.append(("", "", ""))
            at = _parse(source, bar + 1, "›", out)
            purpose, reference = head.split(" ")
            out.citations[slot] = (purpose, reference, out.text[start:])
        else:
            at = _parse(source, bar + 1, "}", out)
            if head == "+":
                out.inserted.append((start, len(out.text)))
                continue
            names, _, value = head.partition("=")
            out.fields += [(name, value or out.text[start:], start, len(out.text)) for name in names.split(",")]
    if closing:
        raise ValueError(f"no {closing}: {source}")
    return at


def read_date(text: str) -> str:
    """2024年3月5日, 2024-03-05, 2024/3/5, 2024.3.5 or 二〇二四年三月五日 as ISO."""
    parts = re.findall(r"\d+|[〇○零一二三四五六七八九十]+", text)[:3]
    year, month, day = (int(p) if p.isdigit() and p.isascii() else _small(p) for p in parts)
    return f"{year:04d}-{month:02d}-{day:02d}"


def _small(text: str) -> int:
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)
    return int("".join(str(DIGITS[c]) for c in text))


def read_value(name: str, value: str) -> object:
    value = value.strip()
    if name in DATES:
        return read_date(value)
    if name in MONEY:
        match = re.fullmatch(r"(?:人民币|￥|¥)?([\d,.]+)(万)?元?(?:整)?", value)
        if not match:
            raise ValueError(f"{name}: {value}")
        amount = Decimal(match[1].replace(",", "")) * (10000 if match[2] else 1)
        return format(amount.normalize(), "f")
    if name in WHOLE:
        return int(value)
    if name in FLAGS:
        return {"true": True, "false": False}[value]
    if name in LISTS:
        return value.split(";")
    return value


def expand(lines: list[str], snippets: dict[str, list[str]]) -> list[str]:
    """Lines beginning with @name are replaced by the snippet, $1 … $9 by the arguments between ;; ."""
    out: list[str] = []
    for line in lines:
        if not line.startswith("@"):
            out.append(line)
            continue
        name, _, rest = line[1:].partition(" ")
        arguments = rest.split(";;") if rest else []
        body = []
        for part in snippets[name]:
            text = part
            for number in range(9, 0, -1):
                if f"${number}" in text:
                    text = text.replace(f"${number}", arguments[number - 1])
            body.append(text)
        out += expand(body, snippets)
    return out


KINDS = {"# ": "title", "## ": "heading", "#no ": "no", "> ": "right", "^ ": "centre"}


def _block(line: str) -> Block:
    if "‖" in line:
        return Block("row", [parse(cell.strip()) for cell in line.split("‖")])
    if line.startswith("!"):
        return Block(line[1:], [Marked()])
    for prefix, kind in KINDS.items():
        if line.startswith(prefix):
            return Block(kind, [parse(line.removeprefix(prefix))])
    return Block("para", [parse(line)])


def _reference(text: str) -> tuple[int | None, int, int | None, int | None]:
    if not text:
        return None, 0, None, None
    parts = [*text.split("."), "", ""][:3]
    article, _, suffix = parts[0].partition("-")
    return int(article), int(suffix or 0), int(parts[1]) if parts[1] else None, int(parts[2]) if parts[2] else None


def _expected(blocks: list[Block], given: dict[str, str]) -> dict[str, object]:
    values: dict[str, object] = {"_type": given["type"]}
    values |= {name: read_value(name, value) for name, value in given.items() if name != "type"}
    titles: dict[str, str] = {}
    citations: list[dict[str, object]] = []
    for cell in (cell for block in blocks for cell in block.cells):
        for name, raw, _, _ in cell.fields:
            value = read_value(name, raw)
            before = values.get(name)
            if name == "decision_no" and given["type"] == "ruling" and before is not None:
                known = before if isinstance(before, list) else [before]
                values[name] = before if value in known else [*known, value]
            elif before is not None and before != value:
                raise ValueError(f"{name}: {before} and {value}")
            else:
                values[name] = value
        for purpose, reference, text in cell.citations:
            alias, _, place = reference.partition(":")
            if title := re.search(r"《([^》]+)》", text):
                titles.setdefault(alias, title[1])
            article, suffix, paragraph, item = _reference(place)
            one = {"title": titles[alias], "article": article, "article_suffix": suffix}
            citations.append(one | {"paragraph": paragraph, "item": item, "for": PURPOSES[purpose]})
    if isinstance(values.get("decision_no"), str) and given["type"] == "ruling" and "～" in str(values["decision_no"]):
        values["decision_no"] = str(values["decision_no"]).split("～")
    values["_citations"] = [one for i, one in enumerate(citations) if one not in citations[:i]]
    return values


def uscc(number: int) -> str:
    """A unified social credit code of a region that does not exist, with a valid check character."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = f"91990{100 + number % 7}MA{number * 7919 % 100000:05d}K{number % 10}"
    total = sum(letters.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + letters[(31 - total % 31) % 31]


def resident(number: int) -> str:
    """A resident identity number of a region that does not exist, with a valid check character."""
    body = f"990103{1960 + number * 3 % 40}{1 + number % 12:02d}{10 + number % 18}{100 + number * 37 % 900}"
    return body + "10X98765432"[sum(int(c) * (1 << (17 - i)) for i, c in enumerate(body)) % 11]


def read_sources(path: Path, snippets: dict[str, list[str]]) -> list[Source]:
    sources = []
    text = re.sub(r"%U(\d+)", lambda m: uscc(int(m[1])), path.read_text(encoding="utf-8"))
    text = re.sub(r"%I(\d+)", lambda m: resident(int(m[1])), text)
    for chunk in re.split(r"^=== ", text, flags=re.M)[1:]:
        head, _, body = chunk.partition("\n---\n")
        name, *keys = head.splitlines()
        pairs = dict(line.split(": ", 1) for line in keys if line.strip())
        options = {k: v for k, v in pairs.items() if k in OPTIONS}
        given = {"type": "decision"} | {k: v for k, v in pairs.items() if k not in OPTIONS}
        try:
            blocks = [_block(line) for line in expand([x for x in body.splitlines() if x.strip()], snippets)]
            sources.append(Source(name.strip(), options, blocks, _expected(blocks, given)))
        except (ValueError, KeyError, IndexError) as error:
            raise ValueError(f"{path.name}, {name}: {error!r}") from error
    return sources


def read_snippets(path: Path) -> dict[str, list[str]]:
    """Pieces of text used by several documents, one `=== name` each."""
    chunks = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]
    return {
        name.strip(): [x for x in body.splitlines() if x.strip()]
        for name, _, body in (c.partition("\n") for c in chunks)
    }
