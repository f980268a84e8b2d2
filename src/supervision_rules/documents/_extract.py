"""From a file to what it says (文书提取): sniffed, read, laid out, told apart, its fields found; many files on all cores."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from supervision_rules.documents import _problems
from supervision_rules.documents._basis import with_labelled_purposes
from supervision_rules.documents._blocks import Content
from supervision_rules.documents._decision import decision_fields
from supervision_rules.documents._document import Document
from supervision_rules.documents._layout import paragraphs
from supervision_rules.documents._model import Extracted, Field, Reject
from supervision_rules.documents._plain import html_part, read_text, text_blocks
from supervision_rules.documents._publicity import published_fields
from supervision_rules.documents._ruling import ruling_fields
from supervision_rules.documents._site import without_links
from supervision_rules.documents._sniff import Kind, read_bytes, sniff
from supervision_rules.documents._text import text_of
from supervision_rules.documents._titles import kind_of, title_of
from supervision_rules.errors import DataError, MissingExtraError, Problem
from supervision_rules.law import purposes, read_citations

_CHUNK = 8
"""At most so many files go to a process at once."""
_WORTHWHILE = 48
"""Fewer files than this are read sooner than further processes have started."""

Progress = Callable[[int, int], None]
"""Called with the number of files done and of all files."""


def extract(path: Path) -> Extracted:
    """Read one document and say what it holds.

    Raises:
        DataError: it can't be read; the message says why and what to do.
        MissingExtraError: a reader's package isn't installed.
    """
    path = Path(path)
    data = read_bytes(path)
    try:
        content = _read(path, sniff(path, data), data)
        return _extracted(path, content)
    except RecursionError as error:
        raise _problems.damaged(path, "HTML/DOCX", "嵌套过深 / nested too deeply") from error


def extract_text(text: str, path: Path = Path("-")) -> Extracted:
    """What a document says whose text is known already: a line a paragraph, a wrapped line, or a table's row."""
    return _extracted(path, Content(text_blocks(text)))


def extract_all(
    paths: Iterable[Path], processes: int | None = None, progress: Progress | None = None
) -> Iterator[Extracted | Reject]:
    """Read many documents on all cores, in the order given; one that can't be read gives a `Reject` with the reason.

    Args:
        paths: the files.
        processes: how many processes; None: as many as there are cores, 1: none but this one.
        progress: called after each file with the number done and the number of all.

    Raises:
        MissingExtraError: a reader's package isn't installed.
    """
    files = [Path(path) for path in paths]
    cores = processes if processes is not None else os.cpu_count() or 1
    count = min(cores, len(files))
    if count <= 1 or (processes is None and len(files) < _WORTHWHILE):
        yield from _counted(map(_one, files), len(files), progress)
        return
    # A fork would copy the locks of whatever threads the caller has, such as those of a progress bar.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(count, multiprocessing.get_context(method)) as pool:
        yield from _counted(_in_order(pool, files, count), len(files), progress)


def _in_order(pool: ProcessPoolExecutor, files: list[Path], count: int) -> Iterator[Extracted | Reject]:
    """Results in order, with no more than some chunks under way, so that a million files need little memory."""
    size = max(1, min(_CHUNK, len(files) // (2 * count)))
    chunks = iter([files[start : start + size] for start in range(0, len(files), size)])
    waiting = deque(pool.submit(_several, chunk) for chunk in islice(chunks, 4 * count))
    try:
        while waiting:
            done = waiting.popleft().result()
            following = next(chunks, None)
            if following is not None:
                waiting.append(pool.submit(_several, following))
            for result in done:
                if isinstance(result, Problem):
                    raise MissingExtraError(result)
                yield result
    finally:
        for future in waiting:
            future.cancel()


def _counted(
    results: Iterable[Extracted | Reject], total: int, progress: Progress | None
) -> Iterator[Extracted | Reject]:
    for number, result in enumerate(results, 1):
        if progress is not None:
            progress(number, total)
        yield result


def _several(files: list[Path]) -> list[Extracted | Reject | Problem]:
    """The results for some files; a missing package as the problem that it is, since its error can't be sent."""
    try:
        return [_one(file) for file in files]
    except MissingExtraError as error:
        return [error.problems[0]]


def _one(path: Path) -> Extracted | Reject:
    try:
        return extract(path)
    except DataError as error:
        problem = error.problems[0]
        hints = (f";{problem.hint_zh}" if problem.hint_zh else "", f"; {problem.hint_en}" if problem.hint_en else "")
        return Reject(path, problem.code, problem.zh + hints[0], problem.en + hints[1])


def _read(path: Path, kind: Kind, data: bytes) -> Content:
    if kind is Kind.DOCX:
        from supervision_rules.documents._docx import read_docx

        return read_docx(path, data)
    if kind is Kind.PDF:
        from supervision_rules.documents._pdf import read_pdf

        return read_pdf(path, data)
    from supervision_rules.documents._html import read_html

    if kind is Kind.MHTML:
        return read_html(path, html_part(path, data))
    return read_html(path, data) if kind is Kind.HTML else read_text(path, data)


def _extracted(path: Path, content: Content) -> Extracted:
    text = text_of(without_links(paragraphs(content.blocks)))
    if content.scanned:
        return Extracted(path, "unknown", scanned=True, text=text.text)
    citations = read_citations(text.text)
    document = with_labelled_purposes(Document(text, citations, purposes(text.text, citations)))
    title = title_of(text)
    kind = kind_of(text, title)
    rows: list[dict[str, Field]] = published_fields(document, title) if kind != "ruling" else []
    if rows and (kind == "decision" or len(rows[0]) > 4) and (title is None or title.kind != "other"):
        return Extracted(
            path, "decision", False, text.text, rows[0], document.citations, document.purposes, tuple(rows[1:])
        )
    fields = (
        decision_fields(document, title)
        if kind == "decision"
        else ruling_fields(document, title)
        if kind == "ruling"
        else {}
    )
    return Extracted(path, kind, False, text.text, fields, document.citations, document.purposes)
