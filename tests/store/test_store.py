"""Writing runs: once, again, with changes; and reading them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
import sqlalchemy as sa

from runtime.examples import make_finding
from store.examples import DAY, content, run_info, some_findings, write
from supervision_rules.entities import FindingRecord
from supervision_rules.errors import StoreError
from supervision_rules.store import MergeCounts, Store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "库.db"


@pytest.fixture
def store(path):
    with Store(path) as opened:
        yield opened


def test_the_first_run_is_all_there(store, path):
    findings = some_findings(40)
    summary = write(store, findings)
    assert summary.run == 1
    assert summary.findings == MergeCounts(new=40, known=0, changed=0, reopened=0, gone=0)
    assert summary.leads.new == 10
    assert summary.suppressed.new == 10
    assert list(store.findings()) == findings
    leads = list(store.leads())
    assert len(leads) == 10
    assert {(lead["state"], lead["title"], lead["grade"], tuple(lead["tags"])) for lead in leads} == {
        ("线索", "双逾期", "high", ("双",))
    }
    assert all(len(lead["findings"]) == 3 for lead in leads)
    (run,) = store.runs()
    assert (run["status"], run["as_of"], run["ruleset"], run["counts"]) == (
        "complete",
        DAY,
        "transport",
        {"finding": 3},
    )
    assert run["finished"] >= run["started"]
    assert run["started"].tzinfo is not None
    assert {row["reason"] for row in store.suppressed()} == {"未届"}
    assert len(content(path)["lead_findings"]) == 30
    assert len(content(path)["evidence"]) == 80


def test_the_same_run_again_changes_nothing_but_last_seen(store, path):
    findings = some_findings(40)
    write(store, findings)
    before = content(path)
    summary = write(store, findings[::-1])
    assert content(path) == before
    assert (summary.findings.known, summary.leads.known, summary.suppressed.known) == (40, 10, 10)
    assert sum(summary.findings) == 40
    assert {lead["last_seen_run"] for lead in store.leads()} == {2}
    assert {lead["first_seen_run"] for lead in store.leads()} == {1}


def test_gone_is_marked_and_reopened(store, path):
    findings = some_findings(40)
    write(store, findings)
    before = content(path)
    summary = write(store, findings[:20])
    assert summary.findings == MergeCounts(new=0, known=20, changed=0, reopened=0, gone=20)
    assert (summary.leads.gone, summary.suppressed.gone) == (5, 5)
    assert len(list(store.findings())) == 20
    assert len(list(store.findings(gone=True))) == 40
    assert {lead["gone_since_run"] for lead in store.leads(gone=True)} == {None, 2}
    again = write(store, findings[:20])
    assert again.findings.gone == 0
    assert {lead["gone_since_run"] for lead in store.leads(gone=True)} == {None, 2}
    back = write(store, findings)
    assert (back.findings.reopened, back.findings.known, back.leads.reopened) == (20, 20, 5)
    assert content(path) == before


def test_changes_are_counted_and_written(store):
    findings = some_findings(8)
    write(store, findings)
    changed = findings[0].model_copy(update={"severity": "high", "trace": ({"step": "x", "row": 7},)})
    later = findings[1].model_copy(update={"as_of": DAY + dt.timedelta(1), "days_over": 11, "reason": "截至次日"})
    summary = write(store, [changed, later, *findings[2:]])
    assert summary.findings == MergeCounts(new=0, known=7, changed=1, reopened=0, gone=0)
    assert list(store.findings())[:2] == [changed, later]


def test_the_state_of_a_lead_is_not_touched(store, path):
    write(store, some_findings(4))
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql("update leads set state = '立案'")
    engine.dispose()
    write(store, some_findings(4, severity="high"))
    (lead,) = store.leads()
    assert (lead["state"], lead["first_seen_run"]) == ("立案", 1)


def test_a_lead_whose_findings_change_keeps_its_id(store, path):
    findings = some_findings(4)
    write(store, findings[:1])
    (first,) = store.leads()
    summary = write(store, findings)
    (second,) = store.leads()
    assert first["lead_id"] == second["lead_id"]
    assert (summary.leads.changed, len(second["findings"])) == (1, 3)
    assert len(content(path)["lead_findings"]) == 3


def test_rulesets_do_not_disturb_each_other(store):
    findings = some_findings(4)
    store.write(run_info("a"), [findings])
    summary = store.write(run_info("b"), [findings[:2]])
    assert summary.findings == MergeCounts(new=2, known=0, changed=0, reopened=0, gone=0)
    assert store.write(run_info("b"), [findings[:1]]).findings.gone == 1
    assert list(store.findings("a")) == findings
    assert list(store.findings("b")) == findings[:1]


def test_every_value_comes_back_as_it_was(store):
    one = make_finding(
        "x",
        decision_no=None,
        agency=None,
        party_name="“引号”'; drop table findings; --\n第二行\N{GRINNING FACE}",
        due_on=dt.date(1, 1, 1),
        happened_on=dt.date(9999, 12, 31),
        days_over=None,
        basis=(),
        missing=("penalties.served_on", "列,带逗号"),
        trace=(
            {"money": Decimal("159.10"), "day": dt.date(2024, 2, 29), "none": None, "list": ["甲", 1], "row": 3},
            {"source": "处罚台账.xlsx", "deep": {"a": {"b": True}}},
        ),
    )
    store.write(run_info(), [[one]])
    (back,) = store.findings()
    assert isinstance(back, FindingRecord)
    assert back.model_copy(update={"trace": ()}) == one.model_copy(update={"trace": ()})
    assert back.trace == (
        {"money": "159.10", "day": "2024-02-29", "none": None, "list": ["甲", 1], "row": 3},
        {"source": "处罚台账.xlsx", "deep": {"a": {"b": True}}},
    )


def test_many_findings_in_many_batches(store):
    findings = some_findings(3500)
    assert write(store, findings).findings.new == 3500
    assert write(store, findings).findings.known == 3500
    assert list(store.findings()) == findings


def test_without_suppressions_they_come_from_the_leads(store):
    from store.examples import RULES
    from supervision_rules.runtime import apply_rules

    findings = some_findings(4)
    with apply_rules(findings, RULES, "reference") as leads:
        store.write(run_info(), [findings], leads)
    assert [row["finding_id"] for row in store.suppressed()] == ["f00003"]


def test_an_empty_run_is_a_run(store):
    write(store, some_findings(4))
    summary = store.write(run_info(), [])
    assert summary.findings.gone == 4
    assert len(store.runs()) == 2


def test_one_id_twice_is_told_and_writes_nothing(store, path):
    write(store, some_findings(2))
    before = content(path, runs=True)
    with pytest.raises(StoreError) as caught:
        store.write(run_info(), [some_findings(2), some_findings(1)])
    assert caught.value.problems[0].code == "SR607"
    assert content(path, runs=True) == before
    assert write(store, some_findings(2)).findings.known == 2


def test_a_stream_that_breaks_writes_nothing(store, path):
    def stream():
        yield some_findings(4)
        raise ValueError("broken")

    before = content(path, runs=True)
    with pytest.raises(ValueError, match="broken"):
        store.write(run_info(), stream())
    assert content(path, runs=True) == before
    assert write(store, some_findings(4)).findings.new == 4
