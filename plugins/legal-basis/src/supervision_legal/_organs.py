"""Whether an organ told may take the reconsideration, as far as the names show it (复议机关)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from supervision_legal._arrow import arrow_table
from supervision_legal._places import SYSTEMS, Organ, organ, stem
from supervision_legal._three import Told, any_of

_VERTICAL = ("税务", "海关", "国家安全", "外汇", "金融监督", "银行保险监督", "银保监", "证券监督", "人民银行")
"""Led from above: reconsideration lies with the next higher department (行政复议法 2023: 27)."""
_PERHAPS_VERTICAL = ("海事", "邮政", "气象", "地震", "铁路", "烟草", "通信管理", "民航", "消防救援")
"""Perhaps led from above (等实行垂直领导的行政机关): the name doesn't show it."""
_APART = re.compile(r"或者|或|、|;|；|，|,|和|以及|及")
_JUSTICE = SYSTEMS.index(("司法",))


def organs_wrong(agency: str, told: str, government_only: bool) -> Told:
    """Whether an organ told is none that may take the reconsideration; None where a name doesn't show it.

    Args:
        agency: the organ that decided.
        told: the organs told, one or several.
        government_only: by the law since 2024-01-01 (行政复议法 2023: 24) instead of that before (2017: 12, 13, 15).
    """
    own = organ(agency)
    names = [name for name in _APART.split(told) if name.strip()]
    if not names:
        return None
    return any_of([_wrong(own, organ(name), government_only) for name in names])


def _wrong(own: Organ, told: Organ, government_only: bool) -> Told:
    if own.government:
        return _of_government(own, told)
    vertical = any(word in own.rest for word in _VERTICAL)
    perhaps = any(word in own.name for word in _PERHAPS_VERTICAL) or own.name.startswith(("国家", "国务院"))
    if told.government:
        if vertical:
            return True if government_only else None
        own_place = _own_government(own, told)
        return None if perhaps and own_place is not False else own_place
    if "复议" in told.name or (
        not told.system and not told.rest.endswith(("局", "厅", "委员会", "委", "部", "队", "所"))
    ):
        return None
    if government_only and not vertical and _JUSTICE not in own.system:
        return None if perhaps or not own.level or _JUSTICE in told.system else True
    return _upper_department(own, told)


def _own_government(own: Organ, told: Organ) -> Told:
    """Whether a government is not the agency's own."""
    if told.short and not told.level:
        return False
    if told.bare_place:
        by_place = {stem(unit): level for level, unit in enumerate(reversed(own.units))}
        return {0: False}.get(by_place.get(told.bare_place, -1), True if told.bare_place in by_place else None)
    if not own.level:
        return None
    if told.level != own.level:
        return not _branch(own, told)
    return _another_place(own, told)


def _branch(own: Organ, told: Organ) -> bool:
    """A branch set up by district, whose district's government may take it (行政复议法 2023: 24)."""
    return bool(told.place) and "分局" in own.rest and own.rest.find(told.place) >= 0


def _another_place(own: Organ, told: Organ) -> Told:
    """Whether an organ is of another place than the agency names; None where the agency's name doesn't tell the place."""
    if told.short:
        return False
    by_level = {_level_of(unit, own): stem(unit) for unit in own.units}
    answer: Told = False
    for unit in told.units:
        level = _level_of(unit, told)
        if level in by_level:
            if by_level[level] != stem(unit):
                return True
        elif unit == told.units[-1]:
            answer = None
    return answer


def _level_of(unit: str, of: Organ) -> int:
    return of.level if unit == of.units[-1] else organ(unit).level


def _upper_department(own: Organ, told: Organ) -> Told:
    """Whether a department is not the next higher one in the agency's own field."""
    if own.system and told.system and not own.system & told.system:
        return True
    if not own.level or not told.level:
        return None
    if told.level == own.level and own.name.startswith(told.name) and own.name != told.name:
        return None
    if told.level != own.level + 1:
        county_level = own.city and told.level == own.level and stem(own.units[-1]) != told.place
        return None if county_level else True
    another = _another_place(own, told)
    return None if another is False and not own.system & told.system else another


def _of_government(own: Organ, told: Organ) -> Told:
    """For what a government decided: the next higher government (行政复议法 2023: 24; 2017: 13), itself for a province's."""
    if not told.government:
        return True
    if not own.level or not told.level:
        return None
    if own.level == 4:
        return told.level != 4 or _another_place(own, told)
    return True if told.level != own.level + 1 else _another_place(own, told)


class OrganReader:
    """Reads each distinct pair of agency and organs told, under both laws."""

    key = "organs"
    tables: Mapping[str, Mapping[str, str]] = {
        "organs": {
            "agency": "string",
            "reconsideration_organ_told": "string",
            "wrong_before_2024": "boolean",
            "wrong_since_2024": "boolean",
        }
    }

    def __call__(self, values: Any) -> Mapping[str, Any]:
        """The judgement on each pair."""
        names = list(self.tables["organs"])[:2]
        asked = zip(*(values.column(name).to_pylist() for name in names), strict=True)
        pairs = [(agency, told) for agency, told in asked if told is not None]
        columns = (
            [agency for agency, _ in pairs],
            [told for _, told in pairs],
            [organs_wrong(*pair, False) for pair in pairs],
            [organs_wrong(*pair, True) for pair in pairs],
        )
        return {"organs": arrow_table(self.tables["organs"], columns)}
