"""Puts statutes of several sources together: versions in order, each with its end (合并法规的各个版本)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from supervision_rules.errors import LawDataError
from supervision_rules.law._statute_titles import number_key, title_key
from supervision_rules.law._statutes import Statute, StatuteVersion

Read = tuple[Statute, tuple[Statute, ...]]


def merged(sources: Sequence[Sequence[Read]]) -> list[Statute]:
    """The statutes of all sources, later ones on top, followed by what they repeal.

    Raises:
        LawDataError: two versions of one statute take effect on the same day.
    """
    found: list[Statute] = []
    places: dict[str, int] = {}
    own = len(sources[0]) if sources else 0
    for source in sources:
        for statute, _ in source:
            at = next((places[name] for name in _names(statute) if name in places), None)
            if at is None:
                at = len(found)
                found.append(statute)
            else:
                found[at] = _joined(found[at], statute, settled=at < own)
            for name in _names(statute):
                places.setdefault(name, at)
    found = [_ended(statute) for statute in found]
    for source in sources:
        for _, repealed in source:
            for statute in repealed:
                at = next((places[name] for name in _names(statute) if name in places), None)
                if at is None:
                    places |= dict.fromkeys(_names(statute), len(found))
                    found.append(statute)
                else:
                    found[at] = _repealed(found[at], statute)
    return found


def _names(statute: Statute) -> list[str]:
    names = [title_key(statute.title), title_key(statute.full_title)]
    number = number_key(statute.number) if statute.number else None
    return [*([number] if number else []), *names]


def _joined(below: Statute, above: Statute, *, settled: bool) -> Statute:
    """A statute with the versions of another source on top; `settled`: the package itself says whether it punishes."""
    versions = {version.passed: version for version in below.versions}
    for version in above.versions:
        old = versions.get(version.passed)
        versions[version.passed] = version if old is None else _over(old, version)
    return replace(
        below,
        versions=tuple(versions.values()),
        short_titles=tuple(dict.fromkeys((*below.short_titles, *above.short_titles))),
        number=below.number or above.number,
        first_effective=below.first_effective or above.first_effective,
        repealed_on=above.repealed_on or below.repealed_on,
        kind=below.kind if below.kind != "other" else above.kind,
        punishing=below.punishing or (above.punishing and not settled),
        amendments=tuple(sorted({*below.amendments, *above.amendments})),
    )


def _over(below: StatuteVersion, above: StatuteVersion) -> StatuteVersion:
    """A user's version over the package's: its articles and days win, what it doesn't hold stays."""
    if above.articles is None:
        return replace(
            below,
            effective_from=above.effective_from,
            effective_to=above.effective_to or below.effective_to,
            source=above.source or below.source,
        )
    same = above.compared_with is None and below.articles is not None and above.articles.keys() == below.articles.keys()
    return replace(
        above,
        effective_to=above.effective_to or below.effective_to,
        known_from=above.known_from or below.known_from,
        compared_with=below.compared_with if same else above.compared_with,
        moves=below.moves if same else above.moves,
        removed=below.removed if same else above.removed,
    )


def _ended(statute: Statute) -> Statute:
    """The versions in order, each ended where the next one, or an amendment not in the data, begins."""
    ordered = sorted(statute.versions, key=lambda version: (version.effective_from, version.passed))
    done: list[StatuteVersion] = []
    for version, following in zip(ordered, [*ordered[1:], None], strict=False):
        if following is not None and following.effective_from == version.effective_from:
            raise LawDataError.of(
                "SR424",
                f"《{statute.title}》的两个版本({version.passed}、{following.passed})同一天({version.effective_from})施行",
                f"two versions of 《{statute.title}》 ({version.passed}, {following.passed}) take effect on the same day",
                hint_zh="请改正其中一个的 effective_from",
                hint_en="correct one effective_from",
            )
        end = _end(statute, version, following)
        if end is None or end >= version.effective_from:  # else it was amended before it ever took effect
            done.append(replace(version, effective_to=end))
    return replace(statute, versions=tuple(done))


def _end(statute: Statute, version: StatuteVersion, following: StatuteVersion | None) -> dt.date | None:
    ends = [version.effective_to] if version.effective_to else []
    known = {other.passed for other in statute.versions}
    missing = [day for day in statute.amendments if day > version.passed and day not in known]
    if following is not None:
        ends.append(following.effective_from - dt.timedelta(days=1))
        missing = [day for day in missing if day < following.passed]
    if not version.effective_to and missing:
        ends.append(min(missing) - dt.timedelta(days=1))
    return min(ends, default=None)


def _repealed(statute: Statute, repeal: Statute) -> Statute:
    """A statute known with its versions, repealed by another one; a later statute of the same name is not."""
    day = repeal.repealed_on
    if day is None or statute.repealed_on is not None or any(version.passed >= day for version in statute.versions):
        return statute
    if any(version.effective_from >= day for version in statute.versions):
        return statute
    ends = day - dt.timedelta(days=1)
    versions = tuple(replace(v, effective_to=min(v.effective_to or ends, ends)) for v in statute.versions)
    return replace(statute, versions=versions, repealed_on=day, source=statute.source or repeal.source)
