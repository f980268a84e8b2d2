"""The seven canonical tables that come in (七张规范表)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated

from supervision_rules.entities._codes import DeferralKind, PartyKind, PaymentKind, RemedyKind, RemedyOutcome, Ruling
from supervision_rules.entities._columns import Column, ColumnType, Entity, Sort

DecisionNo = Annotated[str, Column("决定书文号", ColumnType.NUMBER, joins=True)]
Agency = Annotated[str, Column("处罚机关", ColumnType.ORGAN, joins=True)]
OptionalAgency = Annotated[str | None, Column("处罚机关", ColumnType.ORGAN, joins=True)]
PartyId = Annotated[str | None, Column("证件号码", ColumnType.IDENTITY, joins=True)]


class Penalty(Entity, table="penalties", label="行政处罚决定", key=("agency", "decision_no"), dated="decided_on"):
    """行政处罚决定: one penalty decision of an agency."""

    decision_no: DecisionNo
    agency: Agency
    party_name: Annotated[str, Column("当事人名称")]
    party_kind: Annotated[PartyKind | None, Column("当事人类别", ColumnType.CODE)] = None
    party_id: PartyId = None
    violation: Annotated[str | None, Column("违法行为")] = None
    occurred_on: Annotated[
        dt.date | None, Column("违法行为发生日", ColumnType.DATE, description="its end, where the act continued")
    ] = None
    found_on: Annotated[dt.date | None, Column("发现日", ColumnType.DATE)] = None
    opened_on: Annotated[dt.date | None, Column("立案日", ColumnType.DATE)] = None
    decided_on: Annotated[dt.date, Column("决定日", ColumnType.DATE)]
    served_on: Annotated[dt.date | None, Column("送达日", ColumnType.DATE)] = None
    pay_by: Annotated[dt.date | None, Column("缴款期限", ColumnType.DATE)] = None
    penalty_kinds: Annotated[tuple[str, ...] | None, Column("处罚种类", ColumnType.LIST)] = None
    fine: Annotated[Decimal | None, Column("罚款金额", ColumnType.MONEY)] = None
    illegal_gains: Annotated[Decimal | None, Column("违法所得", ColumnType.MONEY)] = None
    confiscated: Annotated[Decimal | None, Column("没收金额", ColumnType.MONEY)] = None
    legal_basis: Annotated[str | None, Column("处罚依据")] = None
    serious: Annotated[bool | None, Column("情节严重", ColumnType.BOOLEAN)] = None
    mitigation: Annotated[bool | None, Column("减轻处罚情节", ColumnType.BOOLEAN)] = None
    refused: Annotated[bool | None, Column("拒不改正", ColumnType.BOOLEAN)] = None
    remedy_told: Annotated[bool | None, Column("已告知救济", ColumnType.BOOLEAN)] = None
    suit_months_told: Annotated[int | None, Column("告知的起诉期限(月)", ColumnType.INTEGER)] = None
    reconsideration_days_told: Annotated[int | None, Column("告知的复议期限(日)", ColumnType.INTEGER)] = None
    reconsideration_organ_told: Annotated[str | None, Column("告知的复议机关")] = None
    performed_on: Annotated[dt.date | None, Column("履行完毕日", ColumnType.DATE, Sort.EVENT)] = None
    revoked_on: Annotated[dt.date | None, Column("撤销日", ColumnType.DATE, Sort.EVENT)] = None
    document: Annotated[str | None, Column("决定书文件", description="path relative to the table")] = None


class Payment(
    Entity,
    table="payments",
    label="缴款",
    key=("decision_no", "agency", "receipt_no"),
    key_if="receipt_no",
    dated="paid_on",
):
    """缴款: one payment; without a receipt number every row counts."""

    decision_no: DecisionNo
    agency: OptionalAgency = None
    paid_on: Annotated[dt.date, Column("缴款日", ColumnType.DATE)]
    amount: Annotated[Decimal, Column("金额", ColumnType.MONEY)]
    kind: Annotated[PaymentKind | None, Column("款项", ColumnType.CODE)] = None
    receipt_no: Annotated[str | None, Column("票据号")] = None


class Demand(Entity, table="demands", label="催告", key=("decision_no", "agency", "served_on"), dated="served_on"):
    """催告: the agency's written demand to perform (行政强制法 54)."""

    decision_no: DecisionNo
    agency: OptionalAgency = None
    served_on: Annotated[dt.date, Column("催告书送达日", ColumnType.DATE)]


class Deferral(
    Entity,
    table="deferrals",
    label="延期或分期缴纳",
    key=("decision_no", "agency", "granted_on", "until"),
    dated="granted_on",
):
    """延期或分期缴纳: one approved deferral or instalment (行政处罚法 66)."""

    decision_no: DecisionNo
    agency: OptionalAgency = None
    granted_on: Annotated[dt.date, Column("批准日", ColumnType.DATE)]
    until: Annotated[dt.date, Column("延至日", ColumnType.DATE)]
    kind: Annotated[DeferralKind | None, Column("类别", ColumnType.CODE)] = None


class Remedy(
    Entity,
    table="remedies",
    label="复议与诉讼",
    key=("decision_no", "agency", "kind", "filed_on"),
    dated="filed_on",
):
    """复议与诉讼: one reconsideration or suit against a decision; a second instance is a row of its own."""

    decision_no: DecisionNo
    agency: OptionalAgency = None
    kind: Annotated[RemedyKind, Column("类别", ColumnType.CODE)]
    filed_on: Annotated[dt.date, Column("申请日", ColumnType.DATE)]
    accepted_on: Annotated[dt.date | None, Column("受理日", ColumnType.DATE, Sort.EVENT)] = None
    concluded_on: Annotated[dt.date | None, Column("结案日", ColumnType.DATE, Sort.EVENT)] = None
    served_on: Annotated[dt.date | None, Column("结案文书送达日", ColumnType.DATE)] = None
    outcome: Annotated[RemedyOutcome | None, Column("结果", ColumnType.CODE, told_by="concluded_on")] = None


class Application(
    Entity, table="applications", label="强制执行申请", key=("agency", "application_no"), dated="applied_on"
):
    """强制执行申请: the agency's own record of an application to the court (行政强制法 53)."""

    application_no: Annotated[str, Column("申请编号", ColumnType.NUMBER)]
    decision_no: DecisionNo
    agency: Agency
    court: Annotated[str | None, Column("受理法院", ColumnType.ORGAN)] = None
    party_name: Annotated[str | None, Column("被执行人")] = None
    party_id: PartyId = None
    applied_on: Annotated[dt.date, Column("申请日", ColumnType.DATE)]
    complete_on: Annotated[dt.date | None, Column("材料补正日", ColumnType.DATE, Sort.EVENT)] = None


class CourtCase(Entity, table="court_cases", label="非诉执行案件", key=("court", "case_no"), dated="applied_on"):
    """非诉执行案件: the court's record of a non-litigation enforcement case (行政强制法 56–59)."""

    case_no: Annotated[str, Column("案号", ColumnType.NUMBER)]
    court: Annotated[str, Column("法院", ColumnType.ORGAN)]
    applicant: Annotated[str | None, Column("申请执行人", ColumnType.ORGAN, joins=True)] = None
    decision_no: Annotated[tuple[str, ...] | None, Column("决定书文号", ColumnType.NUMBERS, joins=True)] = None
    party_name: Annotated[str | None, Column("被执行人")] = None
    party_id: PartyId = None
    applied_on: Annotated[dt.date | None, Column("申请日", ColumnType.DATE)] = None
    accepted_on: Annotated[dt.date | None, Column("受理日", ColumnType.DATE, Sort.EVENT)] = None
    hearing: Annotated[bool | None, Column("听取意见", ColumnType.BOOLEAN, Sort.FLAG)] = None
    urgent: Annotated[bool | None, Column("立即执行申请", ColumnType.BOOLEAN, Sort.FLAG)] = None
    ruled_on: Annotated[dt.date | None, Column("裁定日", ColumnType.DATE, Sort.EVENT)] = None
    ruling: Annotated[Ruling | None, Column("裁定结果", ColumnType.CODE, told_by="ruled_on")] = None
    ruling_served_on: Annotated[dt.date | None, Column("裁定送达日", ColumnType.DATE, Sort.EVENT)] = None
    review_applied_on: Annotated[dt.date | None, Column("申请复议日", ColumnType.DATE, Sort.EVENT)] = None
    review_ruled_on: Annotated[dt.date | None, Column("复议裁定日", ColumnType.DATE, Sort.EVENT)] = None
    enforcement_started_on: Annotated[dt.date | None, Column("开始执行日", ColumnType.DATE, Sort.EVENT)] = None
    enforced_on: Annotated[dt.date | None, Column("执行完毕日", ColumnType.DATE, Sort.EVENT)] = None


ENTITIES: tuple[type[Entity], ...] = (Penalty, Payment, Demand, Deferral, Remedy, Application, CourtCase)
TABLES = {entity.table.name: entity.table for entity in ENTITIES}
