"""Where a run's tables come from: the data given, and what the ruleset's `sources` name (数据来源)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from supervision_rules.entities import TABLES
from supervision_rules.errors import DataError, Place, UsageError
from supervision_rules.intake import Source, SqlSource, find_sources
from supervision_rules.rulesets import Ruleset
from supervision_rules.running._folder import FOLDER_TABLES, Folder, folders_in, read_folder


def gather(
    ruleset: Ruleset,
    data: Mapping[str, Any] | str | Path | None,
    progress: Callable[[str, int], None] | None = None,
) -> tuple[dict[str, Source], dict[str, Folder]]:
    """One source for each table that is given, and the folders of documents among them.

    A data directory may hold, instead of a table's file, a folder of that name (or 决定书, 裁定书) with the documents.

    Raises:
        UsageError: a directory or file that isn't there, or a table of another name.
        DataError: two sources for one table, or a source that the ruleset names and that isn't there.
    """
    if isinstance(data, Mapping):
        directory, found = None, {name: _given(name, value) for name, value in data.items()}
    elif data is None:
        directory, found = None, {}
    else:
        directory = Path(data)
        found = find_sources(directory, TABLES)
    folders = {} if directory is None else _folders(directory, found, progress)
    found |= {name: folder.source() for name, folder in folders.items()}
    for name, named in ruleset.sources.items():
        place = Place(str(ruleset.path)) if ruleset.path else None
        if named.file is None and named.url is not None:
            source = Source(name, SqlSource(named.url, named.query or named.table or ""), named.columns, place=place)
        else:
            path = _file(named.file or "", directory, ruleset.path, place)
            source = Source(name, path, named.columns, named.sheet, named.encoding, place)
            given = found.get(name)
            if given is not None and isinstance(given.data, Path) and given.data.resolve() == path.resolve():
                del found[name]
        if name in found:
            raise _two(name, _location(found[name]), _location(source), place)
        found[name] = source
    if not found and data is None:
        raise UsageError.of(
            "SR312",
            "没有给出数据:请用 --data 指定数据目录,或在规则集中写明 sources",
            "no data given: name a directory with --data, or write sources in the ruleset",
        )
    return found, folders


def _folders(
    directory: Path, found: Mapping[str, Source], progress: Callable[[str, int], None] | None
) -> dict[str, Folder]:
    """The folders of documents that stand for a table without a file."""
    named = folders_in(directory, [name for name in FOLDER_TABLES if name not in found])
    return {name: read_folder(name, path, progress) for name, path in named.items()}


def _given(name: str, value: Any) -> Source:
    if name not in TABLES:
        raise UsageError.of(
            "SR313",
            f"没有名为 {name} 的表;可用的有:{'、'.join(TABLES)}",
            f"no table {name}; there are: {', '.join(TABLES)}",
        )
    if isinstance(value, Source):
        return value
    return Source(name, Path(value) if isinstance(value, str) else value)


def _file(name: str, directory: Path | None, ruleset: Path | None, place: Place | None) -> Path:
    candidates = [base / name for base in (directory, ruleset.parent if ruleset else None) if base is not None] or [
        Path(name)
    ]
    for path in candidates:
        if path.exists():
            return path
    looked = "、".join(map(str, candidates))
    raise DataError.of(
        "SR314",
        f"规则集指明的来源 {name} 不存在;找过:{looked}",
        f"the source {name} isn't there; looked at: {looked}",
        place=place,
    )


def _two(table: str, one: str, other: str, place: Place | None) -> DataError:
    return DataError.of(
        "SR315",
        f"表 {table} 有两个来源:{one} 和 {other};请只保留一个",
        f"two sources for the table {table}: {one} and {other}; keep one",
        place=place,
    )


def _location(source: Source) -> str:
    if isinstance(source.data, SqlSource):
        return source.data.query_or_table
    return str(source.data) if isinstance(source.data, str | Path) else type(source.data).__name__
