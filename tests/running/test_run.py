"""A run as a library: sources of every sort, findings, counts, traces, and no global state."""

from __future__ import annotations

import datetime as dt
import json
from typing import ClassVar

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sqlalchemy as sa

from cli.commands import RULESET
from detection.differential import as_arrow
from oracle.histories import histories
from supervision_rules import Ruleset, SqlSource, run
from supervision_rules.detection import Detector, KindInfo, Parameters
from supervision_rules.entities import TABLES, FindingRecord, Outcome, Penalty
from supervision_rules.errors import DataError, UsageError
from supervision_rules.law import LegalTime, default_legal_time, load_calendar, load_periods
from supervision_rules.plugin import discover, hookimpl

AS_OF = dt.date(2024, 12, 20)
RULES = """ruleset: own
title: 自编
detectors:
  - use: transport.non_enforcement
"""
PENALTY = {
    "decision_no": "黔毕交罚〔2023〕1号",
    "agency": "毕节市交通运输局",
    "party_name": "张三",
    "decided_on": dt.date(2023, 8, 20),
    "served_on": dt.date(2023, 8, 31),
    "penalty_kinds": ["罚款"],
    "fine": 3000,
    "remedy_told": True,
    "performed_on": None,
}


@pytest.fixture(scope="module")
def many():
    data = {name: as_arrow(name, rows, None) for name, rows in histories(31, 400, AS_OF).items()}
    with run(RULESET, data, as_of=AS_OF) as result:
        yield result


NO_APPLICATIONS = pd.DataFrame(columns=["application_no", "decision_no", "agency", "applied_on"])
"""One record of applications is enough to say that there are none."""


def _one(data, **options):
    with run(
        Ruleset.parse(RULES), data | {"applications": NO_APPLICATIONS}, as_of=options.pop("as_of", AS_OF), **options
    ) as result:
        return list(result.findings())


def _sources(tmp_path):
    url = f"sqlite:///{tmp_path / 'own.db'}"
    with sa.create_engine(url).begin() as connection:
        connection.execute(
            sa.text("CREATE TABLE fines (文号 TEXT, agency TEXT, party_name TEXT, decided_on TEXT, served_on TEXT)")
        )
        connection.execute(
            sa.text(
                "INSERT INTO fines VALUES ('黔毕交罚〔2023〕1号', '毕节市交通运输局', '张三', '2023-08-20', '2023-08-31')"
            )
        )
    query = "SELECT 文号 AS decision_no, agency, party_name, decided_on, served_on, '罚款' AS penalty_kinds, 1 AS remedy_told FROM fines"
    listed = {name: [value] for name, value in PENALTY.items()}
    table = pa.table(
        {name: pa.array(values, TABLES["penalties"].arrow_schema().field(name).type) for name, values in listed.items()}
    )
    path = tmp_path / "some.csv"
    path.write_text(
        "决定书文号,处罚机关,当事人名称,决定日,送达日\n黔毕交罚〔2023〕1号,毕节市交通运输局,张三,2023-08-20,2023-08-31\n",
        "utf-8",
    )
    return {
        "arrow": table,
        "pandas": pd.DataFrame(listed),
        "polars": pl.DataFrame(listed),
        "path": str(path),
        "database": SqlSource(url, query),
    }


@pytest.mark.parametrize("kind", ["arrow", "pandas", "polars", "path", "database"])
def test_sources_of_every_sort(kind, tmp_path):
    (found,) = _one({"penalties": _sources(tmp_path)[kind]})
    assert found.decision_no == "黔毕交罚〔2023〕1号"
    if kind in ("arrow", "pandas", "polars"):
        assert (found.kind, found.status, found.due_on, found.days_over) == (
            "not_applied",
            "finding",
            dt.date(2024, 5, 29),
            205,
        )
    elif kind == "database":
        # no column performed_on and no payments: whether it was performed can't be told
        assert (found.kind, found.rung, found.status) == ("not_applied", "performed", "unverified")
        assert "penalties.performed_on" in found.missing
    else:
        # no kinds of penalty: whether there is something to enforce can't be told; the next rung that accuses names it
        assert (found.kind, found.rung, found.status) == ("applied_early", "nothing_to_enforce", "unverified")
        assert found.missing == ("penalties.penalty_kinds", "penalties.fine")


def test_findings_are_typed_and_explained():
    (found,) = _one({"penalties": pd.DataFrame([PENALTY])})
    assert isinstance(found, FindingRecord)
    FindingRecord.model_validate(found.__dict__)
    text = found.explain().text()
    for part in (
        "2023-08-31",
        "2024-02-29",
        "2024-05-29",
        "《行政诉讼法》(2017-06-27)第四十六条",
        "《行政强制法》(2011-06-30)第五十三条",
    ):
        assert part in text
    assert found.assumptions
    (english,) = _one({"penalties": pd.DataFrame([PENALTY])}, lang="en")
    assert "Served on 2023-08-31" in english.reason
    assert english.finding_id == found.finding_id


def test_counts_add_up_for_each_detector(many):
    for use in many.ruleset.detectors:
        detector = many.registry[use.use]
        counted = sum(count for key, count in many.counts.items() if key.detector == detector.name)
        tables = [many.intake.tables[name] for name in detector.subjects]
        assert counted == sum(table.rows_read - table.duplicates for table in tables)


def test_the_due_day_can_be_recomputed_from_the_trace_alone(many):
    law = default_legal_time()
    checked = 0
    for found in many.findings():
        if found.status == "unverified" or found.due_on is None:
            continue
        periods = [step for step in found.trace if step["step"] == "period"]
        laters = [step for step in found.trace if step["step"] == "later"]
        for step in periods:
            start = dt.date.fromisoformat(step["start"][-1] if isinstance(step["start"], list) else step["start"])
            count, unit = step["length"].split()
            months = int(count) if unit == "months" else None
            end = step["end"][-1] if isinstance(step["end"], list) else step["end"]
            if start < dt.date.max:
                assert str(law.end(step["period"], _on(start), months=months).latest) == end
        ends = [step["end"] for step in (*periods, *laters)]
        assert str(found.due_on) in [end[-1] if isinstance(end, list) else end for end in ends]
        assert all(record["row"] >= 1 and record["source"] for record in found.trace if record["step"] == "record")
        assert any(step["step"] == "record" for step in found.trace)
        assert [step for step in found.trace if step["step"] == "rung"][-1]["result"] == "yes"
        checked += 1
    assert checked > 100


def _on(day):
    from supervision_rules.law import Interval

    return Interval.on(day)


def test_every_unverified_row_says_what_is_missing(many):
    rows = [found for found in many.findings() if found.status == "unverified"]
    assert rows
    assert [found for found in rows if not found.missing] == []
    assert all(found.due_on is found.happened_on is found.days_over is None for found in rows)


def test_the_same_inputs_give_the_same_findings(many):
    again = [found.model_dump() for found in many.findings()]
    assert [found.model_dump() for found in many.findings()] == again
    assert len({found["finding_id"] for found in again}) == len(again)


def test_findings_as_arrow(many):
    table = many.arrow().read_all()
    assert table.schema == FindingRecord.table.arrow_schema()
    assert table.num_rows == sum(1 for _ in many.findings())
    assert json.loads(table["trace"][0].as_py())


def test_two_runs_with_other_calendars_and_plugins_dont_disturb_each_other(tmp_path):
    path = tmp_path / "2027.yaml"
    path.write_text("year: 2027\nholidays: [2027-01-01]\nworkdays: []\n", "utf-8")
    longer = LegalTime(load_calendar([path]), load_periods())
    row = {**PENALTY, "decided_on": dt.date(2026, 4, 1), "served_on": dt.date(2026, 4, 8)}
    options = {"as_of": dt.date(2026, 12, 20)}
    # the last day is in January 2027, whose calendar only the second run has
    (first,) = _one({"penalties": pd.DataFrame([row])}, **options)
    (second,) = _one({"penalties": pd.DataFrame([row])}, law=longer, **options)
    (third,) = _one({"penalties": pd.DataFrame([row])}, **options)
    assert (first.status, second.status, third.status) == ("unverified", "warning", "unverified")
    assert first.missing == ("calendar",)


class _Crash(Detector[Parameters]):
    name = "own.crash"
    title = "总是失败"
    title_en = "always fails"
    subjects = ("penalties",)
    reads = (Penalty,)
    kinds: ClassVar = {"never": KindInfo("无", "none", "low", lambda row: "", lambda row: "")}

    def judge(self, facts, law, p):
        raise RuntimeError("out of order")


class _CrashPlugin:
    @hookimpl
    def detectors(self):
        return (_Crash,)


def test_a_detector_that_fails_never_stops_the_others():
    registry = discover(extra=[_CrashPlugin()])
    ruleset = Ruleset.parse(RULES + "  - use: own.crash\n", registry)
    with run(
        ruleset, {"penalties": pd.DataFrame([PENALTY]), "applications": NO_APPLICATIONS}, as_of=AS_OF, registry=registry
    ) as result:
        (failure,) = result.failures
        assert failure.detector == "own.crash"
        assert "out of order" in failure.problem.zh
        assert [found.kind for found in result.findings()] == ["not_applied"]


def test_assumptions_are_told_where_a_finding_rests_on_them():
    rows = [{**PENALTY, "remedy_told": None}, {**PENALTY, "decision_no": "黔毕交罚〔2023〕2号"}]
    ruleset = Ruleset.parse(RULES + "assume: {remedy_told: true}\n")
    with run(ruleset, {"penalties": pd.DataFrame(rows), "applications": NO_APPLICATIONS}, as_of=AS_OF) as result:
        first, second = result.findings()
    assert (first.status, second.status) == ("finding", "finding")
    assert any("penalties.remedy_told" in text for text in first.assumptions)
    assert not any("penalties.remedy_told" in text for text in second.assumptions)


def test_a_table_of_another_name():
    with pytest.raises(UsageError, match="fines"):
        _one({"fines": pd.DataFrame([PENALTY])})


def test_no_subject():
    with pytest.raises(DataError, match="行政处罚决定"):
        _one({"payments": pd.DataFrame({"decision_no": ["1"], "paid_on": [AS_OF], "amount": [1]})})


def test_rejected_records_are_counted():
    rows = [PENALTY, {**PENALTY, "decision_no": "黔毕交罚〔2023〕2号", "decided_on": None}]
    with run(Ruleset.parse(RULES), {"penalties": pd.DataFrame(rows)}, as_of=AS_OF) as result:
        assert sum(count for key, count in result.counts.items() if key.outcome is Outcome.REJECTED) == 1
        assert result.rejects().num_rows == 1
