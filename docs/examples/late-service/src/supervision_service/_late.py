"""Service of the decision in time (送达期限, 行政处罚法 61)."""

from __future__ import annotations

from typing import ClassVar

import ibis
from pydantic import Field

from supervision_rules.detection import (
    Detector,
    Facts,
    KindInfo,
    Ladder,
    LegalTables,
    Parameters,
    Span,
    after,
    always,
    certainly,
    day,
    happened,
)
from supervision_rules.entities import Penalty


class ServiceParameters(Parameters):
    """送达期限的参数."""

    agencies: tuple[str, ...] = Field(default=(), title="机关", description="只看名称含其中之一的机关;空着就是全部")


class LateService(Detector[ServiceParameters]):
    """处罚决定书逾期送达: decisions served more than seven working days after they were made."""

    name: ClassVar[str] = "service.late"
    title: ClassVar[str] = "处罚决定书送达期限"
    title_en: ClassVar[str] = "Service of the decision"
    parameters = ServiceParameters
    subjects = ("penalties",)
    reads = (Penalty,)
    kinds: ClassVar = {
        "served_late": KindInfo(
            title="处罚决定书逾期送达",
            title_en="decision served late",
            severity="low",
            zh=lambda row: (
                f"处罚决定于{row['decided_on']}作出,送达期限至{row['due_on']}届满,"
                f"记录显示送达日为{row['happened_on']},超过{row['days_over']}日。"
            ),
            en=lambda row: (
                f"Decided on {row['decided_on']}; the time to serve it ended on {row['due_on']}; service is dated "
                f"{row['happened_on']}, {row['days_over']} days over."
            ),
            not_tested=(
                ("当事人是否在场(在场的应当场交付)", "whether the party was present (it is then handed over at once)"),
                ("当事人是否同意电子送达", "whether the party agreed to electronic service"),
            ),
        )
    }

    def judge(self, facts: Facts, law: LegalTables, p: ServiceParameters) -> Ladder:
        """The ladder over penalties."""
        table = facts.table("penalties")
        table = table.mutate(
            **Span.on(table.decided_on).columns("decided"), **Span.on(table.served_on).columns("served")
        )
        table = law.due(table, "serve_by", start="decided", period="serve_decision")
        other = ~ibis.or_(*[table.agency.contains(part) for part in p.agencies]) if p.agencies else always(False)
        subject = {
            "decision_no": table.decision_no,
            "agency": table.agency,
            "party_name": table.party_name,
            "subject_table": ibis.literal("penalties"),
            "subject_source": table["_source"],
            "subject_row": table["_row"],
            "pkey": table.pkey,
        }
        return (
            Ladder(table, law, subject, show=("decided_on",))
            .not_applicable(
                "not_yet",
                certainly(table.decided_on > day(facts.as_of)) | certainly(table.served_on > day(facts.as_of)),
                zh="截至日尚未决定或送达",
                en="not yet decided or served",
            )
            .not_applicable("other_agency", other, zh="不是要看的机关", en="another agency")
            .not_applicable(
                "revoked",
                happened(table.revoked_on),
                zh="处罚决定已撤销",
                en="the penalty was revoked",
                missing={"penalties.revoked_on": table.revoked_on.isnull()},
            )
            .finding(
                "served_late",
                after(Span.of(table, "served"), Span.of(table, "serve_by")),
                zh="送达日在期限届满之后",
                en="served after the last day",
                due="serve_by",
                happened="served",
                steps=("serve_by",),
                missing={"penalties.served_on": table.served_on.isnull(), "calendar": table.served_on.notnull()},
                depends=("penalties.revoked_on",),
            )
            .clear("served_in_time", always(True), zh="在期限内送达", en="served in time")
        )
