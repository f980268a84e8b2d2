"""Which article of a version is which of another (条文对照): by equal words first, then by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from supervision_rules.law._statutes import ArticleKey, Move, StatuteVersion
from supervision_rules.law._text_hash import plain

_ALIKE = 55.0
"""From this likeness (per cent) on two articles are one, amended; below it one went and another came."""
_MOST_PAIRS = 40_000


@dataclass(frozen=True)
class Comparison:
    """How the articles of a version stand against those of an earlier one.

    Attributes:
        moves: for each article of the newer version that moved, differs or is new, where it stood before.
        removed: articles of the earlier version that are gone.
        exact: False where an article's words are known on one side only, so that its change can't be told.
    """

    moves: Mapping[ArticleKey, Move]
    removed: tuple[ArticleKey, ...]
    exact: bool = True


def compare_texts(before: Mapping[ArticleKey, str], after: Mapping[ArticleKey, str]) -> dict[ArticleKey, ArticleKey]:
    """The article of the earlier version that each article of the newer one continues.

    Args:
        before: the earlier version's articles, in order.
        after: the newer version's articles, in order.

    Returns:
        Newer to earlier; an article without a forerunner isn't there.
    """
    old, new = list(before), list(after)
    old_plain, new_plain = [plain(before[key]) for key in old], [plain(after[key]) for key in new]
    anchors = _anchors(old_plain, new_plain)
    pairs = dict(anchors)
    edges = [(-1, -1), *((b, a) for a, b in anchors), (len(old), len(new))]
    for (old_from, new_from), (old_to, new_to) in pairwise(edges):
        pairs |= _aligned(old_plain, new_plain, range(old_from + 1, old_to), range(new_from + 1, new_to))
    pairs |= _strays(old_plain, new_plain, pairs)
    pairs |= _rewritten(old, new, pairs)
    return {new[a]: old[b] for a, b in sorted(pairs.items())}


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (newer, earlier) of equal words that stand once on each side, in an order that both keep."""
    places = {text: index for index, text in enumerate(old) if old.count(text) == 1}
    found = [(a, places[text]) for a, text in enumerate(new) if text in places and new.count(text) == 1]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, (_, b) in enumerate(found):
        at = bisect_left(tails, b)
        before.append(ends[at - 1] if at else None)
        tails[at:] = [b, *tails[at + 1 :]]
        ends[at:] = [index, *ends[at + 1 :]]
    chain = []
    end: int | None = ends[-1] if ends else None
    while end is not None:
        chain.append(found[end])
        end = before[end]
    return chain[::-1]


def _aligned(old: Sequence[str], new: Sequence[str], olds: range, news: range) -> dict[int, int]:
    """The best pairing between two stretches that keeps the order."""
    from rapidfuzz import fuzz

    if not olds or not news or len(olds) * len(news) > _MOST_PAIRS:
        return {}
    score = [[fuzz.ratio(new[a], old[b], score_cutoff=_ALIKE) for b in olds] for a in news]
    best = [[0.0] * (len(olds) + 1) for _ in range(len(news) + 1)]
    for i in range(len(news) - 1, -1, -1):
        for j in range(len(olds) - 1, -1, -1):
            paired = score[i][j] + best[i + 1][j + 1] if score[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = {}, 0, 0
    while i < len(news) and j < len(olds):
        if score[i][j] and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            pairs[news[i]] = olds[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _strays(old: Sequence[str], new: Sequence[str], pairs: Mapping[int, int]) -> dict[int, int]:
    """Articles that moved past others, by falling likeness."""
    from rapidfuzz import fuzz

    taken = set(pairs.values())
    news = [index for index in range(len(new)) if index not in pairs]
    olds = [index for index in range(len(old)) if index not in taken]
    if len(news) * len(olds) > _MOST_PAIRS:
        return {}
    scores = [(fuzz.ratio(new[a], old[b], score_cutoff=_ALIKE), -a, -b) for a in news for b in olds]
    found: dict[int, int] = {}
    for score, a, b in sorted(scores, reverse=True):
        if score and -a not in found and -b not in found.values():
            found[-a] = -b
    return found


def _rewritten(old: Sequence[ArticleKey], new: Sequence[ArticleKey], pairs: Mapping[int, int]) -> dict[int, int]:
    """Articles of the same number between the same neighbours: wholly rewritten, but in the place of the old one."""
    taken = set(pairs.values())
    places = {key: index for index, key in enumerate(old)}
    found: dict[int, int] = {}
    for a, key in enumerate(new):
        b = places.get(key)
        if a in pairs or b is None or b in taken:
            continue
        above = (a == 0 and b == 0) or pairs.get(a - 1, found.get(a - 1)) == b - 1
        below = (a == len(new) - 1 and b == len(old) - 1) or pairs.get(a + 1) == b + 1
        if above and below:
            found[a] = b
    return found


def compare_versions(before: StatuteVersion, after: StatuteVersion) -> Comparison:
    """Compare two versions whose words the data holds."""
    old, new = before.articles or {}, after.articles or {}
    continued = compare_texts(
        {key: before.texts.get(key, "") for key in old}, {key: after.texts.get(key, "") for key in new}
    )
    moves: dict[ArticleKey, Move] = {}
    for key in new:
        earlier = continued.get(key)
        changed = earlier is None or (
            plain(before.texts.get(earlier, "")) != plain(after.texts.get(key, ""))
            or tuple(old[earlier]) != tuple(new[key])
        )
        if changed or earlier != key:
            moves[key] = Move(earlier, changed)
    kept = set(continued.values())
    return Comparison(moves, tuple(key for key in old if key not in kept))


def composed(
    first: Comparison, second: Comparison, middle: Sequence[ArticleKey], last: Sequence[ArticleKey]
) -> Comparison:
    """Two comparisons one after the other: earliest to middle, middle to last.

    Args:
        first: how the middle version stands against the earliest.
        second: how the last stands against the middle one.
        middle: the middle version's articles.
        last: the last version's articles.
    """
    moves: dict[ArticleKey, Move] = {}
    removed = list(first.removed)
    for key in last:
        step = second.moves.get(key, Move(key, False))
        if step.before is None:
            moves[key] = Move(None, True)
            continue
        earlier = first.moves.get(step.before, Move(step.before, False))
        changed = step.changed or earlier.changed
        if earlier.before is None or changed or earlier.before != key:
            moves[key] = Move(earlier.before, changed)
    for key in second.removed:
        earlier = first.moves.get(key, Move(key, False))
        if earlier.before is not None and key in middle:
            removed.append(earlier.before)
    return Comparison(moves, tuple(sorted(removed)), first.exact and second.exact)


def compare(versions: Sequence[StatuteVersion], before: StatuteVersion, after: StatuteVersion) -> Comparison:
    """Compare two versions of a statute: by their words where the data holds both, else by its own comparisons or hashes.

    Args:
        versions: all versions of the statute, in order.
        before: the earlier one of them; its articles are known.
        after: the later one of them; its articles are known.
    """
    if before.passed == after.passed:
        return Comparison({}, ())
    if before.texts and after.texts:
        return compare_versions(before, after)
    between = [one for one in versions if before.effective_from < one.effective_from <= after.effective_from]
    steps = [before, *between]
    if all(later.compared_with == earlier.passed for earlier, later in zip(steps, between, strict=False)):
        found = Comparison(between[0].moves, between[0].removed)
        for middle, later in pairwise(between):
            step = Comparison(later.moves, later.removed)
            found = composed(found, step, list(middle.articles or ()), list(later.articles or ()))
        return found
    return _by_hash(before, after)


def _by_hash(before: StatuteVersion, after: StatuteVersion) -> Comparison:
    """By equal hashes, and where there is none by the same number."""
    old, new = before.articles or {}, after.articles or {}
    places: dict[str, list[ArticleKey]] = {}
    for key in old:
        places.setdefault(before.hashes.get(key, ""), []).append(key)
    moves: dict[ArticleKey, Move] = {}
    kept: set[ArticleKey] = set()
    for key in new:
        same = places.get(after.hashes.get(key, "-"), [])
        if key in same or len(same) == 1:
            earlier = key if key in same else same[0]
            kept.add(earlier)
            if earlier != key:
                moves[key] = Move(earlier, False)
    for key in new:
        if key not in moves and before.hashes.get(key) != after.hashes.get(key, "-"):
            moves[key] = Move(key if key in old and key not in kept else None, True)
            kept |= {key} & set(old)
    return Comparison(dict(sorted(moves.items())), tuple(key for key in old if key not in kept), exact=False)
