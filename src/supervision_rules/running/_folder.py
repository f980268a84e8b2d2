"""A folder of decisions or rulings as the source of a table (文书目录)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from supervision_rules.documents import Field, Reject, cell_of, documents_in, extract_all
from supervision_rules.entities import TABLES
from supervision_rules.intake import Source

TYPES = {"penalties": "decision", "court_cases": "ruling"}
FOLDER_TABLES = tuple(TYPES)
_ALSO = {"penalties": ("决定书", "处罚决定书", "decisions"), "court_cases": ("裁定书", "rulings")}


@dataclass
class Folder:
    """The documents of one folder: those that make rows, in the order of the rows, and the others with a reason."""

    table: str
    path: Path
    used: list[tuple[Path, Mapping[str, Field]]] = field(default_factory=list)
    rejects: list[tuple[str, str, str]] = field(default_factory=list)

    def source(self) -> Source:
        """The rows as a source; cells are text, as in a file, and are checked like those of any other."""
        import pyarrow as pa

        columns = TABLES[self.table].names
        rows = [self._row(file, fields) for file, fields in self.used]
        table = pa.table({name: pa.array([row.get(name) for row in rows], pa.string()) for name in columns})
        return Source(self.table, table, location=str(self.path))

    def _row(self, file: Path, fields: Mapping[str, Field]) -> dict[str, str]:
        told = [name for name in TABLES[self.table].names if name in fields and fields[name].value is not None]
        row = {name: cell_of(fields[name].value) for name in told}
        return row | ({"document": str(file.relative_to(self.path))} if self.table == "penalties" else {})


def folders_in(directory: Path, tables: Iterable[str]) -> dict[str, Path]:
    """The subfolders of a data directory that hold documents: named as the table or its label, or 决定书, 裁定书."""
    found: dict[str, Path] = {}
    folders = {
        unicodedata.normalize("NFKC", path.name).casefold(): path
        for path in sorted(directory.iterdir())
        if path.is_dir()
    }
    for table in tables:
        for name in (table, TABLES[table].label, *_ALSO[table]):
            if name in folders and table not in found:
                found[table] = folders[name]
    return found


def read_folder(table: str, path: Path, progress: Callable[[str, int], None] | None = None) -> Folder:
    """Read every document of a folder and its subfolders, by all cores.

    Raises:
        MissingExtraError: a reader's package isn't installed.
    """
    folder = Folder(table, path)
    paths = documents_in(path)
    told = (lambda done, _: progress(table, done)) if progress else None
    for file, found in zip(paths, extract_all(paths, progress=told), strict=True):
        name = str(file.relative_to(path))
        if isinstance(found, Reject):
            folder.rejects.append((name, found.zh, found.en))
        elif found.scanned:
            folder.rejects.append((name, "是扫描件,没有文字,需先识别", "a scan without text: recognise its text first"))
        elif found.type != TYPES[table]:
            folder.rejects.append((name, "不是这类文书", "a document of another kind"))
        else:
            folder.used += [(file, fields) for fields in (found.fields, *found.further)]
    return folder
