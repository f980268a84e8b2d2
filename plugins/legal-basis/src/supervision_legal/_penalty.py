"""Whether kinds and fine are within what the provision gives (处罚种类与幅度)."""

from __future__ import annotations

from typing import ClassVar

import ibis

from supervision_legal._kinds import OTHER
from supervision_legal._sanction import (
    fine_out_of_range,
    gains_matter,
    kind_not_authorised,
    mitigation_matters,
    refusal_matters,
    seriousness_matters,
)
from supervision_legal._table import EXPLAINED, LegalParameters, not_yet, penalties, subject, texts
from supervision_legal._together import together
from supervision_legal._words import PENALTY
from supervision_rules.detection import (
    Detector,
    Expr,
    Facts,
    Ladder,
    LegalTables,
    always,
    certainly,
    day,
    join,
    possibly,
    unknown,
)
from supervision_rules.entities import Payment, PaymentKind, Penalty


class SanctionInRange(Detector[LegalParameters]):
    """处罚种类与幅度: kinds that the provision doesn't give, fines outside its range, added fines above the fine."""

    name: ClassVar[str] = "legal.penalty"
    title: ClassVar[str] = "处罚种类与幅度"
    title_en: ClassVar[str] = "Kinds and amount of the penalty"
    parameters = LegalParameters
    subjects = ("penalties",)
    reads = (Penalty, Payment)
    kinds = PENALTY
    documents = True

    def judge(self, facts: Facts, law: LegalTables, p: LegalParameters) -> Ladder:
        """The ladder over penalties."""
        read = penalties(facts, law, p)
        table = together(
            facts,
            read.table,
            read.rules,
            {"kind_state": kind_not_authorised, "fine_state": fine_out_of_range},
            {
                "gains": gains_matter,
                "serious_open": seriousness_matters,
                "refusal": refusal_matters,
                "mitigating": mitigation_matters,
            },
        )
        table = _with_added_fines(facts, facts.with_doubts(table))
        unsure = {
            "penalties.legal_basis": table.no_basis,
            "penalties.penalty_kinds": table.kind_bits.isnull() | ((table.kind_bits & OTHER) != 0),
            "penalties.serious": table.serious_open,
            "penalties.refused": table.refusal,
            "penalties.violation": ~table.act_told | table.summed,
            "penalties.occurred_on": table.occurred_on.isnull() & (table.versions > 1),
            "statutes": ~table.no_basis & (table.law_unknown | (table.basis_unknown & (table.recognised == 0))),
        }
        amounts = unsure | {
            "penalties.fine": table.fine.isnull(),
            "penalties.illegal_gains": table.gains,
            "penalties.mitigation": table.mitigating,
        }
        ladder = Ladder(
            table,
            law,
            subject(table),
            (
                *EXPLAINED,
                "fine",
                "illegal_gains",
                "kind_bits",
                "added_total",
                "fine_told",
                "fine_in_words",
            ),
            texts=texts(facts),
            explains=read.explains("judged"),
        )
        return (
            not_yet(ladder, facts)
            .finding(
                "kind_not_authorised",
                _told(table, table.kind_state),
                zh="处罚种类不是该条文规定的",
                en="a kind of penalty that the provision doesn't give",
                missing=unsure,
            )
            .finding(
                "fine_out_of_range",
                _told(table, table.fine_state),
                zh="罚款不在该条文规定的幅度之内",
                en="a fine outside the range of the provision",
                missing=amounts,
            )
            .finding(
                "added_fine_over_principal",
                facts.unknown_where_doubted(table, "payments", table.added_over)
                if facts.has("payments")
                else always(False),
                zh="加处罚款超过罚款",
                en="added fines exceed the fine",
                missing={
                    "penalties.fine": table.fine.isnull(),
                    "payments.kind": table.added_unclear,
                    "payments": facts.doubt(table, "payments") & always(facts.has("payments")),
                },
            )
            .finding(
                "amount_mismatch",
                certainly(table.fine_told != table.fine_in_words),
                zh="决定书中大小写金额不一致",
                en="amounts in digits and in words differ",
            )
            .clear(
                "in_range", always(True), zh="种类与幅度均在条文规定之内", en="kinds and fine are within the provision"
            )
        )


def _told(table: Expr, state: Expr) -> Expr:
    """NULL where nothing is cited, or where several acts were punished at once and the sum fits no single rule."""
    return ibis.cases((table.no_basis, unknown()), (table.summed & possibly(state), unknown()), else_=state)


def _with_added_fines(facts: Facts, table: Expr) -> Expr:
    """Add `added_over`: whether the added fines paid exceed the fine; without a payment they don't."""
    rows = facts.table("payments")
    rows = rows.filter(rows.paid_on <= day(facts.as_of))
    added = rows.kind == PaymentKind.ADDED_FINE.value
    sums = rows.group_by("pkey").agg(
        sure=added.fill_null(False).ifelse(rows.amount, 0).sum(),
        maybe=added.fill_null(True).ifelse(rows.amount, 0).sum(),
    )
    table = join(table, sums, [table.pkey == sums.pkey], added_total=sums.sure, added_most=sums.maybe)
    sure, most = table.added_total.fill_null(0), table.added_most.fill_null(0)
    over = ibis.cases(
        (most <= 0, always(False)),
        (table.fine.isnull(), unknown()),
        (sure > table.fine, always(True)),
        (most <= table.fine, always(False)),
        else_=unknown(),
    )
    return table.mutate(
        added_over=over,
        added_unclear=(most > sure),
    )
