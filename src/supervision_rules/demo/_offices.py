"""Agencies and their courts, and what was punished (处罚机关、法院、违法行为)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """A transport agency with the short form in its document numbers, and the court with its code in case numbers."""

    agency: str
    short: str
    court: str
    court_code: str


OFFICES = (
    Office("毕节市七星关区交通运输局", "黔毕七交", "毕节市七星关区人民法院", "黔0502"),
    Office("大方县交通运输局", "黔毕大交", "大方县人民法院", "黔0521"),
    Office("黔西市交通运输局", "黔毕黔交", "黔西市人民法院", "黔0522"),
    Office("金沙县交通运输局", "黔毕金交", "金沙县人民法院", "黔0523"),
    Office("织金县交通运输局", "黔毕织交", "织金县人民法院", "黔0524"),
    Office("纳雍县交通运输局", "黔毕纳交", "纳雍县人民法院", "黔0525"),
)
SILENT_COURT = "赫章县人民法院"
"""A court that sent no cases."""


@dataclass(frozen=True, slots=True)
class Violation:
    """An act with its article and the lowest and highest fine; figures that hold in every version since 2022."""

    text: str
    basis: str
    lowest: int
    highest: int
    gains: bool = False


_TRANSPORT = "《中华人民共和国道路运输条例》"
_HIGHWAY = "《公路安全保护条例》"
VIOLATIONS = (
    Violation("未取得道路运输经营许可擅自从事道路旅客运输经营", f"{_TRANSPORT}第六十三条", 30_000, 60_000, gains=True),
    Violation("未取得道路运输经营许可擅自从事危险货物运输经营", f"{_TRANSPORT}第六十三条", 30_000, 80_000),
    Violation("不符合规定条件的人员驾驶道路运输经营车辆", f"{_TRANSPORT}第六十四条", 200, 2_000),
    Violation("非法转让、出租道路运输许可证件", f"{_TRANSPORT}第六十六条", 2_000, 10_000),
    Violation("车辆违法超限运输", f"{_HIGHWAY}第六十四条", 500, 30_000),
    Violation("采取短途驳载等方式逃避超限检测", f"{_HIGHWAY}第六十七条", 1_000, 30_000),
    Violation("指使、强令车辆驾驶人超限运输货物", f"{_HIGHWAY}第六十八条", 1_000, 30_000),
    Violation("车辆装载物掉落、遗洒,造成公路路面污染", f"{_HIGHWAY}第六十九条", 200, 5_000),
    Violation("擅自占用、挖掘公路", "《中华人民共和国公路法》第七十六条", 1_000, 30_000),
)
