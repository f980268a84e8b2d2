"""What both detectors of transport enforcement share: parameters, subjects, and the rungs that come first."""

from __future__ import annotations

import ibis
from pydantic import Field

from supervision_rules.detection import Expr, Facts, Ladder, Parameters, always, certainly, day, happened
from supervision_transport._applications import with_application
from supervision_transport._performance import kinds_of, nothing_to_enforce


class DemandParameters(Parameters):
    """Parameters of both detectors (参数)."""

    self_enforcing: tuple[str, ...] = Field(
        default=("海关", "税务"), title="自行强制执行的机关", description="机关名称含其中之一的,不申请法院执行"
    )


def subject(table: Expr) -> dict[str, Expr]:
    """The subject columns that the ladder's own table has."""
    return {
        "subject_table": ibis.literal("penalties"),
        "pkey": table.pkey,
    }


def texts(facts: Facts) -> Expr:
    """What only a reader of a finding needs of the penalty."""
    own = facts.table("penalties")
    return own.select(
        "pkey", "decision_no", "agency", "party_name", "pay_by", subject_source=own["_source"], subject_row=own["_row"]
    )


_COLUMNS = (
    "pkey",
    "decided_on",
    "served_on",
    "fine",
    "confiscated",
    "remedy_told",
    "suit_months_told",
    "performed_on",
    "revoked_on",
)


def penalties(facts: Facts, p: DemandParameters) -> Expr:
    """The penalties with what the ladders need of them, their doubts and their application."""
    own = facts.table("penalties")
    enforcing = [own.agency.contains(part) for part in p.self_enforcing]
    own = own.select(
        *_COLUMNS,
        **kinds_of(own),
        self_enforcing=ibis.or_(*enforcing) if enforcing else always(False),
    )
    return with_application(facts, facts.with_doubts(own))


def not_applicable(ladder: Ladder, facts: Facts, p: DemandParameters) -> Ladder:
    """The rungs that both detectors share: not yet, revoked, nothing to enforce, self-enforcing."""
    table = ladder.table
    later = certainly(table.decided_on > day(facts.as_of)) | certainly(table.served_on > day(facts.as_of))
    return (
        ladder.not_applicable("not_yet", later, zh="截至日尚未决定或送达", en="not yet decided or served")
        .not_applicable(
            "revoked",
            happened(table.revoked_on),
            zh="处罚决定已撤销",
            en="the penalty was revoked",
            missing={"penalties.revoked_on": table.revoked_on.isnull()},
            depends=("penalties.revoked_on",),
        )
        .not_applicable(
            "nothing_to_enforce",
            nothing_to_enforce(table),
            zh="没有需要申请法院执行的内容",
            en="nothing for a court to enforce",
            missing={"penalties.penalty_kinds": table.kinds_unknown, "penalties.fine": table.fine.isnull()},
        )
        .not_applicable(
            "self_enforcing",
            table.self_enforcing,
            zh="机关可以自行强制执行",
            en="the agency enforces itself",
        )
    )


def application_missing(table: Expr) -> dict[str, Expr]:
    """What is missing where it can't be told whether or when a penalty was brought to court."""
    unknown_day = table.day_unknown & ~table.application_doubted
    return {
        "applications": table.application_doubted,
        "court_cases": table.application_doubted,
        "court_cases.applied_on": unknown_day
        | certainly(table.applied_lo != table.applied_hi) & certainly(table.applied_for),
    }
