"""Whether there is something to enforce, and whether the party performed in time (履行情况)."""

from __future__ import annotations

import ibis

from supervision_rules.detection import (
    Expr,
    Facts,
    Span,
    always,
    certainly,
    day,
    happened,
    join,
    on_or_before,
    possibly,
    unknown,
)
from supervision_rules.entities import PaymentKind, PenaltyKind

SELF_EXECUTED = (
    PenaltyKind.WARNING.value,
    PenaltyKind.CIRCULATED_CRITICISM.value,
    PenaltyKind.LICENCE_SUSPENDED.value,
    PenaltyKind.GRADE_LOWERED.value,
    PenaltyKind.LICENCE_REVOKED.value,
    PenaltyKind.OCCUPATION_RESTRICTED.value,
    PenaltyKind.DETENTION.value,
)
"""Kinds that the agency carries out itself, or that need no carrying out."""
MONEY = (PenaltyKind.FINE.value, PenaltyKind.CONFISCATED_GAINS.value)


def kinds_of(penalties: Expr) -> dict[str, Expr]:
    """What later steps need of the kinds of a penalty, so that the lists need not go along."""
    kinds = penalties.penalty_kinds
    return {
        "kinds_unknown": kinds.isnull(),
        "kinds_only_self": kinds.filter(lambda kind: kind.notin(SELF_EXECUTED)).length() == 0,
        "kinds_other": kinds.filter(lambda kind: kind.notin(SELF_EXECUTED + MONEY)).length() > 0,
        "kinds_fine": kinds.contains(PenaltyKind.FINE.value),
        "kinds_gains": kinds.contains(PenaltyKind.CONFISCATED_GAINS.value),
    }


def nothing_to_enforce(penalties: Expr) -> Expr:
    """Whether nothing is left for a court to enforce; kinds not known: a fine means there is, else it can't be told."""
    fine, confiscated = penalties.fine.fill_null(0), penalties.confiscated.fill_null(0)
    unknown_kinds = ibis.ifelse(fine > 0, always(False), unknown())
    only_self = penalties.kinds_only_self & (fine <= 0) & (confiscated <= 0)
    return ibis.ifelse(penalties.kinds_unknown, unknown_kinds, only_self)


def with_performance(facts: Facts, table: Expr) -> Expr:
    """Add `performed`: whether the party had performed by the last day to apply (`apply`), NULL where it can't be told.

    Also `performance_*` conditions that say what is missing.
    """
    paid = facts.stage(_with_payments(facts, table))
    last = Span.of(paid, "apply")
    recorded = facts.has("penalties.performed_on")
    by_record = on_or_before(Span.on(paid.performed_on), last) & happened(paid.performed_on)
    money, total_unknown = _money(facts, paid, last)
    other = paid.kinds_other
    by_money = ibis.cases(
        (certainly(other), always(False) if recorded else unknown()),
        (other.isnull() & money.fill_null(True), unknown()),
        else_=money,
    )
    if not facts.has("payments"):
        performed = by_record
    elif recorded:
        performed = by_record | by_money
    else:
        performed = by_money
    return facts.stage(
        paid.mutate(
            performed=performed,
            performance_kinds_missing=paid.kinds_unknown & (paid.paid_any > 0),
            performance_fine_missing=total_unknown & paid.fine.isnull(),
            performance_confiscated_missing=total_unknown & paid.confiscated.isnull(),
        )
    )


def _money(facts: Facts, paid: Expr, last: Span) -> tuple[Expr, Expr]:
    fine_told = paid.fine.notnull() | certainly(~paid.kinds_fine)
    unnamed = ~paid.kinds_gains
    confiscated_told = paid.confiscated.notnull() | possibly(unnamed)
    total_unknown = ~(fine_told & confiscated_told)
    total = paid.fine.fill_null(0) + paid.confiscated.fill_null(0)
    reached = ibis.cases(
        (total_unknown, ibis.ifelse(paid.paid_any > 0, unknown(), always(False))),
        (paid.paid_by_earliest >= total, always(True)),
        (paid.paid_by_latest < total, always(False)),
        else_=unknown(),
    )
    return facts.unknown_where_doubted(paid, "payments", reached), total_unknown


def _with_payments(facts: Facts, table: Expr) -> Expr:
    """Add the sums paid by the earliest and by the latest last day, the latter with payments of kind not known."""
    rows = facts.table("payments")
    rows = rows.filter(
        (rows.paid_on <= day(facts.as_of)) & (rows.kind.isnull() | (rows.kind != PaymentKind.ADDED_FINE.value))
    )
    unpaid = table.filter(certainly(~table.applied_for))
    subjects = unpaid.select("pkey", "apply_lo", "apply_hi")
    joined = rows.inner_join(subjects, [rows.pkey == subjects.pkey])
    rows = joined.select(
        pkey=rows.pkey,
        early=ibis.ifelse(rows.kind.notnull() & (rows.paid_on <= subjects.apply_lo), rows.amount, 0),
        late=ibis.ifelse(rows.paid_on <= subjects.apply_hi, rows.amount, 0),
        unkind=rows.kind.isnull(),
        paid_on=rows.paid_on,
        amount=rows.amount,
        in_time=(rows.paid_on <= subjects.apply_hi).cast("int64"),
    )
    rows = facts.stage(rows)
    sums = rows.group_by("pkey").agg(
        early=rows.early.sum(), late=rows.late.sum(), any=rows.in_time.sum(), unkind=rows.unkind.any()
    )
    peaks = _peaks(rows)
    table = join(
        table,
        sums,
        [table.pkey == sums.pkey],
        paid_early=sums.early.fill_null(0),
        paid_late=sums.late.fill_null(0),
        paid_any=sums["any"].fill_null(0),
        paid_unkind=certainly(sums.unkind),
    )
    table = join(table, peaks, [table.pkey == peaks.pkey], peak_early=peaks.early, peak_late=peaks.late)
    return table.mutate(
        paid_by_earliest=table.peak_early.fill_null(table.paid_early),
        paid_by_latest=table.peak_late.fill_null(table.paid_late),
    )


def _peaks(rows: Expr) -> Expr:
    """The highest running totals where money was paid back: what was reached stays reached.

    Only for decisions with a negative amount; all others have their sums for it. Days count as a whole.
    """
    paid_back = rows.filter(rows.amount < 0).select("pkey").distinct()
    of_those = rows.semi_join(paid_back, "pkey")
    daily = of_those.group_by(["pkey", "paid_on"]).agg(early=of_those.early.sum(), late=of_those.late.sum())
    window = ibis.cumulative_window(group_by="pkey", order_by="paid_on")
    running = daily.select("pkey", early=daily.early.sum().over(window), late=daily.late.sum().over(window))
    return running.group_by("pkey").agg(early=running.early.max(), late=running.late.max())
