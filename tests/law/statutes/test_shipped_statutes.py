"""The package's own statutes: right structure, right days, names, and nothing of their words."""

from __future__ import annotations

import datetime as dt
import json
import re
from importlib import resources

import pytest

from shared_pages import shared
from supervision_rules.law import Statutes, load_statutes, statutes_schema
from supervision_rules.law._statute_files import read_entry, read_statute
from supervision_rules.law.importing import parse, read_lines, statute_data

DAY = dt.date.fromisoformat
STATUTES = load_statutes()
FOLDER = resources.files("supervision_rules.law").joinpath("data/statutes")
FILES = sorted(entry.name for entry in FOLDER.iterdir())
NUMERALS = "零一二三四五六七八九十"


def _version(title: str, passed: str):
    statute = STATUTES.find(title)
    assert statute is not None
    version = statute.version(DAY(passed))
    assert version is not None
    return version


def _texts():
    for path in sorted(shared("law/texts").iterdir()):
        title, passed = re.fullmatch(r"(.+)\((.+)\)", path.stem).groups()
        yield path, title, DAY(passed)


def _number(text: str) -> int:
    """A numeral below 1000, read independently of the library."""
    total, digit = 0, 0
    for character in text:
        if character in "百十":
            total += (digit or 1) * {"百": 100, "十": 10}[character]
            digit = 0
        else:
            digit = NUMERALS.index(character)
    return total + digit


def test_every_text_has_as_many_articles_as_its_last_one_says():
    seen = 0
    for path, title, passed in _texts():
        last = re.findall(r"^第([一二三四五六七八九十百零]+)条[ \u3000]", path.read_text("utf-8"), re.MULTILINE)[-1]
        articles = STATUTES.find(title).version(passed).articles
        assert list(articles) == [(number, 0) for number in range(1, _number(last) + 1)], path.name
        seen += 1
    assert seen == 13


def test_paragraphs_and_items_are_those_of_an_independent_count():
    """Counted from the Markdown by a few lines of its own; one article's list of sub-items is read by hand."""
    for path, title, passed in _texts():
        counted: list[list[int]] = []
        for raw in path.read_text("utf-8").partition("<!-- INFO END -->")[2].splitlines():
            line = raw.replace("\u200b", "").strip(" \u3000")
            if not line or line.startswith("#"):
                continue
            if re.match(r"第[一二三四五六七八九十百零]+条[ \u3000]", line):
                counted.append([0])
            elif re.match(r"[（(][一二三四五六七八九十]+[)）]", line) and counted:
                counted[-1][-1] += 1
            elif counted:
                counted[-1].append(0)
        if title == "行政复议法" and passed == DAY("2017-09-01"):
            counted[27] = [4, 0]  # item 3 goes on with 1. to 5.
        assert list(STATUTES.find(title).version(passed).articles.values()) == [tuple(one) for one in counted], (
            path.name
        )


@pytest.mark.parametrize(
    ("title", "passed", "article", "items"),
    [
        ("道路运输条例", "2023-07-20", 63, (3,)),
        ("道路运输条例", "2023-07-20", 68, (3, 0)),
        ("道路运输条例", "2023-07-20", 65, (0, 0, 0, 0, 0)),
        ("道路运输条例", "2023-07-20", 24, (2, 0, 0)),
        ("道路运输条例", "2022-03-29", 69, (5,)),
        ("道路运输条例", "2019-03-02", 69, (5,)),
        ("行政处罚法", "2021-01-22", 9, (6,)),
        ("行政处罚法", "2021-01-22", 33, (0, 0, 0)),
        ("行政处罚法", "2021-01-22", 59, (6, 0)),
        ("行政复议法", "2023-09-01", 24, (4, 0, 0, 0)),
        ("行政复议法", "2017-09-01", 28, (4, 0)),
        ("行政强制法", "2011-06-30", 55, (5, 0)),
        ("行政诉讼法", "2017-06-27", 25, (0, 0, 0, 0)),
        ("法释〔2018〕1号", "2018-02-06", 161, (4, 0)),
        ("公路法", "2017-11-04", 76, (6,)),
        ("公路安全保护条例", "2011-03-07", 64, (0,)),
        ("道路交通安全法", "2021-04-29", 91, (0, 0, 0, 0, 0)),
        ("道路交通安全法实施条例", "2017-10-07", 104, (4,)),
    ],
)
def test_structure_read_by_hand(title, passed, article, items):
    assert _version(title, passed).articles[article, 0] == items


@pytest.mark.parametrize(
    ("provision", "there"),
    [
        ((63,), True),
        ((63, 0, 1), True),
        ((63, 0, 2), False),
        ((63, 0, None, 3), True),
        ((63, 0, None, 4), False),
        ((63, 0, 1, 0), False),
        ((68, 0, 2), True),
        ((68, 0, 2, 1), False),
        ((68, 0, 1, 3), True),
        ((68, 0, None, 3), True),
        ((82,), True),
        ((83,), False),
        ((0,), False),
        ((63, 1), False),
    ],
)
def test_has_is_exact(provision, there):
    assert _version("道路运输条例", "2023-07-20").has(*provision) is there


def test_a_version_without_articles_can_not_tell():
    version = STATUTES.find("行政处罚法").on(DAY("2020-06-01"))
    assert version.passed == DAY("2017-09-01")
    assert not version.known
    assert version.has(42) is None
    assert version.has(42, 0, 1, 1) is None


@pytest.mark.parametrize(
    ("title", "day", "state", "passed"),
    [
        ("行政强制法", "2011-12-31", "not_yet", None),
        ("行政强制法", "2012-01-01", "in_force", "2011-06-30"),
        ("行政处罚法", "1996-09-30", "not_yet", None),
        ("行政处罚法", "2017-12-31", "not_known", None),
        ("行政处罚法", "2018-01-01", "in_force", "2017-09-01"),
        ("行政处罚法", "2021-07-14", "in_force", "2017-09-01"),
        ("行政处罚法", "2021-07-15", "in_force", "2021-01-22"),
        ("行政诉讼法", "1990-09-30", "not_yet", None),
        ("行政诉讼法", "2017-06-30", "not_known", None),
        ("行政诉讼法", "2017-07-01", "in_force", "2017-06-27"),
        ("行政复议法", "2017-12-31", "not_known", None),
        ("行政复议法", "2018-01-01", "in_force", "2017-09-01"),
        ("行政复议法", "2023-12-31", "in_force", "2017-09-01"),
        ("行政复议法", "2024-01-01", "in_force", "2023-09-01"),
        ("法释〔2018〕1号", "2018-02-07", "not_yet", None),
        ("法释〔2018〕1号", "2018-02-08", "in_force", "2018-02-06"),
        ("道路运输条例", "2004-06-30", "not_yet", None),
        ("道路运输条例", "2004-07-01", "not_known", None),
        ("道路运输条例", "2019-03-01", "not_known", None),
        ("道路运输条例", "2019-03-02", "in_force", "2019-03-02"),
        ("道路运输条例", "2022-04-30", "in_force", "2019-03-02"),
        ("道路运输条例", "2022-05-01", "in_force", "2022-03-29"),
        ("道路运输条例", "2023-07-19", "in_force", "2022-03-29"),
        ("道路运输条例", "2023-07-20", "in_force", "2023-07-20"),
        ("公路安全保护条例", "2011-06-30", "not_yet", None),
        ("公路安全保护条例", "2011-07-01", "in_force", "2011-03-07"),
        ("公路法", "2017-11-04", "not_known", None),
        ("公路法", "2017-11-05", "in_force", "2017-11-04"),
        ("道路交通安全法", "2021-04-28", "not_known", None),
        ("道路交通安全法", "2021-04-29", "in_force", "2021-04-29"),
        ("道路交通安全法实施条例", "2017-10-06", "not_known", None),
        ("道路交通安全法实施条例", "2017-10-07", "in_force", "2017-10-07"),
        ("公路管理条例", "2011-06-30", "not_known", None),
        ("公路管理条例", "2011-07-01", "repealed", None),
        ("法释〔2000〕8号", "2018-02-07", "not_known", None),
        ("法释〔2015〕9号", "2018-02-08", "repealed", None),
        ("行政复议条例", "1999-10-01", "repealed", None),
        ("道路交通管理条例", "2004-05-01", "repealed", None),
    ],
)
def test_the_state_changes_on_the_very_day(title, day, state, passed):
    statute = STATUTES.find(title)
    version = statute.on(DAY(day))
    assert statute.state_on(DAY(day)) == state
    assert (version and str(version.passed)) == passed


def test_a_gap_between_known_versions_is_not_known(tmp_path):
    tmp_path.joinpath("gap.yaml").write_text(
        "title: 示例条例\nfull_title: 示例条例\nfirst_effective: 2001-01-01\n"
        "amendments: [2000-12-01, 2010-05-01, 2015-05-01]\nversions:\n"
        "  - {passed: 2000-12-01, effective_from: 2001-01-01}\n",
        encoding="utf-8",
    )
    tmp_path.joinpath("later.yaml").write_text(
        "title: 示例条例\nfull_title: 示例条例\nversions:\n  - {passed: 2015-05-01, effective_from: 2015-07-01}\n",
        encoding="utf-8",
    )
    statute = load_statutes(tmp_path).find("示例条例")
    assert statute.state_on(DAY("2000-12-31")) == "not_yet"
    assert statute.state_on(DAY("2010-04-30")) == "in_force"
    assert statute.state_on(DAY("2010-05-01")) == "not_known"
    assert statute.state_on(DAY("2015-06-30")) == "not_known"
    assert statute.state_on(DAY("2015-07-01")) == "in_force"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("道路运输条例", "道路运输条例"),
        ("《道路运输条例》", "道路运输条例"),
        ("中华人民共和国道路运输条例", "道路运输条例"),
        ("《中华人民共和国道路运输条例》(2022年修订)", "道路运输条例"),
        ("《道路运输条例》（2023年7月20日修订）", "道路运输条例"),
        ("道 路　运输\n条例", "道路运输条例"),
        ("《道条》", "道路运输条例"),
        ("行诉法", "行政诉讼法"),
        ("《行政诉讼法》（二〇一七年修正）", "行政诉讼法"),
        ("法释〔2018〕1号", "法释〔2018〕1号"),
        ("法释[2018]1号", "法释〔2018〕1号"),
        ("(法释(２０１８)１号)", "法释〔2018〕1号"),
        ("最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释", "法释〔2018〕1号"),
        ("《最高人民法院关于适用<行政诉讼法>的解释》（法释〔2018〕1号）", "法释〔2018〕1号"),
        ("行诉解释", "法释〔2018〕1号"),
        ("最高人民法院关于执行《行政诉讼法》若干问题的解释", "最高人民法院关于执行〈行政诉讼法〉若干问题的解释"),
        ("道交法", "道路交通安全法"),
        ("公路法", "公路法"),
        ("中华人民共和国公路管理条例", "公路管理条例"),
    ],
)
def test_a_statute_is_found_by_any_of_its_names(name, title):
    assert STATUTES.find(name).title == title


@pytest.mark.parametrize(
    "name", ["", "条例", "浙江省道路运输条例", "道路运输条例实施细则", "法释〔2018〕2号", "行政许可法"]
)
def test_what_is_not_in_the_data_is_not_found(name):
    assert STATUTES.find(name) is None


def test_boundaries_are_the_days_on_which_the_law_changes():
    boundaries = STATUTES.boundaries()
    assert list(boundaries) == sorted(set(boundaries))
    assert {DAY("2022-05-01"), DAY("2023-07-20"), DAY("2021-07-15"), DAY("2018-01-01"), DAY("2011-07-01")} <= set(
        boundaries
    )
    for statute in STATUTES:
        for day in boundaries:
            before, after = statute.state_on(day - dt.timedelta(days=1)), statute.state_on(day)
            assert before == after or day in Statutes([statute]).boundaries()


def test_renumbering_of_2023_is_known():
    version = _version("道路运输条例", "2023-07-20")
    assert version.compared_with == DAY("2022-03-29")
    assert version.removed == ((68, 0),)
    assert {key[0]: move.before[0] for key, move in version.moves.items() if move.before != key} == {
        number: number + 1 for number in range(68, 83)
    }
    assert {key[0] for key, move in version.moves.items() if move.changed} == {63, 65, 68, 70, 74}


@pytest.mark.parametrize("name", FILES)
def test_the_structure_is_that_of_the_texts(name):
    text = FOLDER.joinpath(name).read_text("utf-8")
    entry, _ = read_entry(text, name)
    documents = {
        passed: parse(read_lines(path), title)
        for path, title, passed in _texts()
        if STATUTES.find(title).title == entry.title
    }
    assert documents
    assert statute_data(entry, documents) == text


@pytest.mark.parametrize("name", FILES)
def test_the_fast_reader_and_the_one_with_places_agree(name):
    text = FOLDER.joinpath(name).read_text("utf-8")
    statute, _ = read_statute(text, name)
    entry, _ = read_entry(text, name)
    assert [version.passed for version in statute.versions] == [version.passed for version in entry.versions]
    assert sum(len(version.articles or ()) for version in statute.versions) == sum(
        len(version.articles or ()) for version in entry.versions
    )


def test_no_sentence_is_shipped():
    """Titles, sources and comments are short; no run of a text's own characters is."""
    sentences = set()
    for path, _, _ in _texts():
        text = re.sub(r"\s", "", path.read_text("utf-8").partition("<!-- INFO END -->")[2])
        sentences |= {text[at : at + 16] for at in range(len(text) - 16)}
    for name in FILES:
        text = FOLDER.joinpath(name).read_text("utf-8")
        text = re.sub(r"\s", "", re.sub(r"(?m)^.*title: .*$", "", text))  # titles are quoted by other texts
        shipped = {text[at : at + 16] for at in range(len(text) - 16)}
        assert not shipped & sentences, name


def test_the_schema_is_fresh():
    shipped = resources.files("supervision_rules.law").joinpath("data/statutes.schema.json").read_text("utf-8")
    assert json.loads(shipped) == statutes_schema()


def test_a_repeal_does_not_touch_a_later_statute_of_the_same_name(tmp_path):
    tmp_path.joinpath("x.yaml").write_text(
        "title: 示例条例\nfull_title: 示例条例\nversions:\n  - {passed: 2020-01-01, effective_from: 2020-02-01}\n"
        "repeals:\n  - {title: 旧示例办法, on: 2020-02-01}\n  - {title: 甲办法, on: 2020-02-01}\n",
        encoding="utf-8",
    )
    tmp_path.joinpath("y.yaml").write_text(
        "title: 甲办法\nfull_title: 甲办法\nversions:\n  - {passed: 2021-01-01, effective_from: 2021-02-01}\n",
        encoding="utf-8",
    )
    tmp_path.joinpath("z.yaml").write_text(
        "title: 旧示例办法\nfull_title: 旧示例办法\nversions:\n  - {passed: 2010-01-01, effective_from: 2010-02-01}\n",
        encoding="utf-8",
    )
    statutes = load_statutes(tmp_path)
    assert statutes.find("甲办法").state_on(DAY("2022-01-01")) == "in_force"
    assert statutes.find("旧示例办法").state_on(DAY("2020-01-31")) == "in_force"
    assert statutes.find("旧示例办法").state_on(DAY("2020-02-01")) == "repealed"
