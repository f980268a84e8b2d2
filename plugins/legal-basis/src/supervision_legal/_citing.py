"""Whether the provisions cited were in force and exist (引用的条款), for one possible day of the act."""

from __future__ import annotations

from supervision_legal._eras import Standing
from supervision_legal._said import Cited, Said
from supervision_legal._three import Told, any_of
from supervision_rules.law import Purpose, Statute, StatuteVersion


def not_in_force(one: Cited, standing: Standing) -> Told:
    """Whether a cited statute is in no version in force on the day that counts, or is named in a version that isn't the one.

    The day of the act counts, or that of the decision (行政处罚法 37); for words of procedure that of the decision. None
    where the law data can't tell. A statute that isn't in it is another rung's.
    """
    if one.statute is None:
        return False
    stood = any_of([_stood(one.statute, state) for state in _states(one, standing)])
    if stood is not True or one.citation.version is None:
        return None if stood is None else not stood
    versions = _versions(one, standing)
    if any(version is not None and named(one, version) for version in versions):
        return False
    held = any(named(one, version) for version in one.statute.versions)
    return None if None in versions and not held else True


def _states(one: Cited, standing: Standing) -> tuple[str, ...]:
    if one.purpose is Purpose.PROCEDURE:
        return (standing.decision_state,)
    return (standing.act_state, standing.decision_state)


def _versions(one: Cited, standing: Standing) -> tuple[StatuteVersion | None, ...]:
    if one.purpose is Purpose.PROCEDURE:
        return (standing.decision,)
    return (standing.act, standing.decision)


def _stood(statute: Statute, state: str) -> Told:
    """Whether a statute was in force: also in a version that the data doesn't hold, where it is known to have begun."""
    if state == "not_known":
        return True if statute.first_effective is not None or not statute.versions else None
    return state == "in_force"


def named(one: Cited, version: StatuteVersion) -> bool:
    """Whether a version is the one that the citation names, by its year or the day it was passed."""
    return version.passed.isoformat().startswith(str(one.citation.version))


def missing(one: Cited, standing: Standing) -> Told:
    """Whether article, paragraph or item exists in none of the versions that may apply; of one that is named, in that one."""
    cited = one.citation
    if one.statute is None or cited.article is None:
        return False
    versions = _versions(one, standing)
    if cited.version is not None:
        versions = tuple(version for version in one.statute.versions if named(one, version)) or versions
    has: list[Told] = [
        None if version is None else version.has(cited.article, cited.article_suffix, cited.paragraph, cited.item)
        for version in versions
    ]
    there = any_of(has)
    return None if there is None else not there


def incomplete(said: Said, one: Cited) -> bool:
    """Whether a statute that punishes is cited without any article, here and everywhere in the text."""
    if one.punishing is None or one.citation.article is not None:
        return False
    return not any(other.punishing is one.punishing and other.citation.article is not None for other in said.cited)
