"""Acceptance in time (受理期限, 行政强制法 56)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import ibis

from supervision_court._cases import NOTHING, case_subject, cases_with_receipt, overdue, unless_time_runs
from supervision_court._words import ACCEPTANCE
from supervision_rules.detection import (
    Detector,
    Expr,
    Facts,
    Ladder,
    LegalTables,
    Parameters,
    Span,
    after,
    always,
    certainly,
    day,
    happened,
    join,
    later,
    unknown,
    where_span,
)
from supervision_rules.entities import Application, CourtCase, Ruling

_COLUMNS = (
    "applied_on", "accepted_on", "ruled_on", "ruling", "received_lo", "received_hi", "complete_lo", "complete_hi",
    "start_lo", "start_hi", "application_doubted", "court_known", "matched",
)  # fmt: skip


class Acceptance(Detector[Parameters]):
    """未在法定期限内受理: applications that the court did not answer within five working days."""

    name: ClassVar[str] = "court.acceptance"
    title: ClassVar[str] = "法院受理期限"
    title_en: ClassVar[str] = "Acceptance in time"
    subjects = ("court_cases", "applications")
    reads = (CourtCase, Application)
    kinds = ACCEPTANCE

    def judge(self, facts: Facts, law: LegalTables, p: Parameters) -> Ladder:
        """The ladder over court cases, and applications that no court case matches."""
        table = self._cases(facts).union(self._applications(facts))
        table = law.due(table, "accept", start="start")
        due = Span.of(table, "accept")
        accepted, ruled = happened(table.accepted_on), happened(table.ruled_on)
        refused = ruled & (table.ruling == Ruling.NOT_ACCEPTED.value)
        answer = ibis.cases((accepted, table.accepted_on), (refused, table.ruled_on), else_=day(dt.date.max))
        table = table.mutate(answer_lo=answer, answer_hi=answer)
        due, answered = Span.of(table, "accept"), Span.of(table, "answer")
        late = ibis.cases(
            (table.answer_lo < day(dt.date.max), after(answered, due)),
            (ruled, ibis.ifelse(table.ruled_on <= due.lo, always(False), unknown())),
            (table.ruling.notnull(), unknown()),
            (table.accepted_on.isnull() | table.ruled_on.isnull(), unless_time_runs(facts, due)),
            else_=overdue(facts, due),
        )
        received_unknown = table.received_lo < table.received_hi
        subject = {name: table[name] for name in case_subject(facts.table("court_cases"))} | {
            "subject_no": table.subject_no,
            "pkey": table.pkey,
            "akey": table.akey,
        }
        show = ("received_lo", "received_hi", "complete_lo", "complete_hi", "answer_lo")
        return (
            Ladder(table, law, subject, show)
            .not_applicable(
                "not_yet",
                certainly(table.applied_on > day(facts.as_of)),
                zh="截至日尚未收到申请",
                en="not yet received",
            )
            .not_applicable(
                "matched",
                table.matched,
                zh="申请已有对应的法院案件",
                en="a court case matches the application",
                missing={"court_cases": always(True)},
            )
            .finding(
                "not_accepted_in_time",
                ibis.ifelse(certainly(table.court_known), late, unknown()),
                zh="期限届满后受理,或截至日尚未答复",
                en="answered after the last day, or not by the run's day",
                due="accept",
                happened="answer",
                steps=("accept",),
                missing={
                    "court_cases": table.court_known.isnull(),
                    "court_cases.applied_on": received_unknown,
                    "court_cases.accepted_on": (table.answer_lo == day(dt.date.max)) & table.court_known.notnull(),
                    "applications": table.application_doubted,
                    "applications.complete_on": table.complete_hi == day(dt.date.max),
                    "calendar": (table.accept_hi == day(dt.date.max)) & (table.start_hi < day(dt.date.max)),
                },
                depends=("applications.complete_on",),
            )
            .clear(
                "answered_in_time",
                certainly(table.answer_lo < day(dt.date.max)) | certainly(ruled),
                zh="在期限内答复",
                en="answered in time",
            )
            .clear("time_runs", always(True), zh="期限尚未届满", en="time is running")
        )

    def _cases(self, facts: Facts) -> Expr:
        table = cases_with_receipt(facts)
        own = table.mutate(court_known=always(True), matched=always(False))
        return own.select(
            **case_subject(own),
            subject_no=ibis.null("string"),
            pkey=ibis.null("int64"),
            akey=ibis.null("int64"),
            **{name: own[name] for name in _COLUMNS},
        )

    def _applications(self, facts: Facts) -> Expr:
        own = facts.with_doubts(facts.table("applications"))
        cases = facts.table("court_cases")
        seen = cases.filter((cases.applied_on <= day(facts.as_of)) | cases.applied_on.isnull())
        links = facts.case_decisions()
        pairs = links.inner_join(seen, [links.ckey == seen.ckey]).select(pkey=links.pkey).distinct()
        pairs = pairs.mutate(found=always(True))
        table = join(own, pairs, [own.pkey == pairs.pkey], found=certainly(pairs.found))
        courts = cases.select(court_key=cases.court_key).distinct().mutate(known=always(True))
        table = join(table, courts, [table.court_key == courts.court_key], court_listed=certainly(courts.known))
        doubted = facts.doubt(table, "court_cases") if facts.has("court_cases") else always(False)
        applied = Span.on(table.applied_on)
        complete = certainly(happened(table.complete_on))
        most = day(dt.date.max) if facts.untold("applications.complete_on") else NOTHING
        complete_span = where_span(complete, Span.on(table.complete_on), Span(NOTHING, most))
        start = later(applied, complete_span)
        never = day(dt.date.max)
        return table.select(
            decision_no=table.decision_no,
            agency=table.agency,
            case_no=ibis.null("string"),
            court=table.court,
            party_name=table.party_name,
            subject_table=ibis.literal("applications"),
            subject_source=table["_source"],
            subject_row=table["_row"],
            ckey=ibis.null("int64"),
            subject_no=table.application_no,
            pkey=table.pkey,
            akey=table.akey,
            applied_on=table.applied_on,
            accepted_on=never,
            ruled_on=never,
            ruling=ibis.null("string"),
            **applied.columns("received"),
            **complete_span.columns("complete"),
            **start.columns("start"),
            application_doubted=always(False),
            court_known=ibis.ifelse(table.court_listed, always(True), unknown()),
            matched=ibis.cases(
                (facts.rejected(table, "court_cases"), unknown()),
                (table.found, always(True)),
                (doubted, unknown()),
                else_=always(False),
            ),
        )
