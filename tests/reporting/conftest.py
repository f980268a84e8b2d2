"""Golden files: what is written today must be what was looked at and kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with a golden file; `UPDATE_GOLDEN=1` writes the file anew."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if os.environ.get("UPDATE_GOLDEN") == "1":
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode()

    return compare
