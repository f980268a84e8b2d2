"""A red round seal without text, as pixels (印章图像)."""

from __future__ import annotations

import struct
import zlib

SIZE = 60


def pixels() -> bytes:
    """RGB, SIZE × SIZE: a ring with a star-like dot in the middle."""
    rows = bytearray()
    for y in range(SIZE):
        for x in range(SIZE):
            far = ((x - SIZE / 2) ** 2 + (y - SIZE / 2) ** 2) ** 0.5
            rows += b"\xd0\x10\x10" if 25 < far < 28 or far < 7 else b"\xff\xff\xff"
    return bytes(rows)


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    raw, width = pixels(), SIZE * 3
    lines = b"".join(b"\x00" + raw[i : i + width] for i in range(0, len(raw), width))
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b"")
