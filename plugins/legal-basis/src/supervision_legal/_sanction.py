"""A sanction against the figures of rules (种类与幅度): three-valued conditions over a penalty joined with a rule's figures."""

from __future__ import annotations

import ibis

from supervision_legal._kinds import FINE, GAINS, OTHER, several
from supervision_rules.detection import Expr, always, certainly, possibly, unknown


def imposed(t: Expr) -> Expr:
    """The fine imposed in yuan: nought where the kinds are known and have no fine; NULL where it isn't known."""
    none = t.kind_bits.notnull() & ((t.kind_bits & FINE) == 0)
    return ibis.coalesce(t.fine, ibis.ifelse(none, ibis.literal(0, "decimal(18, 2)"), ibis.null("decimal(18, 2)")))


def kind_not_authorised(t: Expr) -> Expr:
    """Whether a kind is imposed that the rule doesn't give, or only under a condition that isn't met.

    Confiscated gains are always authorised (行政处罚法 28); of kinds to choose from only one is.
    """
    kinds = t.kind_bits & ~ibis.literal(GAINS, "int64") & ~t.always
    # without `|` and parentheses, which get lost on the way to SQL
    surely = kinds & ~_if(certainly(t.serious_told), t.if_serious) & ~_if(certainly(t.refused_told), t.if_refused)
    beyond = kinds & ~_if(possibly(t.serious_told), t.if_serious) & ~_if(possibly(t.refused_told), t.if_refused)
    return ibis.cases(
        (t.kind_bits.isnull(), unknown()),
        ((beyond & ~ibis.literal(OTHER, "int64")) != 0, always(True)),
        (several(t.kind_bits & t.either), always(True)),
        (surely != 0, unknown()),
        else_=always(False),
    )


def _if(condition: Expr, bits: Expr) -> Expr:
    return ibis.ifelse(condition, bits, 0)


def _fine_allowed(t: Expr) -> Expr:
    """Whether the rule gives a fine: never, always, or under a condition that is met, isn't, or isn't known."""
    return ibis.cases(
        ((t.always & FINE) != 0, always(True)),
        ((t.if_serious & FINE) != 0, t.serious_told),
        ((t.if_refused & FINE) != 0, t.refused_told),
        else_=always(False),
    )


def fine_out_of_range(t: Expr) -> Expr:
    """Whether the fine is outside the rule's range, over all that the record leaves open: gains, seriousness, mitigation.

    No fine among the kinds, and none on record, is outside of nothing.
    """
    fine = imposed(t)
    under = ~t.mitigation
    flat = ibis.cases(
        (fine < t.flat_lo, under),
        (fine <= t.flat_hi, always(False)),
        (certainly(fine <= t.serious_hi), ~t.serious_told),
        else_=always(True),
    )
    times = ibis.cases(
        (fine < t.times_lo * t.illegal_gains, under),
        (fine <= t.times_hi * t.illegal_gains, always(False)),
        else_=always(True),
    )
    state = _by_gains(t, flat, times, _multiple_of_unknown(t, fine, under))
    unfined = t.kind_bits.notnull() & ((t.kind_bits & FINE) == 0) & (fine == 0)
    return _with_condition(t, fine, ibis.ifelse(t.computable, state, unknown()), certainly(unfined))


def _with_condition(t: Expr, fine: Expr, state: Expr, passes: Expr) -> Expr:
    allowed = _fine_allowed(t)
    return ibis.cases(
        (passes, always(False)),
        (fine.isnull(), unknown()),
        (certainly(~allowed), fine > 0),
        (certainly(allowed), state),
        else_=ibis.ifelse(fine > 0, unknown(), always(False)),
    )


def _multiple_of_unknown(t: Expr, fine: Expr, under: Expr) -> Expr:
    """The range by gains above the threshold that aren't known: too low for all of them, or right for some and not for others."""
    lowest = ibis.ifelse(t.on_threshold == 1, fine < t.times_lo * t.threshold, fine <= t.times_lo * t.threshold)
    return ibis.cases(
        (certainly(t.times_lo == 0) & certainly(fine <= t.times_hi * t.threshold), always(False)),
        (certainly(lowest) & certainly(t.times_lo > 0), under),
        (certainly(fine <= t.times_hi * t.threshold) & certainly(t.mitigation), always(False)),
        else_=unknown(),
    )


def _by_gains(t: Expr, flat: Expr, times: Expr, times_unknown: Expr) -> Expr:
    """The branch that the gains decide; both where they aren't known; neither where they lie on a threshold left open."""
    both = ibis.cases(
        (certainly(flat) & certainly(times_unknown), always(True)),
        (~possibly(flat) & ~possibly(times_unknown), always(False)),
        else_=unknown(),
    )
    return ibis.cases(
        (t.threshold.isnull(), flat),
        (t.illegal_gains.isnull(), both),
        (t.illegal_gains < t.threshold, flat),
        (t.illegal_gains > t.threshold, times),
        (t.on_threshold == 0, flat),
        (t.on_threshold == 1, times),
        else_=unknown(),
    )


def more_than_newer(t: Expr) -> Expr:
    """Whether the sanction is more than the lighter new law allows: no penalty, a kind it no longer has, a higher fine.

    Where it isn't known how the law of the act compares, a sanction within the new one's is no more for sure.
    """
    fine = imposed(t)
    flat = ibis.cases(
        (fine <= t.flat_hi, always(False)),
        (certainly(fine <= t.serious_hi), ~t.serious_told),
        else_=always(True),
    )
    above = fine > t.times_hi * t.illegal_gains
    above_unknown = ibis.ifelse(fine <= t.times_hi * t.threshold, always(False), unknown())
    range_ = ibis.ifelse(t.computable, _by_gains(t, flat, above, above_unknown), unknown())
    over = _over_condition(t, fine, range_)
    dropped = ibis.ifelse(t.dropped == 0, always(False), (t.kind_bits & t.dropped) != 0)
    no_penalty = ibis.cases(
        (certainly(t.kind_bits != 0) | certainly(t.fine > 0), always(True)),
        (t.kind_bits.isnull(), unknown()),
        else_=always(False),
    )
    more = ibis.ifelse(t.punished, over | dropped, no_penalty)
    return ibis.cases(
        (t.lighter.isnull(), ibis.ifelse(possibly(more), unknown(), always(False))),
        (~t.lighter, always(False)),
        else_=more,
    )


def _over_condition(t: Expr, fine: Expr, range_: Expr) -> Expr:
    """Above the range where a fine is allowed, above nothing where it isn't; both where that isn't known."""
    allowed = _fine_allowed(t)
    return ibis.cases(
        (fine.isnull(), unknown()),
        (certainly(~allowed), fine > 0),
        (certainly(allowed), range_),
        (certainly(fine > 0) & certainly(range_), always(True)),
        (fine <= 0, always(False)),
        else_=unknown(),
    )


def gains_matter(t: Expr) -> Expr:
    """Whether the gains aren't known and would decide the branch."""
    return t.illegal_gains.isnull() & t.threshold.notnull()


def seriousness_matters(t: Expr) -> Expr:
    """Whether it isn't known if the act was serious, and that would open a kind or a higher fine."""
    higher = certainly((imposed(t) > t.flat_hi) & (imposed(t) <= t.serious_hi))
    kinds = certainly((t.kind_bits & t.if_serious) != 0) | ((t.if_serious & FINE) != 0)
    return t.serious_told.isnull() & (higher | kinds)


def refusal_matters(t: Expr) -> Expr:
    """Whether it isn't known if an order to correct was refused, and that would open the penalty."""
    return t.refused_told.isnull() & (certainly((t.kind_bits & t.if_refused) != 0) | ((t.if_refused & FINE) != 0))


def mitigation_matters(t: Expr) -> Expr:
    """Whether the fine is below the range and it isn't known if there is a ground to mitigate (行政处罚法 32)."""
    fine = imposed(t)
    below_flat = certainly(fine < t.flat_lo)
    below_times = certainly(fine < t.times_lo * t.illegal_gains) | certainly(fine <= t.times_lo * t.threshold)
    return t.mitigation.isnull() & (below_flat | below_times)
