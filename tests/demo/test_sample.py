"""The sample data: what is planted is found and nothing else, and the files are as offices send them."""

import csv
import datetime as dt
import zipfile
from collections import Counter

import pytest
from python_calamine import load_workbook
from stdnum.cn import ric, uscc

from supervision_rules.demo import _files, sample_ruleset, write_sample
from supervision_rules.entities import TABLES
from supervision_rules.errors import UsageError
from supervision_rules.intake import normal_number, normal_organ
from supervision_rules.plugin import discover
from supervision_rules.running import run

AS_OF = dt.date(2024, 12, 20)


def normal(found):
    """What identifies a finding, numbers and names in their normal form."""
    numbers = tuple(sorted(map(normal_number, found.decision_no.split("、")))) if found.decision_no else ()
    names = (normal_organ(name) if name else None for name in (found.agency, found.court))
    case_no = normal_number(found.case_no) if found.case_no else None
    return (found.detector, found.kind, found.status, numbers, *names, case_no, found.due_on, found.happened_on)


def compare(directory, **arguments):
    sample = write_sample(directory, **arguments)
    with run(sample_ruleset(), directory, as_of=sample.as_of) as result:
        assert not result.failures
        assert Counter(map(normal, result.findings())) == Counter(map(normal, sample.planted))
        rejects = [
            (
                row["table_name"],
                row["reason_code"],
                row["column_name"],
                (row["column_name"] and row["value"]) or "",
                row["row_rejected"],
            )
            for row in result.rejects().to_pylist()
        ]
        expected = [(r.table, r.reason, r.column, r.value, r.row_rejected) for r in sample.expected_rejects]
        assert Counter(rejects) == Counter(expected)
        assert result.intake.reject_counts == sample.reject_counts
        tables = result.intake.tables
        assert {name: table.duplicates for name, table in tables.items() if table.duplicates} == sample.duplicates
        assert all(table.present for table in tables.values())
    return sample


@pytest.mark.parametrize(("seed", "penalties"), [(1, 200), (2, 2_000)])
def test_what_is_planted_is_found_and_nothing_else(tmp_path, seed, penalties):
    compare(tmp_path, seed=seed, penalties=penalties)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "penalties", "as_of"),
    [
        (2, 200, AS_OF),
        (1, 2_000, AS_OF),
        (3, 50, AS_OF),
        (4, 500, dt.date(2024, 10, 6)),
        (5, 500, dt.date(2025, 2, 3)),
        (6, 20_000, AS_OF),
    ],
)
def test_the_same_for_other_seeds_sizes_and_days(tmp_path, seed, penalties, as_of):
    compare(tmp_path, seed=seed, penalties=penalties, as_of=as_of)


@pytest.mark.slow
def test_the_same_where_large_tables_go_into_csv(tmp_path, monkeypatch):
    monkeypatch.setattr(_files, "MOST_IN_A_WORKBOOK", 10)
    compare(tmp_path, penalties=500)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_small_sample_has_every_kind(tmp_path, seed):
    sample = write_sample(tmp_path, seed=seed)
    detectors = discover().detectors()
    used = {p.detector for p in sample.planted}
    assert {(p.detector, p.kind) for p in sample.planted} == {
        (name, kind) for name in used for kind in detectors[name].kinds
    }
    assert len(used) == 8
    assert {p.status for p in sample.planted} == {"finding", "warning", "unverified"}
    assert sample.reject_counts[("penalties", "required")] >= 4


def test_the_share_of_planted_rows(tmp_path):
    sample = write_sample(tmp_path, penalties=3_000)
    assert 0.05 < len(sample.planted) / 3_000 < 0.08
    assert len({p.note for p in sample.planted}) > 50


def test_the_same_arguments_give_the_same_files(tmp_path):
    samples = [write_sample(tmp_path / name, seed=7) for name in "ab"]
    assert samples[0].planted == samples[1].planted
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == sorted(
        [
            "applications.csv",
            "缴款.csv",
            "催告.xlsx",
            "延期或分期缴纳.csv",
            "复议与诉讼.xlsx",
            "行政处罚决定.xlsx",
            "非诉执行案件.csv",
        ]
    )
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert write_sample(tmp_path / "b", seed=8).planted != samples[0].planted


def test_the_ledger_is_a_messy_workbook(tmp_path):
    write_sample(tmp_path, penalties=300)
    with load_workbook(tmp_path / "行政处罚决定.xlsx") as book:
        (sheet,) = (book.get_sheet_by_index(i) for i in range(len(book.sheet_names)))
        rows = sheet.to_python(skip_empty_area=False)
        merged = sheet.merged_cell_ranges
    header = rows[2]
    assert rows[0][0].startswith("云岭市交通运输系统行政处罚台账（202")
    assert "告知的起诉\n期限（月）" in header
    assert rows[-1][0] == "合计"
    assert ((0, 0), (0, len(header) - 1)) in merged
    agency = next(i for i, text in enumerate(header) if str(text) == "处罚机关")
    assert any(left == right == agency and top >= 3 and bottom > top for (top, left), (bottom, right) in merged)
    served = [row[header.index("送达日")] for row in rows[3:]]
    kinds = Counter(type(value) for value in served)
    assert {dt.date, float, str} <= set(kinds)
    text = " ".join(value for value in served if isinstance(value, str))
    assert all(part in text for part in ("/", ".", "年"))
    fines = [row[header.index("罚款金额")] for row in rows[3:]]
    assert any(isinstance(value, float) for value in fines)
    assert any("万元" in str(value) for value in fines)
    assert any("\uff10" <= str(value)[:1] <= "\uff19" for value in fines)


def test_the_encodings(tmp_path):
    write_sample(tmp_path)
    case_file = (tmp_path / "非诉执行案件.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        case_file.decode("utf-8")
    header, first, *_ = csv.reader(case_file.decode("gb18030").splitlines())
    assert header == [column.label for column in TABLES["court_cases"].columns]
    assert "行审" in first[0]
    assert (tmp_path / "缴款.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "applications.csv").read_text("utf-8").splitlines()[0] == ",".join(TABLES["applications"].names)


def test_identity_numbers_have_right_check_digits_but_for_a_few(tmp_path):
    write_sample(tmp_path, penalties=2_000)
    with (tmp_path / "applications.csv").open(encoding="utf-8", newline="") as file:
        numbers = [row["party_id"] for row in csv.DictReader(file)]
    wrong = [
        n
        for n in numbers
        if n[-1] != (uscc.calc_check_digit(n[:-1]) if n.startswith("91") else ric.calc_check_digit(n))
    ]
    assert 0 < len(wrong) < len(numbers) / 30
    assert all(n[:6] == "520599" or n[2:8] == "520599" for n in numbers)


def test_a_large_table_becomes_a_csv_file_and_replaces_the_workbook(tmp_path, monkeypatch):
    write_sample(tmp_path)
    monkeypatch.setattr(_files, "MOST_IN_A_WORKBOOK", 100)
    write_sample(tmp_path)
    assert (tmp_path / "行政处罚决定.csv").exists()
    assert not (tmp_path / "行政处罚决定.xlsx").exists()
    assert (tmp_path / "催告.xlsx").exists()


def test_the_workbook_holds_xml_without_errors(tmp_path):
    from xml.etree import ElementTree

    write_sample(tmp_path)
    with zipfile.ZipFile(tmp_path / "行政处罚决定.xlsx") as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"penalties": 49}, "SR791"),
        ({"as_of": dt.date(2023, 1, 1)}, "SR790"),
        ({"as_of": dt.date(2035, 1, 1)}, "SR790"),
    ],
)
def test_what_no_sample_can_be_made_of(tmp_path, arguments, code):
    with pytest.raises(UsageError) as raised:
        write_sample(tmp_path / "data", **arguments)
    assert raised.value.problems[0].code == code
    assert not (tmp_path / "data").exists()


def test_planted_days_counted_by_hand(tmp_path):
    """Served 2024-03-11: six months to 2024-09-11, three more to 2024-12-11, a Wednesday."""
    from supervision_rules.demo._days import Days
    from supervision_rules.law import default_legal_time

    days = Days(AS_OF, default_legal_time())
    assert days.sue(dt.date(2024, 3, 11)) == dt.date(2024, 9, 11)
    assert days.last(dt.date(2024, 3, 11)) == dt.date(2024, 12, 11)
    assert days.last(dt.date(2023, 1, 3)) == dt.date(2023, 10, 7)  # 07-03, then 10-03 in the holiday; 10-07 is worked
    assert days.after(dt.date(2023, 9, 28), 1) == dt.date(2023, 10, 7)
    assert days.before(dt.date(2023, 10, 8), 2) == dt.date(2023, 9, 28)
