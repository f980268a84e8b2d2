"""Times detection against hand-written SQL on the same prepared tables, and compares their results (检测基准).

Each measurement is a process of its own that makes the deadline tables and lets DuckDB write what one query gives, the rows
of findings and the counts of all other outcomes, to a Parquet file. For ours the time holds the building and compiling of
the expression as well. Ours and the hand-written one take turns. Nothing comes as a stream out of a union: DuckDB 1.5 may
wait for itself for ever there.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import data
import duckdb
import pyarrow.parquet as pq

HANDWRITTEN = Path(__file__).parent / "handwritten"
OURS, BY_HAND = "ours", "handwritten"
SETTINGS = (
    "SET threads = {threads}; SET memory_limit = '{memory}'; SET preserve_insertion_order = false; "
    "SET disabled_optimizers = 'cte_filter_pusher'"
)
"""The same for both. The optimizer left out pushes the ladder, written out several times, into both sides' queries."""
MEMORY = "1200MB"
"""DuckDB's own limit: the rest of a process stays well under 2 GB with it."""
MOST_MEMORY = 2 * 1024
LONGEST = 600
"""Seconds after which a measurement is given up."""


def prepare_once(database: Path, paths: dict[str, Path], as_of: dt.date) -> None:
    """Let intake make the prepared tables."""
    from supervision_rules.intake import Source, prepare

    connection = duckdb.connect(str(database))
    prepare(connection, {name: Source(name, path) for name, path in paths.items()}, as_of=as_of)
    connection.close()


def measure(side: str, detector: str, database: Path, rows: Path, as_of: dt.date, threads: int) -> dict[str, Any]:
    """One run in this process: seconds, peak memory, rows written and the counts of the other rungs."""
    from supervision_rules.detection import DuckDBEngine, Records, Use, make_plan
    from supervision_rules.entities import TABLES
    from supervision_rules.law import default_legal_time
    from supervision_rules.plugin import discover

    connection = duckdb.connect(str(database))
    connection.execute(SETTINGS.format(threads=threads, memory=MEMORY))
    engine = DuckDBEngine(connection)
    uses = {name: Use(found, found.parameters()) for name, found in discover().detectors().items()}
    records = Records({name: table.names for name, table in TABLES.items()})
    law = default_legal_time()
    warm_up()
    started = time.perf_counter()
    plan = make_plan(uses[detector], records, law, as_of, engine=engine, others=uses)
    if side == OURS:
        sql = plan.sql(engine.dialect)
    else:
        sql = (HANDWRITTEN / f"{detector}.sql").read_text(encoding="utf-8")
        started = time.perf_counter()
        connection.execute(f"SET VARIABLE as_of = DATE '{as_of}'; SET VARIABLE law_last = DATE '{plan.law.last}'")
    plan.prepare(engine)
    prepared = time.perf_counter()
    connection.execute(f"COPY ({sql}) TO '{rows}' (FORMAT parquet)")
    counted = connection.execute(f"SELECT rung_number, n FROM '{rows}' WHERE n IS NOT NULL ORDER BY 1").fetchall()
    ended = time.perf_counter()
    connection.close()
    return {
        "seconds": ended - started,
        "query": ended - prepared,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "rows": pq.read_metadata(rows).num_rows - len(counted),
        "counts": dict(counted),
    }


def warm_up() -> None:
    """Let Ibis import what it compiles with: importing is no part of the work that is measured."""
    import ibis

    ibis.to_sql(ibis.table({"a": "int64"}, name="a"), dialect="duckdb")


def in_a_process(side: str, detector: str, database: Path, rows: Path, as_of: dt.date, threads: int) -> dict[str, Any]:
    """The same in a fresh process."""
    arguments = ["--measure", side, detector, str(database), str(rows), as_of.isoformat(), str(threads)]
    done = subprocess.run(
        [sys.executable, __file__, *arguments], check=True, capture_output=True, text=True, timeout=LONGEST
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def different(one: Path, other: Path) -> int:
    """How many rows of findings only one side gives, in all columns."""
    connection = duckdb.connect()
    a, b = f"(FROM '{one}')", f"(FROM '{other}')"
    names = ", ".join(f'"{row[0]}"' for row in connection.execute(f"DESCRIBE {a}").fetchall())
    a, b = f"(SELECT {names} FROM {a})", f"(SELECT {names} FROM {b})"
    found = connection.execute(
        f"SELECT (SELECT count(*) FROM ({a} EXCEPT ALL {b})) + (SELECT count(*) FROM ({b} EXCEPT ALL {a}))"
    ).fetchone()
    connection.close()
    return int(found[0]) if found else 0


def compare(detector: str, database: Path, space: Path, as_of: dt.date, threads: int, pairs: int) -> dict[str, Any]:
    """Measure both sides in turn; print and give their medians and whether they agree."""
    runs: dict[str, list[dict[str, Any]]] = {OURS: [], BY_HAND: []}
    for number in range(pairs):
        for side in (OURS, BY_HAND) if number % 2 == 0 else (BY_HAND, OURS):
            runs[side].append(in_a_process(side, detector, database, space / f"{side}.parquet", as_of, threads))
    medians = {side: statistics.median(run["seconds"] for run in found) for side, found in runs.items()}
    query = {side: statistics.median(run["query"] for run in found) for side, found in runs.items()}
    peak = max(run["peak"] for run in runs[OURS])
    last = {side: found[-1] for side, found in runs.items()}
    differing = different(space / f"{OURS}.parquet", space / f"{BY_HAND}.parquet")
    same = differing == 0 and last[OURS]["counts"] == last[BY_HAND]["counts"]
    print(
        f"{detector:28} {medians[OURS]:6.2f} s {medians[BY_HAND]:6.2f} s  ratio {medians[OURS] / medians[BY_HAND]:5.2f}  "
        f"(query {query[OURS]:.2f} s {query[BY_HAND]:.2f} s)  "
        f"peak {peak:6.0f} MB ({max(run['peak'] for run in runs[BY_HAND]):.0f} MB)  rows {last[OURS]['rows']:>8}  "
        f"counted {sum(last[OURS]['counts'].values()):>8}  {'same' if same else f'DIFFERENT ({differing} rows)'}",
        flush=True,
    )
    return {OURS: medians[OURS], BY_HAND: medians[BY_HAND], "peak": peak, "same": same}


def main() -> int:
    """Print the figures; 1 where results differ or a process needs 2 GB."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=data.SIZE, help="number of penalties")
    parser.add_argument("--seed", type=int, default=data.SEED)
    parser.add_argument("--pairs", type=int, default=3, help="measurements of each side")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--detector", action="append", help="only this detector; by default all with SQL by hand")
    parser.add_argument("--limit", type=float, help="fail above this ratio of the totals")
    parser.add_argument("--measure", nargs=6, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        side, detector, database, rows, as_of, threads = given.measure
        found = measure(side, detector, Path(database), Path(rows), dt.date.fromisoformat(as_of), int(threads))
        print(json.dumps(found))
        return 0
    detectors = given.detector or sorted(path.stem for path in HANDWRITTEN.glob("*.sql"))
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        space = Path(name)
        started = time.perf_counter()
        paths = data.make(space, given.size, given.seed)
        made = time.perf_counter()
        database = space / "prepared.duckdb"
        prepare_once(database, paths, data.AS_OF)
        print(f"{given.size} penalties: made in {made - started:.1f} s, prepared in {time.perf_counter() - made:.1f} s")
        found = [compare(each, database, space, data.AS_OF, given.threads, given.pairs) for each in detectors]
    ours, by_hand = (sum(each[side] for each in found) for side in (OURS, BY_HAND))
    peak, same = max(each["peak"] for each in found), all(each["same"] for each in found)
    print(f"{'total':28} {ours:6.2f} s {by_hand:6.2f} s  ratio {ours / by_hand:5.2f}  peak {peak:6.0f} MB")
    too_slow = given.limit is not None and ours / by_hand > given.limit
    return 0 if same and peak < MOST_MEMORY and not too_slow else 1


if __name__ == "__main__":
    sys.exit(main())
