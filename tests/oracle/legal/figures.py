"""The penalty tables as plain data: lines by act and version, weights of the changes, names for mapping."""

from __future__ import annotations

from . import figures_roads, figures_transport
from .lines import Line

STATUTE_OF_VERSION = {
    "T19": "道路运输条例",
    "T22": "道路运输条例",
    "T23": "道路运输条例",
    "G": "公路安全保护条例",
    "L": "公路法",
    "D": "道路交通安全法",
}

LINES: tuple[Line, ...] = (
    *figures_transport.LINES,
    *figures_roads.PROTECTION,
    *figures_roads.ROAD_LAW,
    *figures_roads.TRAFFIC,
)

UNPUNISHED = figures_transport.UNPUNISHED
DUTIES = figures_transport.DUTIES
"""Duty article of 道路运输条例 → acts."""

ACTS: tuple[str, ...] = (*dict.fromkeys(line.act for line in LINES), *UNPUNISHED)

STATUTE_OF_ACT: dict[str, str] = {line.act: STATUTE_OF_VERSION[line.version] for line in LINES} | dict.fromkeys(
    UNPUNISHED, "道路运输条例"
)

NAMES: dict[str, tuple[tuple[str, str, str], ...]] = {
    act: tuple((STATUTE_OF_VERSION[own.version], own.version, own.text) for own in LINES if own.act == act)
    for act in ACTS
}
"""Act → (statute, version, provision) for each version that punishes it; none for acts that are never punished."""


_BY_ACT: dict[tuple[str, str], Line] = {(line.act, line.version): line for line in LINES}
if len(_BY_ACT) != len(LINES):
    raise ValueError("an act stands twice in a version")


def line_of(act: str, version: str) -> Line | None:
    """What a version gives for an act; None where it doesn't punish it."""
    return _BY_ACT.get((act, version))


def weight(act: str, old: str, new: str) -> str:
    """How an act is punished in the new version, compared with the old: equal, lighter, unpunished or new."""
    if old == new:
        return "equal"
    order = ("T19", "T22", "T23")
    if old not in order or new not in order or order.index(old) > order.index(new):
        raise ValueError(f"not an old and a new version of one statute: {old}, {new}")
    changes: set[str] = set()
    if old == "T19":
        changes |= {"lighter"} if act in figures_transport.LIGHTER_2022 else set()
        changes |= {"new"} if act in figures_transport.NEW_2022 else set()
    if new == "T23":
        changes |= {"lighter"} if act in figures_transport.LIGHTER_2023 else set()
        changes |= {"unpunished"} if act in figures_transport.NOT_PUNISHED_SINCE_2023 else set()
    if len(changes) > 1:
        raise ValueError(f"{act} changed in two ways")
    return changes.pop() if changes else "equal"
