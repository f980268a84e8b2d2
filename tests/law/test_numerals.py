"""Numbers and amounts of money, written and read back."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_rules.law import amount_in_words, chinese_number, read_amount, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("四十六", 46),
        ("46", 46),
        ("４６", 46),
        ("一百零三", 103),
        ("一百三", 103),
        ("一千零零五", 1005),
        ("二〇二五", 2025),
        ("二○二五", 2025),
        ("二O二五", 2025),
        ("〇", 0),
        ("两百", 200),
        ("兩百", 200),
        ("廿", 20),
        ("廿三", 23),
        ("卅", 30),
        ("壹佰贰拾", 120),
        ("十", 10),
        ("一百十五", 115),
        ("一万二千", 12000),
        ("壹万贰", 10002),
        ("十万", 100000),
        ("一亿零三", 100000003),
        (" 四 十\n六 ", 46),
        ("007", 7),
    ],
)
def test_numbers(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "第三",
        "百",
        "万",
        "三百二千",
        "一二百",
        "一万二",
        "三五万",
        "1.5",
        "-3",
        "3千",
        "²",
        "①",
        "٣",
        "十十",
        "零零零零零",
        "9" * 30,
        "一" * 5000,
    ],
)
def test_no_numbers(text):
    assert read_number(text) is None


@given(st.integers(0, 9999), st.data())
def test_a_number_written_is_read(number, data):
    plain = chinese_number(number)
    assert read_number(plain) == number
    assert read_number(plain.translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"))) == number
    assert read_number(plain.replace("零", "零零")) == number or number == 0
    if number:
        assert read_number(plain.replace("零", "")) == number
    assert read_number(plain.replace("零", "〇")) == number
    assert read_number(plain.replace("二", data.draw(st.sampled_from("两兩贰貳")))) == number
    assert (
        read_number("".join(character + data.draw(st.sampled_from(["", " ", "\n"])) for character in plain)) == number
    )


@given(st.integers(1000, 9999))
def test_years_are_rows_of_digits(year):
    assert read_number("".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))) == year


@given(st.text())
def test_any_text_is_a_number_or_none(text):
    found = read_number(text)
    assert found is None or found >= 0


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("壹万贰仟叁佰元零伍分", "12300.05"),
        ("人民币叁万元整", "30000"),
        ("30,000元", "30000"),
        ("３万元", "30000"),
        ("1.5万元", "15000"),
        ("1.2万", "12000"),
        ("三万元", "30000"),
        ("叁万元", "30000"),
        ("5000.00", "5000"),
        ("叁万圆正", "30000"),
        ("叁萬圓整", "30000"),
        ("￥30,000.00", "30000"),
        ("¥30000", "30000"),
        ("RMB5000", "5000"),
        ("人民币（大写）：叁万元整", "30000"),
        ("人民币（大写）叁万元整（¥30000.00）", "30000"),
        ("叁万元整（￥30000.00）", "30000"),
        ("30000元（大写：叁万元整）", "30000"),
        ("叁 万 元 整", "30000"),
        ("3 0 0 0 元", "3000"),
        ("30 000元", "30000"),
        ("３０，０００．５０元", "30000.5"),
        ("30， 000元", "30000"),
        ("3万5千元", "35000"),
        ("3万5000元", "35000"),
        ("1千5百元", "1500"),
        ("三点五万元", "35000"),
        ("壹万伍元", "10005"),
        ("两千元", "2000"),
        ("二〇〇〇元", "2000"),
        ("5元3角", "5.3"),
        ("伍角", "0.5"),
        ("伍佰元零角零分", "500"),
        ("壹元零角伍分", "1.05"),
        ("1.2亿元", "120000000"),
        ("壹万亿元整", "1000000000000"),
        ("5000元人民币", "5000"),
        ("0", "0"),
        ("零元整", "0"),
    ],
)
def test_amounts(text, yuan):
    assert read_amount(text) == Decimal(yuan)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元",
        "整",
        "元零",
        "abc",
        "-5",
        "罚款500元",
        "约3万元",
        "500元/人",
        "3000元至5000元",
        "3000 5000",
        "3000元 5000元",
        "三五万元",
        "一万五",
        "一万五元",
        "一百五元",
        "3万5元",
        "12元5",
        "1,23元",
        "1万元2",
        "叁万元整（￥3000）",
        "10000000000000",
        "٣元",
        "9" * 5000,
    ],
)
def test_no_amounts(text):
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("yuan", "words"),
    [
        ("12300.05", "壹万贰仟叁佰元零伍分"),
        ("30000", "叁万元整"),
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.5", "伍角"),
        ("10", "壹拾元整"),
        ("1005", "壹仟零伍元整"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("100000000", "壹亿元整"),
        ("1000000000005", "壹万亿零伍元整"),
        ("10100100", "壹仟零壹拾万零壹佰元整"),
    ],
)
def test_amounts_in_words(yuan, words):
    assert amount_in_words(Decimal(yuan)) == words


@pytest.mark.parametrize("yuan", ["-1", "0.001", "10000000000000"])
def test_amounts_that_have_no_words(yuan):
    with pytest.raises(ValueError, match=re.escape(str(Decimal(yuan)))):
        amount_in_words(Decimal(yuan))


cents = st.one_of(
    st.integers(0, 999_999_999_999_999),
    st.text("05", min_size=1, max_size=15).map(int),
    st.integers(0, 1_000_000),
)


@given(cents)
def test_an_amount_written_is_read(number):
    amount = Decimal(number) / 100
    words = amount_in_words(amount)
    assert read_amount(words) == amount
    assert read_amount("人民币" + words.replace("元", "圆").replace("整", "正")) == amount
    assert read_amount(words.translate(str.maketrans("贰陆万亿", "貳陸萬億"))) == amount
    assert read_amount(re.sub("零(?!元|角|分)", "零零", words)) == amount
    assert read_amount(" ".join(words)) == amount
    if number >= 100:
        assert read_amount(words.replace("零", "")) == amount
    assert "零零" not in words


@given(cents, st.sampled_from(["{}", "{}元", "￥{}", "¥{}元", "人民币{}元", "{}元整", " {} 元"]))
def test_an_amount_in_digits_is_read(number, form):
    amount = Decimal(number) / 100
    for digits in (f"{amount:.2f}", f"{amount:,.2f}", f"{amount:,.2f}".replace(",", "，")):
        assert read_amount(form.format(digits)) == amount
        wide = digits.translate({48 + digit: 0xFF10 + digit for digit in range(10)} | {ord("."): "．"})
        assert read_amount(form.format(wide)) == amount


@given(st.integers(1, 999_999), st.sampled_from([("万", 10_000), ("亿", 100_000_000)]))
def test_an_amount_of_ten_thousands_is_read(hundredths, unit):
    name, worth = unit
    assert read_amount(f"{Decimal(hundredths) / 100}{name}元") == Decimal(hundredths) / 100 * worth


@given(st.text() | st.text("0123456789零一二三十百千万亿元角分整正点.,( )（）¥两廿", max_size=14))
def test_any_text_is_an_amount_or_none(text):
    found = read_amount(text)
    assert found is None or 0 <= found < 10**13
