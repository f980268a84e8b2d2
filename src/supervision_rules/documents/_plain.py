"""Plain text and the text part of saved web archives (纯文本)."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from pathlib import Path

from supervision_rules.documents import _problems
from supervision_rules.documents._blocks import Block, Content, Line, TableBlock
from supervision_rules.documents._drawn import drawn_tables
from supervision_rules.documents._encoding import decode_text


def read_text(path: Path, data: bytes) -> Content:
    """The lines of a text file.

    Raises:
        DataError: it is in no usual encoding.
    """
    return Content(text_blocks(decode_text(path, data)))


def html_part(path: Path, data: bytes) -> bytes:
    """The page within a web archive (MHTML), as browsers and Word save them.

    Raises:
        DataError: it holds no page.
    """
    for part in message_from_bytes(data).walk():
        if isinstance(part, Message) and part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                charset = part.get_content_charset()
                return content if charset is None else b"<!-- charset=" + charset.encode() + b" -->" + content
    raise _problems.damaged(path, "MHTML", "其中没有网页 / it holds no page")


def text_blocks(text: str) -> list[Block]:
    """Lines; neighbouring lines with tab-separated cells are a table, and so is what is drawn with lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in [*text.split("\n"), ""]:
        cells = tuple(cell.strip() for cell in line.strip("\n\f").split("\t"))
        if sum(map(bool, cells)) > 1:
            rows.append(cells)
            continue
        if rows:
            blocks.append(TableBlock(tuple(rows)))
            rows = []
        blocks.extend(Line(part) for part in line.replace("\t", " ").split("\f"))
    return drawn_tables(blocks[:-1])
