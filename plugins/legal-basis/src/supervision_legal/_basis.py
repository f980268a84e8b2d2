"""Whether the provision cited is one for the act (处罚依据, 行政处罚法 37)."""

from __future__ import annotations

from typing import ClassVar

from supervision_legal._sanction import gains_matter, more_than_newer, refusal_matters, seriousness_matters
from supervision_legal._table import EXPLAINED, LegalParameters, not_yet, penalties, subject, texts
from supervision_legal._together import together
from supervision_legal._words import BASIS
from supervision_rules.detection import Detector, Facts, Ladder, LegalTables, always, unknown
from supervision_rules.entities import Penalty


class BasisFitsAct(Detector[LegalParameters]):
    """处罚依据: provisions that are not for the act, and lighter new law that was not applied."""

    name: ClassVar[str] = "legal.basis"
    title: ClassVar[str] = "处罚依据与违法行为"
    title_en: ClassVar[str] = "Basis of the penalty and the act"
    parameters = LegalParameters
    subjects = ("penalties",)
    reads = (Penalty,)
    kinds = BASIS
    documents = True

    def judge(self, facts: Facts, law: LegalTables, p: LegalParameters) -> Ladder:
        """The ladder over penalties."""
        read = penalties(facts, law, p)
        table = together(
            facts,
            read.table,
            read.newer,
            {"more": more_than_newer},
            {"gains": gains_matter, "serious_open": seriousness_matters, "refusal": refusal_matters},
        )
        silent = table.no_basis | ~table.act_told
        lighter = silent.ifelse(always(False), table.more)
        spread = table.occurred_on.isnull() & (table.versions > 1)
        bare = (table.recognised == 1) & ~spread & ~table.law_unknown & ~table.basis_unknown
        ladder = Ladder(
            table,
            law,
            subject(table),
            (*EXPLAINED, "fine", "kind_bits"),
            texts=texts(facts),
            explains=read.explains("right"),
        )
        return (
            not_yet(ladder, facts)
            .finding(
                "lighter_new_law",
                lighter,
                zh="处罚重于决定时较轻的新规定",
                en="the sanction is more than the lighter new law allows",
                missing={
                    "penalties.illegal_gains": table.gains,
                    "penalties.serious": table.serious_open,
                    "penalties.refused": table.refusal,
                    "penalties.fine": table.fine.isnull(),
                    "penalties.penalty_kinds": table.kind_bits.isnull(),
                    "penalties.occurred_on": spread,
                    "statutes": table.law_unknown,
                },
            )
            .finding(
                "basis_mismatch",
                silent.ifelse(unknown(), table.mismatch),
                zh="所引依据不是处罚该行为的条文",
                en="the provision cited is not one for the act",
                missing={
                    "penalties.legal_basis": table.no_basis | ~table.basis_cited | bare,
                    "penalties.violation": ~table.act_told,
                    "penalties.occurred_on": spread,
                    "statutes": ~table.no_basis & (table.law_unknown | table.basis_unknown),
                },
            )
            .clear(
                "basis_fits", always(True), zh="所引依据是处罚该行为的条文", en="the provision cited is one for the act"
            )
        )
