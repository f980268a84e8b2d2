"""Check digits, against python-stdnum."""

import random

import duckdb
from stdnum.cn import ric, uscc

from intake.reading import frame, read_back
from supervision_rules.intake._checksums import wrong_check_digits

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def passes(number: str) -> bool:
    """What the other library says of the check digit alone."""
    resident = number[:17].isdigit() and ric.calc_check_digit(number) == number[17]
    credit = set(number) <= set(LETTERS) and uscc.calc_check_digit(number[:17]) == number[17]
    return resident or credit


def test_against_another_implementation() -> None:
    rng = random.Random(1)
    numbers = []
    for _ in range(3000):
        digits = "".join(rng.choices("0123456789", k=17))
        signs = "".join(rng.choices(LETTERS, k=17))
        numbers += [digits + rng.choice("0123456789X"), digits + ric.calc_check_digit(digits)]
        numbers += [signs + rng.choice(LETTERS), signs + uscc.calc_check_digit(signs)]
    numbers += ["91110000600037341L", "91110000600037341M", "I1110000600037341L", "1" * 17 + "Z"]
    connection = duckdb.connect()
    connection.execute("CREATE TABLE t (_row INTEGER, n VARCHAR)")
    connection.executemany("INSERT INTO t VALUES (?, ?)", [[i, n] for i, n in enumerate(numbers)][-500:])
    wrong = {row[0] for row in connection.execute(wrong_check_digits("t", "n")).fetchall()}
    first = len(numbers) - 500
    assert wrong == {first + i for i, number in enumerate(numbers[first:]) if not passes(number)}
    assert 0 < len(wrong) < 500


def test_wrong_numbers_are_told_but_not_rejected() -> None:
    wrong = "110101199003074250"
    rows = [
        {"party_id": n}
        for n in (wrong, "110101199003074258", "91110000600037341L", "护照E1234567", "", "1101**********4250")
    ]
    read = read_back({"penalties": frame("penalties", *rows, *[{"party_id": wrong}] * 9)})
    (warning,) = read.prepared.warnings
    assert (warning.code, "10 个" in warning.zh, "1, 7, 8, 9, 10…" in warning.zh) == ("SR121", True, True)
    assert "10 values of party_id" in warning.text("en")
    assert (read.prepared.tables["penalties"].rows_kept, read.rejects) == (15, [])
