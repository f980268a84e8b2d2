"""Decisions judged by hand from the law, one aspect each; both sides of every limit.

Each: a name, what differs from the base (an act of 4 August 2023 decided on 4 September 2023), and what each ladder named
says. `ok` is clear; a kind alone is a finding; `?kind` can't be told; `-` is not applicable.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, NamedTuple

T = "《中华人民共和国道路运输条例》"
BASE: dict[str, Any] = {
    "agency": "云岭市青溪县交通运输局",
    "party_name": "张某",
    "occurred_on": dt.date(2023, 8, 4),
    "found_on": dt.date(2023, 8, 4),
    "opened_on": dt.date(2023, 8, 7),
    "decided_on": dt.date(2023, 9, 4),
    "violation": "未取得道路旅客运输经营许可，擅自从事道路旅客运输经营",
    "legal_basis": f"{T}第六十三条第一款第（二）项",
    "penalty_kinds": ["罚款"],
    "fine": Decimal(10_000),
    "illegal_gains": Decimal(0),
    "serious": False,
    "mitigation": False,
    "refused": False,
    "remedy_told": True,
    "suit_months_told": 6,
    "reconsideration_days_told": 60,
    "reconsideration_organ_told": "青溪县人民政府",
}


class Scenario(NamedTuple):
    """A decision and what is expected of it."""

    name: str
    changes: dict[str, Any]
    expected: dict[str, str]


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _case(name: str, expected: dict[str, str], **changes: Any) -> Scenario:
    for column, value in changes.items():
        if column.endswith("_on") and isinstance(value, str):
            changes[column] = _day(value)
        if column in ("fine", "illegal_gains") and value is not None:
            changes[column] = Decimal(str(value))
    return Scenario(name, changes, expected)


def _cites(basis: str | None, expected: str, **changes: Any) -> Scenario:
    return _case(f"cites {basis} {changes or ''}", {"legal.citation": expected}, legal_basis=basis, **changes)


def _basis(name: str, expected: str, **changes: Any) -> Scenario:
    return _case(f"basis: {name}", {"legal.basis": expected}, **changes)


def _penalty(name: str, expected: str, **changes: Any) -> Scenario:
    return _case(f"penalty: {name}", {"legal.penalty": expected}, **changes)


def _remedy(name: str, expected: str, **changes: Any) -> Scenario:
    return _case(f"remedy: {name}", {"legal.remedy": expected}, **changes)


def _time(name: str, expected: str, **changes: Any) -> Scenario:
    return _case(f"time: {name}", {"legal.time": expected}, **changes)


CITATION = (
    _cites(f"{T}第六十三条", "ok"),
    _cites(f"{T}第六十三条第一款第（三）项", "ok"),
    _cites(f"{T}第六十三条第一款第（四）项", "article_missing"),
    _cites(f"{T}第六十三条第二款", "article_missing"),
    _cites(f"{T}第八十一条", "ok"),
    _cites(f"{T}第九十条", "article_missing"),
    _cites(f"{T}第六十三条之一", "article_missing"),
    _cites(f"{T}（2022年修订）第六十三条", "statute_not_in_force"),
    _cites(f"{T}（2023年修订）第六十三条", "ok"),
    _cites(f"{T}（2022年修订）第六十三条", "ok", occurred_on="2023-07-19", decided_on="2023-07-20"),
    _cites(f"{T}（2022年修订）第六十三条", "statute_not_in_force", occurred_on="2023-07-20", decided_on="2023-07-21"),
    _cites(f"{T}（2022年修订）第六十三条", "?statute_not_in_force", occurred_on=None),
    _cites(f"{T}（2023年修订）第六十三条", "statute_not_in_force", occurred_on="2023-07-18", decided_on="2023-07-19"),
    _cites("《公路管理条例》第二十条", "statute_not_in_force"),
    _cites(f"{T}", "citation_incomplete"),
    _cites(f"根据{T}的规定，依据{T}第六十三条", "ok"),
    _cites("《行政处罚法》", "ok"),
    _cites("《道路货物运输及站场管理规定》第五十七条", "?statute_unknown"),
    _cites(f"{T}第六十三条、《道路货物运输及站场管理规定》第五十七条", "?statute_unknown"),
    _cites(f"{T}第九十条、《道路货物运输及站场管理规定》第五十七条", "article_missing"),
    _cites(None, "?statute_not_in_force"),
    _cites("依照有关规定", "?statute_unknown"),
    _cites("《行政处罚法》第八十六条", "ok"),
    _cites("《行政处罚法》第八十七条", "article_missing"),
    # the version of 2017 is known to have been in force, its articles are not in the data
    _cites("《行政处罚法》第二十条", "?article_missing", occurred_on="2020-05-06", decided_on="2020-06-08"),
    _cites(f"{T}第六十三条", "?article_missing", occurred_on="2018-05-06", decided_on="2018-06-08"),
)

_GOODS = {"violation": "未取得道路货物运输经营许可，擅自从事道路货物运输经营", "legal_basis": f"{T}第六十三条"}
_MAINTENANCE = {"violation": "贵Z12345号货车未按规定进行维护和检测", "fine": 1_000}
_STOPS = {"violation": "客运班车不按批准的站点停靠，站外上客", "fine": 1_500}
_CERTIFICATE = {"violation": "客运经营者未按规定随车携带车辆营运证", "fine": 100}

BASIS = (
    _basis("fits", "ok"),
    _basis("without paragraph and item", "ok", legal_basis=f"{T}第六十三条"),
    _basis("another item", "basis_mismatch", legal_basis=f"{T}第六十三条第一款第（一）项"),
    _basis("another article", "basis_mismatch", legal_basis=f"{T}第六十六条"),
    _basis("one of two fits", "ok", legal_basis=f"{T}第六十六条、第六十三条"),
    _basis("the duty alone", "basis_mismatch", legal_basis=f"{T}第十条"),
    _basis("the duty as violated", "ok", legal_basis=f"违反了{T}第十条，依据{T}第六十三条，给予罚款"),
    _basis("the penal law alone", "basis_mismatch", legal_basis="《行政处罚法》第二十八条"),
    _basis("unknown statute", "?basis_mismatch", legal_basis="《道路旅客运输及客运站管理规定》第九十三条"),
    _basis("unknown and right", "ok", legal_basis=f"《道路旅客运输及客运站管理规定》第九十三条、{T}第六十三条"),
    _basis("unknown and wrong", "basis_mismatch", legal_basis=f"《道路旅客运输及客运站管理规定》第九十三条、{T}第六十六条"),
    _basis("unknown and penal law", "?basis_mismatch", legal_basis="《某办法》第九条、《行政处罚法》第二十八条"),
    _basis("no basis", "?basis_mismatch", legal_basis=None),
    _basis("no violation", "?basis_mismatch", violation=None),
    _basis("not recognised", "?basis_mismatch", violation="违反交通管理规定"),
    _basis("own statute without article", "?basis_mismatch", legal_basis=T),
    _basis("several acts, cited", "ok", violation="未取得道路运输经营许可，擅自从事道路运输经营", legal_basis=f"{T}第六十三条"),
    _basis("several acts, not cited", "?basis_mismatch", violation="未取得道路运输经营许可，擅自从事道路运输经营",
           legal_basis=f"{T}第六十六条"),
    _basis("parallel statutes, one cited", "ok", violation="货车车货总质量超过公路限定标准，超限行驶公路",
           legal_basis="《公路法》第七十六条", fine=5_000),
    # renumbered on 20 July 2023: 70 became 69, with equal figures
    _basis("new act, old number", "basis_mismatch", legal_basis=f"{T}第七十条第一款", **_MAINTENANCE),
    _basis("new act, new number", "ok", legal_basis=f"{T}第六十九条第一款", **_MAINTENANCE),
    _basis("old act, old number", "ok", legal_basis=f"{T}第七十条第一款", occurred_on="2023-07-19", **_MAINTENANCE),
    _basis("old act, new number", "ok", legal_basis=f"{T}第六十九条第一款", occurred_on="2023-07-19", **_MAINTENANCE),
    _basis("day not known, old number", "?basis_mismatch", legal_basis=f"{T}第七十条第一款", occurred_on=None, **_MAINTENANCE,
           decided_on="2024-03-04"),
    # lighter since 20 July 2023: 69.1.(1), at most 3,000, became 68.1.(1), at most 2,000
    _basis("lighter, above the new maximum", "lighter_new_law", legal_basis=f"{T}第六十九条第一款第（一）项",
           occurred_on="2023-07-19", **_STOPS | {"fine": "2000.01"}),
    _basis("lighter, on the new maximum, new number", "ok", legal_basis=f"{T}第六十八条第一款第（一）项",
           occurred_on="2023-07-19", **_STOPS | {"fine": 2_000}),
    _basis("lighter, on the new maximum, old number", "basis_mismatch", legal_basis=f"{T}第六十九条第一款第（一）项",
           occurred_on="2023-07-19", **_STOPS | {"fine": 2_000}),
    _basis("decided under the old law", "ok", legal_basis=f"{T}第六十九条第一款第（一）项", occurred_on="2023-07-10",
           decided_on="2023-07-19", **_STOPS | {"fine": 3_000}),
    _basis("goods, 60,000", "lighter_new_law", occurred_on="2023-07-19", **_GOODS, fine=60_000),
    _basis("goods, 30,000, serious not known", "?lighter_new_law", occurred_on="2023-07-19", **_GOODS, fine=30_000, serious=None),
    _basis("goods, 30,000, not serious", "lighter_new_law", occurred_on="2023-07-19", **_GOODS, fine=30_000),
    _basis("goods, 30,000, serious", "ok", occurred_on="2023-07-19", **_GOODS, fine=30_000, serious=True),
    _basis("goods, 10,000", "ok", occurred_on="2023-07-19", **_GOODS, fine=10_000, serious=None),
    _basis("no longer punished", "lighter_new_law", occurred_on="2023-07-19", **_CERTIFICATE, legal_basis=f"{T}第六十八条"),
    _basis("no longer punished, a new act", "basis_mismatch", **_CERTIFICATE, legal_basis=f"{T}第六十八条"),
    _basis("light goods vehicle", "basis_mismatch", **_GOODS | {
        "violation": "使用总质量4495千克的轻型普通货车从事普通货物运输，未取得道路运输经营许可"}),
    _basis("heavier goods vehicle", "ok", **_GOODS | {
        "violation": "使用总质量4505千克的普通货车从事普通货物运输，未取得道路运输经营许可"}, fine=5_000),
)  # fmt: skip

_FAKE = {"violation": "汽车修理厂使用假冒伪劣配件维修机动车", "legal_basis": f"{T}第七十一条"}
_INSURANCE = {
    "violation": "客运经营者未投保承运人责任险",
    "legal_basis": f"{T}第六十七条",
    "penalty_kinds": ["吊销许可证件"],
    "fine": None,
}
_PAPERS = {
    "violation": "客运经营者未按规定随车携带车辆营运证",
    "legal_basis": f"{T}第六十八条",
    "occurred_on": "2022-08-04",
    "decided_on": "2022-09-05",
}

PENALTY = (
    _penalty("on the minimum", "ok"),
    _penalty("below the minimum", "fine_out_of_range", fine="9999.99"),
    _penalty("below the minimum, mitigated", "ok", fine="9999.99", mitigation=True),
    _penalty("below the minimum, mitigation not known", "?fine_out_of_range", fine="9999.99", mitigation=None),
    _penalty("on the maximum", "ok", fine=100_000),
    _penalty("above the maximum", "fine_out_of_range", fine="100000.01"),
    _penalty("above the maximum, mitigated", "fine_out_of_range", fine="100000.01", mitigation=True),
    _penalty("gains not known, inside the flat range", "?fine_out_of_range", illegal_gains=None),
    _penalty("gains not known, below both", "fine_out_of_range", illegal_gains=None, fine=9_000),
    _penalty("gains not known, below both, mitigated", "ok", illegal_gains=None, fine=9_000, mitigation=True),
    _penalty("gains just below the threshold", "ok", illegal_gains="19999.99", fine=100_000),
    _penalty("gains on the open threshold", "?fine_out_of_range", illegal_gains=20_000, fine=40_000),
    _penalty("twice the gains", "ok", illegal_gains=20_001, fine=40_002),
    _penalty("less than twice", "fine_out_of_range", illegal_gains=20_001, fine="40001.99"),
    _penalty("ten times", "ok", illegal_gains=20_001, fine=200_010),
    _penalty("more than ten times", "fine_out_of_range", illegal_gains=20_001, fine="200010.01"),
    _penalty("2022: gains on the threshold take the multiple", "fine_out_of_range", illegal_gains=20_000, fine=30_000,
             occurred_on="2022-08-04", decided_on="2022-09-05", legal_basis=f"{T}第六十三条"),
    _penalty("2022: twice the threshold", "ok", illegal_gains=20_000, fine=40_000, occurred_on="2022-08-04",
             decided_on="2022-09-05", legal_basis=f"{T}第六十三条"),
    _penalty("goods: the higher tier, serious", "ok", **_GOODS, fine=50_000, serious=True),
    _penalty("goods: above the higher tier", "fine_out_of_range", **_GOODS, fine="50000.01", serious=True),
    _penalty("goods: the higher tier, not serious", "fine_out_of_range", **_GOODS, fine="10000.01"),
    _penalty("goods: the higher tier, not known", "?fine_out_of_range", **_GOODS, fine="10000.01", serious=None),
    _penalty("goods: the base tier, not known", "ok", **_GOODS, fine=10_000, serious=None),
    _penalty("goods: the text says serious", "ok", **_GOODS | {
        "violation": "未取得道路货物运输经营许可，擅自从事道路货物运输经营，情节严重"}, fine=50_000, serious=None),
    _penalty("the provision cited, though another act is named", "fine_out_of_range", legal_basis=f"{T}第六十六条",
             fine="10000.01"),
    _penalty("several acts under the article", "fine_out_of_range", legal_basis=f"{T}第六十三条", violation=None, fine=100_001),
    _penalty("several acts, inside some", "?fine_out_of_range", legal_basis=f"{T}第六十三条", violation=None, fine=20_000,
             serious=True),
    _penalty("unknown statute: by the act recognised", "fine_out_of_range", legal_basis="《某办法》第九条", fine=9_000),
    _penalty("unknown statute, no act", "?kind_not_authorised", legal_basis="《某办法》第九条", violation=None),
    _penalty("no basis", "?kind_not_authorised", legal_basis=None),
    _penalty("kinds not known", "?kind_not_authorised", penalty_kinds=None),
    _penalty("a foreign kind", "kind_not_authorised", penalty_kinds=["罚款", "吊销许可证件"]),
    _penalty("gains confiscated", "ok", penalty_kinds=["罚款", "没收违法所得"]),
    _penalty("an order is no penalty", "ok", penalty_kinds=["罚款", "责令改正", "责令停止经营"]),
    _penalty("a word that is no kind", "?kind_not_authorised", penalty_kinds=["罚款", "公开道歉"]),
    _penalty("suspended where serious", "ok", **_FAKE, fine=20_000, serious=True,
             penalty_kinds=["罚款", "没收非法财物", "责令停产停业"]),
    _penalty("suspended though not serious", "kind_not_authorised", **_FAKE, fine=20_000, penalty_kinds=["罚款", "责令停产停业"]),
    _penalty("suspended, not known", "?kind_not_authorised", **_FAKE, fine=20_000, serious=None,
             penalty_kinds=["罚款", "责令停产停业"]),
    _penalty("its other word", "ok", **_FAKE, fine=20_000, serious=True, penalty_kinds=["罚款", "停业整顿"]),
    _penalty("refused", "ok", **_INSURANCE, refused=True),
    _penalty("not refused", "kind_not_authorised", **_INSURANCE),
    _penalty("refusal not known", "?kind_not_authorised", **_INSURANCE, refused=None),
    _penalty("the text says refused", "ok", **_INSURANCE | {
        "violation": "客运经营者未投保承运人责任险，责令限期投保，拒不投保"}, refused=None),
    _penalty("column and text contradict", "?kind_not_authorised", **_INSURANCE | {
        "violation": "客运经营者未投保承运人责任险，责令改正后拒不改正"}, refused=False),
    _penalty("warning or fine: fine", "ok", **_PAPERS, penalty_kinds=["罚款"], fine=200),
    _penalty("warning or fine: warning", "ok", **_PAPERS, penalty_kinds=["警告"], fine=None),
    _penalty("warning or fine: both", "kind_not_authorised", **_PAPERS, penalty_kinds=["警告", "罚款"], fine=20),
    _penalty("fine named, amount not known", "?fine_out_of_range", fine=None),
    _penalty("a fixed sum", "ok", violation="客运站未公布班次和票价，责令改正后拒不改正", legal_basis=f"{T}第七十条第三款",
             fine=3_000, refused=True),
    _penalty("below a fixed sum", "fine_out_of_range", violation="客运站未公布班次和票价，责令改正后拒不改正",
             legal_basis=f"{T}第七十条第三款", fine="2999.99", refused=True),
    _penalty("may be fined: nothing", "ok", violation="未经许可占用、挖掘公路", legal_basis="《公路法》第七十六条第（一）项",
             fine=0),
    _penalty("may be fined: the maximum", "ok", violation="未经许可占用、挖掘公路", legal_basis="《公路法》第七十六条第（一）项",
             fine=30_000),
    _penalty("may be fined: above it", "fine_out_of_range", violation="未经许可占用、挖掘公路",
             legal_basis="《公路法》第七十六条第（一）项", fine="30000.01"),
    _penalty("added fine on the fine", "ok", _paid=[("added_fine", 10_000)]),
    _penalty("added fine above the fine", "added_fine_over_principal", _paid=[("added_fine", 9_000), ("added_fine", "1000.01")]),
    _penalty("payments of kind not known", "?added_fine_over_principal", _paid=[("added_fine", 9_000), (None, "1000.01")]),
    _penalty("the fine paid", "ok", _paid=[("fine", 10_000)]),
    _penalty("digits and words differ", "amount_mismatch", _in_words=1_000),
    _penalty("digits and words agree", "ok", _in_words=10_000),
    # the lighter new law is the measure also of the kinds and the range
    _penalty("old act, within the lighter range", "ok", occurred_on="2023-07-19", **_GOODS, fine=3_000),
    _penalty("old act, below the lighter range", "fine_out_of_range", occurred_on="2023-07-19", **_GOODS, fine="2999.99"),
)  # fmt: skip

_SINCE = {"decided_on": "2024-01-02", "found_on": "2023-12-20", "opened_on": "2023-12-20"}
REMEDY = (
    _remedy("told", "ok"),
    _remedy("not told", "remedy_misstated", remedy_told=False),
    _remedy("not known", "?remedy_misstated", remedy_told=None),
    _remedy("three months", "remedy_misstated", suit_months_told=3),
    _remedy("months not known", "?remedy_misstated", suit_months_told=None),
    _remedy("90 days", "remedy_misstated", reconsideration_days_told=90),
    _remedy("days not known", "?remedy_misstated", reconsideration_days_told=None),
    _remedy("organ not known", "?remedy_misstated", reconsideration_organ_told=None),
    _remedy("short name", "ok", reconsideration_organ_told="县人民政府"),
    _remedy("full name", "ok", reconsideration_organ_told="云岭市青溪县人民政府"),
    _remedy("another county's", "remedy_misstated", reconsideration_organ_told="河东县人民政府"),
    _remedy("the city's government", "remedy_misstated", reconsideration_organ_told="云岭市人民政府"),
    _remedy("higher department before 2024", "ok", reconsideration_organ_told="云岭市交通运输局"),
    _remedy("either before 2024", "ok", reconsideration_organ_told="青溪县人民政府或者云岭市交通运输局"),
    _remedy("another city's department", "remedy_misstated", reconsideration_organ_told="河东市交通运输局"),
    _remedy("two levels up", "remedy_misstated", reconsideration_organ_told="省交通运输厅"),
    _remedy("higher department not in the name", "?remedy_misstated", agency="青溪县交通运输局",
            reconsideration_organ_told="云岭市交通运输局"),
    _remedy("higher department since 2024", "remedy_misstated", **_SINCE, reconsideration_organ_told="云岭市交通运输局"),
    _remedy("the last day of 2023", "ok", decided_on="2023-12-31", reconsideration_organ_told="云岭市交通运输局"),
    _remedy("either since 2024", "remedy_misstated", **_SINCE, reconsideration_organ_told="青溪县人民政府或者云岭市交通运输局"),
    _remedy("government since 2024", "ok", **_SINCE),
    _remedy("tax, own government since 2024", "remedy_misstated", **_SINCE, agency="国家税务总局青溪县税务局"),
    _remedy("justice bureau since 2024, the city's bureau", "ok", **_SINCE, agency="云岭市青溪县司法局",
            reconsideration_organ_told="云岭市司法局"),
    _remedy("standing not to be seen", "?remedy_misstated", reconsideration_organ_told="行政复议委员会"),
    _remedy("before 2018: only the months", "?remedy_misstated", decided_on="2017-12-29", reconsideration_days_told=30),
    _remedy("before 2018: wrong months", "remedy_misstated", decided_on="2017-12-29", suit_months_told=3),
    _remedy("before May 2015", "?remedy_misstated", decided_on="2015-04-30", suit_months_told=3),
    _remedy("on the spot since 2024, suit told at once", "remedy_misstated", **_SINCE, _on_the_spot=True),
    _remedy("on the spot in 2023", "ok", _on_the_spot=True),
)  # fmt: skip

TIME = (
    _time("in time", "ok"),
    _time("before the law of 2021", "-", decided_on="2021-07-14"),
    _time("found after five years", "out_of_time_penalty", occurred_on="2018-08-04", found_on="2023-08-05"),
    _time("found on the last day of five years", "?out_of_time_penalty", occurred_on="2018-08-04", found_on="2023-08-04"),
    _time("found after two years", "?out_of_time_penalty", occurred_on="2021-08-04", found_on="2023-08-05"),
    _time("found on the last day of two years", "ok", occurred_on="2021-08-04", found_on="2023-08-04"),
    _time("discovery not known, opened within two years", "ok", occurred_on="2021-08-10", found_on=None),
    _time("discovery not known, opened after five years", "?out_of_time_penalty", occurred_on="2018-08-04", found_on=None),
    _time("decided within two years, nothing else known", "?decided_late", occurred_on="2022-08-04", found_on=None, opened_on=None),
    _time("the act's day not known", "?out_of_time_penalty", occurred_on=None),
    # ninety days from 7 August 2023 end on Sunday 5 November, moved to Monday the 6th
    _time("on the ninetieth day, moved", "ok", decided_on="2023-11-06"),
    _time("a day later", "decided_late", decided_on="2023-11-07"),
    _time("opening not known, within ninety days of discovery", "ok", opened_on=None),
    _time("opening not known, later", "?decided_late", opened_on=None, decided_on="2023-11-07"),
    _time("opened before the law of 2021", "decided_late", occurred_on="2021-04-01", found_on="2021-04-01",
          opened_on="2021-04-06", decided_on="2021-07-15"),
)  # fmt: skip

ALL = (*CITATION, *BASIS, *PENALTY, *REMEDY, *TIME)
