"""What is masked and what is not."""

from __future__ import annotations

import pytest

from reporting.examples import PERSON_NO, finding, record, some_findings
from supervision_rules.reporting import Masker, mask_identity, mask_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张某某"),
        ("欧阳明月", "欧某某"),
        ("张 三", "张某某"),
        ("张某", "张某某"),
        ("王府", "王某某"),
        ("陈建设", "陈某某"),
        ("张三、李四", "张某某、李某某"),
        ("张三;毕节畅达运输有限公司", "张某某;毕节畅达运输有限公司"),
        ("阿依古丽·买买提", "阿某某"),
        ("张三(驾驶员)", "张某某"),
        ("张三（毕节畅达运输有限公司）", "张某某"),
        ("张三等三人", "张某某"),
        ("John Smith", "J某某"),
        ("毕节畅达运输有限公司", "毕节畅达运输有限公司"),
        ("毕节畅达运输有限公司第三项目部", "毕节畅达运输有限公司第三项目部"),
        ("毕节畅达(贵州)运输有限公司", "毕节畅达(贵州)运输有限公司"),
        ("毕节畅达合伙企业（普通合伙）", "毕节畅达合伙企业（普通合伙）"),
        ("毕节畅达运输有限公司（张三）", "毕节畅达运输有限公司（张某某）"),
        ("毕节畅达运输有限公司（法定代表人：张三）", "毕节畅达运输有限公司（法定代表人：张某某）"),
        ("毕节畅达运输有限公司张三", "毕节畅达运输有限公司张某某"),
        ("七星关区张记修理厂", "七星关区张记修理厂"),
        ("张记面馆", "张记面馆"),
        ("Smith Logistics Ltd.", "Smith Logistics Ltd."),
        ("", ""),
    ],
)
def test_names(name: str, masked: str) -> None:
    assert mask_name(name) == masked


def test_what_the_record_says_of_the_party_goes_first() -> None:
    assert mask_name("七星关区张记修理厂", person=True) == "七某某"
    assert mask_name("大润发", person=False) == "大润发"


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        (PERSON_NO, "520502********4516"),
        ("52050219900307451X", "520502********451X"),
        ("520502900307451", "520502*****7451"),
        ("91520502MA6DM0XK3N", "91520502MA6DM0XK3N"),
        ("915205021234567890", "915205021234567890"),
        ("E12345678", "E********"),
        ("HK-1234567-8", "HK-123**67-8"),
    ],
)
def test_identity_numbers(number: str, masked: str) -> None:
    assert mask_identity(number) == masked


def test_a_person_may_have_any_number() -> None:
    assert mask_identity("915205021234567890", person=True) == "915205********7890"


def test_names_and_numbers_are_masked_wherever_they_turn_up() -> None:
    masker = Masker(some_findings()[0])
    assert masker.name("欧阳明") == "欧某某"
    assert masker.text(f"欧阳明({PERSON_NO})") == "欧某某(520502********4516)"
    assert masker.text("另有52010219850101123X") == "另有520102********123X"
    assert masker.value({"a": ["欧阳明", 3, None, {"b": "/srv/欧阳明/x"}]}) == {
        "a": ["欧某某", 3, None, {"b": "/srv/欧某某/x"}]
    }
    assert masker.text("决定书〔2023〕12345678901234567890号") == "决定书〔2023〕12345678901234567890号"


def test_an_identity_number_tells_that_the_party_is_a_person() -> None:
    of = finding(
        party_name="七星关区张记修理厂",
        trace=(record("penalties", 2, party_name="七星关区张记修理厂", party_id=PERSON_NO),),
    )
    assert Masker(of).name(of.party_name) == "七某某"


def test_the_longest_name_is_replaced_first() -> None:
    steps = (record("penalties", 2, party_name="张三"), record("court_cases", 2, party_name="张三丰、李四"))
    assert Masker(finding(trace=steps)).text("张三丰、张三、李四") == "张某某、张某某、李某某"
