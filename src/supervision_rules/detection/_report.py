"""From judged rows to findings with reason, basis and trace (异常提示)."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from supervision_rules.detection._evidence import Evidence, Record
from supervision_rules.detection._ladder import Explained
from supervision_rules.detection._plan import COUNT, Plan
from supervision_rules.detection._trace import Tracer
from supervision_rules.entities import TABLES, FindingRecord, Outcome
from supervision_rules.intake import normal_number, normal_organ
from supervision_rules.law import FIRST_DAY, LAST_DAY, Interval


@dataclass(frozen=True)
class Wording:
    """How findings are presented: language, and a ruleset's own severities by kind."""

    lang: str = "zh"
    severity: Mapping[str, str] = field(default_factory=dict)


class Reporter:
    """Explains the judged rows of one plan."""

    def __init__(self, plan: Plan, evidence: Evidence, wording: Wording) -> None:
        """Take the plan whose rows are explained and where their records are looked up."""
        self._plan = plan
        self._evidence = evidence
        self._wording = wording
        self._tracer = Tracer(plan, wording.lang)
        self._detector = plan.use.detector
        self._missing = plan.ladder.missing_names()

    def findings(self, batch: Any) -> Iterator[FindingRecord]:
        """The findings of a batch of judged rows, in its order."""
        records = self._evidence.records(batch)
        for row, used in zip(batch.to_pylist(), records, strict=True):
            yield self._finding(row, used)

    def _finding(self, row: Mapping[str, Any], used: Sequence[Record]) -> FindingRecord:
        number = row["rung_number"]
        ladder = self._plan.ladder
        rung = ladder.rungs[abs(number) - 1]
        kind = ladder.kind_of(number)
        info = self._detector.kinds[kind]
        as_of = self._plan.facts.as_of
        status = ladder.outcome_of(number)
        due, happened, over = days_of(row, as_of)
        steps, basis = self._tracer.deadlines(rung, row)
        missing = tuple(name for bit, name in enumerate(self._missing) if row["missing_bits"] >> bit & 1)
        assumptions = self._assumptions(ladder.rests_on(number), used)
        said = self._explained(row, rung.name)
        basis += said.basis
        trace = [self._tracer.record(record) for record in used] + [
            {"step": "law", "text": note} for note in said.notes
        ]
        trace += steps + list(self._tracer.rungs(number))
        trace += [{"step": "assumption", "text": text} for text in assumptions]
        trace += [
            {"step": "not_tested", "text": texts[0 if self._wording.lang == "zh" else 1]} for texts in info.not_tested
        ]
        fields = {
            "finding_id": fingerprint(self._detector.name, kind, row),
            "detector": self._detector.name,
            "kind": kind,
            "rung": rung.name,
            "status": status.value,
            **{name: row[name] for name in ("decision_no", "agency", "case_no", "court", "party_name")},
            "due_on": due,
            "happened_on": happened,
            "days_over": over,
            "as_of": as_of,
            "severity": self._wording.severity.get(kind, info.severity),
            "basis": tuple(dict.fromkeys((*basis, *info.basis))),
            "missing": missing,
            "assumptions": assumptions,
            "trace": tuple(trace),
        }
        fields["reason"] = self._reason(info, status, row, fields, said)
        return FindingRecord.model_construct(**fields)

    def _explained(self, row: Mapping[str, Any], rung: str) -> Explained:
        explains = self._plan.ladder.explains
        if explains is None:
            return Explained()
        return explains(
            {name[2:]: value for name, value in row.items() if name.startswith("x_")}, rung, self._wording.lang
        )

    def _assumptions(self, depends: Sequence[str], used: Sequence[Record]) -> tuple[str, ...]:
        facts, zh = self._plan.facts, self._wording.lang == "zh"
        texts = [_absent(name, zh) for name in depends if facts.taken_as_none(name)]
        for full, value in facts.assume.items():
            table, _, column = full.partition(".")
            if any(record.table == table and column not in record.values for record in used):
                label = TABLES[table][column].label
                shown = {True: "是", False: "否"}.get(value, value) if zh else value  # type: ignore[call-overload]
                texts.append(f"{label}不明,按“{shown}”处理({full})" if zh else f"{full} is not known, taken as {value}")
        return tuple(texts)

    def _reason(
        self, info: Any, status: Outcome, row: Mapping[str, Any], fields: Mapping[str, Any], said: Explained
    ) -> str:
        zh = self._wording.lang == "zh"
        values = dict(said.values)
        for name, value in row.items():
            if name.startswith("x_") and not name.endswith(("_lo", "_hi")):
                values[name[2:]] = "—" if value is None else str(value)
            elif name.startswith("x_") and name.endswith("_lo"):
                values[f"{name[2:-3]}_on"] = _day_text(value, row.get(f"{name[:-3]}_hi", value), zh)
        for name in ("due_on", "happened_on", "days_over", "as_of"):
            values[name] = "—" if fields[name] is None else str(fields[name])
        if status is Outcome.UNVERIFIED:
            return self._untold(info, fields)
        return str((info.zh if zh else info.en)(values))

    def _untold(self, info: Any, fields: Mapping[str, Any]) -> str:
        zh = self._wording.lang == "zh"
        rung = next(rung for rung in self._plan.ladder.rungs if rung.name == fields["rung"])
        lacking = "、".join(map(_named, fields["missing"])) if zh else ", ".join(fields["missing"])
        if zh:
            return f"现有记录不能判断“{info.title}”:“{rung.zh}”一节无法核实" + (
                f",需要核实:{lacking}。" if lacking else "。"
            )
        return f"The records can't tell ({info.title_en}): “{rung.en}” can't be verified" + (
            f"; to check: {lacking}." if lacking else "."
        )


def days_of(row: Mapping[str, Any], as_of: dt.date) -> tuple[dt.date | None, dt.date | None, int | None]:
    """The last day, the day it was done, and the calendar days over, of a judged row."""
    if row["rung_number"] < 0:
        return None, None, None
    due, happened = row["due_on"], row["happened_on"]
    if happened == FIRST_DAY:
        return due, None, None
    return due, happened, ((happened or as_of) - due).days if due else None


def fingerprint(detector: str, kind: str, row: Mapping[str, Any]) -> str:
    """The stable id of a finding: detector, kind and subject, with numbers and organs in their normal form."""
    if row["subject_table"] == "court_cases":
        subject = (normal_organ(row["court"]), normal_number(row["case_no"]))
    elif row["subject_table"] == "applications":
        subject = (normal_organ(row["agency"]), normal_number(row["subject_no"]))
    else:
        subject = (normal_organ(row["agency"]), normal_number(row["decision_no"]))
    text = json.dumps([detector, kind, row["subject_table"], *subject], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def split_counts(batch: Any) -> tuple[Any, dict[int, int]]:
    """Part the rows of findings from the rows that count the other rungs."""
    import pyarrow.compute as pc

    counting = pc.is_valid(batch.column(COUNT))
    counts = batch.filter(counting)
    numbers = dict(zip(counts.column("rung_number").to_pylist(), counts.column(COUNT).to_pylist(), strict=True))
    return batch.filter(pc.invert(counting)), numbers


def _absent(name: str, zh: bool) -> str:
    table, _, column = name.partition(".")
    if not zh:
        return f"{name} is absent and taken as none on record"
    label = TABLES[table].label + (f"的“{TABLES[table][column].label}”" if column else "")
    return f"没有提供{label},视为没有记录({name})"


def _named(name: str) -> str:
    table, _, column = name.partition(".")
    if name == "calendar":
        return "尚未公布的节假日安排"
    if name == "statutes":
        return "法律数据未载的法规或版本"
    if table not in TABLES:
        return name
    return TABLES[table].label + (f"的{TABLES[table][column].label}" if column else "表")


def _day_text(lo: dt.date | None, hi: dt.date | None, zh: bool) -> str:
    if lo is None or (lo, hi) == (FIRST_DAY, FIRST_DAY) or lo == LAST_DAY:
        return "—"
    if (lo, hi) == (FIRST_DAY, LAST_DAY):
        return "日期不明" if zh else "a day not known"
    return Interval(lo, hi or lo).text("zh" if zh else "en")
