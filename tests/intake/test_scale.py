"""Many rows: line numbers stay right however DuckDB shares the work, and nothing is loaded whole in Python."""

import datetime as dt
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from intake.reading import AS_OF
from supervision_rules.intake import Source, prepare

ROWS = 200_000
HEADER = "决定书文号,处罚机关,当事人名称,决定日,违法行为,撤销日"


def lines(kind: str) -> Iterator[str]:
    """The lines of a file whose decision numbers are their own line numbers."""
    yield HEADER
    number = 2
    for row in range(ROWS):
        violation = '"超限\n运输"' if kind == "breaks" and row % 3 == 0 else "超限运输"
        yield f"第{number}号,甲局,张三,2023-08-31,{violation},"
        number += 1 + violation.count("\n")
        if kind == "blank lines" and row % 1000 == 0:
            yield ""
            number += 1


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("kind", ["regular", "breaks", "blank lines"])
def test_line_numbers_of_large_files(tmp_path: Path, kind: str, newline: str, encoding: str) -> None:
    path = tmp_path / "penalties.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        file.writelines(line + newline for line in lines(kind))
    connection = duckdb.connect()
    tracemalloc.start()
    prepared = prepare(connection, {"penalties": Source("penalties", path)}, as_of=AS_OF)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert prepared.tables["penalties"].rows_kept == ROWS
    assert peak < 32 << 20
    found = connection.execute(
        "SELECT count(*), count(DISTINCT pkey), min(decided_on) FROM penalties WHERE decision_no = '第' || _row || '号'"
    ).fetchall()
    assert found == [(ROWS, ROWS, dt.date(2023, 8, 31))]
