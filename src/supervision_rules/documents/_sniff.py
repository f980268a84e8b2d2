"""What sort of file it is, by its content and never by its name (识别文件类型)."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from supervision_rules.documents import _problems

LARGEST = 100_000_000
"""No document is read that has more bytes than this, packed or unpacked."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"\x89PNG\r\n", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"BM", "图片", "a picture"),
    (b"II*\x00", "图片", "a picture"),
    (b"MM\x00*", "图片", "a picture"),
    (b"{\\rtf", "RTF", "RTF"),
    (b"Rar!", "RAR 压缩包", "a RAR archive"),
    (b"7z\xbc\xaf", "7z 压缩包", "a 7z archive"),
    (b"\x1f\x8b", "gzip 压缩包", "a gzip archive"),
    (b"MZ", "可执行程序", "a program"),
    (b"\x7fELF", "可执行程序", "a program"),
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|span|h[1-6])\b", re.IGNORECASE)
_WORD_XML = re.compile(r"<w:wordDocument|<pkg:package")


class Kind(StrEnum):
    """Sorts of files that are read."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "txt"
    HTML = "html"
    MHTML = "mhtml"


def read_bytes(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        DataError: it can't be opened, is empty or far too large.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise _problems.too_large(path, LARGEST)
        data = path.read_bytes()
    except OSError as error:
        raise _problems.unreadable(path, error.strerror or str(error), error.strerror or str(error)) from error
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise _problems.empty(path)
    return data


def sniff(path: Path, data: bytes) -> Kind:
    """The sort of file.

    Raises:
        DataError: a sort that can't be read; the message says what to do.
    """
    if data.startswith(b"PK\x03\x04"):
        return Kind.DOCX
    if data.startswith(_OLE):
        raise _problems.encrypted(path, "Word") if _ENCRYPTED in data else _problems.old_word(path)
    if b"%PDF-" in data[:1024] and not data.lstrip().startswith(b"<"):
        return Kind.PDF
    for magic, zh, en in _OTHERS:
        if data.startswith(magic) and not (len(magic) == 2 and _mostly_text(data)):
            raise _problems.unsupported(path, zh, en)
    head = data[:4096]
    if (
        head.lstrip(b"\xef\xbb\xbf\r\n ").lower().startswith((b"mime-version:", b"from:"))
        and b"multipart/" in head.lower()
    ):
        return Kind.MHTML
    start = _ascii_head(head)
    if _WORD_XML.search(start):
        raise _problems.unsupported(path, "Word XML", "Word XML")
    return Kind.HTML if start.lstrip().startswith("<") and _HTML.search(start) else Kind.TEXT


def _ascii_head(head: bytes) -> str:
    """The ASCII part of a file's beginning, whichever of the usual encodings it is in."""
    return head.replace(b"\0", b"").decode("ascii", "ignore").lstrip("\ufeff \r\n\t")


def _mostly_text(data: bytes) -> bool:
    """Whether a short magic word is but the beginning of a text."""
    return not any(byte < 9 for byte in data[:512])
