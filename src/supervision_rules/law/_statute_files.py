"""Reads statutes from YAML files, the package's own and the user's on top (读取法规数据)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from supervision_rules.errors import LawDataError, Place, UsageError
from supervision_rules.law._marked import Marked, check_marked, raise_marked, read_marked
from supervision_rules.law._statute_data import ArticleEntry, StatuteEntry, VersionEntry, article_key, article_name
from supervision_rules.law._statute_merge import merged
from supervision_rules.law._statutes import ArticleKey, Move, Statute, Statutes, StatuteVersion
from supervision_rules.law._text_hash import text_hash

CODE_YAML, CODE_VALUE, CODE_VERSIONS, CODE_FILE = "SR422", "SR423", "SR424", "SR425"


def load_statutes(*folders: Path) -> Statutes:
    """The package's statutes, with those of the user's own folders on top.

    A version of a user's folder is added to the statute of that title or document number, or takes the place of the version
    passed the same day. A version without a known end ends the day before the next one takes effect; where an amendment is
    known whose version isn't in the data, it ends the day before that amendment was passed, and what follows is not known.

    Args:
        folders: folders of YAML files, read with those below them.

    Raises:
        UsageError: a folder that isn't there.
        LawDataError: data that isn't right, with every problem at its place.
    """
    own = resources.files("supervision_rules.law").joinpath("data/statutes")
    texts = [(entry.name, entry.read_text("utf-8")) for entry in own.iterdir() if entry.name.endswith(".yaml")]
    files = [sorted(texts), *(_read_folder(folder) for folder in folders)]
    digest = hashlib.sha256("\0".join(text for texts in files for _, text in texts).encode()).hexdigest()
    sources = [[read_statute(text, name) for name, text in texts] for texts in files]
    return Statutes(merged(sources), digest)


def _read_folder(folder: Path) -> list[tuple[str, str]]:
    if not folder.is_dir():
        raise UsageError.of(
            CODE_FILE,
            f"没有法规目录 {folder}",
            f"there is no folder of statutes {folder}",
            hint_zh="先用 supervision-rules law import 导入法规",
            hint_en="import statutes first: supervision-rules law import",
        )
    found = []
    for path in sorted(folder.rglob("*.yaml")):
        try:
            found.append((str(path), path.read_text("utf-8-sig")))
        except (OSError, UnicodeDecodeError) as error:
            raise LawDataError.of(
                CODE_FILE, f"无法读取({error})", f"can't be read ({error})", place=Place(str(path))
            ) from error
    return found


def read_entry(text: str, name: str) -> tuple[StatuteEntry, Marked]:
    """A statute's file as a checked model, with the places of its parts.

    Raises:
        LawDataError: data that isn't right, with every problem at its place.
    """
    marked = read_marked(text, name, code=CODE_YAML)
    entry = check_marked(marked, StatuteEntry, code=CODE_VALUE)
    if entry is not None:
        _check(entry, marked)
    raise_marked([marked])
    if entry is None:
        raise LawDataError.of(CODE_VALUE, "数据有误", "wrong data", place=Place(name))
    return entry, marked


def _quick(text: str) -> StatuteEntry | None:
    """A sound file's entry, by the fast reader that knows no places; None where anything is wrong."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    marked = Marked("", ())
    try:
        entry = StatuteEntry.model_validate(_plain(yaml.compose(text, Loader=loader)))
    except (yaml.YAMLError, ValueError, RecursionError):  # told by the slow reader, with its place
        return None
    _check(entry, marked)
    return None if marked.problems else entry


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        data = {key.value: _plain(value) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
        if len(data) != len(node.value):
            raise ValueError("duplicate key")
        return data
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return getattr(node, "value", None)


def read_statute(text: str, name: str) -> tuple[Statute, tuple[Statute, ...]]:
    """The statute of a file, and those that it repeals.

    Raises:
        LawDataError: data that isn't right, with every problem at its place.
    """
    entry = _quick(text) or read_entry(text, name)[0]
    statute = Statute(
        title=entry.title,
        full_title=entry.full_title,
        versions=tuple(_version(version) for version in entry.versions),
        short_titles=entry.short_titles,
        number=entry.number or None,
        first_effective=entry.first_effective,
        repealed_on=entry.repealed_on,
        kind=entry.kind,
        punishing=entry.punishing,
        amendments=entry.amendments,
        source=entry.source,
    )
    repealed = tuple(
        Statute(
            title=one.title.replace("中华人民共和国", ""),
            full_title=one.title,
            number=one.number or None,
            repealed_on=one.on,
            punishing=one.punishing,
            source=one.source or f"《{entry.title}》",
        )
        for one in entry.repeals
    )
    return statute, repealed


def _version(entry: VersionEntry) -> StatuteVersion:
    version = StatuteVersion(
        passed=entry.passed,
        effective_from=entry.effective_from,
        effective_to=entry.effective_to,
        known_from=entry.known_from,
        source=entry.source,
    )
    if entry.articles is None:
        return version
    entries = {article_key(name): article for name, article in entry.articles.items()}
    texts = {key: article_text(article) for key, article in entries.items() if article.paragraphs}
    version = replace(
        version,
        articles={key: _counts(article) for key, article in entries.items()},
        hashes={
            key: article.hash or text_hash(texts.get(key, ""))
            for key, article in entries.items()
            if article.hash or key in texts
        },
        texts=texts,
        missing=entry.missing,
        partial=entry.partial,
        doubtful=frozenset(article_key(name) for name in entry.doubtful),
    )
    changes = entry.changes
    if changes is None:
        return version
    moves: dict[ArticleKey, Move] = {}
    changed = {article_key(name) for name in changes.changed}
    for key in changed:
        moves[key] = Move(key, True)
    for name, before in changes.moved.items():
        moves[article_key(name)] = Move(article_key(before), article_key(name) in changed)
    for name in changes.added:
        moves[article_key(name)] = Move(None, True)
    removed = tuple(article_key(name) for name in changes.removed)
    return replace(version, compared_with=changes.compared_with, moves=dict(sorted(moves.items())), removed=removed)


def _counts(article: ArticleEntry) -> tuple[int, ...]:
    return article.items or tuple(len(paragraph.items) for paragraph in article.paragraphs)


def article_text(article: ArticleEntry) -> str:
    """An article's words, paragraphs and items on lines of their own."""
    return "\n".join(line for paragraph in article.paragraphs for line in (paragraph.text, *paragraph.items) if line)


def _check(entry: StatuteEntry, marked: Marked) -> None:
    """What one entry alone doesn't show: overlapping versions, changes that name articles which don't exist."""
    for index, (earlier, later) in enumerate(zip(entry.versions, entry.versions[1:], strict=False), 1):
        path = ("versions", index, "effective_from")
        if later.passed == earlier.passed:
            marked.note(
                CODE_VERSIONS,
                ("versions", index, "passed"),
                f"{later.passed} 的版本重复",
                f"the version of {later.passed} is there twice",
                hint_zh="请合并或删去一个",
                hint_en="merge them or delete one",
            )
        elif earlier.effective_to is None or earlier.effective_to >= later.effective_from:
            end = earlier.effective_to or "(没有写)"
            marked.note(
                CODE_VERSIONS,
                path,
                f"版本重叠:{earlier.passed} 的版本施行到 {end},本版本自 {later.effective_from} 起施行",
                f"versions overlap: that of {earlier.passed} is in force to {earlier.effective_to or '(not told)'}, "
                f"this one from {later.effective_from}",
                hint_zh=f"版本按施行日先后排列;前一版本应写 effective_to: {later.effective_from - dt.timedelta(days=1)}",
                hint_en=f"order versions by their days; the one before needs "
                f"effective_to: {later.effective_from - dt.timedelta(days=1)}",
            )
    for index, version in enumerate(entry.versions):
        _check_changes(entry, index, version, marked)


def _check_changes(entry: StatuteEntry, index: int, version: VersionEntry, marked: Marked) -> None:
    changes = version.changes
    if changes is None:
        return
    before = next((other for other in entry.versions if other.passed == changes.compared_with), None)
    base = ("versions", index, "changes")
    if before is None or before is not (entry.versions[index - 1] if index else None):
        zh, en = f"{changes.compared_with} 不是前一版本", f"{changes.compared_with} is not the version before"
        marked.note(CODE_VERSIONS, (*base, "compared_with"), zh, en)
        return
    own, old = set(version.articles or ()), set(before.articles or ())
    named: Iterable[tuple[tuple[str | int, ...], str, set[str]]] = [
        *(((*base, "changed", n), name, own) for n, name in enumerate(changes.changed)),
        *(((*base, "added", n), name, own) for n, name in enumerate(changes.added)),
        *(((*base, "removed", n), name, old) for n, name in enumerate(changes.removed)),
        *(((*base, "moved", name), name, own) for name in changes.moved),
        *(((*base, "moved", name), earlier, old) for name, earlier in changes.moved.items()),
    ]
    for path, name, known in named:
        if name not in known:
            zh, en = f"没有第 {name} 条", f"there is no article {name}"
            marked.note(CODE_VERSIONS, path, zh, en, hint_zh="请核对条号和版本", hint_en="look at number and version")


def articles_in_order(articles: Sequence[ArticleKey]) -> list[str]:
    """Names of articles as the files write them, in order."""
    return [article_name(key) for key in sorted(articles)]
