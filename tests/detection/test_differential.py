"""The detectors agree with the plain evaluation, and a change of any rung, period or join shows."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from functools import lru_cache

import pytest

from detection.differential import REGISTRY, Bench, as_text, by_engine, by_oracle, comparable, differences
from oracle.evaluate import DETECTORS
from oracle.histories import histories
from oracle.tables import variants, with_rejects, without
from supervision_rules.entities import TABLES, ColumnType, Sort
from supervision_rules.law import LegalTime, Length, Periods, default_legal_time

NOW = dt.date(2024, 12, 20)
LATE = dt.date(2026, 11, 24)
VARIANTS = {variant.name: variant for variant in variants()}
QUICK = ("poor source, strict",)


@pytest.mark.parametrize("as_of", [NOW, pytest.param(LATE, marks=pytest.mark.slow)])
def test_agrees_on_complete_records(as_of):
    data = histories(11, 3_000, as_of)
    assert differences(by_engine(data, as_of), by_oracle(data, as_of)) == []


def _agree_without(name):
    variant = VARIANTS[name]
    data, columns = without(histories(5, 1_500, NOW), variant)
    options = {"columns": columns, "parameters": variant.parameters(DETECTORS)}
    assert differences(by_engine(data, NOW, **options), by_oracle(data, NOW, **options)) == []


@pytest.mark.parametrize("name", QUICK)
def test_agrees_with_parts_missing(name):
    _agree_without(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in VARIANTS if name not in QUICK])
def test_agrees_with_any_part_missing(name):
    _agree_without(name)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "as_of"),
    [(21, NOW), (22, NOW), (23, LATE), (24, dt.date(2018, 9, 1)), (25, dt.date(2025, 6, 30))],
)
def test_agrees_on_a_hundred_thousand_histories(seed, as_of):
    data = histories(seed, 20_000, as_of)
    assert differences(by_engine(data, as_of), by_oracle(data, as_of)) == []


@pytest.mark.slow
def test_the_order_of_rows_changes_nothing():
    data = histories(12, 1_000, NOW)
    shuffled = {name: random.Random(3).sample(rows, len(rows)) for name, rows in data.items()}
    assert by_engine(data, NOW) == by_engine(shuffled, NOW)


def test_outcomes_add_up_to_the_records_read():
    data = histories(13, 1_000, NOW)
    found = by_engine(data, NOW)
    for name, detector in ((name, REGISTRY[name]) for name in DETECTORS):
        read = sum(len(data[table]) for table in detector.subjects)
        assert sum(key[0] == name for key in found) == read


STANDS_IN = {("court_cases", "applied_on"), ("penalties", "suit_months_told")}
"""Columns for which something stands in where they are not known: the agency's day, the statute's own length."""
FORGOTTEN = [
    (table.name, column.name)
    for table in TABLES.values()
    for column in table.columns
    if column.sort is Sort.ATTRIBUTE
    and not column.required
    and not column.joins
    and (table.name, column.name) not in STANDS_IN
    and column.type not in (ColumnType.TEXT, ColumnType.IDENTITY)
    and any(entity.table is table for name in DETECTORS for entity in REGISTRY[name].reads)
]
MATTER = [("remedies", "outcome")]


@lru_cache(maxsize=1)
def _known():
    data = histories(14, 2_000, NOW)
    return data, by_engine(data, NOW)


def _forget(table, column):
    data, before = _known()
    coin = random.Random(f"{table}.{column}")
    rows = [{**row, column: None} if coin.random() < 0.7 else row for row in data[table]]
    after = by_engine({**data, table: rows}, NOW)
    swaps = {("clear", "finding"), ("finding", "clear")}
    assert [(k, before[k], after[k]) for k in before if (before[k][0], after[k][0]) in swaps] == []


@pytest.mark.parametrize(("table", "column"), MATTER)
def test_forgetting_never_accuses_nor_acquits(table, column):
    _forget(table, column)


@pytest.mark.slow
@pytest.mark.parametrize(("table", "column"), [pair for pair in FORGOTTEN if pair not in MATTER])
def test_forgetting_any_attribute_never_accuses_nor_acquits(table, column):
    _forget(table, column)


@pytest.mark.slow
def test_agrees_where_rows_are_rejected():
    # rejected rows are told to the plain evaluation; the engine sees their keys beside a cell that can't be read.
    # A case of which one row is rejected and another kept has two different rows: both are rejected.
    data, rejected = with_rejects(histories(15, 3_000, NOW), 3, 0.03)
    assert rejected
    cases = {(row.get("court"), row.get("case_no")) for row in rejected if row["table"] == "court_cases"}
    data["court_cases"] = [row for row in data["court_cases"] if (row["court"], row["case_no"]) not in cases]
    found = by_engine({name: as_text(name, rows, rejected) for name, rows in data.items()}, NOW)
    assert differences(found, by_oracle(data, NOW, rejected=rejected)) == []


@lru_cache(maxsize=1)
def _bench():
    data = histories(16, 6_000, LATE)
    return Bench(data, LATE), by_oracle(data, LATE)


def _differs(found, name, rungs=()):
    """Whether a detector's judgements differ from the plain evaluation's, also in the name of a rung that isn't applicable."""
    _, oracle = _bench()
    mine = {key: judgement for key, judgement in oracle.items() if key[0] == name}
    settled = {key: one for key, one in mine.items() if one[0] == found[key][0] == "not_applicable"}
    named = any(one[1] in rungs and found[key][1] != one[1] for key, one in settled.items())
    return named or bool(differences(found, mine))


RUNGS = [
    (name, rung)
    for name in DETECTORS
    for rung in (
        {
            "transport.non_enforcement": (
                "not_yet revoked nothing_to_enforce self_enforcing dates_contradict annulled_or_replaced judged remedy_pending "
                "applied_early applied_late applied_in_time performed not_applied application_due_soon time_runs"
            ),
            "transport.demand": "no_application not_yet revoked nothing_to_enforce self_enforcing urgent demand_missing "
            "demand_too_short demanded",
            "court.acceptance": "matched not_yet not_accepted_in_time time_runs",
            "court.ruling": "not_yet not_accepted ruled_late no_ruling time_runs",
            "court.refusal_service": "not_yet not_refused refusal_served_late time_runs",
            "court.objection": "not_yet no_objection review_late time_runs",
            "court.immediate_enforcement": "not_yet not_urgent enforced_late time_runs",
            "court.admission": "not_yet not_accepted late_application_admitted not_late",
        }[name].split()
    )
]


@pytest.mark.slow
@pytest.mark.parametrize("name", DETECTORS)
def test_a_change_of_any_rung_shows(name):
    bench, _ = _bench()
    whole = bench.plan(name)
    names = [own.name for own in whole.ladder.rungs if own.outcome.value == "not_applicable"]
    assert not _differs(bench.judge(whole), name, names)
    for rung in [rung for detector, rung in RUNGS if detector == name]:
        assert any(own.name == rung for own in whole.ladder.rungs), rung
        plan = bench.plan(name)
        plan.ladder = replace(plan.ladder, rungs=tuple(own for own in plan.ladder.rungs if own.name != rung))
        assert _differs(bench.judge(plan), name, names), f"{name} without {rung}"


PERIODS = {
    "sue": "transport.non_enforcement",
    "sue_untold": "transport.non_enforcement",
    "sue_after_reconsideration": "transport.non_enforcement",
    "reconsider_decide": "transport.non_enforcement",
    "reconsider_extend": "transport.non_enforcement",
    "apply": "transport.non_enforcement",
    "demand": "transport.demand",
    "accept": "court.acceptance",
    "rule": "court.ruling",
    "rule_hearing": "court.ruling",
    "serve_refusal": "court.refusal_service",
    "review_refusal": "court.objection",
    "review_not_accepted": "court.objection",
    "begin_immediate": "court.immediate_enforcement",
}


def _changed(period):
    """Legal time with one unit more in every version of a period."""
    law = default_legal_time()
    own = law.periods[period]
    longer = tuple(
        version.model_copy(update={"length": Length(count=version.length.count + 1, unit=version.length.unit)})
        for version in own.versions
    )
    by_name = {**law.periods.by_name, period: own.model_copy(update={"versions": longer})}
    return LegalTime(law.calendar, Periods(by_name=by_name, digest="changed"))


@pytest.mark.slow
@pytest.mark.parametrize(("period", "name"), PERIODS.items())
def test_a_change_of_any_period_shows(period, name):
    bench, _ = _bench()
    law, bench.law = bench.law, _changed(period)
    try:
        assert _differs(bench.judge(bench.plan(name)), name)
    finally:
        bench.law = law


JOINS = {
    "payments": "transport.non_enforcement",
    "deferrals": "transport.non_enforcement",
    "remedies": "transport.non_enforcement",
    "applications": "transport.non_enforcement",
    "court_cases": "transport.non_enforcement",
    "case_decisions": "transport.non_enforcement",
    "case_candidates": "court.acceptance",
    "doubts": "transport.non_enforcement",
    "demands": "transport.demand",
}


@pytest.mark.slow
@pytest.mark.parametrize(("table", "name"), JOINS.items())
def test_a_change_of_any_join_shows(table, name):
    bench, _ = _bench()
    bench.connection.execute(f'CREATE TABLE "_kept" AS SELECT * FROM "{table}"')
    try:
        bench.connection.execute(f'DELETE FROM "{table}"')
        assert _differs(bench.judge(bench.plan(name)), name)
    finally:
        bench.connection.execute(f'INSERT INTO "{table}" SELECT * FROM "_kept"')
        bench.connection.execute('DROP TABLE "_kept"')


def test_comparable_leaves_out_the_name_of_a_rung():
    assert comparable(("clear", "a", None, None, None, None)) == comparable(("clear", "b", None, None, None, None))
