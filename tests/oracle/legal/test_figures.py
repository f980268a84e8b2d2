"""The tables against themselves: the weights that the page lists are those that the figures give."""

from __future__ import annotations

import pytest

from .figures import ACTS, DUTIES, LINES, NAMES, STATUTE_OF_ACT, line_of, weight
from .lines import FINE, Line
from .statutes import STATUTES


def test_provisions_exist() -> None:
    """Every line stands in an article, paragraph and item that its version has."""
    versions = {version.name: version for statute in STATUTES.values() for version in statute.versions}
    for line in LINES:
        assert versions[line.version].has(line.article, 0, line.paragraph, line.item), (line.version, line.text)
    for article in DUTIES:
        for name in ("T19", "T22", "T23"):
            assert versions[name].has(article, 0, None, None)


def test_numbers() -> None:
    """How many acts, lines and statutes there are; each act has a name for each version."""
    assert len(LINES) == sum(len(names) for names in NAMES.values())
    assert set(NAMES) == set(ACTS) == set(STATUTE_OF_ACT)
    assert [act for act in ACTS if not NAMES[act]] == ["goods_light"]
    assert {act for acts in DUTIES.values() for act in acts} <= set(ACTS)
    assert NAMES["goods"][2] == ("道路运输条例", "T23", "63.1.(1)")


def size(line: Line) -> tuple[int, int]:
    """The maximum and the minimum of the flat fine, the higher tier included."""
    if line.money is None or line.money.flat is None:
        return (0, 0)
    top = line.money.serious or line.money.flat
    return (top[1], line.money.flat[0])


@pytest.mark.parametrize(("old", "new"), [("T19", "T22"), ("T22", "T23"), ("T19", "T23")])
def test_weights(old: str, new: str) -> None:
    """Lighter: a lower maximum, or the same and a lower minimum, or a milder kind; else the figures are equal."""
    for act in ACTS:
        if STATUTE_OF_ACT[act] != "道路运输条例" or act == "goods_light":
            continue
        before, after = line_of(act, old), line_of(act, new)
        change = weight(act, old, new)
        if before is None or after is None:
            assert change == ("new" if before is None else "unpunished"), act
        elif change == "equal":
            assert (size(before), before.kinds) == (size(after), after.kinds), act
        elif FINE in before.kinds:
            assert size(after) < size(before), act
        else:
            assert before.kinds != after.kinds, act
