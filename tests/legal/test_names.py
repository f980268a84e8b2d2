"""Kinds of penalty and organs as decisions write them."""

from __future__ import annotations

import pytest

from supervision_legal._kinds import BIT, OTHER, bits_of, words_of
from supervision_legal._organs import organs_wrong

KINDS = [
    ("罚款", "罚款"), ("罚 款", "罚款"), ("1000元罚款", "罚款"), ("罚款人民币1000元", "罚款"), ("没收非法所得", "没收违法所得"),
    ("停业整顿", "责令停产停业"), ("责令停业整顿", "责令停产停业"), ("吊销营运证", "吊销许可证件"),
    ("吊销道路运输经营许可证", "吊销许可证件"), ("暂扣车辆营运证", "暂扣许可证件"), ("暂扣机动车驾驶证六个月", "暂扣许可证件"),
    ("拘留", "行政拘留"), ("没收车辆", "没收非法财物"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "kind"), KINDS)
def test_words_for_kinds(word, kind):
    assert words_of(bits_of([word])) == [kind]


@pytest.mark.parametrize(
    "word", ["责令改正", "责令停止经营", "责令限期拆除", "扣留车辆", "暂扣车辆", "加处罚款", "恢复原状"]
)
def test_orders_and_measures_are_no_kinds(word):
    assert bits_of([word]) == 0


@pytest.mark.parametrize("word", ["其他", "公开道歉", "行政强制"])
def test_other_words_stay_open(word):
    assert bits_of([word, "罚款"]) == OTHER | BIT["罚款"]


BEFORE, SINCE = False, True
ORGANS = [
    ("云岭市青溪县交通运输局", "青溪县人民政府", SINCE, False),
    ("云岭市青溪县交通运输局", "青溪人民政府", SINCE, False),
    ("云岭市青溪县交通运输局", "云岭人民政府", SINCE, True),
    ("云岭市青溪县交通运输局", "本机关的本级人民政府", SINCE, False),
    ("云岭市青溪县交通运输局", "云岭市交通运输局", BEFORE, False),
    ("云岭市青溪县交通运输局", "云岭市公安局", BEFORE, True),
    ("青溪县交通运输局", "云岭市交通运输局", BEFORE, None),
    ("青溪县交通运输局", "河东县交通运输局", BEFORE, True),
    ("青溪县交通运输局", "云岭省交通运输厅", BEFORE, True),
    # a city may be one of a county's level, under the city or prefecture told
    ("英德市交通运输局", "清远市交通运输局", BEFORE, None),
    ("都匀市交通运输局", "黔南州交通运输局", BEFORE, None),
    ("英德市交通运输局", "清远市人民政府", BEFORE, True),
    ("英德市交通运输局", "清远市交通运输局", SINCE, True),
    # shortened names of autonomies
    ("黔南州交通运输局", "黔南布依族苗族自治州人民政府", SINCE, False),
    ("恩施土家族苗族自治州交通运输局", "恩施州人民政府", SINCE, False),
    ("三都县交通运输局", "三都水族自治县人民政府", SINCE, False),
    ("广西壮族自治区交通运输厅", "广西自治区人民政府", SINCE, False),
    ("贵州省毕节市交通运输局", "贵州省交通运输厅", BEFORE, False),
    # led from above, and the bureaus of justice
    ("国家税务总局青溪县税务局", "国家税务总局云岭市税务局", SINCE, None),
    ("国家税务总局青溪县税务局", "青溪县人民政府", SINCE, True),
    ("云岭市青溪县司法局", "云岭市司法局", SINCE, False),
    ("云岭市青溪县司法局", "青溪县人民政府", SINCE, False),
    # what a government decided goes to the next higher one
    ("青溪县白河镇人民政府", "青溪县人民政府", SINCE, False),
    ("青溪县白河镇人民政府", "白河镇人民政府", SINCE, True),
    ("青溪县人民政府", "云岭市人民政府", SINCE, None),
    # a branch set up by district
    ("云岭市公安局河东分局", "云岭市人民政府", SINCE, False),
    ("云岭市公安局河东分局", "河东区人民政府", SINCE, False),
    # what a name doesn't show
    ("青溪县交通运输局", "行政复议委员会", SINCE, None),
    ("交通运输综合行政执法支队", "青溪县人民政府", SINCE, None),
    ("青溪县交通运输局", "青溪县司法局", SINCE, None),
    ("交通运输部长江航务管理局", "交通运输部", SINCE, None),
]


@pytest.mark.parametrize(("agency", "told", "since", "wrong"), ORGANS)
def test_organs(agency, told, since, wrong):
    assert organs_wrong(agency, told, since) is wrong


def test_one_wrong_organ_of_several_is_enough():
    assert organs_wrong("云岭市青溪县交通运输局", "青溪县人民政府或者云岭市交通运输局", BEFORE) is False
    assert organs_wrong("云岭市青溪县交通运输局", "青溪县人民政府或者云岭市交通运输局", SINCE) is True
    assert organs_wrong("云岭市青溪县交通运输局", "青溪县人民政府、行政复议委员会", SINCE) is None
