"""The characters of text and web pages in any usual encoding (编码)."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from supervision_rules.documents import _problems

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_GB18030 = frozenset({"gb2312", "gb_2312-80", "gbk", "gb18030", "cp936", "936", "x-gbk", "ms936", "chinese"})
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_BAD_SHARE = 0.002
"""A web page may hold this share of bytes that its own encoding does not know; they stay visible as U+FFFD."""


def decode_text(path: Path, data: bytes) -> str:
    """A text file: marked by a byte order mark, UTF-16 by its zero bytes, UTF-8, else GB18030.

    Raises:
        DataError: in none of these encodings, or cut off within a character.
    """
    label = _marked(data)
    if label is None and b"\0" in data[:4096]:
        label = "utf-16-le" if data[1:4096:2].count(0) >= data[0:4096:2].count(0) else "utf-16-be"
    tried = (label,) if label else ("utf-8", "gb18030")
    for encoding in tried:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if encoding.startswith("utf") and error.start >= len(data) - 4 and error.start > 8:
                raise _problems.damaged(path, "TXT", "末尾的字符不完整 / the last character is cut off") from error
            continue
        _check_printable(path, text, encoding)
        return text
    raise _problems.not_decodable(path, "、".join(tried))


def decode_html(path: Path, data: bytes) -> str:
    """A web page: by its byte order mark, the encoding that it declares, else UTF-8 or GB18030.

    Raises:
        DataError: in none of these encodings.
    """
    declared = _declared(data)
    labels = [label for label in (_marked(data), declared, "utf-8", "gb18030") if label]
    if not _marked(data) and b"\0" in data[:1024]:
        labels = ["utf-16-le" if data[1:1024:2].count(0) >= data[0:1024:2].count(0) else "utf-16-be"]
    for label in dict.fromkeys(labels):
        try:
            return data.decode(label)
        except UnicodeDecodeError:
            continue
    text = data.decode(declared or "utf-8", "replace")
    if text.count("\ufffd") > max(2, len(text) * _BAD_SHARE):
        raise _problems.not_decodable(path, "、".join(dict.fromkeys(labels)))
    return text


def _marked(data: bytes) -> str | None:
    return next((label for mark, label in _MARKS if data.startswith(mark)), None)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:8192])
    if not found:
        return None
    name = found.group(1).decode("ascii").lower()
    if name in _GB18030:
        return "gb18030"
    try:
        label = codecs.lookup(name).name
        "".encode(label)
    except LookupError:
        return None
    return None if label.startswith("utf-16") else label


def _check_printable(path: Path, text: str, encoding: str) -> None:
    controls = sum(c < " " and c not in "\t\n\r\x0b\x0c\x1a" for c in text)
    if controls > max(2, len(text) // 100):
        raise _problems.not_decodable(path, encoding)
