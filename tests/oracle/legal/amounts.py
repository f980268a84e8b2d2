"""Money and kinds of random decisions: exactly on the limits and thresholds, and on both sides of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from .days import Days
from .decision import Payment
from .figures import LINES
from .lines import DETAINED, FINE, GAINS, REVOKED, WARNING, Line, Money
from .statutes import find
from .texts import Text, lines_of
from .which_law import stands_for

FEN = Decimal("0.01")
MEASURES = ("责令改正", "责令停止经营", "扣留车辆", "责令限期拆除")
GAINS_AROUND = (0, 2_999, 3_000, 3_001, 5_000, 9_999, 10_000, 10_001, 15_000, 19_999, 20_000, 20_001, 60_000)


def sanction(text: Text, when: Days, rng: Random) -> tuple[tuple[str, ...] | None, Decimal | None, Decimal | None]:
    """Kinds, fine and gains, near to what the act's lines or those cited give."""
    line = chosen(text, rng)
    gains = None if rng.random() < 0.2 else Decimal(rng.choice(GAINS_AROUND))
    kinds = chosen_kinds(line, rng)
    fine = None
    if FINE in kinds:
        fine = amount(line.money, gains, rng) if line.money is not None else Decimal(rng.choice((0, 2_000)))
    if rng.random() < 0.03:
        fine = None
    return (None if rng.random() < 0.04 else kinds), fine, gains


def chosen(text: Text, rng: Random) -> Line:
    """A line of the acts, or of what is cited."""
    lines = [line for act in text.acts for line in lines_of(act)]
    if not lines or rng.random() < 0.25:
        cites = [cite for cite in text.cites if cite.article is not None and find(cite.title) is not None]
        lines = [line for line in LINES if any(stands_for(cite, line) for cite in cites)] or lines
    return rng.choice(lines or list(LINES))


def chosen_kinds(line: Line, rng: Random) -> tuple[str, ...]:
    """The kinds of a line: one of them where they exclude each other, conditional ones at times, seldom a foreign one."""
    sure = [kind for kind, needs in line.kinds.items() if not needs]
    hung = [kind for kind, needs in line.kinds.items() if needs]
    if line.either and rng.random() < 0.85:
        sure = [rng.choice(sure)]
    kinds = [kind for kind in sure if kind == FINE or rng.random() < 0.6]
    kinds += [kind for kind in hung if not sure or rng.random() < 0.2]
    if rng.random() < 0.05:
        kinds.append(rng.choice((WARNING, REVOKED, DETAINED, FINE, "通报批评")))
    if rng.random() < 0.15:
        kinds.append(rng.choice((*MEASURES, GAINS)))
    return tuple(dict.fromkeys(kinds)) or (rng.choice(MEASURES),)


def amount(money: Money, gains: Decimal | None, rng: Random) -> Decimal:
    """On a limit of one of its ranges, a fen or a yuan beside it, or well inside or outside."""
    limits = [Decimal(1_000)]
    if money.flat is not None:
        limits = [Decimal(limit) for limit in money.flat]
    if money.serious is not None:
        limits += [Decimal(limit) for limit in money.serious]
    if money.times is not None and rng.random() < 0.5:
        base = gains if gains else money.threshold + rng.choice((0, 1, 5_000))
        limits = [base * times for times in money.times]
    if rng.random() < 0.4:
        return ((limits[0] + limits[-1]) / 2).quantize(FEN)
    limit = rng.choice(limits)
    return max(
        Decimal(0), limit + rng.choice((Decimal(0), Decimal(0), -FEN, FEN, Decimal(-1), Decimal(1), limit / 2))
    ).quantize(FEN)


def in_words(fine: Decimal | None, rng: Random) -> Decimal | None:
    """The amount in words of the document, where there is one: mostly the same."""
    if fine is None or rng.random() < 0.6:
        return None
    return fine if rng.random() < 0.85 else fine * 10 + rng.choice((0, 1))


def payments(fine: Decimal | None, day: date, rng: Random) -> tuple[Payment, ...] | None:
    """Payments of the fine and of added fines, on both sides of the fine; None: no such table."""
    way = rng.random()
    if way < 0.5 or not fine:
        return None if way < 0.1 else ()
    later = day + timedelta(days=rng.choice((10, 30, 60, 2_000)))
    kind = rng.choice(("fine", "fine", "added_fine", "added_fine", None))
    first = Payment(kind, later, fine if rng.random() < 0.6 else (fine / 2).quantize(FEN))
    if rng.random() < 0.5:
        return (first,)
    more = fine + rng.choice((-FEN, Decimal(0), FEN)) if rng.random() < 0.5 else (fine / 2).quantize(FEN)
    return (first, Payment(rng.choice(("added_fine", "added_fine", None)), later, max(more, FEN)))
