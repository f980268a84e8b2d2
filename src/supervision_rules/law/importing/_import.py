"""Imports files into the user's own folder of statutes (导入到法规目录)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from supervision_rules.errors import DataError
from supervision_rules.law._statute_titles import title_key
from supervision_rules.law._statutes import Statute, Statutes
from supervision_rules.law.importing import _problems
from supervision_rules.law.importing._against import Difference, difference
from supervision_rules.law.importing._entry import Told, entry_of, split_name, title_of, united
from supervision_rules.law.importing._history import Days, find_days
from supervision_rules.law.importing._lines import SUFFIXES, read_lines
from supervision_rules.law.importing._model import Document
from supervision_rules.law.importing._outcome import Outcome
from supervision_rules.law.importing._parse import parse
from supervision_rules.law.importing._sound import Doubts, doubts_of
from supervision_rules.law.importing._writing import BY_USER, Kept, read_kept, written

Ask = Callable[[str, dt.date, str], dt.date | None]
_OTHERS = (".doc", ".pdf", ".wps", ".html", ".htm", ".rtf", ".odt", ".ofd")
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')


@dataclass(frozen=True)
class _Read:
    path: Path
    document: Document
    title: str
    named: dt.date | None


def find_statute_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and those of the directories named that may hold statutes, in order."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(
                one for one in path.rglob("*") if one.is_file() and one.suffix.lower() in (*SUFFIXES, *_OTHERS)
            )
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def import_statutes(
    paths: Iterable[Path],
    folder: Path,
    known: Statutes,
    *,
    effective: Mapping[str, dt.date] | None = None,
    replace_changed: bool = False,
    ask: Ask | None = None,
) -> list[Outcome]:
    """Import files and directories into a folder, one file there for each version.

    Args:
        paths: Markdown, plain text and DOCX files, and directories.
        folder: where the versions are written; made where it isn't there.
        known: statutes known so far: their titles and days in force are taken over.
        effective: first days in force by title or by title(day passed); "" names that of a single file.
        replace_changed: write also over a version imported before with other words, keeping the old file as .bak.
        ask: asked for a first day in force that isn't told: title, version, reason.

    Returns:
        What became of each version, or of each file that couldn't be read, in the order of the files.
    """
    told = {_key(name): day for name, day in (effective or {}).items()}
    groups: dict[tuple[str, dt.date | None], list[_Read]] = {}
    outcomes: list[Outcome] = []
    for path in find_statute_files(paths):
        read = _read(path, known)
        if isinstance(read, Outcome):
            outcomes.append(read)
            continue
        days = find_days(read.document.events, [a.text for a in read.document.articles], read.named)
        if days.passed is None:
            problem = _problems.no_day(path, read.title)
            outcomes.append(
                Outcome("waiting", (path,), read.title, articles=len(read.document.articles), problem=problem)
            )
            continue
        groups.setdefault((title_key(read.title), days.passed), []).append(read)
    versions = [title for title, _ in groups]
    begins = {
        (title_key(statute.title), version.effective_from): version.passed
        for statute in known
        for version in statute.versions
    }
    for (key, passed), reads in groups.items():
        outcome = _import(reads, folder, _Context(known, told, versions.count(key), begins, replace_changed, ask))
        if outcome.read and outcome.effective_from and passed:
            begins[key, outcome.effective_from] = passed
        outcomes.append(outcome)
    return outcomes


@dataclass(frozen=True)
class _Context:
    """What an import goes by: statutes known, days told by title, how many versions of the title come at once."""

    known: Statutes
    told: Mapping[str, dt.date]
    versions: int
    begins: Mapping[tuple[str, dt.date], dt.date]
    replace_changed: bool
    ask: Ask | None


def _key(name: str) -> str:
    """Title, or title with the version's day, as `effective` is looked up."""
    title, day = split_name(name) if name else ("", None)
    return f"{title_key(title)}({day})" if day else title_key(title)


def _read(path: Path, known: Statutes) -> _Read | Outcome:
    if path.suffix.lower() not in SUFFIXES:
        return Outcome("unreadable", (path,), problem=_problems.unsupported(path))
    name, named = split_name(path.stem)
    try:
        document = parse(read_lines(path), name)
    except DataError as error:
        return Outcome("unreadable", (path,), problem=error.problems[0])
    if not document.body:
        return Outcome("unreadable", (path,), problem=_problems.no_text(path))
    if not document.title:
        return Outcome("unreadable", (path,), problem=_problems.no_title(path))
    return _Read(path, document, title_of(document, _find(known, document)), named)


def _find(known: Statutes, document: Document) -> Statute | None:
    return (known.find(document.number) if document.number else None) or known.find(document.title)


def _import(reads: Sequence[_Read], folder: Path, context: _Context) -> Outcome:
    files, title = tuple(read.path for read in reads), reads[0].title
    whole = united([read.document for read in reads])
    document = whole or reads[0].document
    named = next((read.named for read in reads if read.named), None)
    days = find_days(document.events, [article.text for article in document.articles], named)
    assert days.passed is not None
    target = folder / f"{_FORBIDDEN.sub('', title)}({days.passed}).yaml"
    base = Outcome("waiting", files, title, days.passed, target=target)
    if whole is None:
        others = [str(path) for path in files]
        return replace(base, status="refused", problem=_problems.conflict(files[-1], title, days.passed, others))
    base = replace(base, articles=len(document.articles), kind=document.kind if document.articles else "points")
    kept = read_kept(target)
    force = _force(title, days, context, kept)
    ask = context.ask
    if force is None and ask is not None and (answer := ask(title, days.passed, days.source)) is not None:
        force = Told(answer, BY_USER)
    if force is None:
        problem = _problems.no_force(files[0], title, days.passed, (days.source, days.source_en))
        return replace(base, problem=problem)
    other = context.begins.get((title_key(title), force.day))
    if other is not None and other != days.passed:
        return replace(
            base, status="refused", problem=_problems.same_day(files[0], title, days.passed, other, force.day)
        )
    statute = context.known.find(title)
    version = kept.version if kept else statute.version(days.passed) if statute else None
    found = difference(version, document) if version else Difference()
    base = replace(base, effective_from=force.day)
    if found and not context.replace_changed:
        problem = _problems.differs(files[0], title, days.passed, found, target if kept else None)
        return replace(base, status="refused", problem=problem)
    checked = version is not None and version.whole and not found
    doubts = Doubts() if checked else doubts_of(document)
    entry = entry_of(document, days, force, title, doubts)
    warned = doubts and document.kind != "amendment"
    warnings = (_problems.doubted(files[0], title, days.passed, doubts),) if warned else ()
    return written(replace(base, missing=entry.versions[0].missing, warnings=warnings), entry, kept, found)


def _force(title: str, days: Days, context: _Context, kept: Kept | None) -> Told | None:
    """The first day in force: what the user says, then the text, then what was imported before, then what is known."""
    assert days.passed is not None
    told = context.told
    by_title = told.get(title_key(title), told.get("")) if context.versions == 1 else None
    day = told.get(f"{title_key(title)}({days.passed})", by_title)
    if day is not None:
        return Told(day, BY_USER)
    if days.in_force is not None:
        return Told(days.in_force, days.source)
    if kept is not None:
        return Told(kept.version.effective_from, kept.version.source)
    statute = context.known.find(title)
    version = statute.version(days.passed) if statute else None
    return Told(version.effective_from, version.source) if version else None
