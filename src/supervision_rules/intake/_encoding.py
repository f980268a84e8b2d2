"""Text files in any usual encoding (编码), as UTF-8 files that DuckDB can read."""

from __future__ import annotations

import codecs
import io
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
    """A file in UTF-8 with its number of lines, blank lines at the end not counted, and what ends every line."""

    path: Path
    lines: int
    newline: str


class _Lines:
    """Counts the lines of the chunks that pass; a line ends with LF, CR LF or CR."""

    def __init__(self) -> None:
        self._held = b""
        self._feeds = self._returns = self._both = 0
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
        ends = self._feeds + self._returns - self._both
        return ends - self._trailing + 1 if self._content else 0

    def newline(self) -> str | None:
        """What ends every line, also within quotes; None where lines end in several ways."""
        if self._returns:
            return "\r\n" if self._returns == self._feeds == self._both else None
        return "\n"

    def _count(self, chunk: bytes) -> None:
        feeds, returns, both = _ends(chunk)
        self._feeds += feeds
        self._returns += returns
        self._both += both
        if stripped := chunk.rstrip(b"\r\n"):
            self._content = True
            feeds, returns, both = _ends(chunk[len(stripped) :])
            self._trailing = 0
        self._trailing += feeds + returns - both


def _ends(chunk: bytes) -> tuple[int, int, int]:
    returns = chunk.count(b"\r")
    return chunk.count(b"\n"), returns, chunk.count(b"\r\n") if returns else 0


@contextmanager
def as_utf8(path: Path, encoding: str | None, location: str, place: Place | None) -> Iterator[Utf8File]:
    """The file itself where it is UTF-8 with one sort of line end, else a copy that lives as long as the context."""
    with tempfile.TemporaryDirectory(prefix="supervision-rules-") as directory:
        try:
            file = _utf8_file(path, encoding, Path(directory) / "copy.csv")
        except (UnicodeError, LookupError) as error:
            raise _problems.not_decodable(location, encoding or "UTF-8 / GB18030", error) from error
        except OSError as error:
            raise _problems.unreadable(location, error.strerror or error, place) from error
        yield file


def _utf8_file(path: Path, encoding: str | None, copy: Path) -> Utf8File:
    label = _label(encoding) if encoding else _detect(path)
    lines = _utf8_lines(path, certain=encoding is not None) if label in ("utf-8", "utf-8-sig") else None
    newline = lines.newline() if lines else None
    if lines and newline:
        return Utf8File(path, lines.number(), newline)
    if lines is None and label == "utf-8":
        label = "gb18030"
    return Utf8File(copy, _transcode(path, label, copy), "\n")


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


def _utf8_lines(path: Path, *, certain: bool) -> _Lines | None:
    """The lines; None where the text is surely no UTF-8, as it fails at one of the first Chinese characters."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines, chinese = _Lines(), 0
    try:
        for chunk in chain(_chunks(path), (b"",)):
            chinese += _beyond_ascii(decoder.decode(chunk, final=not chunk))
            lines.take(chunk)
    except UnicodeDecodeError as error:
        good = error.object[: error.start]
        if not certain and chinese + _beyond_ascii(good.decode()) < _SURELY_UTF8:
            return None
        lines.take(good + b".")
        raise UnicodeError(f"line {lines.number()}: {error.reason}") from error
    lines.number()
    return lines


def _beyond_ascii(text: str) -> int:
    return 0 if text.isascii() else len(text) - len(text.encode("ascii", "ignore"))


def _transcode(path: Path, label: str, copy: Path) -> int:
    """Write the copy, every line end as LF; gives the number of lines."""
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(label)(), translate=True)
    lines = _Lines()
    with copy.open("wb") as file:
        for chunk in chain(_chunks(path), (b"",)):
            encoded = decoder.decode(chunk, final=not chunk).encode()
            file.write(encoded)
            lines.take(encoded)
    return lines.number()
