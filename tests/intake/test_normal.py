"""Normal forms in Python and in SQL."""

from collections.abc import Callable

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supervision_rules.intake import _normal, normal_identity, normal_number, normal_organ


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("〔2023〕1号", "(2023)1号"),
        ("［2023］1号", "(2023)1号"),
        ("[2023]1号", "(2023)1号"),
        ("（2023）1号", "(2023)1号"),
        ("【2023】1号", "(2023)1号"),
        ("{2023}1号", "(2023)1号"),
        ("〈2023〉1号", "(2023)1号"),
        ("〔２０２３〕００１号", "(2023)1号"),
        (" 黔 交罚　〔2023〕 第 0012 号\n", "黔交罚(2023)第12号"),
        ("（2024）黔0502行审012号", "(2024)黔0502行审12号"),
        ("abc-007", "ABC-7"),
        ("ａｂｃ００７", "ABC7"),
        ("000", "0"),
        ("0", "0"),
        ("1000", "1000"),
        ("〔2023〕001号之一", "(2023)1号之一"),
        ("⾏审1号", "行审1号"),
        ("", ""),
    ],
)
def test_numbers(written: str, expected: str) -> None:
    assert normal_number(written) == expected
    assert normal_number(expected) == expected


def test_organs_and_identity_numbers() -> None:
    assert normal_organ(" 毕节市 交通运输局（本级）ａ") == "毕节市交通运输局(本级)a"
    assert normal_identity(" １１0101 19900307425x ") == "11010119900307425X"


TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        st.sampled_from("〔〕［］[]（）()【】{}〈〉000123 　\t\n号aBｚ９０⼀豈-ßŉ"),
    ),
    max_size=25,
)


@pytest.mark.parametrize(
    ("function", "sql"),
    [
        (normal_number, _normal.number_sql),
        (normal_organ, _normal.organ_sql),
        (normal_identity, _normal.identity_sql),
    ],
)
def test_sql_agrees_with_python(function: Callable[[str], str], sql: Callable[[str], str]) -> None:
    connection = duckdb.connect()
    query = f"SELECT {sql('x')} FROM (SELECT unnest(?::VARCHAR[]) AS x)"

    @settings(max_examples=60, deadline=None)
    @given(st.lists(TEXTS, min_size=1, max_size=30))
    def check(texts: list[str]) -> None:
        assert [row[0] for row in connection.execute(query, [texts]).fetchall()] == [function(t) for t in texts]
        assert all(function(function(text)) == function(text) for text in texts)

    check()
