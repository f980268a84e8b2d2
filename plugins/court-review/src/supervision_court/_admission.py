"""Late applications that the court allowed (逾期申请获准, 法释〔2018〕1号 156)."""

from __future__ import annotations

from typing import ClassVar

import ibis

from supervision_court._cases import case_subject, is_ruling, not_accepted, seen
from supervision_court._words import ADMISSION
from supervision_rules.detection import (
    Detector,
    Expr,
    Facts,
    Ladder,
    LegalTables,
    Parameters,
    always,
    certainly,
    join,
    unknown,
)
from supervision_rules.entities import CourtCase, Penalty, Ruling

_NON_ENFORCEMENT = "transport.non_enforcement"
_GOOD_REASON = "正当理由(法释〔2018〕1号第一百五十六条)"


class Admission(Detector[Parameters]):
    """逾期申请获准执行: applications out of time that the court accepted and allowed; always for a person to verify."""

    name: ClassVar[str] = "court.admission"
    title: ClassVar[str] = "逾期申请的受理"
    title_en: ClassVar[str] = "Admission of a late application"
    subjects = ("court_cases",)
    reads = (CourtCase, Penalty)
    kinds = ADMISSION
    needs = (_NON_ENFORCEMENT,)

    def judge(self, facts: Facts, law: LegalTables, p: Parameters) -> Ladder:
        """The ladder over court cases."""
        cases = facts.table("court_cases")
        late = facts.decided_by(_NON_ENFORCEMENT, "applied_late")
        table = cases.mutate(late=unknown()) if late is None else self._with_lateness(facts, cases, late)
        allowed = is_ruling(table, Ruling.ALLOW)
        admitted = certainly(table.late.fill_null(True)) & allowed.fill_null(True)
        return (
            seen(Ladder(table, law, case_subject(table)), facts)
            .not_applicable(
                "not_accepted",
                certainly(not_accepted(table)),
                zh="案件未受理",
                en="the case was not accepted",
            )
            .finding(
                "late_application_admitted",
                ibis.ifelse(admitted, unknown(), always(False)),
                zh="逾期申请获准执行",
                en="a late application was allowed",
                missing={
                    _GOOD_REASON: always(True),
                    "court_cases.ruling": table.ruling.isnull(),
                    _NON_ENFORCEMENT: table.late.isnull(),
                },
            )
            .clear("not_late", always(True), zh="没有逾期申请获准执行", en="no late application was allowed")
        )

    @staticmethod
    def _with_lateness(facts: Facts, cases: Expr, late: Expr) -> Expr:
        links = facts.case_decisions()
        pairs = links.semi_join(late, "pkey").select("ckey").distinct().mutate(late=always(True))
        return join(cases, pairs, [cases.ckey == pairs.ckey], late=certainly(pairs.late))
