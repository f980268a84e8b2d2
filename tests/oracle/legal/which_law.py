"""Which version of a statute applies to a decision, and which provisions of it are right for an act.

A possibility is a pair: the version in force when the act was done, and the one when it was decided. Either is None
where the law data holds no version for that day.
"""

from __future__ import annotations

import calendar
from datetime import date

from .decision import Cite, Decision, Truth
from .figures import ACTS, STATUTE_OF_ACT, STATUTE_OF_VERSION, line_of, weight
from .lines import Line
from .statutes import STATUTES, Statute, Version, find

Law = tuple[Version | None, Version | None]

OLD_NUMBER_GOOD_WHERE_LIGHTER = False
"""Whether the old number is accepted too where the new law is lighter (see readings.md, 3)."""


def shifted(day: date, months: int) -> date:
    """The day of the month that matches, or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def act_days(decision: Decision) -> list[date]:
    """The day of the act; where it is not known one day of each stretch in which the law stood still."""
    if decision.occurred_on is not None:
        return [decision.occurred_on]
    first, last = shifted(decision.decided_on, -60), decision.decided_on
    starts = {version.start for statute in STATUTES.values() for version in statute.versions}
    return [first, *sorted(day for day in starts if first < day <= last)]


def laws(decision: Decision, statute: Statute) -> list[Law]:
    """Every pair of versions that is possible: one where the day of the act is known."""
    at_decision = statute.on(decision.decided_on)
    return [(version, at_decision) for version in dict.fromkeys(statute.on(day) for day in act_days(decision))]


def named(cite: Cite, version: Version) -> bool:
    """Whether the version is the one that the citation names."""
    return cite.version in (str(version.passed.year), version.passed.isoformat())


def named_version(cite: Cite) -> Version | None:
    """The version that a citation names, where the law data holds it."""
    statute = find(cite.title)
    if cite.version is None or statute is None:
        return None
    return next((version for version in statute.versions if named(cite, version)), None)


def stands_for(cite: Cite, line: Line) -> bool:
    """Whether a citation points at a line: what it leaves out is no fault."""
    statute = find(cite.title)
    if statute is None or statute.title != STATUTE_OF_VERSION[line.version]:
        return False
    if cite.version is not None:
        version = next(own for own in statute.versions if own.name == line.version)
        if not named(cite, version):
            return False
    return (
        cite.article == line.article
        and cite.suffix == 0
        and cite.paragraph in (None, line.paragraph)
        and cite.item in (None, line.item)
    )


def right_lines(act: str, law: Law) -> list[Line] | None:
    """The provisions that are right for an act; None where a version is not known."""
    old, new = law
    if old is None or new is None:
        return None
    change = weight(act, old.name, new.name)
    before, after = line_of(act, old.name), line_of(act, new.name)
    if change == "lighter" and not OLD_NUMBER_GOOD_WHERE_LIGHTER:
        lines = [after]
    elif change == "new":
        lines = []
    else:
        lines = [before, after]
    return [line for line in lines if line is not None]


def applied_line(act: str, law: Law) -> Line | None:
    """The line whose range and kinds the decision is judged by, of versions that are known; None: no penalty."""
    old, new = law
    if old is None or new is None:
        raise ValueError("a version that is not known gives no line")
    if weight(act, old.name, new.name) in ("lighter", "unpunished"):
        return line_of(act, new.name)
    return line_of(act, old.name)


def meant(cite: Cite, act: str, law: Law) -> bool:
    """Whether a citation names this act by its old or its new number, or by that of the version it names."""
    versions = [version for version in (*law, named_version(cite)) if version is not None]
    lines = [line_of(act, version.name) for version in versions if STATUTE_OF_VERSION[version.name] == statute_of(act)]
    return any(line is not None and stands_for(cite, line) for line in lines)


def cited_acts(cites: list[Cite], statute: Statute, law: Law) -> list[str]:
    """The acts of a statute that the citations name."""
    return [act for act in ACTS if statute_of(act) == statute.title and any(meant(cite, act, law) for cite in cites)]


def statute_of(act: str) -> str:
    """The statute that punishes an act."""
    return STATUTE_OF_ACT[act]


def act_laws(decision: Decision, act: str) -> list[Law]:
    """The possible laws of an act's own statute."""
    return laws(decision, STATUTES[statute_of(act)])


def basis_of(decision: Decision) -> tuple[list[Cite], list[Cite], list[Cite]]:
    """What is cited as basis: of punishing statutes, of other known statutes, of statutes that aren't known."""
    punishing: list[Cite] = []
    general: list[Cite] = []
    unknown: list[Cite] = []
    for cite in decision.citations:
        if cite.purpose != "basis":
            continue
        statute = find(cite.title)
        if statute is None:
            unknown.append(cite)
        elif statute.punishing:
            punishing.append(cite)
        else:
            general.append(cite)
    return punishing, general, unknown


def exists(cite: Cite, version: Version | None) -> Truth:
    """Whether a provision exists in a version; None where the version is not known."""
    if version is None or cite.article is None:
        return None
    return version.has(cite.article, cite.suffix, cite.paragraph, cite.item)
