"""The ladder (判断阶梯): the first rung that holds decides, one that can't be told stops it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

import ibis

from supervision_rules.detection._law_tables import DueStep, LaterStep, LegalTables
from supervision_rules.detection._tri import NEVER, Expr, day
from supervision_rules.entities import Outcome
from supervision_rules.law import LAST_DAY

_KEYS = ("pkey", "ckey")
SUBJECT_COLUMNS: Mapping[str, str] = {
    "decision_no": "string",
    "agency": "string",
    "case_no": "string",
    "court": "string",
    "party_name": "string",
    "subject_table": "string",
    "subject_source": "int32",
    "subject_row": "int64",
    "subject_no": "string",
    "pkey": "int64",
    "ckey": "int64",
    "akey": "int64",
}
"""What every ladder says of its subject; `subject_no` is the number of an application that has no case."""


@dataclass(frozen=True)
class Explained:
    """What an explainer says of a row.

    `values` are further values for the sentence, by name; `basis` the provisions applied; `notes` the lines that become steps
    of the trace, in the language asked for.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    basis: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


Explainer = Callable[[Mapping[str, Any], str, str], Explained]
"""Called with a row's values by name as the engine gives them, the rung's name, and `zh` or `en`."""


@dataclass(frozen=True)
class Rung:
    """One rung: what it decides, when it holds, and what would tell where that can't be told."""

    name: str
    outcome: Outcome
    when: Expr
    zh: str
    en: str
    due: str | None
    happened: str | None
    steps: tuple[str, ...]
    missing: Mapping[str, Expr]
    depends: tuple[str, ...]

    @property
    def accuses(self) -> bool:
        """Whether it gives a finding or a warning."""
        return self.outcome in (Outcome.FINDING, Outcome.WARNING)


@dataclass(frozen=True)
class Ladder:
    """判断阶梯: rungs over a table with one row a subject; each method gives a new ladder with a rung more.

    `subject` gives the columns of `SUBJECT_COLUMNS` that the table can tell; `show` names further columns that the reason
    and the trace use; `texts` may be a table with the subject's key (`pkey` or `ckey`) and those of these columns that no
    rung needs: they are fetched only for the rows that are given. `explains` makes further texts of the
    rows that are given. Each rung takes

    - `when`: the condition, true, false or NULL;
    - `zh`, `en`: what it says when it holds;
    - `due`, `happened`: names of the interval (`<name>_lo`, `<name>_hi`) of the last day, and of the day it was done;
    - `steps`: the deadline steps that the trace shows;
    - `missing`: by table or `table.column`, when that is what can't be told for lack of it;
    - `depends`: tables and columns whose absence is taken as none on record and on which the rung rests; whoever passes a
      rung that is not applicable rests on the same.
    """

    table: Expr
    law: LegalTables
    subject: Mapping[str, Expr]
    show: tuple[str, ...] = ()
    rungs: tuple[Rung, ...] = field(default=())
    texts: Expr | None = None
    explains: Explainer | None = None

    def finding(self, name: str, when: Expr, *, zh: str, en: str, due: str | None = None, happened: str | None = None,
                steps: Sequence[str] = (), missing: Mapping[str, Expr] | None = None, depends: Sequence[str] = ()) -> Self:  # fmt: skip
        """异常: the records show something that isn't in order."""
        return self._with(
            Rung(name, Outcome.FINDING, when, zh, en, due, happened, tuple(steps), missing or {}, tuple(depends))
        )

    def warning(self, name: str, when: Expr, *, zh: str, en: str, due: str | None = None,
                steps: Sequence[str] = (), missing: Mapping[str, Expr] | None = None, depends: Sequence[str] = ()) -> Self:  # fmt: skip
        """预警: a deadline is near."""
        return self._with(
            Rung(name, Outcome.WARNING, when, zh, en, due, None, tuple(steps), missing or {}, tuple(depends))
        )

    def clear(self, name: str, when: Expr, *, zh: str, en: str, missing: Mapping[str, Expr] | None = None) -> Self:
        """正常."""
        return self._with(Rung(name, Outcome.CLEAR, when, zh, en, None, None, (), missing or {}, ()))

    def not_applicable(
        self,
        name: str,
        when: Expr,
        *,
        zh: str,
        en: str,
        missing: Mapping[str, Expr] | None = None,
        depends: Sequence[str] = (),
    ) -> Self:
        """不适用: the question doesn't arise."""
        return self._with(
            Rung(name, Outcome.NOT_APPLICABLE, when, zh, en, None, None, (), missing or {}, tuple(depends))
        )

    def unverified(self, name: str, when: Expr, *, zh: str, en: str, missing: Mapping[str, Expr] | None = None) -> Self:
        """无法核实: what the records say can't be judged."""
        return self._with(Rung(name, Outcome.UNVERIFIED, when, zh, en, None, None, (), missing or {}, ()))

    def _with(self, rung: Rung) -> Self:
        if any(known.name == rung.name for known in self.rungs):
            raise ValueError(f"two rungs named {rung.name}")
        return replace(self, rungs=(*self.rungs, rung))

    def number(self) -> Expr:
        """The number of the rung that decides, from 1; negative where it can't be told; 0 where none holds."""
        branches = []
        for index, rung in enumerate(self.rungs, 1):
            stops = ibis.literal(-index, "int16")
            holds = stops if rung.outcome is Outcome.UNVERIFIED else ibis.literal(index, "int16")
            branches.append((rung.when.fill_null(True), ibis.ifelse(rung.when.fill_null(False), holds, stops)))
        return ibis.cases(*branches, else_=ibis.literal(0, "int16"))

    def index(self, name: str) -> int:
        """The number of the named rung, from 1; `ValueError` where there is none."""
        return [rung.name for rung in self.rungs].index(name) + 1

    def holds(self, name: str) -> Expr:
        """Whether the named rung is the one that decides, for sure."""
        return self.number() == self.index(name)

    def kind_of(self, number: int) -> str:
        """The kind of a row by the rung's number: of one that can't be told, its own or the next below that accuses."""
        for rung in self.rungs[abs(number) - 1 :]:
            if rung.accuses:
                return rung.name
        return next(rung.name for rung in reversed(self.rungs) if rung.accuses)

    def rests_on(self, number: int) -> tuple[str, ...]:
        """What the row of a rung's number depends on: what that rung does, and the not-applicable ones passed before it."""
        passed = [rung for rung in self.rungs[: abs(number) - 1] if rung.outcome is Outcome.NOT_APPLICABLE]
        deciding = self.rungs[abs(number) - 1]
        return tuple(dict.fromkeys(name for rung in (deciding, *passed) for name in rung.depends))

    def outcome_of(self, number: int) -> Outcome:
        """The outcome by the rung's number."""
        return Outcome.UNVERIFIED if number < 0 else self.rungs[number - 1].outcome

    def missing_names(self) -> tuple[str, ...]:
        """All tables and columns that a rung may lack, in the order of their bits."""
        return tuple(dict.fromkeys(name for rung in self.rungs for name in rung.missing))

    def shown(self) -> tuple[str, ...]:
        """The columns beyond the subject's that the reason and the trace of a row use."""
        names = list(self.show)
        for step in dict.fromkeys(step for rung in self.rungs for step in rung.steps):
            taken = self.law.steps[step]
            starts = taken.of if isinstance(taken, LaterStep) else (taken.start,)
            for span in (*starts, step):
                names += [f"{span}_lo", f"{span}_hi"]
            if isinstance(taken, DueStep) and taken.variant:
                names.append(taken.variant)
        return tuple(dict.fromkeys(names))

    def numbered(self) -> Expr:
        """The ladder's table with `rung_number`, the rung that decides."""
        return self.table.mutate(rung_number=self.number())

    def judged(self, numbered: Expr) -> Expr:
        """For rows of `numbered`: the rung's number, due and happened day, what is missing, the subject and what is shown.

        `happened_on` is NULL where nothing happened, 0001-01-01 where it did on a day that isn't known.
        """
        columns: dict[str, Expr] = {"rung_number": numbered.rung_number}
        for name, type_ in SUBJECT_COLUMNS.items():
            value = self.subject.get(name)
            columns[name] = ibis.null(type_) if value is None else value.cast(type_)
        columns["due_on"] = self._pick(numbered, "due", "hi", LAST_DAY)
        columns["happened_on"] = self._pick(numbered, "happened", "lo", NEVER)
        columns["missing_bits"] = self._missing_bits(numbered)
        late = () if self.texts is None else tuple(name for name in self.texts.columns if name not in _KEYS)
        columns |= {f"x_{name}": numbered[name] for name in self.shown() if name not in late}
        judged = numbered.select(**columns)
        return judged if self.texts is None else self._with_texts(judged, self.texts)

    def _with_texts(self, judged: Expr, texts: Expr) -> Expr:
        """The judged rows with what only a reader of them needs, joined by the subject's key."""
        (key,) = (name for name in texts.columns if name in _KEYS)
        joined = judged.inner_join(texts, [judged[key] == texts[key]])
        columns = {
            name: texts[name] if name in texts.columns and name != key else judged[name] for name in judged.columns
        }
        columns |= {f"x_{name}": texts[name] for name in self.shown() if name in texts.columns}
        return joined.select(**columns)

    def _pick(self, numbered: Expr, what: str, end: str, nothing: dt.date) -> Expr:
        branches = [
            (numbered.rung_number == index, numbered[f"{span}_{end}"])
            for index, rung in enumerate(self.rungs, 1)
            if rung.accuses and (span := getattr(rung, what))
        ]
        if not branches:
            return ibis.null("date")
        picked = ibis.cases(*branches, else_=ibis.null("date"))
        return ibis.ifelse(picked == day(nothing), ibis.null("date"), picked)

    def _missing_bits(self, numbered: Expr) -> Expr:
        names = self.missing_names()
        rungs: dict[tuple[str, object], list[int]] = {}
        lacking: dict[tuple[str, object], Expr] = {}
        for index, rung in enumerate(self.rungs, 1):
            for name, condition in rung.missing.items():
                key = (name, condition.op())
                rungs.setdefault(key, []).append(-index)
                lacking[key] = condition
        nothing = ibis.literal(0, "int64")
        parts = [
            ibis.ifelse(
                numbered.rung_number.isin(stops) & lacking[key],
                ibis.literal(1 << names.index(key[0]), "int64"),
                nothing,
            )
            for key, stops in rungs.items()
        ]
        return sum(parts[1:], parts[0]) if parts else nothing
