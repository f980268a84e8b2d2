"""Check digits of identity numbers (校验位): GB 11643 for residents, GB 32100 for organisations, as SQL."""

from __future__ import annotations

from supervision_rules.intake._sql import literal

_RESIDENT_WEIGHTS = tuple(2 ** (17 - i) % 11 for i in range(17))
_CREDIT_WEIGHTS = tuple(3**i % 31 for i in range(17))
_CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def wrong_check_digits(relation: str, identity: str) -> str:
    """A query for the rows whose number, in normal form, has the eighteen signs of either kind and passes as neither.

    It is built in layers, as the engine computes a common part of a projection once, but not one of a condition.
    """
    credit_shape = literal(f"[{_CREDIT_LETTERS}]{{18}}")
    return f"""
        SELECT _row FROM (
            SELECT _row, identity, right(identity, 1) = {_resident_check("digits")} AS resident FROM (
                SELECT _row, {identity} AS identity, try_cast(left({identity}, 17) AS BIGINT) AS digits
                FROM {relation} WHERE regexp_full_match({identity}, '[0-9A-Z]{{18}}')
            )
        )
        WHERE NOT coalesce(resident, FALSE) AND NOT CASE WHEN regexp_full_match(identity, {credit_shape})
            THEN right(identity, 1) = {_credit_check("identity")} ELSE FALSE END"""


def _resident_check(digits: str) -> str:
    """The check digit of a resident identity number (居民身份证号码)."""
    terms = (f"{digits} // {10 ** (16 - i)} % 10 * {weight}" for i, weight in enumerate(_RESIDENT_WEIGHTS))
    return f"substr('10X98765432', CAST(({' + '.join(terms)}) % 11 AS INTEGER) + 1, 1)"


def _credit_check(identity: str) -> str:
    """The check digit of a unified social credit code (统一社会信用代码)."""
    letters = literal(_CREDIT_LETTERS)
    terms = (
        f"(instr({letters}, substr({identity}, {i + 1}, 1)) - 1) * {weight}" for i, weight in enumerate(_CREDIT_WEIGHTS)
    )
    return f"substr({letters}, (31 - ({' + '.join(terms)}) % 31) % 31 + 1, 1)"
