"""What intake warns of without rejecting it (提示)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from supervision_rules.errors import Place, Problem
from supervision_rules.intake._links import usable_party
from supervision_rules.intake._reports import TableReport

if TYPE_CHECKING:
    import duckdb

_SHOWN = 5


def warnings_of(connection: duckdb.DuckDBPyConnection, reports: Mapping[str, TableReport]) -> Iterator[Problem]:
    """Everything worth a warning, table by table."""
    yield from _cases_of_nobody(connection, reports["court_cases"])


def _cases_of_nobody(connection: duckdb.DuckDBPyConnection, report: TableReport) -> Iterator[Problem]:
    """Court cases without decision number and without party or applicant belong to no penalty."""
    party = usable_party("_n_party_id")
    rows = _rows(
        connection,
        f"_cells_court_cases WHERE decision_no IS NULL AND (_n_applicant IS NULL OR NOT {party}) "
        "AND _row NOT IN (SELECT _row FROM _verdicts WHERE table_name = 'court_cases')",
    )
    if rows:
        yield Problem(
            "SR122",
            f"{len(rows)} 件法院案件没有决定书文号,又缺少证件号码或申请执行人,不归入任何处罚决定:{_first(rows, '第', '行')}",
            f"{len(rows)} court cases without decision number lack party_id or applicant and belong to no penalty: "
            f"rows {_first(rows)}",
            Place(report.location),
        )


def _rows(connection: duckdb.DuckDBPyConnection, relation: str) -> list[int]:
    return [row[0] for row in connection.execute(f"SELECT _row FROM {relation} ORDER BY _row").fetchall()]


def _first(rows: list[int], before: str = "", after: str = "") -> str:
    return before + ", ".join(map(str, rows[:_SHOWN])) + ("…" if len(rows) > _SHOWN else "") + after
