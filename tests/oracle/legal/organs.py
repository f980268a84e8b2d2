"""Whether an organ may take the reconsideration, as far as the names of agency and organ show it.

For the names that generate.py makes: a government or a transport department, with its places in front.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .decision import Truth

OWN_GOVERNMENT_ONLY = date(2024, 1, 1)
LEVELS = ("province", "city", "county")
NAME = re.compile(
    r"(?P<province>[^省]{0,3}省)?(?P<city>[^省市州县区]{0,4}[市州])?(?P<county>[^省市州县区]{0,4}[县区])?"
    r"(?P<body>人民政府|政府|交通运输[局厅]|交通运输综合行政执法[支大]队|道路运输管理局|公路管理局)"
)


@dataclass(frozen=True)
class Organ:
    """A name taken apart: its places by level (a bare 县 is an empty name), and whether it is a government."""

    places: dict[str, str]
    government: bool
    department: bool

    @property
    def level(self) -> str:
        """The lowest place named."""
        return [level for level in LEVELS if level in self.places][-1]


def read(name: str) -> Organ | None:
    """Take a name apart; None where its standing can't be seen."""
    if name == "本级人民政府":
        return Organ({}, True, False)
    found = NAME.fullmatch(name)
    if found is None:
        return None
    places = {level: found[level][:-1] for level in LEVELS if found[level]}
    if not places:
        return None
    body = found["body"]
    return Organ(places, body.endswith("政府"), body in ("交通运输局", "交通运输厅"))


def judge_organs(agency: str, told: str, day: date) -> Truth:
    """Whether every organ told is one that may take the reconsideration; False where one surely is not."""
    answers = [judge_organ(agency, name, day) for name in re.split("或者|或|、|；", told)]
    if False in answers:
        return False
    return None if None in answers else True


def judge_organ(agency: str, told: str, day: date) -> Truth:
    """The same for one organ."""
    own, organ = read(agency), read(told)
    if own is None or organ is None:
        return None
    if organ.government:
        return not organ.places or (organ.level == own.level and same_places(own, organ) is True)
    if not organ.department or day >= OWN_GOVERNMENT_ONLY:
        return False
    if own.level == organ.level == "city" and organ.places["city"] not in ("", own.places["city"]):
        return None  # 市 may be one of a county's level, under the other city
    if LEVELS.index(organ.level) != LEVELS.index(own.level) - 1:
        return False
    return same_places(own, organ)


def same_places(own: Organ, organ: Organ) -> Truth:
    """Whether the organ's places are those of the agency; None where the agency's name does not show it.

    A bare 市 or 县 is the agency's own.
    """
    answer: Truth = True
    for level, name in organ.places.items():
        if level not in own.places:
            # A place above the agency that its name doesn't tell: only the lowest one decides the organ's standing.
            if name and level == organ.level:
                answer = None
        elif name not in ("", own.places[level]):
            return False
    return answer
