"""A statute's file as lines of text, whatever its format (文件读成行)."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from supervision_rules.errors import DataError, Place

SUFFIXES = (".md", ".markdown", ".txt", ".docx")
LARGEST = 32 * 1024 * 1024

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_BREAK = re.compile(r"<\s*(?:br|/p|/div|/h\d|/li|/tr)\s*/?\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?\s*(?:p|div|span|a|b|i|u|em|strong|center|font|h\d|ul|ol|li|sup|sub|img|hr)\b[^<>《》]*>", re.IGNORECASE
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")
_RULE = re.compile(r"[-*_=—\s]{3,}")
_BULLET = re.compile(r"^[-*+•]\s+(?!\d{1,4}\s*[-—–]?$)")
_SPACE = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something (行).

    Attributes:
        text: without marks of emphasis, white space trimmed and runs of it made one space.
        heading: level of a heading by its mark or style, 0 where it isn't one.
        apart: whether an empty line, or a paragraph's own indentation, parts it from the line above.
        number: where it stands in the file, from 1.
    """

    text: str
    heading: int = 0
    apart: bool = True
    number: int = 0


def read_lines(path: Path) -> list[Line]:
    """The lines of a Markdown, plain text or DOCX file.

    Raises:
        DataError: it can't be read.
        MissingExtraError: DOCX without lxml.
    """
    data = _bytes(path)
    if path.suffix.lower() == ".docx":
        from supervision_rules.law.importing._docx import docx_lines

        return docx_lines(path, data)
    return text_lines(_decoded(path, data))


def text_lines(text: str) -> list[Line]:
    """The lines of Markdown or plain text."""
    body, title = _front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    body = _COMMENT.sub(lambda found: "\n" * found[1].count("\n"), body)
    body = html.unescape(_TAG.sub("", _BREAK.sub("\n", body)))
    lines = [Line(title, 1, True, 1)] if title else []
    apart = True
    for number, raw in enumerate(body.split("\n"), 1):
        indented = raw.startswith(("\u3000", "\t", "  "))
        line, heading = _clean(raw)
        if not line:
            apart = True
            continue
        lines.append(Line(line, heading, apart or indented, number))
        apart = bool(heading)
    return _joined(lines)


def clean(text: str) -> str:
    """Without invisible characters; white space trimmed, and runs of it made one space."""
    text = "".join(c for c in text if c in "\t\n" or unicodedata.category(c) not in ("Cf", "Cc", "Co"))
    return _SPACE.sub(" ", text).strip()


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError.of(
            "SR420", f"无法读取({reason})", f"can't be read ({reason})", place=Place(str(path))
        ) from error
    if data is None:
        raise DataError.of("SR420", "文件过大(超过 32 MB)", "too large (over 32 MB)", place=Place(str(path)))
    return data


def _decoded(path: Path, data: bytes) -> str:
    label = next((label for mark, label in _MARKS if data.startswith(mark)), None)
    for encoding in (label,) if label else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\0") > len(text) // 100:
            break
        return text
    raise DataError.of(
        "SR420",
        "不是文本:既不是 UTF-8,也不是 GB18030",
        "no text: neither UTF-8 nor GB18030",
        place=Place(str(path)),
        hint_zh="可导入 Markdown、纯文本和 DOCX;旧版 .doc 请另存为 .docx",
        hint_en="Markdown, plain text and DOCX can be imported; save an old .doc as .docx",
    )


def _front_matter(text: str) -> tuple[str, str]:
    """The text without its front matter, and the title told there."""
    text = text.removeprefix("\ufeff")
    found = re.match(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", text, re.DOTALL)
    if not found:
        return text, ""
    title = re.search(r"^title\s*:\s*[\"']?(.+?)[\"']?\s*$", found[1], re.MULTILINE)
    return "\n" * found[0].count("\n") + text[found.end() :], title[1] if title else ""


def _clean(raw: str) -> tuple[str, int]:
    text = _LINK.sub(r"\1", clean(raw))
    if _RULE.fullmatch(text):
        return "", 0
    text = re.sub(r"^(?:>\s*)+", "", text)
    marks = re.match(r"#{1,6}(?=[\s\u3000*第])", text)
    level = len(marks[0]) if marks else 0
    text = text[level:].rstrip("#") if level else text
    text = _BULLET.sub("", text.strip())
    text = re.sub(r"\*{1,3}|__|~~", "", text)
    return clean(_ESCAPED.sub(r"\1", text)), level


_ENDS = tuple("。；：！？;:!?…”」』）)》")
_START = re.compile(
    r"第[^\s第条章节编款项]{1,9}[条章节编]|[（(][^（()）]{1,4}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|附\s*[件表录则]"
)
_WRAPPED = 20


def _joined(lines: list[Line]) -> list[Line]:
    """Lines that a fixed width broke inside of a sentence, put together again."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last is None
            or line.apart
            or line.heading
            or last.heading
            or last.text.endswith(_ENDS)
            or len(last.text) < _WRAPPED
            or _START.match(line.text)
        ):
            joined.append(line)
        else:
            joined[-1] = Line(last.text + line.text, 0, last.apart, last.number)
    return joined
