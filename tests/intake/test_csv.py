"""CSV and TSV files: encodings, delimiters, titles, ragged rows, line numbers."""

from pathlib import Path

import pytest

from intake.reading import read_back, write_csv
from supervision_rules.errors import DataError
from supervision_rules.intake import Source
from supervision_rules.intake._encoding import as_utf8

HEADER = ["决定书文号", "处罚机关", "缴款日", "金额"]
ROWS = [["〔2023〕1号", "毕节市交通运输局", "2023-08-31", "100"], ["〔2023〕2号", "镕䶮局𠮷", "2023-08-31", "200"]]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("gb18030", None),
        ("utf-16", None),
        ("utf-16-le", None),
        ("utf-16-be", None),
        ("utf-8", "utf8"),
        ("utf-8-sig", "UTF-8"),
        ("gb18030", "gbk"),
        ("gb18030", "GB2312"),
        ("gb18030", "gb18030"),
        ("utf-16-le", "utf-16-le"),
    ],
)
@pytest.mark.parametrize("titles", [0, 2])
def test_encodings(tmp_path: Path, written: str, named: str | None, titles: int) -> None:
    path = write_csv(tmp_path / "payments.csv", [*[["缴款情况表"], []][:titles], HEADER, *ROWS], encoding=written)
    read = read_back({"payments": Source("payments", path, encoding=named)})
    assert read.column("payments", "agency") == [row[1] for row in ROWS]
    assert read.column("payments", "_row") == [2 + titles, 3 + titles]


def test_large_gb18030_file_across_chunks(tmp_path: Path) -> None:
    rows = [[f"〔2023〕{i}号", "局" * (i % 7 + 1), "2023-08-31", i] for i in range(40_000)]
    path = write_csv(tmp_path / "payments.csv", [HEADER, *rows], encoding="gb18030")
    assert path.stat().st_size > 1 << 20
    read = read_back({"payments": path})
    assert read.column("payments", "agency") == [row[1] for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
def test_delimiters(tmp_path: Path, delimiter: str, suffix: str) -> None:
    rows = [["〔2023〕1号;2,3", "a,b;c\td|e", "2023-08-31", "1"]]
    path = write_csv(tmp_path / f"payments{suffix}", [HEADER, *rows], delimiter=delimiter)
    assert read_back({"payments": path}).column("payments", "agency") == ["a,b;c\td|e"]


def text(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "payments.csv"
    path.write_bytes(content.encode())
    return path


@pytest.mark.parametrize(
    ("content", "numbers", "lines"),
    [
        ("{h}\n1号,a,2023-8-1,1\n2号,a,2023-8-1,1\n", ["1号", "2号"], [2, 3]),
        ("{h}\n1号,a,2023-8-1,1\n2号,a,2023-8-1,1", ["1号", "2号"], [2, 3]),
        ("{h}\r\n1号,a,2023-8-1,1\r\n2号,a,2023-8-1,1\r\n", ["1号", "2号"], [2, 3]),
        ("{h}\r1号,a,2023-8-1,1\r2号,a,2023-8-1,1\r", ["1号", "2号"], [2, 3]),
        ("{h}\r\n1号,a,2023-8-1,1\n2号,a,2023-8-1,1\r\n", ["1号", "2号"], [2, 3]),
        ("{h}\n\n1号,a,2023-8-1,1\n\n\n2号,a,2023-8-1,1\n\n\n", ["1号", "2号"], [3, 6]),
        ("{h}\n,,,\n1号,a,2023-8-1,1\n , ,,\n2号,a,2023-8-1,1\n", ["1号", "2号"], [3, 5]),
        ('{h}\n1号,"a\nb",2023-8-1,1\n2号,a,2023-8-1,1\n', ["1号", "2号"], [2, 4]),
        ('{h}\r\n1号,"a\nb",2023-8-1,1\r\n2号,"",2023-8-1,"1"\r\n', ["1号", "2号"], [2, 4]),
        ('{h}\r\n1号,"a\r\nb",2023-8-1,1\r\n2号,"",2023-8-1,"1"\r\n', ["1号", "2号"], [2, 4]),
        ('{h}\n1号,"a\rb",2023-8-1,1\n2号,"",2023-8-1,"1"\n', ["1号", "2号"], [2, 4]),
        ('{h}\n1号,"a\r\nb",2023-8-1,1\n2号,"",2023-8-1,"1"\n', ["1号", "2号"], [2, 4]),
        (
            '"决定书\r文号",处罚机关,缴款日,金额\r\n1号,"a\nb",2023-8-1,1\r\n\r\n2号,,2023-8-1,1,\r\n',
            ["1号", "2号"],
            [3, 6],
        ),
        ('{h}\n1号,"a\n\nb",2023-8-1,1\n\n2号,a,2023-8-1,1\n', ["1号", "2号"], [2, 6]),
        ('标题,,"a\nb",\n{h}\n1号,a,2023-8-1,1\n', ["1号"], [4]),
        ('"决定书\n文号",处罚机关,缴款日,金额\n1号,a,2023-8-1,1\n', ["1号"], [3]),
        ('{h},备注\n1号,a,2023-8-1,1,"x\ny"\n2号,a,2023-8-1,1,z\n', ["1号", "2号"], [2, 4]),
        ("{h},备注\n1号,a,2023-8-1,1\n2号,a,2023-8-1,1,z\n", ["1号", "2号"], [2, 3]),
        ("{h}\n1号,a,2023-8-1,1,,\n2号,a,2023-8-1,1, \n", ["1号", "2号"], [2, 3]),
        ('{h}\n1号,"a ""b"" c",2023-8-1,1\n2号,a "b" c,2023-8-1,1\n', ["1号", "2号"], [2, 3]),
        ('{h}\n1号,"a"b,2023-8-1,1\n', ["1号"], [2]),
        ("{h}\n", [], []),
        ("{h}", [], []),
        ("{h}\n\n\n", [], []),
    ],
)
def test_layouts_and_line_numbers(tmp_path: Path, content: str, numbers: list[str], lines: list[int]) -> None:
    read = read_back({"payments": text(tmp_path, content.format(h=",".join(HEADER)))})
    assert read.column("payments", "decision_no") == numbers
    assert read.column("payments", "_row") == lines
    assert read.rejects == []


def test_row_with_too_many_cells_is_rejected(tmp_path: Path) -> None:
    path = text(tmp_path, ",".join(HEADER) + "\n1号,a,2023-8-1,1,extra\n2号,a,2023-8-1\n3号,a,2023-8-1,1\n")
    read = read_back({"payments": path})
    assert read.rejects == [("payments", 2, None, "too_many_cells", True), ("payments", 3, "amount", "required", True)]
    assert read.column("payments", "_row") == [4]


def test_header_is_the_row_that_names_most_columns(tmp_path: Path) -> None:
    path = text(tmp_path, "金额,单位:元,,\n,,,\n" + ",".join(HEADER) + "\n1号,a,2023-8-1,1\n")
    assert read_back({"payments": path}).column("payments", "_row") == [4]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "SR107.*文件是空的"),
        (b"\n\n", "SR107"),
        ("甲,乙\n1,2\n".encode(), "SR107.*甲、乙"),
        ("\n" * 40 + "决定书文号,缴款日,金额\n", "SR107"),
        (b"\xff\xff\xff\xff,\x81", "SR105"),
        (b"decision_no,paid_on,amount\n" + "决定书文号".encode() * 5 + b"\xb5,x\n", r"SR105.*line 2"),
        (b"decision_no,paid_on,amount\n" + "决定书文号".encode() * 100_000 + b"\n\xe5\x86", r"SR105.*line 3"),
        ('决定书文号,缴款日,金额\n1号,2023-8-1,"1\n2号,2023-8-1,1\n', "SR114.*第 2 行"),
        ('决定书文号,缴款日,金额\n1号,2023-8-1,1\n\n"2号,2023-8-1,1\n' + "x" * 200_000, "SR114.*第 4 行"),
        ("决定书文号,缴款日,金额\n\n1号,2023-8-1," + "9" * 200_000 + "\n", "SR114.*第 3 行"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, content: bytes | str, message: str) -> None:
    path = tmp_path / "payments.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(DataError, match=message) as caught:
        read_back({"payments": path})
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-9", "base64", "hex"])
def test_unknown_encoding(tmp_path: Path, encoding: str) -> None:
    path = write_csv(tmp_path / "payments.csv", [HEADER, *ROWS])
    with pytest.raises(DataError, match=f"SR105.*{encoding}"):
        read_back({"payments": Source("payments", path, encoding=encoding)})


def test_named_encoding_that_is_wrong(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "payments.csv", [HEADER, *ROWS], encoding="gb18030")
    with pytest.raises(DataError, match=r"SR105.*utf-8"):
        read_back({"payments": Source("payments", path, encoding="utf-8")})


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"SR104.*missing\.csv"):
        read_back({"payments": tmp_path / "missing.csv"})


def test_file_name_that_looks_like_a_pattern(tmp_path: Path) -> None:
    write_csv(tmp_path / "a1.csv", [HEADER, *ROWS, *ROWS])
    path = write_csv(tmp_path / "a[1]*.csv", [HEADER, *ROWS])
    assert len(read_back({"payments": path}).rows("payments")) == 2


@pytest.mark.parametrize(
    ("content", "lines", "newline"),
    [
        (b"", 0, "\n"),
        (b"\n\n", 0, "\n"),
        (b"a", 1, "\n"),
        (b"a\n", 1, "\n"),
        (b"a\n\nb\n\n\n", 3, "\n"),
        (b"a\r\n\r\nb\r\n\r\n", 3, "\r\n"),
        (b"\n" + b"a\n" * (1 << 20) + b"\n" * (1 << 21), (1 << 20) + 1, "\n"),
        (b"a" * ((1 << 20) - 1) + b"\r\nb\r\n", 2, "\r\n"),
    ],
)
def test_lines_of_a_file(tmp_path: Path, content: bytes, lines: int, newline: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with as_utf8(path, None, "a.csv", None) as file:
        assert (file.path, file.lines, file.newline) == (path, lines, newline)


def test_mixed_line_ends_are_made_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\nd\r\n\r\n")
    with as_utf8(path, None, "a.csv", None) as file:
        assert (file.path.read_bytes(), file.lines, file.newline) == (b"a\nb\nc\nd\n\n", 4, "\n")
    assert not file.path.exists()
