"""One run: sources in, findings out (运行)."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from supervision_rules.detection import DuckDBEngine, Plan, Readings, Records, Stored, Use, make_plan
from supervision_rules.entities import ENTITIES
from supervision_rules.errors import DataError, Problem
from supervision_rules.intake import Source, count_rejects, prepare
from supervision_rules.law import LawBook, LegalTime, default_book, default_legal_time, load_book
from supervision_rules.plugin import Registry, discover
from supervision_rules.rulesets import Ruleset
from supervision_rules.running._result import DetectorFailure, Judged, Result
from supervision_rules.running._sources import gather
from supervision_rules.running._uses import uses_of

Progress = Callable[[str, int], None]


def run(
    ruleset: Ruleset | str | Path,
    data: Mapping[str, Any] | str | Path | None = None,
    *,
    as_of: dt.date,
    registry: Registry | None = None,
    law: LegalTime | None = None,
    law_folders: Sequence[Path] = (),
    lang: str = "zh",
    progress: Progress | None = None,
) -> Result:
    """Run a ruleset and give its findings; nothing is written anywhere.

    Args:
        ruleset: a ruleset, or the path of its YAML file.
        data: a directory with one file a table, or a mapping from table names to pandas or Polars frames, Arrow tables,
            paths, `SqlSource` or `Source`; None where the ruleset's own `sources` say it all.
        as_of: the day to look from.
        registry: the detectors at hand; by default those of the installed plugins.
        law: calendar and periods; by default the package's own.
        law_folders: folders of imported statutes, on top of the package's own.
        lang: language of reasons and traces, `zh` or `en`.
        progress: called with the name of each stage and a count.

    Returns:
        The result; close it, or use it in a `with` statement, to free its working space.

    Raises:
        UsageError: a path that isn't there.
        RulesetError: the ruleset isn't valid.
        DataError: the data can't be used at all.
    """
    import duckdb

    registry = registry or discover()
    loaded = ruleset if isinstance(ruleset, Ruleset) else Ruleset.load(ruleset, registry)
    uses = uses_of(loaded, registry)
    sources, folders = gather(loaded, data, progress)
    law = law or default_legal_time()
    book = cache(lambda: load_book(*law_folders)) if law_folders else default_book
    _need_a_subject(uses, sources)
    space = tempfile.TemporaryDirectory(prefix="supervision-rules-", ignore_cleanup_errors=True)
    try:
        connection = duckdb.connect(str(Path(space.name) / "run.duckdb"))
        connection.execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false")
        prepared = prepare(connection, sources, as_of=as_of, progress=progress)
        engine = DuckDBEngine(connection)
        columns: dict[str, Collection[str] | None] = {
            name: report.columns if report.present else None for name, report in prepared.tables.items()
        }
        if folders or (
            any(use.detector.documents for use in uses.values()) and "document" in (columns["penalties"] or ())
        ):
            from supervision_rules.running._documents import read_documents, settle_folders

            settle_folders(engine, folders)
            if columns["penalties"] is not None:
                columns["penalties"] = {*columns["penalties"], *read_documents(engine, folders, progress)}
            prepared = replace(prepared, reject_counts=count_rejects(connection))
        records = Records(
            columns,
            {name: getattr(value, "value", value) for name, value in loaded.assume.items()},
        )
        judged, failures = _judge(uses, registry, records, law, book, as_of, engine, progress)
    except BaseException:
        space.cleanup()
        raise
    return Result(loaded, as_of, lang, law, registry, prepared, engine, judged, failures, space)


def _judge(
    uses: Mapping[str, Use],
    registry: Registry,
    records: Records,
    law: LegalTime,
    book: Callable[[], LawBook],
    as_of: dt.date,
    engine: DuckDBEngine,
    progress: Progress | None,
) -> tuple[list[Judged], list[DetectorFailure]]:
    others: dict[str, Use | Stored] = {
        name: Use(detector, detector.parameters()) for name, detector in registry.detectors().items()
    }
    others |= uses
    judged: list[Judged] = []
    failures: list[DetectorFailure] = []
    readings = Readings(engine)
    in_order = sorted(uses.items(), key=lambda item: len(item[1].detector.needs))
    for number, (name, use) in enumerate(in_order):
        if progress:
            progress(name, number)
        try:
            plan = make_plan(use, records, law, as_of, engine=engine, others=others, book=book, readings=readings)
            judged.append(_materialize(plan, number, engine))
            others[name] = Stored(plan, judged[-1].table)
        except Exception as error:  # a detector of a plugin may fail in any way; the others go on
            failures.append(DetectorFailure(name, _failed(name, registry.origins.get(name, ""), error)))
    names = list(uses)
    judged.sort(key=lambda one: names.index(one.plan.use.detector.name))
    return judged, failures


def _materialize(plan: Plan, number: int, engine: DuckDBEngine) -> Judged:
    table = f"judged_{number}"
    plan.materialize(engine, table)
    counts = engine.fetch(
        f'SELECT rung_number, CAST(sum(coalesce("n", 1)) AS BIGINT) AS n FROM {table} GROUP BY 1 ORDER BY 1'
    ).to_pydict()
    return Judged(plan, table, number, dict(zip(counts["rung_number"], counts["n"], strict=True)))


def _need_a_subject(uses: Mapping[str, Use], sources: Mapping[str, Source]) -> None:
    subjects = {table for use in uses.values() for table in use.detector.subjects}
    if subjects & set(sources):
        return
    labels = {entity.table.name: entity.table.label for entity in ENTITIES}
    zh = "、".join(f"{name}({labels.get(name, name)})" for name in sorted(subjects))
    raise DataError.of(
        "SR310",
        f"没有给出任何检测器的对象表;需要其中之一:{zh}",
        f"no table that any detector has as its subject; one of these is needed: {', '.join(sorted(subjects))}",
        hint_zh="数据目录中一张表一个文件,文件名如 penalties.csv 或 行政处罚决定.xlsx",
        hint_en="one file a table, named such as penalties.csv",
    )


def _failed(name: str, distribution: str, error: Exception) -> Problem:
    what = f"{type(error).__name__}: {error}"
    where = f"({distribution})" if distribution else ""
    return Problem(
        "SR303",
        f"检测器 {name}{where} 运行失败,其余照常:{what}",
        f"detector {name}{where} failed, the others go on: {what}",
    )
