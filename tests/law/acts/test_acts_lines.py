"""Every line of the shared table of penalties is represented by rules at that provision with those figures."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import pytest

from shared_pages import shared
from supervision_rules.law import PenaltyRule, load_acts, load_demands

ACTS = load_acts()
STATUTES = {
    "T19": ("道路运输条例", dt.date(2019, 3, 2)),
    "T22": ("道路运输条例", dt.date(2022, 3, 29)),
    "T23": ("道路运输条例", dt.date(2023, 7, 20)),
    "G": ("公路安全保护条例", dt.date(2011, 3, 7)),
    "L": ("公路法", dt.date(2017, 11, 4)),
    "D": ("道路交通安全法", dt.date(2021, 4, 29)),
}
_HEAD = re.compile(r"^(T19|T22|T23|G|L|D)\b[^|]*\|")
_AT = re.compile(r"(\d+)(?:\.(\d+))?(?:\.\((\d+)\)(?:–\((\d+)\))?)?(?: s\.(\d))?(?: \((vehicle|driver|company)\))?")


@dataclass(frozen=True)
class Place:
    statute: str
    version: dt.date
    article: int
    paragraph: int | None
    item: int | None
    sentence: int | None


@dataclass(frozen=True)
class Line:
    text: str
    places: tuple[Place, ...]
    act: str
    kinds: str
    fine: str


@lru_cache
def lines() -> tuple[Line, ...]:
    found = []
    for text in shared("law/penalties.md").read_text("utf-8").splitlines():
        if _HEAD.match(text):
            head, act, *rest = [cell.strip() for cell in text.split("|")]
            act = found[-1].act if act == "the same" else act
            kinds = rest[0] if rest else ""
            found.append(Line(text, tuple(_places(head)), act, kinds, rest[1] if len(rest) > 1 else ""))
    return tuple(found)


def _places(head: str):
    statutes: list[str] = []
    for part in head.split(";"):
        words, at = re.fullmatch(r"(?:((?:T\d\d|[GLD])(?:/T\d\d)*) )?(.*)", part.strip()).groups()
        statutes = words.split("/") if words else statutes
        first = _AT.match(at)
        if first is None:
            assert at == "—", f"{head!r}: {at!r}"
            continue
        article, paragraph, item, last, sentence = (int(one) if one else None for one in first.groups()[:5])
        sentence = sentence or {"vehicle": 1, "driver": 2, "company": 3}.get(first[6] or "")
        to = re.search(r"^\d+–(\d+)", at)
        for statute in statutes:
            for number in range(article, (int(to[1]) if to else article) + 1):
                for one in range(item, (last or item) + 1) if item else [None]:
                    yield Place(*STATUTES[statute], number, paragraph, one, sentence)


def _at(place: Place) -> list[PenaltyRule]:
    rules = ACTS.rules_at(place.statute, place.version, place.article, 0, place.paragraph, place.item)
    return [rule for rule in rules if place.sentence in (None, rule.sentence)]


def _figures(text: str) -> set[tuple[Decimal, Decimal, str]]:
    """The ranges that a cell names: from, to, unit."""
    text = re.sub(r"gains [≥>][\d,]+|none or <[\d,]+|>\d+ % over|\(gains[^)]*\)|L 76.*$|\d+ years?", " ", text)
    if text.startswith("="):
        return {(Decimal(1), Decimal(1), "value")}
    found = set()
    for at_most, low, high, times in re.findall(r"(≤?)(\d[\d,]*)(?:–(\d[\d,]*))?( × (?:gains)?)?", text):
        most = Decimal((high or low).replace(",", ""))
        least = Decimal(0) if at_most else Decimal(low.replace(",", ""))
        unit = "yuan" if not times else "gains" if "gains" in times else "value"
        found.add((least, most, unit))
    return found


def _ids(line: Line) -> str:
    return line.text.split("|")[0].strip() + " " + line.act[:40]


def _all_lines() -> list[Line]:
    try:
        return list(lines())
    except pytest.skip.Exception:
        return []


LINES = _all_lines()
_ELSEWHERE = {"G 63.1"}  # as D 103: it has that article's figures


def test_lines_are_there():
    assert len(lines()) > 90


@pytest.mark.parametrize("line", LINES, ids=_ids)
def test_the_line_is_represented(line):
    if line.text.startswith("T23 —"):
        rules = [rule for act in ACTS if act.name == "certificate_not_carried" for rule in act.rules]
        assert [(rule.version, rule.punished) for rule in rules][-1] == (STATUTES["T23"][1], False)
        return
    assert line.places
    found: list[PenaltyRule] = []
    for place in line.places:
        rules = _at(place)
        if re.search("not penalties|left to public security under|civil compensation", line.text):
            assert not rules
            assert any(
                (one.statute, one.version, one.article) == (place.statute, place.version, place.article)
                for one in ACTS.no_penalties
            )
        elif place.article in (107, 108, 109):
            days = [
                one for one in load_demands().values() if (one.statute, one.article) == (place.statute, place.article)
            ]
            assert {int(one.figure) for one in days if one.figure} <= {200, 15, 3}
            assert days
        else:
            assert rules, place
            found += rules
    if found:
        _compare(line, found)


def _compare(line: Line, rules: list[PenaltyRule]) -> None:
    kinds = {kind for rule in rules for kind in rule.kinds()}
    told = line.kinds
    figures = {(fine.minimum, fine.maximum, fine.unit) for rule in rules for fine in rule.fine}
    if "as D" in line.fine and "(" not in line.fine:
        assert line.text.split("|")[0].strip() in _ELSEWHERE
        return
    if re.search("none|no fine|no figure", line.fine.split(";")[0].split(":")[-1] if ":" not in line.fine else ""):
        assert not figures, line.text
    if line.fine != "—":
        assert figures == _figures(line.fine or line.kinds), line.text
    if told == "—" or "left to" in told:
        return
    assert ("罚款" in kinds) == bool(re.search(r"\bfine\b|as D 90", told)), told
    assert ("没收违法所得" in kinds) == ("conf." in told)
    assert ("吊销许可证件" in kinds) == bool(re.search("revoked|withdrawn", told))
    assert ("责令停产停业" in kinds) == ("停业整顿" in told)
    assert ("警告" in kinds) == bool(re.search("warning|as D 90", told + line.fine))
    assert ("行政拘留" in kinds) == bool(
        re.search("detention(?! of vehicle| \\(measure\\))", told) and "pass" not in told
    )
    assert ("没收非法财物" in kinds) == bool(re.search("confiscated", told))
    assert ("限制从业" in kinds) == bool(re.search("ban for|barred", told))
    assert ("暂扣许可证件" in kinds) == ("suspended" in told)
    assert any(rule.may_fine for rule in rules) == ("may fine" in told)
    assert any(rule.self_enforced for rule in rules) == bool(re.search("removes itself|removed", told + line.fine))
    refuses = any(one.condition == "refuses" for rule in rules for one in rule.sanctions)
    refuses |= any(rule.requires_refusal for rule in rules)
    assert refuses == any(re.search("(?<!driver absent or )refuses(:|;|$)", cell) for cell in (told, line.act)), (
        line.text
    )
    serious = any(one.condition == "serious" for rule in rules for one in rule.sanctions)
    serious |= any(fine.serious for rule in rules for fine in rule.fine)
    assert serious == bool(re.search("serious(?! accident| jam)", line.act + told + line.fine)), line.text
    for sign, branch in (("≥", "above"), (">", "open")):
        if found := re.search(rf"gains {sign}([\d,]+):", line.fine):
            wanted = (Decimal(found[1].replace(",", "")), branch)
            assert {(rule.threshold, rule.on_threshold) for rule in rules} == {wanted}


def test_what_a_decision_itself_must_respect():
    text = shared("law/penalties.md").read_text("utf-8").partition("## 行政处罚法 (2021)")[2]
    demands = load_demands()
    pairs = [
        ("≤200 (citizen)", "on_the_spot_person", 200),
        ("≤3,000 (organisation)", "on_the_spot_organization", 3000),
        ("cash on the spot ≤100", "cash", 100),
        ("added fine 3 %", "added_fine_rate", 3),
    ]
    for words, name, figure in pairs:
        assert words in text
        assert demands.figure(name) == figure


def test_lighter_law_as_the_page_lists_it():
    page = shared("law/penalties.md").read_text("utf-8")
    assert "Lighter because of 2023-07-20" in page
    weights = {
        name: {act.name for act in ACTS for day, one in act.weights.items() if (str(day), one) == (version, name)}
        for version, name in [("2022-03-29", "lighter")]
    }
    assert weights["lighter"] == {
        "goods_station_without_permission",
        "driver_training_without_permission",
        "training_not_as_required",
        "training_certificate_falsified",
    }
    of_2023 = {act.name: act.weights.get(dt.date(2023, 7, 20)) for act in ACTS if act.statute == "道路运输条例"}
    assert {name for name, weight in of_2023.items() if weight == "lighter"} == {
        "unlicensed_goods",
        "unlicensed_passengers",
        "repair_not_filed",
        "stops_route_schedule",
        "passengers_handed_over",
        "service_ended",
        "goods_station_gate",
        "foreign_carrier_no_mark",
    }
    assert {name for name, weight in of_2023.items() if weight == "unpunished"} == {"certificate_not_carried"}
    assert {weight for name, weight in of_2023.items()} == {"lighter", "unpunished", "equal"}


def _bounds(rule: PenaltyRule) -> tuple[Decimal, Decimal]:
    flat = [fine for fine in rule.fine if fine.unit == "yuan"]
    return max((fine.maximum for fine in flat), default=Decimal(0)), min(
        (fine.minimum for fine in flat), default=Decimal(0)
    )


@pytest.mark.parametrize("act", [act for act in ACTS if act.weights], ids=lambda act: act.name)
def test_weights_follow_from_the_figures(act):
    """A lower maximum, or the same maximum and a lower minimum, is lighter; so is a kind or a case taken away."""
    for before, after in zip(act.rules, act.rules[1:], strict=False):
        weight = act.weights[after.version]
        if not after.punished:
            assert weight == "unpunished"
            continue
        lighter = _bounds(after) < _bounds(before) or (after.requires_refusal and not before.requires_refusal)
        lighter |= "吊销许可证件" in before.kinds() and "吊销许可证件" not in after.kinds()
        heavier = _bounds(after) > _bounds(before) or set(before.kinds()) < set(after.kinds())
        assert not (lighter and heavier)
        assert weight == ("lighter" if lighter else "heavier" if heavier else "equal")
