"""The acts recognised from violations as agencies write them, and those that must not be."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from supervision_legal._recognise import Recogniser
from supervision_rules.errors import LawDataError
from supervision_rules.law import Citation, load_acts

HERE = Path(__file__).parent
ACTS = load_acts()
RECOGNISER = Recogniser(ACTS)
POSITIVE = yaml.safe_load((HERE / "positive.yaml").read_text("utf-8"))
NEGATIVE = yaml.safe_load((HERE / "negative.yaml").read_text("utf-8"))
FURTHER = yaml.safe_load((HERE / "further.yaml").read_text("utf-8"))
MISLEADING = yaml.safe_load((HERE / "misleading.yaml").read_text("utf-8"))
TRANSPORT = {"unlicensed_goods", "unlicensed_passengers", "unlicensed_dangerous_goods"}
LINES = [(act, text) for act, texts in POSITIVE.items() for text in texts]

# The same conduct under several provisions: each of them is right.
TOGETHER = [
    {"g_over_limit", "l_over_limit", "d_goods_overloaded", "d_goods_overloaded_30", "d_driver_general"},
    {"g_load_scattered", "l_road_soiled", "cargo_not_secured"},
    {"l_occupying", "g_works_occupying", "d_road_dug"},
    {"l_occupying", "g_works_occupying", "d_road_dug", "l_road_soiled"},
    {"l_crossing_structures", "g_works_crossing", "g_works_road_land", "g_works_on_bridge"},
    {
        "l_occupying",
        "g_works_occupying",
        "d_road_dug",
        "l_crossing_structures",
        "g_works_crossing",
        "g_works_road_land",
    },
    {"g_works_level_crossing", "l_level_crossing"},
    {"g_sand_mining", "l_dangerous_operations"},
    {"g_facilities_damaged", "l_facilities_damaged", "l_road_destroyed", "d_facilities_damaged"},
    {"g_control_zone_building", "l_control_zone_building"},
    {"g_control_zone_pipes", "l_control_zone_pipes"},
    {"g_sight_blocked", "d_sight_blocked"},
    {"l_tracked_machines", "l_road_soiled"},
    {"l_damage_not_reported", "g_facilities_damaged", "l_facilities_damaged"},
    {"g_damage_investigation_refused", "g_facilities_damaged", "l_facilities_damaged"},
    {"d_crime_flight", "d_flight"},
    {"l_road_destroyed", "l_road_soiled"},
]


def cited(title, article, paragraph=None, item=None):
    return Citation(title, article, 0, paragraph, item, 0, 0, None)


def test_every_act_has_wordings():
    assert {act.name for act in ACTS} == set(POSITIVE)
    assert min(len(texts) for texts in POSITIVE.values()) >= 2


@pytest.mark.parametrize(("act", "text"), [*LINES, *FURTHER])
def test_the_wording_reaches_the_act(act, text):
    found = set(RECOGNISER.recognise(text).acts)
    if act in ("none", "unlicensed_any"):
        assert found == (TRANSPORT if act == "unlicensed_any" else set())
        return
    assert act in found
    assert any(found <= group | {act} for group in [{act}, *[one for one in TOGETHER if act in one]]), found


@pytest.mark.parametrize("line", NEGATIVE, ids=lambda line: line["text"][:30])
def test_the_wording_reaches_no_wrong_act(line):
    found = set(RECOGNISER.recognise(line["text"]).acts)
    if line.get("any"):
        assert found == set()
    else:
        assert not found & set(line["not"])


@pytest.mark.parametrize(("acts", "text"), MISLEADING)
def test_secondary_details_do_not_mislead(acts, text):
    assert set(RECOGNISER.recognise(text).acts) == set(acts.split()) - {"none"}


def test_enough_lines():
    assert len(NEGATIVE) >= 60
    assert {name for line in NEGATIVE for name in line.get("not", ())} <= {act.name for act in ACTS}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("客车超员25%", {"overload": 25}),
        ("超过额定乘员百分之二十五", {"overload": 25}),
        ("超限率为24.9%", {"overload": 24.9}),
        ("核载19人，实载25人", {"overload": pytest.approx(31.58, abs=0.01)}),
        ("核定载质量10吨，实载18000千克", {"overload": pytest.approx(80)}),
        ("核载40人，实载38人", {}),
        ("载客超过额定乘员未达20%", {"overload": pytest.approx(19.99)}),
        ("超过核定载质量30%以上", {"overload": pytest.approx(30.01)}),
        ("货运机动车超过核定载质量30%", {}),
        ("限速60公里，实测速度98公里", {"speeding": pytest.approx(63.33, abs=0.01)}),
        ("超过规定时速20%以上未达50%", {"speeding": pytest.approx(20.01)}),
        ("血液酒精含量132mg/100ml", {"alcohol": 132}),
        ("血液中酒精含量为45.5毫克/100毫升", {"alcohol": 45.5}),
        ("总质量4.5吨", {"mass": 4500}),
        ("总质量为４４９５ｋｇ", {"mass": 4495}),
        ("总质量4500千克及以下", {"mass": 4500}),
        ("总质量4500千克以上", {}),
        ("车货总质量52.3吨", {}),
        ("车货总质量52.3吨，限重49吨", {"over_tonnes": pytest.approx(3.3)}),
    ],
)
def test_figures_are_read_where_stated(text, figures):
    assert dict(RECOGNISER.recognise(text).figures) == figures


@pytest.mark.parametrize(
    ("text", "exempt"),
    [
        ("总质量4.5吨的货车未取得道路运输经营许可从事普通货物运输", True),
        ("总质量4495kg的轻型货车未取得道路货物运输经营许可从事货运", True),
        ("总质量4510千克的货车未取得道路运输经营许可从事普通货物运输", False),
        ("货车未取得道路运输经营许可从事普通货物运输，车货总质量4.2吨", None),
        ("货车未取得道路运输经营许可从事普通货物运输", None),
        ("总质量4.5吨的货车未取得许可从事危险货物运输", None),
        ("总质量4.5吨的货车未随车携带道路运输证", None),
        ("使用总质量3500千克的轻型普通货车从事普通货物运输，未取得道路运输经营许可", True),
        ("当事人使用总质量4500千克的普通货运车辆从事普通货物运输经营，未办理道路运输经营许可证", True),
        ("驾驶总质量4200千克的蓝牌车未取得许可从事货物运输", True),
        ("驾驶货车运输总质量4200千克的货物，未取得许可从事货物运输", None),
        ("货车核定总质量4495千克，未取得许可从事货物运输", True),
        ("未取得许可从事普通货物运输（总质量4.2吨）", True),
        ("贵F12345总质量为4495千克，未取得许可从事货物运输", True),
        ("驾驶货车（行驶证载明最大设计总质量4490kg）未取得许可从事货物运输", True),
        ("货车总质量不超过4500千克，未取得许可从事货物运输", True),
        ("未取得许可从事普通货物运输，装载砂石总质量4吨，货车总质量12吨", False),
        ("未取得许可从事普通货物运输，货物总质量4吨", None),
        ("未取得许可从事普通货物运输，运输货物总质量4.2吨", None),
        ("未取得许可从事普通货物运输，所运货物为水泥，总质量4吨", None),
        ("未取得许可从事普通货物运输，驾驶重型半挂牵引车（挂车总质量4000千克）", None),
        ("货运车辆总质量超过4500千克，未取得许可从事货物运输", None),
        ("未取得许可从事货物运输，车辆和货物总质量4吨", None),
    ],
)
def test_light_goods_vehicles_need_no_licence(text, exempt):
    recognised = RECOGNISER.recognise(text)
    assert recognised.exempt is exempt
    assert ("无需取得许可" in recognised.how) == (exempt is True)


@pytest.mark.parametrize(
    ("text", "serious"),
    [
        ("未取得道路货物运输经营许可从事货运，情节严重", True),
        ("情节特别严重", True),
        ("情节较轻", False),
        ("违法情节轻微", False),
        ("不属于情节严重", False),
        ("不构成情节严重的情形", False),
        ("未达到情节严重程度", False),
        ("无情节严重情形", False),
        ("未造成严重后果", None),
        ("后果严重", None),
        ("情节严重的，由原许可机关吊销道路运输经营许可证", None),
        ("情节较重", None),
        ("", None),
    ],
)
def test_what_the_text_says_of_the_circumstances(text, serious):
    assert RECOGNISER.recognise(text).serious is serious


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("未备案，拒不改正", True),
        ("责令限期改正，逾期未改正", True),
        ("逾期仍未改正", True),
        ("经责令限期投保，拒不投保", True),
        ("在规定期限内未改正", True),
        ("逾期不改", True),
        ("责令改正后已改正", False),
        ("当事人及时改正", False),
        ("不存在拒不改正的情形", False),
        ("责令改正", None),
        ("拒不改正的，处5000元以上2万元以下罚款", None),
        ("", None),
    ],
)
def test_what_the_text_says_of_a_refusal(text, refused):
    assert RECOGNISER.recognise(text).refused is refused


def test_a_generic_wording_fits_all_three_kinds_of_transport():
    found = RECOGNISER.recognise("未取得道路运输经营许可，擅自从事道路运输经营")
    assert set(found.acts) == TRANSPORT


def test_a_duty_quoted_narrows_down_within_its_statute():
    text = "未取得道路运输经营许可，擅自从事道路运输经营"
    assert RECOGNISER.recognise(text, [cited("中华人民共和国道路运输条例", 10)]).acts == ("unlicensed_passengers",)
    found = RECOGNISER.recognise(text, [cited("道路运输条例", 24, 1)])
    assert set(found.acts) == {"unlicensed_goods", "unlicensed_dangerous_goods"}
    assert "第24条" in found.how
    over = RECOGNISER.recognise("货车在国道超限行驶", [cited("公路法", 50)])
    assert set(over.acts) == {"l_over_limit", "g_over_limit"}


def test_a_duty_alone_decides_where_no_words_do():
    assert RECOGNISER.recognise("违法行为", [cited("道路运输条例", 35)]).acts == ("carrier_uninsured",)
    assert RECOGNISER.recognise("", [cited("公路安全保护条例", 27, None, 6)]).acts == ("g_works_level_crossing",)
    assert RECOGNISER.recognise("", [cited("公路安全保护条例", 22, 1)]).acts == ("g_bridge_hauling",)
    assert RECOGNISER.recognise("", [cited("道路运输条例", None)]).acts == ()
    assert RECOGNISER.recognise("", [cited("某条例", 35)]).acts == ()


def test_words_and_a_duty_that_contradict_each_other_leave_both_open():
    found = RECOGNISER.recognise("强行招揽旅客", [cited("道路运输条例", 35)])
    assert set(found.acts) == {"passengers_solicited", "carrier_uninsured"}


def test_another_body_of_law_bars_even_a_duty_quoted():
    found = RECOGNISER.recognise("擅自从事网约车经营", [cited("道路运输条例", 10)])
    assert found.acts == ()
    assert "出租汽车" in found.how


def test_an_experts_phrase_counts_as_a_full_match():
    assert RECOGNISER.recognise("跑黑线路").acts == ()
    mine = Recogniser(ACTS, {"stops_route_schedule": ["跑黑线路", "途中甩客"]})
    assert mine.recognise("贵F12345 跑黑 线路").acts == ("stops_route_schedule",)
    assert "跑黑线路" in mine.recognise("跑黑线路").how
    with pytest.raises(KeyError):
        Recogniser(ACTS, {"nothing": ["跑黑线路"]})


def test_the_title_of_a_statute_or_an_organ_is_no_word_of_the_act():
    text = "违反《道路旅客运输及客运站管理规定》第十条、《道路货物运输及站场管理规定》的规定"
    assert RECOGNISER.recognise(text).acts == ()
    assert RECOGNISER.recognise("在公路局门口堆放物品").acts == ()


def test_the_laws_own_words_quoted_beside_are_not_the_act():
    text = (
        "某公司未经许可擅自挖掘公路，违反了《中华人民共和国公路法》第四十六条“任何单位和个人不得在公路上摆摊设点、堆放物品、倾倒垃圾”的规定，"
        "依据《中华人民共和国公路法》第七十六条，可以处三万元以下的罚款，拒不改正，情节严重"
    )
    found = RECOGNISER.recognise(text)
    assert set(found.acts) == {"l_occupying", "g_works_occupying", "d_road_dug"}
    assert (found.refused, found.serious) == (None, None)
    short = RECOGNISER.recognise("违反《道路运输条例》第十条的规定，未取得许可从事道路旅客运输")
    assert short.acts == ("unlicensed_passengers",)
    assert RECOGNISER.recognise("根据《道路运输条例》第六十三条，未经许可从事旅客运输的，给予处罚").acts == (
        "unlicensed_passengers",
    )


def test_similarity_alone_decides_nothing():
    found = RECOGNISER.recognise("不按规定检查运输车辆")
    assert found.acts == ()
    assert found.similar == ACTS.act("vehicles_not_maintained").title
    assert RECOGNISER.recognise("天气晴").similar is None


def test_wrong_wordings_are_refused_at_their_place():
    from supervision_legal._wordings import load_wordings

    text = "wordings:\n  - {acts: [nothing], all: ['@缺']}\n  - {acts: [unlicensed_goods], al: [甲]}\n"
    with pytest.raises(LawDataError) as caught:
        load_wordings(ACTS, [("own.yaml", text)])
    assert {(one.place.line, one.code) for one in caught.value.problems} == {(3, "SR445")}
    with pytest.raises(LawDataError) as caught:
        load_wordings(ACTS, [("own.yaml", text.replace("al:", "all:"))])
    assert [(one.place.line, one.place.column) for one in caught.value.problems] == [(2, 13), (2, 29)]


def test_reading_is_quick_and_changes_nothing():
    texts = [f"2024年{index}号，" + LINES[index % len(LINES)][1] for index in range(2000)]
    begun = time.process_time()  # not the clock: other programs may keep the machine busy
    first = [RECOGNISER.recognise(text) for text in texts]
    assert time.process_time() - begun < 6  # measured: 0.6 s
    assert first[:50] == [RECOGNISER.recognise(text) for text in texts[:50]]
