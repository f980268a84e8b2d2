"""From findings to leads (线索): suppression, combination and grading, matter by matter."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Literal, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict

from supervision_rules.rulesets import Rule, Ruleset, Severity
from supervision_rules.runtime._facts import STATUSES, Fact

Title = Callable[[str, str], str]


class Certainty(StrEnum):
    """确定程度: what the surest finding of a lead is."""

    CONFIRMED = "confirmed"
    WARNING = "warning"
    UNVERIFIED = "unverified"

    @property
    def label(self) -> str:
        """The Chinese word for reports."""
        return {"confirmed": "已确认", "warning": "预警", "unverified": "无法核实"}[self.value]


_CERTAINTY = dict(zip(STATUSES, Certainty, strict=True))


class Model(BaseModel):
    """What all records of the runtime share."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Suppression(Model):
    """A finding that a rule suppressed (压制), with the lead of its matter, if any is left."""

    finding_id: str
    rule: str
    reason: str
    lead_id: str | None


class Lead(Model):
    """A lead (线索): the findings of one matter after suppression, combination and grading."""

    lead_id: str
    ruleset: str
    kind: Literal["individual"] = "individual"
    title: str
    grade: Severity
    certainty: Certainty
    decision_no: str | None
    agency: str | None
    case_no: str | None
    court: str | None
    party_name: str | None
    findings: tuple[str, ...]
    suppressed: tuple[Suppression, ...]
    tags: tuple[str, ...]
    rules: tuple[str, ...]


class Engine(Protocol):
    """Evaluates rules over the facts of one matter."""

    @property
    def name(self) -> str:
        """`durable` or `reference`."""

    def fire(self, facts: Sequence[Fact]) -> dict[int, tuple[int, ...]]:
        """Each rule that fires, by its number, with the numbers of the facts that it suppresses."""

    def close(self) -> None:
        """Give back what the engine holds."""


class Judge:
    """Judges one matter after another (逐事项研判): first all rules that suppress, then the others on what is left."""

    def __init__(self, ruleset: Ruleset, engine: Callable[[Sequence[Rule]], Engine], title: Title) -> None:
        """Take the rules, the engine's maker, and the titles by detector and kind."""
        self._ruleset = ruleset.ruleset
        self._suppressing = [rule for rule in ruleset.rules if rule.then.suppress is not None]
        self._others = [rule for rule in ruleset.rules if rule.then.suppress is None]
        self._first, self._second = engine(self._suppressing), engine(self._others)
        self._title = title

    def close(self) -> None:
        """Give back what the engines hold."""
        self._first.close()
        self._second.close()

    def judge(self, matter: str, facts: Sequence[Fact]) -> Judgement:
        """The lead of a matter, if one is left, and what was suppressed."""
        by: dict[int, Rule] = {}
        quiet = []
        for number, hit in self._first.fire(facts).items() if self._suppressing else ():
            if hit:
                quiet.append(self._suppressing[number].name)
            for index in hit:
                by.setdefault(index, self._suppressing[number])
        left = [fact for index, fact in enumerate(facts) if index not in by]
        lead_id = fingerprint(self._ruleset, matter) if left else None
        suppressed = tuple(
            Suppression(
                finding_id=facts[index].finding_id, rule=rule.name, reason=rule.then.reason or "", lead_id=lead_id
            )
            for index, rule in sorted(by.items())
        )
        if lead_id is None:
            return Judgement(None, suppressed, tuple(quiet))
        fired = [self._others[number] for number in self._second.fire(left)] if self._others else []
        rules = (*quiet, *(rule.name for rule in fired))
        return Judgement(self._lead(lead_id, left, suppressed, fired, rules), suppressed, rules)

    def _lead(
        self,
        lead_id: str,
        facts: Sequence[Fact],
        suppressed: tuple[Suppression, ...],
        fired: Sequence[Rule],
        rules: tuple[str, ...],
    ) -> Lead:
        ordered = sorted(facts, key=_gravity)
        gravest = ordered[0]
        grades = [rule.then.grade for rule in fired if rule.then.grade is not None]
        titles = [rule.then.combine for rule in fired if rule.then.combine is not None]
        return Lead(
            lead_id=lead_id,
            ruleset=self._ruleset,
            title=titles[0] if titles else self._title(gravest.detector, gravest.kind),
            grade=max(grades, key=lambda grade: grade.rank) if grades else gravest.grade,
            certainty=_CERTAINTY[gravest.status],
            decision_no=_together("decision_no", ordered),
            agency=_together("agency", ordered),
            case_no=_together("case_no", ordered),
            court=_together("court", ordered),
            party_name=_together("party_name", ordered),
            findings=tuple(fact.finding_id for fact in ordered),
            suppressed=suppressed,
            tags=tuple(dict.fromkeys(tag for rule in fired for tag in rule.then.tag)),
            rules=rules,
        )


class Judgement(NamedTuple):
    """What became of a matter: its lead, if any, the suppressed findings, and the rules that fired."""

    lead: Lead | None
    suppressed: tuple[Suppression, ...]
    rules: tuple[str, ...]


def fingerprint(ruleset: str, matter: str, kind: str = "individual") -> str:
    """A lead's id: the same ruleset and matter give the same id in every run, whatever is found in it."""
    return hashlib.sha256("\n".join((ruleset, kind, matter)).encode()).hexdigest()[:32]


def _gravity(fact: Fact) -> tuple[int, int, int, str]:
    """The surest first, then the gravest, the longest overdue, and the id."""
    return STATUSES.index(fact.status), -fact.severity, -(fact.days_over or 0), fact.finding_id


def _together(name: str, facts: Sequence[Fact]) -> str | None:
    values = dict.fromkeys(value for fact in facts if (value := getattr(fact, name)))
    return "、".join(values) or None
