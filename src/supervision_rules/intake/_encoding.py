"""Text files in any usual encoding (编码), as UTF-8 files that DuckDB can read."""

from __future__ import annotations

import codecs
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from supervision_rules.errors import Place
from supervision_rules.intake import _problems

_CHUNK = 1 << 20
_SURELY_UTF8 = 16
"""So many characters beyond ASCII are valid UTF-8 by chance in no other encoding."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_GB18030 = frozenset({"gb2312", "gbk", "gb18030", "cp936", "936", "hz"})


@dataclass(frozen=True, slots=True)
class Utf8File:
    """A file in UTF-8 with its number of lines, blank lines at the end not counted."""

    path: Path
    lines: int


class _Lines:
    """Counts the lines of the chunks that pass; a line ends with LF, CR LF or CR."""

    def __init__(self) -> None:
        self._held = b""
        self._total = 0
        self._trailing = 0
        self._content = False

    def take(self, chunk: bytes) -> None:
        """Count a chunk; a CR at its end waits for what follows."""
        chunk = self._held + chunk
        self._held = b"\r" if chunk.endswith(b"\r") else b""
        self._count(chunk[: len(chunk) - len(self._held)])

    def number(self) -> int:
        """The number of lines up to the last that isn't blank."""
        self._count(self._held)
        self._held = b""
        return self._total - self._trailing + 1 if self._content else 0

    def _count(self, chunk: bytes) -> None:
        ends = _line_ends(chunk)
        self._total += ends
        if stripped := chunk.rstrip(b"\r\n"):
            self._content = True
            self._trailing = _line_ends(chunk[len(stripped) :])
        else:
            self._trailing += ends


def _line_ends(chunk: bytes) -> int:
    returns = chunk.count(b"\r")
    return chunk.count(b"\n") + (returns - chunk.count(b"\r\n") if returns else 0)


@contextmanager
def as_utf8(path: Path, encoding: str | None, location: str, place: Place | None) -> Iterator[Utf8File]:
    """The file itself where it is UTF-8, else a copy that lives as long as the context."""
    try:
        label = _label(encoding) if encoding else _detect(path)
        lines = _utf8_lines(path) if label in ("utf-8", "utf-8-sig") else None
        if lines is not None:
            yield Utf8File(path, lines)
            return
        if encoding is None and label == "utf-8":
            label = "gb18030"
        with tempfile.TemporaryDirectory(prefix="supervision-rules-") as directory:
            copy = Path(directory) / "copy.csv"
            yield Utf8File(copy, _transcode(path, label, copy))
    except UnicodeError as error:
        shown = encoding or "UTF-8 / GB18030"
        raise _problems.not_decodable(location, shown, error) from error
    except LookupError as error:
        raise _problems.not_decodable(location, str(encoding), error) from error
    except OSError as error:
        raise _problems.unreadable(location, error.strerror or error, place) from error


def _label(encoding: str) -> str:
    """The codec for the label; `LookupError` where there is none, or it isn't one of text."""
    label = encoding.strip().lower().replace("_", "-")
    if label in _GB18030:
        return "gb18030"
    "".encode(label)
    return codecs.lookup(label).name


def _detect(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, label in _MARKS:
        if head.startswith(mark):
            return label
    if b"\0" in head:
        return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"
    return "utf-8"


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _utf8_lines(path: Path) -> int | None:
    """The number of lines, None where the text is surely no UTF-8: it fails at one of the first Chinese characters."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines, chinese = _Lines(), 0
    try:
        for chunk in chain(_chunks(path), (b"",)):
            chinese += _beyond_ascii(decoder.decode(chunk, final=not chunk))
            lines.take(chunk)
    except UnicodeDecodeError as error:
        good = error.object[: error.start]
        if chinese + _beyond_ascii(good.decode()) < _SURELY_UTF8:
            return None
        lines.take(good + b".")
        raise UnicodeError(f"line {lines.number()}: {error.reason}") from error
    return lines.number()


def _beyond_ascii(text: str) -> int:
    return 0 if text.isascii() else len(text) - len(text.encode("ascii", "ignore"))


def _transcode(path: Path, label: str, copy: Path) -> int:
    decoder = codecs.getincrementaldecoder(label)()
    lines = _Lines()
    with copy.open("wb") as file:
        for chunk in chain(_chunks(path), (b"",)):
            encoded = decoder.decode(chunk, final=not chunk).encode()
            file.write(encoded)
            lines.take(encoded)
    return lines.number()
