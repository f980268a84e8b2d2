"""`law cite`: the provisions that lines of text cite, as JSON lines (引用的法条)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from supervision_rules.errors import DataError, Place, UsageError

_BOM = b"\xef\xbb\xbf"
_FIELDS = ("title", "article", "article_suffix", "paragraph", "item", "start", "end")


def cite(
    file: Annotated[
        str, typer.Argument(help="UTF-8 文本文件,每行一段;- 为标准输入 / a text file, - for standard input")
    ],
) -> None:
    """逐行读出引用的法条,每行输出一个 JSON。 / Read the provisions cited in each line; one JSON line for each."""
    from supervision_rules.law import read_citations

    with nullcontext(sys.stdin.buffer) if file == "-" else _opened(Path(file)) as stream:
        for text in _lines(stream, file):
            citations = [{name: getattr(found, name) for name in _FIELDS} for found in read_citations(text)]
            # a program that writes to us and reads from us waits for each answer
            print(json.dumps({"text": text, "citations": citations}, ensure_ascii=False), flush=file == "-")


def _opened(path: Path) -> BinaryIO:
    """The file, open for reading.

    Raises:
        UsageError: it isn't there or can't be read.
    """
    try:
        return path.open("rb")
    except OSError as error:
        raise UsageError.of(
            "SR725",
            f"文件 {path} 不能读取:{error.strerror}",
            f"can't read the file {path}: {error.strerror}",
            hint_zh="请检查路径;从标准输入读取请写 -",
            hint_en="check the path; write - to read standard input",
        ) from error


def _lines(stream: BinaryIO, name: str) -> Iterator[str]:
    """The lines of a UTF-8 stream without their ends, one by one.

    Raises:
        DataError: a line isn't UTF-8.
    """
    for number, raw in enumerate(stream, 1):
        line = raw.removeprefix(_BOM) if number == 1 else raw
        line = line[:-1].removesuffix(b"\r") if line.endswith(b"\n") else line
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DataError.of(
                "SR726",
                "这一行不是 UTF-8 编码的文本",
                "this line is no UTF-8 text",
                place=Place("<stdin>" if name == "-" else name, number, error.start + 1),
                hint_zh="请先把文件另存为 UTF-8 编码",
                hint_en="save the file as UTF-8 first",
            ) from error
