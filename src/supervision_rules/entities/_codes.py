"""The coded values of the canonical tables, with the Chinese words that offices write."""

from __future__ import annotations

from enum import StrEnum

from supervision_rules.entities._columns import Code


class PartyKind(Code):
    """当事人类别."""

    PERSON = "person", "自然人", "个人", "公民"
    ORGANIZATION = "organization", "法人或其他组织", "法人", "其他组织", "法人或者其他组织", "单位", "企业"


class PaymentKind(Code):
    """款项."""

    FINE = "fine", "罚款"
    ADDED_FINE = "added_fine", "加处罚款"
    GAINS = "gains", "没收违法所得"


class DeferralKind(Code):
    """延期或分期缴纳的类别."""

    DEFERRAL = "deferral", "延期", "延期缴纳"
    INSTALMENTS = "instalments", "分期", "分期缴纳"


class RemedyKind(Code):
    """救济类别."""

    RECONSIDERATION = "reconsideration", "行政复议", "复议"
    SUIT = "suit", "行政诉讼", "诉讼"


class RemedyOutcome(Code):
    """复议、诉讼结果; any other word, the bare 驳回 too, is not known."""

    UPHELD = "upheld", "维持", "驳回诉讼请求"
    REVOKED = "revoked", "撤销"
    CHANGED = "changed", "变更"
    WITHDRAWN = "withdrawn", "撤回"
    DISMISSED = "dismissed", "驳回起诉", "驳回复议申请"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    MEDIATED = "mediated", "调解"


class Ruling(Code):
    """裁定结果."""

    ALLOW = "allow", "准予执行", "准予强制执行"
    REFUSE = "refuse", "不准予执行", "不准予强制执行"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    WITHDRAWN = "withdrawn", "准许撤回", "准许撤回申请"


class PenaltyKind(StrEnum):
    """处罚种类 named in 行政处罚法 9; the list in the records is open, other laws may add kinds."""

    WARNING = "警告"
    CIRCULATED_CRITICISM = "通报批评"
    FINE = "罚款"
    CONFISCATED_GAINS = "没收违法所得"
    CONFISCATED_PROPERTY = "没收非法财物"
    LICENCE_SUSPENDED = "暂扣许可证件"
    GRADE_LOWERED = "降低资质等级"
    LICENCE_REVOKED = "吊销许可证件"
    ACTIVITY_RESTRICTED = "限制经营"
    BUSINESS_SUSPENDED = "责令停产停业"
    CLOSED = "责令关闭"
    OCCUPATION_RESTRICTED = "限制从业"
    DETENTION = "行政拘留"
