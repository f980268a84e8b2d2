"""Findings in, leads out (由异常到线索), with memory that doesn't grow with the number of findings."""

from __future__ import annotations

import sqlite3
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Literal

from supervision_rules.entities import FindingRecord
from supervision_rules.errors import MissingExtraError, UsageError
from supervision_rules.rulesets import Registry, Rule, Ruleset
from supervision_rules.runtime import _codes as codes
from supervision_rules.runtime._compiler import compile_rules
from supervision_rules.runtime._durable import native
from supervision_rules.runtime._engine import DurableEngine
from supervision_rules.runtime._leads import Engine, Judge, Judgement, Lead, Suppression, Title
from supervision_rules.runtime._matters import Matters
from supervision_rules.runtime._reference import ReferenceEngine

_CHUNK = 1000
_SCHEMA = """
create table lead (position integer primary key, content text not null);
create table suppression (position integer primary key, content text not null);
"""


@dataclass(frozen=True)
class LeadCounts:
    """How many of what (数量)."""

    matters: int
    leads: int
    suppressed: int
    certainty: Counter[str]
    rules: Counter[str]
    """In how many matters each rule fired."""


class Leads:
    """The leads of a run (线索结果), kept in a temporary database that is gone after `close`."""

    def __init__(self, connection: sqlite3.Connection, engine: str, reason: str, counts: LeadCounts) -> None:
        """Made by `apply_rules`."""
        self._connection = connection
        self._close = weakref.finalize(self, connection.close)
        self.engine = engine
        """`durable` or `reference`: what evaluated the rules."""
        self.fallback_reason = reason
        """Why it was the reference evaluator although the rule engine was wished for; mostly empty."""
        self.counts = counts

    def __iter__(self) -> Iterator[Lead]:
        """The leads, in the order of their matters."""
        for (content,) in self._connection.execute("select content from lead order by position"):
            yield Lead.model_validate_json(content)

    def batches(self, size: int = _CHUNK) -> Iterator[list[Lead]]:
        """The leads in batches of a size."""
        leads = iter(self)
        while batch := list(islice(leads, size)):
            yield batch

    def suppressions(self) -> Iterator[Suppression]:
        """Every finding suppressed, those of matters without a lead too."""
        for (content,) in self._connection.execute("select content from suppression order by position"):
            yield Suppression.model_validate_json(content)

    def close(self) -> None:
        """Forget the leads."""
        self._close()

    def __enter__(self) -> Leads:
        """For `with`."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Forget the leads."""
        self.close()


def apply_rules(
    findings: Iterable[FindingRecord],
    ruleset: Ruleset,
    engine: Literal["durable", "reference", "auto"] = "auto",
    *,
    registry: Registry | None = None,
) -> Leads:
    """Apply a ruleset's rules to findings and give the leads.

    Args:
        findings: The findings, in any order; read once, so a stream of batches needs no more memory than one.
        ruleset: The ruleset with the rules.
        engine: The rule engine, the plain reference evaluator, or `auto`: the engine, and the evaluator where it
            can't be loaded (the result then says so).
        registry: Where titles of kinds come from that the ruleset doesn't give; without it the kind's name stands.

    Raises:
        RulesetError: A rule lies outside the bounds within which the engine is safe; the same with every engine.
        MissingExtraError: `durable` was asked for and can't be loaded.
    """
    make, name, reason = _choose(engine)
    compile_rules(ruleset.rules)
    connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    try:
        connection.executescript(f"pragma journal_mode = off; {_SCHEMA} begin;")
        matters = Matters(connection)
        matters.add(findings)
        judge = Judge(ruleset, make, _titles(ruleset, registry))
        try:
            counts = _judge_all(connection, matters, judge)
        finally:
            judge.close()
    except BaseException:
        connection.close()
        raise
    return Leads(connection, name, reason, counts)


def _judge_all(connection: sqlite3.Connection, matters: Matters, judge: Judge) -> LeadCounts:
    certainty: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    total = suppressed = 0
    judgements = (judge.judge(key, facts) for key, facts in matters)
    while batch := list(islice(judgements, _CHUNK)):
        total += len(batch)
        suppressed += _keep(connection, batch)
        certainty.update(judgement.lead.certainty.value for judgement in batch if judgement.lead)
        rules.update(name for judgement in batch for name in judgement.rules)
    return LeadCounts(total, certainty.total(), suppressed, certainty, rules)


def _keep(connection: sqlite3.Connection, batch: Sequence[Judgement]) -> int:
    leads = [(judgement.lead.model_dump_json(),) for judgement in batch if judgement.lead]
    suppressed = [(one.model_dump_json(),) for judgement in batch for one in judgement.suppressed]
    connection.executemany("insert into lead (content) values (?)", leads)
    connection.executemany("insert into suppression (content) values (?)", suppressed)
    return len(suppressed)


def _choose(engine: str) -> tuple[Callable[[Sequence[Rule]], Engine], str, str]:
    if engine == "reference":
        return ReferenceEngine, engine, ""
    if engine not in ("durable", "auto"):
        raise UsageError.of(
            codes.UNKNOWN_ENGINE,
            f"没有规则引擎“{engine}”",
            f"there is no rule engine '{engine}'",
            hint_zh="可用 auto、durable、reference",
            hint_en="use auto, durable or reference",
        )
    try:
        native()
    except ImportError as error:
        if engine == "durable":
            raise MissingExtraError.of(
                codes.NO_ENGINE,
                f"无法加载规则引擎 durable_rules（{error}）",
                f"the rule engine durable_rules can't be loaded ({error})",
                hint_zh="请执行 pip install durable_rules（需 Python 3.12 及以下），或改用 reference",
                hint_en="run pip install durable_rules (Python 3.12 at most), or use reference",
            ) from error
        return ReferenceEngine, "reference", f"durable_rules: {error}"
    return DurableEngine, "durable", ""


def _titles(ruleset: Ruleset, registry: Registry | None) -> Title:
    titles: dict[tuple[str, str], str] = {}
    for name, info in registry.detectors().items() if registry is not None else ():
        titles |= {(name, kind): facts.title for kind, facts in info.kinds.items()}
    for use in ruleset.detectors:
        titles |= {(use.use, kind): title for kind, title in use.title.items()}
    return lambda detector, kind: titles.get((detector, kind), kind)
