"""Whether the provisions cited exist and are in force (引用条款, 行政处罚法 37、59)."""

from __future__ import annotations

from typing import ClassVar

from supervision_legal._table import EXPLAINED, LegalParameters, not_yet, penalties, subject, texts
from supervision_legal._words import CITATION
from supervision_rules.detection import Detector, Facts, Ladder, LegalTables, always, unknown
from supervision_rules.entities import Penalty


class CitationInForce(Detector[LegalParameters]):
    """引用条款: statutes not in force, articles that don't exist, statutes cited without an article."""

    name: ClassVar[str] = "legal.citation"
    title: ClassVar[str] = "引用的法律条款"
    title_en: ClassVar[str] = "Provisions cited"
    parameters = LegalParameters
    subjects = ("penalties",)
    reads = (Penalty,)
    kinds = CITATION
    documents = True

    def judge(self, facts: Facts, law: LegalTables, p: LegalParameters) -> Ladder:
        """The ladder over penalties."""
        read = penalties(facts, law, p)
        table = read.table
        spread = table.occurred_on.isnull() & (table.versions > 1)
        missing = {
            "penalties.legal_basis": table.no_basis,
            "penalties.occurred_on": ~table.no_basis & spread,
            "statutes": ~table.no_basis & ~spread,
        }
        ladder = Ladder(
            table,
            law,
            subject(table),
            EXPLAINED,
            texts=texts(facts),
            explains=read.explains("trouble"),
        )
        return (
            not_yet(ladder, facts)
            .finding(
                "statute_not_in_force",
                table.no_basis.ifelse(unknown(), table.not_in_force),
                zh="引用的法律在应适用之日没有施行的版本",
                en="a statute cited is in no version in force on the day that counts",
                missing=missing,
            )
            .finding(
                "article_missing",
                table.article_missing,
                zh="引用的条、款、项在应适用的版本中不存在",
                en="an article, paragraph or item cited doesn't exist in the version that applies",
                missing=missing,
            )
            .finding(
                "citation_incomplete",
                table.incomplete,
                zh="引用处罚性法律而没有写明条文",
                en="a statute that punishes is cited without an article",
            )
            .finding(
                "statute_unknown",
                (table.unknown_statute | ~table.cites).ifelse(unknown(), always(False)),
                zh="引用的法律不在法律数据之中",
                en="a statute cited is not in the law data",
                missing={"statutes": table.unknown_statute, "penalties.legal_basis": ~table.cites},
            )
            .clear(
                "in_force", always(True), zh="引用的条款均施行且存在", en="all provisions cited exist and are in force"
            )
        )
