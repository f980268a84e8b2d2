"""Whether the party was told its remedies rightly (救济告知, 行政处罚法 59)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

import ibis

from supervision_legal._organs import OrganReader
from supervision_legal._table import DIFFERS, differences, not_yet, subject, texts, with_document
from supervision_legal._words import REMEDY
from supervision_rules.detection import (
    Detector,
    Explained,
    Expr,
    Facts,
    Ladder,
    LegalTables,
    Parameters,
    always,
    certainly,
    day,
    join,
    unknown,
)
from supervision_rules.entities import Penalty

SIX_MONTHS_SINCE = dt.date(2015, 5, 1)
"""Six months to sue (行政诉讼法 46), unchanged by the version of 2017."""
RECONSIDERATION_SINCE = dt.date(2018, 1, 1)
"""The first version of 行政复议法 in the law data."""
GOVERNMENT_ONLY_SINCE = dt.date(2024, 1, 1)
MONTHS_TO_SUE, DAYS_TO_RECONSIDER = 6, 60


class RemediesTold(Detector[Parameters]):
    """救济告知: remedies not told, or told with the wrong time or organ."""

    name: ClassVar[str] = "legal.remedy"
    title: ClassVar[str] = "救济途径的告知"
    title_en: ClassVar[str] = "Remedies told"
    parameters = Parameters
    subjects = ("penalties",)
    reads = (Penalty,)
    kinds = REMEDY
    documents = True

    def judge(self, facts: Facts, law: LegalTables, p: Parameters) -> Ladder:
        """The ladder over penalties."""
        own = facts.table("penalties")
        table = own.select(
            "pkey", "decided_on", "agency", "remedy_told", "suit_months_told", "reconsideration_days_told",
            "reconsideration_organ_told",
        )  # fmt: skip
        table = with_document(facts, table)
        names = ("agency", "reconsideration_organ_told")
        read = facts.read("organs", table, names, OrganReader())["organs"]
        table = join(
            table, read, [table[name] == read[name] for name in names],
            wrong_before_2024=read.wrong_before_2024, wrong_since_2024=read.wrong_since_2024,
        )  # fmt: skip
        table = facts.stage(table.mutate(**_points(table)))
        misstated = table.untold | table.months_wrong | table.days_wrong | table.organ_wrong | table.order_wrong
        old = table.decided_on < day(RECONSIDERATION_SINCE)
        ladder = Ladder(
            table,
            law,
            subject(table),
            ("untold", "months_wrong", "days_wrong", "organ_wrong", "order_wrong", "suit_months_told",
             "reconsideration_days_told", "reconsideration_organ_told", "decided_on", *DIFFERS),
            texts=texts(facts),
            explains=_explained,
        )  # fmt: skip
        return (
            not_yet(ladder, facts)
            .finding(
                "remedy_misstated",
                misstated,
                zh="没有告知救济途径,或者告知的期限、机关有误",
                en="remedies not told, or told with a wrong time or organ",
                missing={
                    "penalties.remedy_told": table.remedy_told.isnull(),
                    "penalties.suit_months_told": table.suit_months_told.isnull(),
                    "penalties.reconsideration_days_told": table.reconsideration_days_told.isnull(),
                    "penalties.reconsideration_organ_told": table.reconsideration_organ_told.isnull()
                    | (table.organ_wrong.isnull() & ~old),
                    "statutes": old,
                },
            )
            .clear("remedy_told", always(True), zh="已依法告知救济途径", en="remedies told rightly")
        )


def _points(table: Expr) -> dict[str, Expr]:
    """What may be wrong, each three-valued, and the provisions of the decision's day."""
    on = table.decided_on
    old = on < day(RECONSIDERATION_SINCE)
    since_2024 = on >= day(GOVERNMENT_ONLY_SINCE)
    months = table.suit_months_told != MONTHS_TO_SUE
    days = table.reconsideration_days_told != DAYS_TO_RECONSIDER
    organs = ibis.ifelse(since_2024, table.wrong_since_2024, table.wrong_before_2024)
    return {
        "untold": ibis.ifelse(old, unknown(), ~table.remedy_told),
        "months_wrong": ibis.ifelse(on < day(SIX_MONTHS_SINCE), unknown(), months),
        "days_wrong": ibis.ifelse(old, unknown(), days),
        "organ_wrong": ibis.ifelse(old, unknown(), organs),
        "order_wrong": certainly(table.on_the_spot & table.suit_direct) & since_2024,
    }


def _explained(row: Mapping[str, Any], _: str, lang: str) -> Explained:
    """The provisions of the decision's day."""
    lines = ["《行政诉讼法》(2017-06-27)第四十六条"]
    if row["decided_on"] >= GOVERNMENT_ONLY_SINCE:
        lines.insert(0, "《行政复议法》(2023-09-01)第二十条、第二十四条")
    elif row["decided_on"] >= RECONSIDERATION_SINCE:
        lines.insert(0, "《行政复议法》(2017-09-01)第九条、第十二条")
    told = row["reconsideration_organ_told"]
    notes = {"zh": f"告知的复议机关:{told}", "en": f"Organ told: {told}"}
    return Explained(basis=tuple(lines), notes=(*((notes[lang],) if told else ()), *differences(row, lang)))
