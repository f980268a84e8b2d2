"""Every figure and every kind of the acts stands in the very provision of the statute's text."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest

from law.acts.statute_pages import articles, numeral, passage
from supervision_rules.law import FineRange, PenaltyRule, load_acts

ACTS = load_acts()
RULES = [rule for act in ACTS for rule in act.rules]
DEFAULT_WORDS = {"行政拘留": "拘留"}


def _name(rule: PenaltyRule) -> str:
    return f"{rule.act}@{rule.version}"


def _passage(rule: PenaltyRule) -> str:
    text = passage(rule.statute, str(rule.version), rule.article, rule.paragraph, rule.item)
    if rule.sentence is None:
        return text
    parts = [part for part in text.split("。") if part]
    parts = parts if len(parts) > 1 else text.split("；")
    last = max(one.sentence or 0 for one in RULES if one.statute == rule.statute and one.article == rule.article)
    return "；".join(parts[rule.sentence - 1 :]) if rule.sentence == last else parts[rule.sentence - 1]


def _article(rule: PenaltyRule) -> str:
    return "".join(one.text for one in articles(rule.statute, str(rule.version))[rule.article])


def _referred(rule: PenaltyRule) -> str:
    """The provision that a rule points to, read from the version that the data knows."""
    statute, _, at = rule.refers.partition(" ")
    if not at:
        return ""
    version = next(str(other.version) for other in RULES if other.statute == statute)
    article, _, paragraph = at.partition(".")
    return passage(statute, version, int(article), int(paragraph) if paragraph else None, None)


def amounts(value: Decimal) -> set[str]:
    """The ways a statute writes an amount."""
    whole = int(value)
    forms = {str(whole), numeral(whole)}
    if whole % 10000 == 0:
        forms.add(f"{whole // 10000}万")
    return forms


def wordings(fine: FineRange) -> set[str]:
    """The ways a statute writes a range."""
    unit = "元" if fine.unit == "yuan" else "倍"
    if fine.minimum == fine.maximum:
        forms = {f"{most}{unit}{of}罚款" for most in amounts(fine.maximum) for of in ("", "的")}
        return forms | ({"等额的罚款"} if unit == "倍" and fine.maximum == 1 else set())
    highest = {f"{most}{unit}以下" for most in amounts(fine.maximum)}
    if not fine.minimum:
        return highest
    return {f"{least}{unit}以上{most}" for least in amounts(fine.minimum) for most in highest}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.fine], ids=_name)
def test_each_range_stands_in_the_provision(rule):
    text = _referred(rule) or _passage(rule)
    for fine in rule.fine:
        found = [form for form in wordings(fine) if form in text]
        assert found, f"{fine} not in {text}"
        if not fine.minimum:
            form = found[0]
            assert not re.search(r"以上" + form, text), f"{fine} has a minimum in {text}"
        if fine.serious:
            assert re.search("情节严重的[,，]处" + found[0], text)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.sanctions], ids=_name)
def test_each_kind_stands_in_the_article(rule):
    if rule.refers and not _referred(rule):
        pytest.skip(f"{rule.refers} is not among the texts")
    text = _article(rule) + _referred(rule)
    for sanction in rule.sanctions:
        assert (sanction.word or DEFAULT_WORDS.get(sanction.kind, sanction.kind)) in text
        assert sanction.authority in text


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.punished], ids=_name)
def test_conditions_stand_in_the_provision(rule):
    text = _passage(rule) + _referred(rule)
    refuses = any(one.condition == "refuses" for one in rule.sanctions)
    assert refuses == bool(re.search("拒不(改正|投保|执行)", text))
    assert not rule.requires_refusal or refuses
    if any(one.condition == "serious" for one in rule.sanctions):
        assert "情节严重" in text
    fine_may = bool(re.search("可以(依法给予|并?处)[^。；]*罚款", text))
    assert rule.may_fine == fine_may
    assert any(one.mode == "either" for one in rule.sanctions) == ("警告或者" in text)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.threshold is not None], ids=_name)
def test_thresholds_stand_in_the_provision(rule):
    text = _passage(rule)
    if not rule.threshold:
        assert re.search("没有违法所得的，可以处", text)
        return
    assert any(f"没有违法所得或者违法所得不足{form}元的" in text for form in amounts(rule.threshold))
    more_than = any(f"违法所得超过{form}元的" in text for form in amounts(rule.threshold))
    assert rule.on_threshold == ("open" if more_than else "above")


def test_gains_are_confiscated_only_where_the_provision_says_so():
    wrong = [
        _name(rule)
        for rule in RULES
        if rule.punished and ("没收违法所得" in rule.kinds()) != ("没收违法所得" in _passage(rule) + _referred(rule))
    ]
    assert wrong == []


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_measures_and_authority_stand_in_the_article(rule):
    text = _article(rule) + _referred(rule)
    for measure in rule.measures:
        pieces = re.split("或者|、|证$", measure)
        assert all(piece.removeprefix("责令") in text for piece in pieces if piece), measure
    if rule.statute == "道路运输条例" and rule.punished:
        assert rule.authority in text.replace("（", "(").replace("）", ")")
    assert rule.self_enforced == bool(re.search("逾期不拆除的，由|强制排除妨碍", _passage(rule)))


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_duties_exist(rule):
    paragraphs = articles(rule.statute, str(rule.version))
    for article, paragraph, item in rule.duties:
        assert article in paragraphs
        if paragraph is not None:
            assert 1 < len(paragraphs[article]) >= paragraph
        if item is not None:
            assert any(item in one.items for one in paragraphs[article])


@pytest.mark.parametrize(
    ("statute", "version", "first", "last"),
    [
        ("道路运输条例", "2019-03-02", 63, 77),
        ("道路运输条例", "2022-03-29", 63, 77),
        ("道路运输条例", "2023-07-20", 63, 76),
        ("公路安全保护条例", "2011-03-07", 56, 74),
        ("公路法", "2017-11-04", 74, 86),
    ],
)
def test_no_article_of_the_chapter_is_left_out(statute, version, first, last):
    day = dt.date.fromisoformat(version)
    covered = {rule.article for rule in RULES if (rule.statute, rule.version) == (statute, day)}
    covered |= {one.article for one in ACTS.no_penalties if (one.statute, one.version) == (statute, day)}
    assert set(range(first, last + 1)) - covered == set()


@pytest.mark.parametrize("statute", ["道路运输条例", "公路安全保护条例", "公路法", "道路交通安全法"])
def test_no_paragraph_with_a_fine_is_left_out(statute):
    for version in sorted({rule.version for rule in RULES if rule.statute == statute}):
        rules = [rule for rule in RULES if (rule.statute, rule.version) == (statute, version)]
        first = min(rule.article for rule in rules if rule.punished)
        for article, paragraphs in articles(statute, str(version)).items():
            if article < first or article >= 107:
                continue
            for number, paragraph in enumerate(paragraphs, 1):
                if (statute, article, number) == ("道路交通安全法", 99, 2):
                    continue  # what may be added to the eight items of the first paragraph: it stands in their rules
                if re.search(r"处[^。；]*罚款|吊销|停业整顿", paragraph.text):
                    at = [rule for rule in rules if rule.under(article, 0, number)]
                    items = {rule.item for rule in at}
                    assert at, f"{statute} {version} {article}.{number}"
                    assert items >= set(paragraph.items), f"{statute} {version} {article}.{number}"
