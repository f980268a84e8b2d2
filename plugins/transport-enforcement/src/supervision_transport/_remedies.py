"""Reconsiderations and suits against a decision, as the day of judging sees them (复议与诉讼)."""

from __future__ import annotations

import datetime as dt

import ibis

from supervision_rules.detection import (
    Expr,
    Facts,
    LegalTables,
    Span,
    always,
    certainly,
    code,
    day,
    from_code,
    happened,
    join,
    unknown,
)
from supervision_rules.entities import RemedyKind, RemedyOutcome

ANNULS = (RemedyOutcome.REVOKED.value, RemedyOutcome.CHANGED.value, RemedyOutcome.MEDIATED.value)
STAYS = (RemedyOutcome.WITHDRAWN.value, RemedyOutcome.NOT_ACCEPTED.value, RemedyOutcome.DISMISSED.value)


def with_remedies(facts: Facts, law: LegalTables, penalties: Expr) -> Expr:
    """Add to penalties with the interval `judged` what their remedies say.

    Conditions `annulled`, `adjudged`, `pending`, `remedy_contradicts`; whether the time to sue starts anew (`upheld`,
    `dismissed`), the interval `answered` on which the reconsideration decision was served, and `concluded`, the last day
    on which a remedy ended that leaves the time to sue as it is.
    """
    rows = facts.table("remedies")
    subjects = penalties.select(pkey=penalties.pkey, judged_lo=penalties.judged_lo, judged_hi=penalties.judged_hi)
    joined = rows.inner_join(subjects, [rows.pkey == subjects.pkey])
    rows = joined.select(
        pkey=rows.pkey,
        kind=rows.kind,
        outcome=rows.outcome,
        filed_on=rows.filed_on,
        concluded_on=rows.concluded_on,
        served_on=rows.served_on,
        pending_from=ibis.ifelse(certainly(happened(rows.accepted_on)), rows.accepted_on, rows.filed_on),
        judged_lo=subjects.judged_lo,
        judged_hi=subjects.judged_hi,
    )
    rows = rows.mutate(**Span.on(rows.pending_from).columns("pending_from"))
    rows = law.due(rows, "reconsideration_pending", start="pending_from", day_column="pending_from")
    judged = Span.of(rows, "judged")
    seen = _by(rows.filed_on, judged)
    open_but_decided = (rows.concluded_on >= day(dt.date.max)) & rows.outcome.notnull()
    concluded = ibis.ifelse(certainly(open_but_decided), unknown(), _by(rows.concluded_on, judged))
    is_suit = rows.kind == RemedyKind.SUIT.value
    lasts = is_suit | ibis.ifelse(judged.hi <= rows.reconsideration_pending_lo, always(True), unknown())
    counts = certainly(seen & concluded)
    upheld = counts & ~is_suit & certainly(rows.outcome == RemedyOutcome.UPHELD.value)
    dismissed = counts & ~is_suit & certainly(rows.outcome == RemedyOutcome.DISMISSED.value)
    stays = counts & certainly(rows.outcome.isin(STAYS))
    answers = upheld | dismissed
    # served before the law data begins, its end is not known; a later decision beside it doesn't make it known
    untimed = certainly(rows.served_on < day(law.law.periods["sue_after_reconsideration"].versions[0].begins))
    flagged = rows.select(
        pkey=rows.pkey,
        annulled=code(seen & concluded & certainly(rows.outcome.isin(ANNULS))),
        adjudged=code(seen & concluded & is_suit & certainly(rows.outcome == RemedyOutcome.UPHELD.value)),
        pending=code((seen & ~concluded & lasts) | (seen & concluded & rows.outcome.isnull() & unknown())),
        contradicts=code(seen & certainly(rows.concluded_on < rows.filed_on)),
        upheld=upheld,
        dismissed=dismissed,
        answered_lo=ibis.ifelse(answers, Span.on(rows.served_on).lo, day(dt.date.min)),
        answered_hi=ibis.ifelse(
            answers, ibis.ifelse(untimed, day(dt.date.max), Span.on(rows.served_on).hi), day(dt.date.min)
        ),
        concluded=ibis.ifelse(stays, rows.concluded_on, day(dt.date.min)),
        outcome_missing=seen.fill_null(True) & rows.outcome.isnull() & certainly(rows.concluded_on < day(dt.date.max)),
        concluded_missing=certainly(open_but_decided) | rows.concluded_on.isnull(),
    )
    summed = flagged.group_by("pkey").agg(
        annulled=flagged.annulled.max(),
        adjudged=flagged.adjudged.max(),
        pending=flagged.pending.max(),
        contradicts=flagged.contradicts.max(),
        upheld=flagged.upheld.any(),
        dismissed=flagged.dismissed.any(),
        answered_lo=flagged.answered_lo.max(),
        answered_hi=flagged.answered_hi.max(),
        concluded=flagged.concluded.max(),
        outcome_missing=flagged.outcome_missing.any(),
        concluded_missing=flagged.concluded_missing.any(),
    )
    nothing = day(dt.date.min)
    return join(
        penalties,
        summed,
        [penalties.pkey == summed.pkey],
        annulled=from_code(summed.annulled),
        adjudged=from_code(summed.adjudged),
        pending=from_code(summed.pending),
        remedy_contradicts=from_code(summed.contradicts),
        upheld=certainly(summed.upheld),
        dismissed=certainly(summed.dismissed),
        answered_lo=summed.answered_lo.fill_null(nothing),
        answered_hi=summed.answered_hi.fill_null(nothing),
        concluded_lo=summed.concluded.fill_null(nothing),
        concluded_hi=summed.concluded.fill_null(nothing),
        outcome_missing=certainly(summed.outcome_missing),
        concluded_missing=certainly(summed.concluded_missing),
    )


def _by(event: Expr, judged: Span) -> Expr:
    """Whether something dated `event` had happened by the day of judging; NULL where either can't be told."""
    never = (event > judged.hi) | (event >= day(dt.date.max))
    return ibis.cases((event <= judged.lo, always(True)), (never, always(False)), else_=unknown())
