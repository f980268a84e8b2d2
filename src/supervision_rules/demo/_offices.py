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
    Office("云岭市清溪区交通运输局", "黔云清交", "云岭市清溪区人民法院", "黔9901"),
    Office("松河县交通运输局", "黔云松交", "松河县人民法院", "黔9921"),
    Office("石桥市交通运输局", "黔云石交", "石桥市人民法院", "黔9922"),
    Office("柳坪县交通运输局", "黔云柳交", "柳坪县人民法院", "黔9923"),
    Office("竹溪县交通运输局", "黔云竹交", "竹溪县人民法院", "黔9924"),
    Office("枫岭县交通运输局", "黔云枫交", "枫岭县人民法院", "黔9925"),
)
"""Places that don't exist: invented irregularities must not stand beside a real office."""
SILENT_COURT = "梅坞县人民法院"
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
