"""The detector on records whose days were counted by hand on a calendar."""

import datetime as dt

import pyarrow as pa
import pytest
import supervision_service

from supervision_rules import FindingRecord, Ruleset, discover, run

REGISTRY = discover(only=(), extra=[supervision_service])
RULESET = "ruleset: service\ntitle: 送达\ndetectors: [{use: service.late, with: {agencies: [交通]}}]"


def outcome(
    decided_on: str, served_on: str | None, agency: str = "示范县交通运输局"
) -> tuple[FindingRecord | None, str]:
    """The finding of one penalty, or None; and the rungs that decided."""
    table = pa.table(
        {
            "decision_no": ["示交罚〔2023〕1号"],
            "agency": [agency],
            "party_name": ["甲"],
            "decided_on": [decided_on],
            "served_on": pa.array([served_on], pa.string()),
            "revoked_on": pa.array([None], pa.date32()),
        }
    )
    ruleset = Ruleset.parse(RULESET, REGISTRY)
    with run(ruleset, {"penalties": table}, as_of=dt.date(2024, 12, 20), registry=REGISTRY) as result:
        (count,) = result.counts
        return next(result.findings(), None), count.rung


def test_seven_working_days_across_the_national_day() -> None:
    """The limit falls behind the National Day of 2023, with its worked weekend."""
    # 2023-09-26 is a Tuesday. Working days after it: 09-27, 09-28, then 10-07 and 10-08 (worked weekend), 10-09 to 10-11.
    assert outcome("2023-09-26", "2023-10-11") == (None, "served_in_time")
    finding, rung = outcome("2023-09-26", "2023-10-12")
    assert finding is not None
    assert rung == finding.kind == "served_late"
    assert (finding.status, finding.due_on, finding.days_over) == ("finding", dt.date(2023, 10, 11), 1)


def test_what_is_not_known_never_accuses() -> None:
    """Without the day of service the ladder stops and says what is missing."""
    finding, _ = outcome("2023-09-26", None)
    assert finding is not None
    assert finding.status == "unverified"
    assert finding.missing == ("penalties.served_on",)


@pytest.mark.parametrize("agency", ["示范县税务局", "示范县海关"])
def test_other_agencies_are_left_aside(agency: str) -> None:
    """The parameter chooses by a part of the name."""
    assert outcome("2023-09-26", "2024-01-01", agency) == (None, "other_agency")
