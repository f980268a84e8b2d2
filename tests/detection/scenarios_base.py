"""Small histories, each with numbers of its own, and what the detectors are to say of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from unittest.mock import ANY

from detection.differential import Bench, Judgement, Judgements
from supervision_rules.detection import Ladder
from supervision_rules.entities import TABLES

NE, DEMAND = "transport.non_enforcement", "transport.demand"
ACCEPTANCE, RULING, REFUSAL = "court.acceptance", "court.ruling", "court.refusal_service"
OBJECTION, IMMEDIATE, ADMISSION = "court.objection", "court.immediate_enforcement", "court.admission"
AGENCY, COURT = "毕节市交通运输局", "贵州省毕节市七星关区人民法院"
OTHER_AGENCY = "赫章县交通运输局"
COLUMNS = {name: [column.name for column in table.columns] for name, table in TABLES.items()}
MONEY = ("fine", "confiscated", "amount", "illegal_gains")

Row = tuple[str, Mapping[str, object], int]
"""Table, cells, and which of the scenario's decisions it is about."""


@dataclass(frozen=True)
class Scenario:
    """Rows that hang together and what is expected, by detector; `detector#1` means the second subject."""

    name: str
    rows: Sequence[Row]
    expected: Mapping[str, Judgement]


@dataclass(frozen=True)
class Group:
    """Scenarios judged in one run: as of a day, with tables and columns missing, with parameters."""

    name: str
    as_of: str
    scenarios: Sequence[Scenario]
    absent: Sequence[str] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)
    assume: Mapping[str, object] = field(default_factory=dict)

    @property
    def detectors(self) -> set[str]:
        return {key.partition("#")[0] for scenario in self.scenarios for key in scenario.expected}


def says(name: str, rows: Sequence[Row], **expected: Judgement) -> Scenario:
    """A scenario; the detectors by the names of this module's constants, `_1` behind for the second subject."""
    keys = {}
    for key, judgement in expected.items():
        short, _, number = key.partition("_")
        keys[globals()[short] + (f"#{number}" if number else "")] = judgement
    return Scenario(name, rows, keys)


def penalty(served_on: str | None, **cells: object) -> Row:
    """A fine of 3000 yuan, the party told of the time to sue."""
    row = {
        "agency": AGENCY,
        "party_name": "张某",
        "decided_on": served_on or "2023-01-03",
        "served_on": served_on,
        "penalty_kinds": ["罚款"],
        "fine": "3000",
        "remedy_told": True,
    }
    return ("penalties", row | cells, 0)


def application(applied_on: str, **cells: object) -> Row:
    return ("applications", {"agency": AGENCY, "applied_on": applied_on, "court": COURT} | cells, 0)


def case(applied_on: str | None, **cells: object) -> Row:
    return ("court_cases", {"court": COURT, "applicant": AGENCY, "applied_on": applied_on} | cells, 0)


def demand(served_on: str, **cells: object) -> Row:
    return ("demands", {"agency": AGENCY, "served_on": served_on} | cells, 0)


def deferral(granted_on: str, until: str, **cells: object) -> Row:
    return ("deferrals", {"agency": AGENCY, "granted_on": granted_on, "until": until} | cells, 0)


def reconsideration(filed_on: str, **cells: object) -> Row:
    return ("remedies", {"agency": AGENCY, "kind": "reconsideration", "filed_on": filed_on} | cells, 0)


def suit(filed_on: str, **cells: object) -> Row:
    return ("remedies", {"agency": AGENCY, "kind": "suit", "filed_on": filed_on} | cells, 0)


def paid(paid_on: str, amount: str = "3000", kind: str | None = "fine", **cells: object) -> Row:
    return ("payments", {"agency": AGENCY, "paid_on": paid_on, "amount": amount, "kind": kind} | cells, 0)


def second(row: Row) -> Row:
    """The row is about the scenario's second decision."""
    return (row[0], row[1], 1)


def found(rung: str, due_on: str | None, happened_on: str | None, days_over: int | None) -> Judgement:
    return ("finding", rung, rung, _day(due_on), _day(happened_on), days_over)


def warned(due_on: str, days_over: int) -> Judgement:
    return ("warning", "application_due_soon", "application_due_soon", _day(due_on), None, days_over)


def untold(rung: str, kind: str | None = None) -> Judgement:
    """Can't be told; the kind is the rung's own, or that of the next accusing one below."""
    return ("unverified", rung, kind or rung, None, None, None)


def untold_somewhere(kind: str) -> Judgement:
    """Can't be told, at a rung that the law page gives no name."""
    return ("unverified", ANY, kind, None, None, None)


def clear(rung: str) -> Judgement:
    return ("clear", rung, None, None, None, None)


def aside(rung: str) -> Judgement:
    """Not applicable."""
    return ("not_applicable", rung, None, None, None, None)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _value(column: str, value: object) -> object:
    if isinstance(value, str):
        if column.endswith("_on") or column in ("until", "pay_by"):
            return dt.date.fromisoformat(value)
        if column in MONEY:
            return Decimal(value)
    return value


def _numbered(number: int, row: Row) -> dict[str, object]:
    """The row's cells with the numbers that it was not given; a whole number given means the scenario's own of that order."""
    table, cells, which = row
    shapes = {"decision_no": "黔毕交罚〔2023〕{}号", "application_no": "申{}", "case_no": "（2024）黔0502行审{}号"}
    given = {column: _value(column, value) for column, value in cells.items()}
    names = {column: shape.format(number * 10 + which) for column, shape in shapes.items() if column in COLUMNS[table]}
    for column, shape in shapes.items():
        if isinstance(given.get(column), int):
            names[column] = shape.format(number * 10 + int(str(given.pop(column))))
    values: dict[str, object] = names | given
    if "party_id" in COLUMNS[table]:
        values.setdefault("party_id", f"A{number}")
    if table == "court_cases" and "decision_no" not in given:
        values["decision_no"] = [names["decision_no"]]
    if given.get("decision_no") == "both":
        values["decision_no"] = [shapes["decision_no"].format(number * 10 + one) for one in (0, 1)]
    return values


def _subjects(rows: Sequence[tuple[str, Mapping[str, object]]], detector: str) -> list[tuple[str, ...]]:
    """The subjects of a scenario that a detector judges, in the order of the rows."""
    if detector.startswith("transport."):
        return [("penalty", str(r["agency"]), str(r["decision_no"])) for name, r in rows if name == "penalties"]
    cases = [("case", str(r["court"]), str(r["case_no"])) for name, r in rows if name == "court_cases"]
    if detector != ACCEPTANCE:
        return cases
    return cases + [
        ("application", str(r["agency"]), str(r["application_no"])) for name, r in rows if name == "applications"
    ]


@dataclass(frozen=True)
class Judged:
    """What the detectors say of each scenario, by the keys of what is expected, and the rungs of their ladders."""

    answers: Sequence[Mapping[str, Judgement | None]]
    ladders: Mapping[str, Ladder]


def judge(group: Group) -> Judged:
    """Prepare a group's rows once and judge them by each detector of which something is expected."""
    tables: dict[str, list[dict[str, object]] | None] = {name: [] for name in TABLES}
    told = []
    for number, scenario in enumerate(group.scenarios, 1):
        rows = [(row[0], _numbered(number, row)) for row in scenario.rows]
        told.append(rows)
        for name, row in rows:
            tables[name].append(row)
    lacking = {name for name in group.absent if "." not in name}
    columns = {
        name: [column for column in own if f"{name}.{column}" not in group.absent] for name, own in COLUMNS.items()
    }
    data = {name: None if name in lacking else rows for name, rows in tables.items()}
    bench = Bench(data, dt.date.fromisoformat(group.as_of), columns=columns)
    bench.records = replace(bench.records, assume=group.assume)
    judgements: Judgements = {}
    ladders = {}
    for detector in sorted(group.detectors):
        own = {k: v for k, v in group.parameters.items() if k == "strict" or detector in (NE, DEMAND)}
        own = {k: v for k, v in own.items() if k != "warn_days" or detector == NE}
        plan = bench.plan(detector, {detector: own})
        ladders[detector] = plan.ladder
        judgements |= bench.judge(plan)
    answers = []
    for scenario, rows in zip(group.scenarios, told, strict=True):
        answer = {}
        for key in scenario.expected:
            detector, _, which = key.partition("#")
            answer[key] = judgements.get((detector, _subjects(rows, detector)[int(which or 0)]))
        answers.append(answer)
    return Judged(answers, ladders)
