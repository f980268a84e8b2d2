"""Whether a penalty was performed (履行) in time.

Readings
--------
- Money kinds: 罚款 (amount: fine) and 没收违法所得 (amount: confiscated). 没收非法财物
  is a duty other than money, as is every kind that is neither money nor carried out by
  the agency itself.
- An amount that the kinds do not name counts if it is given, and as zero if it is
  empty.
- A running total is formed per day; without any payment nothing has been reached, even
  if nothing is due.
- "Nothing at all paid" looks at payments of fine, gains or unknown kind up to the last
  day; added fines do not count.
- Kinds not known: payments below the fine do not perform; payments that reach it can't
  tell, as there may be other duties.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from .legal_time import Span, after, exactly
from .records import NOT_KNOWN, Payment, Penalty
from .truth import Truth, any_of, negated

FINE = "罚款"
GAINS = "没收违法所得"
MONEY = (FINE, GAINS)
NOTHING_TO_DO = (
    "警告",
    "通报批评",
    "暂扣许可证件",
    "降低资质等级",
    "吊销许可证件",
    "限制从业",
    "行政拘留",
)


def nothing_to_enforce(penalty: Penalty) -> Truth:
    """Tell whether the decision leaves the court nothing to enforce."""
    if penalty.kinds is None:
        return False if penalty.fine else None
    if any(kind not in NOTHING_TO_DO for kind in penalty.kinds):
        return False
    return not penalty.fine and not penalty.confiscated


def has_other_duty(penalty: Penalty) -> Truth:
    """Tell whether the party has to do anything but pay."""
    if penalty.kinds is None:
        return None
    return any(kind not in MONEY + NOTHING_TO_DO for kind in penalty.kinds)


def amount_due(penalty: Penalty) -> Decimal | None:
    """Give the money to be paid; None where it is not known."""
    kinds = penalty.kinds or ()
    if FINE in kinds and penalty.fine is None:
        return None
    if GAINS in kinds and penalty.confiscated is None:
        return None
    return (penalty.fine or Decimal(0)) + (penalty.confiscated or Decimal(0))


def day_reached(payments: Sequence[Payment], due: Decimal) -> date | None:
    """Give the first day on which the total of some payments reaches an amount."""
    total = Decimal(0)
    for day in sorted({payment.paid_on for payment in payments}):
        total += sum(p.amount for p in payments if p.paid_on == day)
        if total >= due:
            return day
    return None


def in_time(day: date | None, last_day: Span) -> Truth:
    """Tell whether something was done on or before the last day."""
    return False if day is None else negated(after(exactly(day), last_day))


def paid_in_time(penalty: Penalty, payments: Sequence[Payment], last_day: Span) -> Truth:
    """Tell whether the payments alone perform the decision in time."""
    if has_other_duty(penalty) is True:
        return False
    sure = [payment for payment in payments if payment.kind in ("fine", "gains")]
    possible = [payment for payment in payments if payment.kind != "added_fine"]
    due = amount_due(penalty)
    if due is None:
        first = min((payment.paid_on for payment in possible), default=None)
        return False if in_time(first, last_day) is False else None
    surely = in_time(day_reached(sure, due), last_day)
    perhaps = in_time(day_reached(possible, due), last_day)
    if surely is True:
        return None if has_other_duty(penalty) is None else True
    return None if surely is None or perhaps is not False else False


def performed(
    penalty: Penalty,
    payments: Sequence[Payment] | None,
    payments_present: bool,
    last_day: Span,
) -> Truth:
    """Tell whether the penalty was performed in time.

    `payments` is None where what the table says about the penalty is not known.
    """
    recorded: Truth
    if penalty.performed_on is NOT_KNOWN:
        tells_money = payments_present and has_other_duty(penalty) is not True
        recorded = False if tells_money else None
    elif isinstance(penalty.performed_on, date):
        recorded = in_time(penalty.performed_on, last_day)
    else:
        recorded = False
    paid: Truth
    if not payments_present or has_other_duty(penalty) is True:
        paid = False
    elif payments is None:
        paid = None
    else:
        paid = paid_in_time(penalty, payments, last_day)
    return any_of([recorded, paid])
