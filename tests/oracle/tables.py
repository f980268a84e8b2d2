"""The columns of the tables, by sort, and ways to leave some of them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

Row = dict[str, object]
Tables = dict[str, list[Row]]

KEYS: dict[str, tuple[str, ...]] = {
    "penalties": ("agency", "decision_no"),
    "payments": (),
    "demands": ("decision_no", "agency", "served_on"),
    "deferrals": ("decision_no", "agency", "granted_on", "until"),
    "remedies": ("decision_no", "agency", "kind", "filed_on"),
    "applications": ("agency", "application_no"),
    "court_cases": ("court", "case_no"),
}

COLUMNS: dict[str, tuple[str, ...]] = {
    "penalties": (
        *("decision_no", "agency", "party_name", "party_kind", "party_id"),
        *("violation", "occurred_on", "found_on", "opened_on", "decided_on"),
        *("served_on", "pay_by", "penalty_kinds", "fine", "illegal_gains"),
        *("confiscated", "legal_basis", "serious", "mitigation", "refused"),
        *("remedy_told", "suit_months_told", "reconsideration_days_told"),
        *("reconsideration_organ_told", "performed_on", "revoked_on", "document"),
    ),
    "payments": ("decision_no", "agency", "paid_on", "amount", "kind", "receipt_no"),
    "demands": ("decision_no", "agency", "served_on"),
    "deferrals": ("decision_no", "agency", "granted_on", "until", "kind"),
    "remedies": (
        *("decision_no", "agency", "kind", "filed_on", "accepted_on"),
        *("concluded_on", "served_on", "outcome"),
    ),
    "applications": (
        *("application_no", "decision_no", "agency", "court", "party_name"),
        *("party_id", "applied_on", "complete_on"),
    ),
    "court_cases": (
        *("case_no", "court", "applicant", "decision_no", "party_name", "party_id"),
        *("applied_on", "accepted_on", "hearing", "urgent", "ruled_on", "ruling"),
        *("ruling_served_on", "review_applied_on", "review_ruled_on"),
        *("enforcement_started_on", "enforced_on"),
    ),
}


@dataclass(frozen=True)
class Variant:
    """A source with parts missing, and whether what is absent is taken strictly."""

    name: str
    tables: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strict: bool = False

    def parameters(self, detectors: Sequence[str]) -> dict[str, dict[str, object]]:
        """Give the parameters of the variant for some detectors."""
        return {name: {"strict": self.strict} for name in detectors}


def lacking(name: str, table: str, *columns: str, strict: bool = False) -> Variant:
    """Give the variant of a source that lacks some columns of one table."""
    return Variant(name, (), {table: columns}, strict)


def variants() -> list[Variant]:
    """Give sources with parts missing to test with, the whole one first."""
    some = [Variant("whole"), Variant("whole, strict", strict=True)]
    for table in KEYS:
        some.append(Variant(f"no {table}", (table,)))
        some.append(Variant(f"no {table}, strict", (table,), strict=True))
    some.append(Variant("no record of applying", ("applications", "court_cases")))
    for table, column in (
        ("penalties", "revoked_on"),
        ("court_cases", "urgent"),
        ("court_cases", "review_applied_on"),
        ("applications", "complete_on"),
    ):
        some.append(lacking(f"no {column}", table, column))
        some.append(lacking(f"no {column}, strict", table, column, strict=True))
    for table, column in (
        ("penalties", "served_on"),
        ("penalties", "party_id"),
        ("penalties", "penalty_kinds"),
        ("penalties", "fine"),
        ("penalties", "confiscated"),
        ("penalties", "remedy_told"),
        ("penalties", "suit_months_told"),
        ("penalties", "performed_on"),
        ("payments", "agency"),
        ("payments", "kind"),
        ("demands", "agency"),
        ("deferrals", "agency"),
        ("remedies", "agency"),
        ("remedies", "accepted_on"),
        ("remedies", "concluded_on"),
        ("remedies", "served_on"),
        ("remedies", "outcome"),
        ("applications", "court"),
        ("applications", "party_id"),
        ("court_cases", "applicant"),
        ("court_cases", "decision_no"),
        ("court_cases", "party_id"),
        ("court_cases", "applied_on"),
        ("court_cases", "accepted_on"),
        ("court_cases", "hearing"),
        ("court_cases", "ruled_on"),
        ("court_cases", "ruling"),
        ("court_cases", "ruling_served_on"),
        ("court_cases", "review_ruled_on"),
        ("court_cases", "enforcement_started_on"),
        ("court_cases", "enforced_on"),
    ):
        some.append(lacking(f"no {table}.{column}", table, column))
    some.append(
        Variant(
            "no payments, no performed_on",
            ("payments",),
            {"penalties": ("performed_on",)},
        )
    )
    some.append(lacking("no ruling at all", "court_cases", "ruled_on", "ruling", strict=True))
    some.append(
        Variant(
            "poor source, strict",
            ("remedies", "deferrals", "demands"),
            {
                "penalties": ("revoked_on", "remedy_told", "suit_months_told"),
                "court_cases": ("urgent", "review_applied_on", "hearing"),
                "applications": ("complete_on",),
            },
            strict=True,
        )
    )
    return some


def without(data: Tables, variant: Variant) -> tuple[dict[str, list[Row] | None], dict[str, tuple[str, ...]]]:
    """Give the tables and the columns that are left of a source."""
    columns = {
        table: tuple(name for name in names if name not in variant.columns.get(table, ()))
        for table, names in COLUMNS.items()
        if table not in variant.tables
    }
    tables: dict[str, list[Row] | None] = {}
    for table, rows in data.items():
        kept = columns.get(table)
        if kept is None:
            tables[table] = None
        elif not variant.columns.get(table):
            tables[table] = rows
        else:
            tables[table] = [{name: row[name] for name in kept} for row in rows]
    return tables, columns


def with_rejects(data: Tables, seed: int, share: float) -> tuple[Tables, list[Row]]:
    """Reject a share of the rows of each table, some of them without their agency."""
    random = Random(seed)
    kept: Tables = {}
    rejected: list[Row] = []
    for table, rows in data.items():
        kept[table] = []
        for row in rows:
            if random.random() >= share:
                kept[table].append(row)
                continue
            reject: Row = {"table": table}
            names = {*KEYS[table], "decision_no", "agency", "applicant"}
            for name in sorted(names & set(row)):
                if random.random() < 0.9:
                    reject[name] = row[name]
            rejected.append(reject)
            if table == "court_cases" and random.random() < 0.2:
                kept[table].append(row)  # another row of the same case was rejected
    return kept, rejected
