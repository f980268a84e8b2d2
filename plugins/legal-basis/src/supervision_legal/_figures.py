"""A penalty rule's figures as one row of numbers, so that they can be compared a set at a time (罚则数值)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from supervision_legal._kinds import BIT, OTHER
from supervision_rules.law import FineRange, PenaltyRule, Sanction

ON_THRESHOLD = {"below": 0, "above": 1, "open": 2}

SCHEMA: Mapping[str, str] = {
    "always": "int64",
    "if_serious": "int64",
    "if_refused": "int64",
    "either": "int64",
    "punished": "boolean",
    "computable": "boolean",
    "threshold": "decimal(18, 2)",
    "on_threshold": "int8",
    "flat_lo": "decimal(18, 2)",
    "flat_hi": "decimal(18, 2)",
    "serious_hi": "decimal(18, 2)",
    "times_lo": "decimal(18, 2)",
    "times_hi": "decimal(18, 2)",
}
"""The columns of a rule's figures: kinds as bits by condition; the fine below the threshold of gains in yuan, the higher end
where the act is serious, and above the threshold as multiples of the gains."""


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """The figures of one rule, as `SCHEMA` says."""

    always: int = 0
    if_serious: int = 0
    if_refused: int = 0
    either: int = 0
    punished: bool = True
    computable: bool = True
    threshold: Decimal | None = None
    on_threshold: int = 0
    flat_lo: Decimal | None = None
    flat_hi: Decimal | None = None
    serious_hi: Decimal | None = None
    times_lo: Decimal | None = None
    times_hi: Decimal | None = None

    @property
    def kinds(self) -> int:
        """Every kind that the rule gives, under whatever condition."""
        return self.always | self.if_serious | self.if_refused


UNPUNISHED = Figures(punished=False)


def figures_of(rule: PenaltyRule | None) -> Figures:
    """The figures of a rule; of none, those of an act that isn't punished."""
    if rule is None or not rule.punished:
        return UNPUNISHED
    bits = {"always": 0, "serious": 0, "refuses": 0}
    either = 0
    for sanction in rule.sanctions:
        bit = BIT.get(sanction.kind, OTHER)
        bits[_condition(rule, sanction)] |= bit
        either |= bit if sanction.mode == "either" else 0
    flat = [part for part in rule.fine if part.gains != "above" and not part.serious]
    higher = [part for part in rule.fine if part.gains != "above" and part.serious]
    times = [part for part in rule.fine if part.gains == "above"]
    none_needed = rule.may_fine
    return Figures(
        always=bits["always"],
        if_serious=bits["serious"],
        if_refused=bits["refuses"],
        either=either,
        computable=_computable(rule.fine),
        threshold=rule.threshold,
        on_threshold=ON_THRESHOLD[rule.on_threshold],
        flat_lo=_lowest(flat, none_needed),
        flat_hi=_highest(flat),
        serious_hi=_highest(higher),
        times_lo=_lowest(times, none_needed),
        times_hi=_highest(times),
    )


def _condition(rule: PenaltyRule, sanction: Sanction) -> str:
    """On what a kind depends; what a whole provision requires goes for each of its kinds."""
    if sanction.condition in ("serious", "refuses"):
        return sanction.condition
    return "refuses" if rule.requires_refusal else "serious" if rule.requires_serious else "always"


def _computable(fine: tuple[FineRange, ...]) -> bool:
    return bool(fine) and all(part.unit != "value" for part in fine)


def _lowest(parts: list[FineRange], none_needed: bool) -> Decimal | None:
    if not parts:
        return None
    return Decimal(0) if none_needed else min(part.minimum for part in parts)


def _highest(parts: list[FineRange]) -> Decimal | None:
    return max((part.maximum for part in parts), default=None)
