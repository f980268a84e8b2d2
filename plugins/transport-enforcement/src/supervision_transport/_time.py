"""From service to the last day to apply: the time to sue, deferrals, and the three months (申请强制执行的期限)."""

from __future__ import annotations

import datetime as dt

import ibis

from supervision_rules.detection import (
    Expr,
    Facts,
    LegalTables,
    PeriodOf,
    Span,
    certainly,
    code,
    day,
    join,
    later,
    none,
    on_or_before,
    unbounded,
    where_span,
)

DEFERRALS_SINCE = dt.date(2021, 7, 15)
"""行政处罚法 (2021) 72 took effect: an instalment plan postpones the application only since then."""
_TOLD, _UNTOLD, _UNKNOWN = 6, -1, 0


def with_times(facts: Facts, law: LegalTables, table: Expr) -> Expr:
    """Add the intervals `sue` (end of the time to sue), `until`, `early` (last day before which it is too early) and `apply`.

    Needs what `with_remedies` adds. Sources: 行政诉讼法 45 and 46, 法释〔2018〕1号 64 and 156, 行政强制法 53, 行政处罚法 72.
    """
    table = _with_time_to_sue(facts, law, table)
    starts = later(Span.of(table, "sue"), Span.of(table, "concluded"))
    table = facts.stage(table.mutate(**starts.columns("opens")))
    table = _with_deferrals(facts, law, table)
    table = law.later(
        table, "early", "sue", "until", zh="起诉期限与延期、分期期限", en="the time to sue and the deferral"
    )
    table = law.later(
        table,
        "period_start",
        "sue",
        "concluded",
        "until",
        zh="申请期限的起算日(起诉期限届满、复议诉讼结案、延期分期届满)",
        en="the start of the time to apply (time to sue, end of a remedy, deferral)",
    )
    return facts.stage(law.due(table, "apply", start="period_start"))


def _with_time_to_sue(facts: Facts, law: LegalTables, table: Expr) -> Expr:
    months = table.suit_months_told
    told = ibis.cases((table.remedy_told, _TOLD), (~table.remedy_told, _UNTOLD), else_=_UNKNOWN)
    variants = {_TOLD: PeriodOf("sue"), _UNTOLD: PeriodOf("sue_untold"), _UNKNOWN: PeriodOf("sue_maybe_told")}
    longer = {count for count in facts.values("penalties", "suit_months_told") if count > _TOLD}
    variants |= {count: PeriodOf("sue", months=count) for count in longer}
    table = table.mutate(
        told_case=ibis.ifelse(months.notnull(), ibis.greatest(months, _TOLD), told).fill_null(_UNKNOWN).cast("int32"),
        **Span.on(table.served_on).columns("served"),
    )
    table = law.due(
        table, "sue_from_service", start="served", variants=variants, variant="told_case", day_column="served_on"
    )
    own = where_span(table.upheld, none(), Span.of(table, "sue_from_service"))
    table = table.mutate(**own.columns("sue_from_service"))
    table = law.due(table, "sue_after_reconsideration", start="answered")
    return law.later(
        table,
        "sue",
        "sue_from_service",
        "sue_after_reconsideration",
        zh="自处罚送达与自复议决定送达起算的起诉期限",
        en="the time to sue from service of the penalty and of the reconsideration decision",
    )


def _with_deferrals(facts: Facts, law: LegalTables, table: Expr) -> Expr:
    rows = facts.table("deferrals")
    subjects = table.select("pkey", "judged_lo", "judged_hi", "opens_lo", "opens_hi")
    joined = rows.inner_join(subjects, [rows.pkey == subjects.pkey])
    rows = joined.select(
        pkey=rows.pkey,
        granted_on=rows.granted_on,
        until=rows.until,
        **{name: subjects[name] for name in ("judged_lo", "judged_hi", "opens_lo", "opens_hi")},
    )
    rows = law.due(rows, "apply_without", start="opens", period="apply")
    granted = Span(rows.granted_on, rows.granted_on)
    seen = on_or_before(granted, Span.of(rows, "judged"))
    in_time = on_or_before(granted, Span.of(rows, "apply_without"))
    valid = (rows.until >= day(DEFERRALS_SINCE)) & (rows.until >= rows.granted_on)
    counts = certainly(seen & in_time & valid)
    doubtful = seen.fill_null(True) & ~counts
    flagged = rows.select(
        pkey=rows.pkey,
        until=ibis.ifelse(counts, rows.until, day(dt.date.min)),
        doubtful=code(doubtful),
    )
    summed = flagged.group_by("pkey").agg(until=flagged.until.max(), doubtful=flagged.doubtful.max())
    table = join(
        table,
        summed,
        [table.pkey == summed.pkey],
        until=summed.until.fill_null(day(dt.date.min)),
        until_doubtful=summed.doubtful,
    )
    unsaid = facts.doubt(table, "deferrals")
    doubtful = certainly(table.until_doubtful == 2) | unsaid
    known = Span(table.until, table.until)
    until = where_span(doubtful, Span(known.lo, unbounded().hi), known)
    until = where_span(unsaid, unbounded(), until)
    return table.mutate(deferral_doubtful=doubtful, **until.columns("until"))
