"""A short hash of a text's words (文字摘要)."""

from __future__ import annotations

import hashlib
import unicodedata

_LENGTH = 8


def plain(text: str) -> str:
    """The letters and digits of a text, half width."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def text_hash(text: str) -> str:
    """A short hash of a text's letters and digits; punctuation, white space and width don't matter."""
    return hashlib.sha256(plain(text).encode()).hexdigest()[:_LENGTH]
