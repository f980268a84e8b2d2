"""What random decisions tell of the remedies: rightly, wrongly, in part, and with organs of every sort."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

OTHER = ("遵义市人民政府", "织金县人民政府", "湄潭县人民政府", "云南省人民政府")
UNSEEN = ("行政复议委员会", "上级行政机关", "行政复议局")
UPPER_OF_COUNTY = ("毕节市交通运输局", "市交通运输局", "遵义市交通运输局", "贵州省交通运输厅", "织金县交通运输局")
UPPER_OF_CITY = ("贵州省交通运输厅", "省交通运输厅", "云南省交通运输厅", "遵义市交通运输局")
OWN: dict[str, tuple[str, ...]] = {
    "大方县交通运输局": ("大方县人民政府", "大方县政府", "县人民政府", "本级人民政府", "毕节市大方县人民政府"),
    "毕节市大方县交通运输局": ("大方县人民政府", "毕节市大方县人民政府", "县人民政府"),
    "贵州省毕节市大方县交通运输局": ("大方县人民政府", "贵州省毕节市大方县人民政府", "县政府"),
    "毕节市七星关区交通运输局": ("七星关区人民政府", "毕节市七星关区人民政府", "区人民政府"),
    "毕节市交通运输局": ("毕节市人民政府", "毕节市政府", "市人民政府", "贵州省毕节市人民政府"),
    "贵州省毕节市交通运输局": ("毕节市人民政府", "贵州省毕节市人民政府"),
    "织金县交通运输综合行政执法大队": ("织金县人民政府", "织金县政府"),
    "遵义市道路运输管理局": ("遵义市人民政府", "遵义市政府"),
}
"""Agency → names of its own people's government."""


@dataclass(frozen=True)
class Remedy:
    """What was told."""

    told: bool | None
    months: int | None
    days: int | None
    organ: str | None


def remedy(agency: str, day: date, rng: Random) -> Remedy:
    """Mostly right, with one thing wrong or missing at times."""
    told = rng.choices((True, False, None), (90, 4, 6))[0]
    months = rng.choices((6, 3, 12, None), (90, 3, 2, 5))[0]
    days = rng.choices((60, 30, 90, None), (90, 2, 3, 5))[0]
    return Remedy(told, months, days, organ(agency, day, rng))


def organ(agency: str, day: date, rng: Random) -> str | None:
    """An organ, or two of them as it was usual before 2024."""
    own = rng.choice(OWN[agency])
    way = rng.random()
    if way < 0.55:
        return own
    if way < 0.85 and agency.endswith("交通运输局"):
        upper = rng.choice(UPPER_OF_COUNTY if agency.endswith(("县交通运输局", "区交通运输局")) else UPPER_OF_CITY)
        return upper if rng.random() < 0.5 else f"{own}{rng.choice(('或者', '或', '、'))}{upper}"
    if way < 0.9:
        return rng.choice(OTHER)
    if way < 0.95:
        return rng.choice(UNSEEN)
    return None if way < 0.98 else own
