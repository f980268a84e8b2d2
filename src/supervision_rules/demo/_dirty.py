"""Rows as nobody should write them (不规范的行): some are rejected, some leave their decision unverified."""

from __future__ import annotations

import datetime as dt

from supervision_rules.demo._findings import Rejected
from supervision_rules.demo._innocent import Scenario
from supervision_rules.demo._records import Book, Written
from supervision_rules.demo._scene import ACCEPTANCE, DEMAND, NON_ENFORCEMENT, Scene

_ONE = dt.timedelta(days=1)


def amount_in_words(s: Scene) -> None:
    """缴款金额写成文字,该行不能读入,不能确定是否缴清."""
    of = s.decision(s.served(330, 850))
    s.pay(of, of.served + 10 * _ONE, Written("见收据"))
    s.reject("payments", "money", "amount", "见收据")
    s.unsure(NON_ENFORCEMENT, "not_applied", of)


def demand_without_a_day(s: Scene) -> None:
    """催告日期写成文字,该行不能读入."""
    of, on = s.in_time()
    s.book.add(
        "demands", on, {"decision_no": of.number, "agency": of.office.agency, "served_on": Written("已电话催告")}
    )
    s.applied(of, on, demanded=False)
    s.reject("demands", "date", "served_on", "已电话催告")
    s.unsure(DEMAND, "demand_missing", of)


def no_such_day(s: Scene) -> None:
    """裁定日写成不存在的日期,该案件不能读入."""
    of, on = s.in_time()
    wrong = Written(f"{on.year}.2.30")
    s.demand(of, s.days.before(on, 20))
    application = s.application(of, on)
    s.case(of, on, ruled_on=wrong, ruling="refuse")
    s.reject("court_cases", "date", "ruled_on", wrong)
    s.unsure(NON_ENFORCEMENT, "applied_early", of)
    s.unsure(DEMAND, "demand_missing", of)
    s.unsure(ACCEPTANCE, "not_accepted_in_time", application)


def outcome_in_other_words(s: Scene) -> None:
    """复议结果只写“驳回”,不能确定是驳回申请还是驳回请求."""
    of = s.decision(s.served(430, 850))
    filed = s.days.after(of.served, 8)
    ended = s.days.after(filed, 30)
    s.remedy(of, "reconsideration", filed, concluded_on=ended, served_on=ended, outcome=Written("驳回"))
    s.reject("remedies", "code", "outcome", "驳回", row=False)
    s.unsure(NON_ENFORCEMENT, "applied_early", of)


def deferral_without_end(s: Scene) -> None:
    """延至日没有写成日期,该行不能读入."""
    of = s.decision(s.served(330, 850))
    s.defer(of, s.days.after(of.served, 5), Written("缴清为止"))
    s.reject("deferrals", "date", "until", "缴清为止")
    s.unsure(NON_ENFORCEMENT, "not_applied", of)


def service_in_words(s: Scene) -> None:
    """送达日写成文字,不能确定期限."""
    of = s.decision(s.served(430, 850), served_on=Written("见送达回证"))
    s.reject("penalties", "date", "served_on", "见送达回证", row=False)
    s.unsure(NON_ENFORCEMENT, "not_applied", of)


def fine_in_words(s: Scene) -> None:
    """罚款金额写成文字,只缴纳过一次,不能确定是否缴清."""
    of = s.decision(
        s.served(430, 850), penalty_kinds=["罚款"], fine=Written("详见决定书"), illegal_gains=None, confiscated=None
    )
    s.pay(of, of.served + 12 * _ONE, 500)
    s.reject("penalties", "money", "fine", "详见决定书", row=False)
    s.unsure(NON_ENFORCEMENT, "not_applied", of)


def without_number(s: Scene) -> None:
    """漏填决定书文号."""
    s.decision(s.served(330, 850), decision_no=None)
    s.reject("penalties", "required", "decision_no")


def performed_in_words(s: Scene) -> None:
    """履行完毕日写成文字,该行不能读入."""
    s.decision(s.served(330, 850), performed_on=Written("已缴清"))
    s.reject("penalties", "date", "performed_on", "已缴清")


def same_number_twice(s: Scene) -> None:
    """同一文号登记了两份内容不同的决定,两行都不能读入."""
    of = s.decision(s.served(330, 850))
    s.book.add("penalties", of.record.on, of.record.values | {"fine": of.record.values["fine"] + 1_000})
    for _ in range(2):
        s.reject("penalties", "same_key")


def entered_twice(s: Scene) -> None:
    """同一份决定重复登记,写法不同而内容相同."""
    of = s.decision(s.served(60, 850))
    s.book.add("penalties", of.record.on, of.record.values)
    s.book.duplicates["penalties"] += 1
    s.pay(of, of.served + s.rng.randint(1, 15) * _ONE)


def receipt_entered_twice(s: Scene) -> None:
    """同一张票据重复登记."""
    of = s.decision(s.served(60, 850), penalty_kinds=["罚款"], illegal_gains=None, confiscated=None)
    receipt = f"{s.rng.randrange(10**9):010d}"
    for _ in range(2):
        s.pay(of, of.served + 5 * _ONE, of.due, receipt=receipt)
    s.book.duplicates["payments"] += 1


def receipt_of_two_amounts(s: Scene) -> None:
    """同一票据号登记了两个金额,两行都不能读入,但台账记明已履行."""
    of = s.decision(s.served(60, 850))
    on = of.served + s.rng.randint(1, 15) * _ONE
    of.record.values["performed_on"] = on
    receipt = f"{s.rng.randrange(10**9):010d}"
    for amount in (of.due, of.due + 100):
        s.pay(of, on, amount, receipt=receipt)
        s.reject("payments", "same_key")


def due_day_in_words(s: Scene) -> None:
    """缴款期限写成文字,该单元格按不明处理."""
    of = s.decision(s.served(60, 850), pay_by=Written("15日内"))
    s.pay(of, of.served + s.rng.randint(1, 15) * _ONE)
    s.reject("penalties", "date", "pay_by", "15日内", row=False)


def add_total(book: Book, as_of: dt.date) -> None:
    """The line of totals below the agency's table, which is no record."""
    sums = [row.values.get("fine") for row in book.records["penalties"]]
    total = sum(fine for fine in sums if isinstance(fine, int))
    book.add("penalties", as_of, {"party_name": None, "fine": total})
    for column in ("decision_no", "agency", "party_name", "decided_on"):
        book.rejected.append(Rejected("penalties", "required", column, "", row_rejected=True))


CORE: tuple[Scenario, ...] = (amount_in_words, no_such_day)
FURTHER: tuple[Scenario, ...] = (
    demand_without_a_day, outcome_in_other_words, deferral_without_end, service_in_words, fine_in_words,
)  # fmt: skip
HARMLESS: tuple[Scenario, ...] = (
    without_number, performed_in_words, same_number_twice, entered_twice, receipt_entered_twice, receipt_of_two_amounts,
    due_day_in_words,
)  # fmt: skip
"""Those that nothing is to be found of."""
