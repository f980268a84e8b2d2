"""Writes imported versions into the user's folder, and reads back what is there (写入法规目录)."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from supervision_rules.errors import SupervisionError
from supervision_rules.law._statute_data import ArticleEntry, StatuteEntry, VersionEntry, article_key
from supervision_rules.law._statute_files import read_entry, read_statute
from supervision_rules.law._statutes import StatuteVersion
from supervision_rules.law.importing._against import Difference
from supervision_rules.law.importing._outcome import Outcome
from supervision_rules.law.importing._render import render

BY_USER = "由用户指明"
"""The source of a day that the user told."""


@dataclass(frozen=True)
class Kept:
    """A version imported before: its file as a model, and the version as it is used."""

    entry: StatuteEntry
    version: StatuteVersion


def read_kept(target: Path) -> Kept | None:
    """The version that a file of the folder holds; None where there is no file or no version in it.

    Raises:
        LawDataError: the file isn't right.
    """
    if not target.exists():
        return None
    text = target.read_text("utf-8-sig")
    entry, _ = read_entry(text, str(target))
    return Kept(entry, read_statute(text, str(target))[0].versions[0]) if entry.versions else None


def written(base: Outcome, entry: StatuteEntry, kept: Kept | None, found: Difference) -> Outcome:
    """Write a version: a new file, over one that differs (kept as .bak), or what the one there lacks.

    Args:
        base: what is known of the import.
        entry: the version read.
        kept: the version imported before.
        found: in which articles it isn't the version known; where it differs, the user has said that the new one counts.
    """
    assert base.target is not None
    if kept is None:
        write_atomically(base.target, render(entry))
        return replace(base, status="added")
    old, new = kept.entry.versions[0], entry.versions[0]
    if found:
        write_atomically(base.target.with_name(base.target.name + ".bak"), base.target.read_text("utf-8"))
        write_atomically(base.target, render(entry))
        return replace(base, status="replaced")
    before, after = old.articles or {}, new.articles or {}
    added = {name: after[name] for name in after if name not in before or (name in old.doubtful and _sound(new, name))}
    added = {name: article for name, article in added.items() if before.get(name) != article}
    days = new.effective_from != old.effective_from and new.source == BY_USER
    if not added and not days:
        return replace(base, status="unchanged", effective_from=old.effective_from)
    version = _extended(old, new, added)
    if days:
        version = version.model_copy(update={"effective_from": new.effective_from, "source": new.source})
    repeals = tuple(dict.fromkeys((*kept.entry.repeals, *entry.repeals)))
    write_atomically(base.target, render(kept.entry.model_copy(update={"versions": (version,), "repeals": repeals})))
    return replace(base, status="extended" if added else "replaced", effective_from=version.effective_from)


def _sound(version: VersionEntry, name: str) -> bool:
    return name not in version.doubtful


def _extended(old: VersionEntry, new: VersionEntry, added: dict[str, ArticleEntry]) -> VersionEntry:
    """A version with the articles that another part of its text holds."""
    ordered = dict(sorted(({**(old.articles or {}), **added}).items(), key=lambda pair: article_key(pair[0])))
    numbers = {article_key(name)[0] for name in ordered}
    chapters = sorted({*old.chapters, *new.chapters}, key=lambda chapter: article_key(chapter.before))
    doubtful = {*old.doubtful, *new.doubtful} - {name for name in added if _sound(new, name)}
    return old.model_copy(
        update={
            "articles": ordered or None,
            "chapters": tuple(chapters),
            "partial": old.partial and new.partial,
            "doubtful": tuple(name for name in ordered if name in doubtful),
            "missing": tuple(n for n in range(1, max(numbers, default=0)) if n not in numbers),
        }
    )


def write_atomically(path: Path, text: str) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees half of it.

    Raises:
        SupervisionError: it can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise SupervisionError.of("SR431", f"无法写入 {path}({reason})", f"can't write {path} ({reason})") from error
