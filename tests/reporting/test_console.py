"""What the console shows."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from rich.cells import cell_len
from rich.console import Console

from reporting.examples import PERSON_NO, TITLES, finding, some_findings, summary
from supervision_rules.entities import FindingRecord
from supervision_rules.errors import UsageError
from supervision_rules.reporting import print_summary, print_table

Golden = Callable[[str, str], None]


def printed(width: int, *, lang: str = "zh", limit: int | None = None, **options: object) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=False, color_system=None)
    print_table(some_findings(), console, lang=lang, limit=limit, titles=TITLES, **options)  # type: ignore[arg-type]
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


@pytest.mark.parametrize(("width", "lang"), [(130, "zh"), (100, "zh"), (60, "zh"), (150, "en")])
def test_table(golden: Golden, width: int, lang: str) -> None:
    golden(f"table-{lang}-{width}.txt", printed(width, lang=lang))


@pytest.mark.parametrize("width", [20, 40, 80, 99, 100, 101, 110, 130, 200])
def test_no_line_is_too_long_and_no_date_or_number_is_cut(width: int) -> None:
    text = printed(width)
    assert all(cell_len(line) <= width for line in text.splitlines())
    for whole in ("2024-05-29", "2024-06-20", "205", "-3"):
        assert whole in text
    joined = "".join(text.split())
    assert "…" not in text
    assert "欧阳明" not in joined
    assert PERSON_NO not in joined
    assert "欧某某" in joined


def test_names_are_shown_if_asked_for() -> None:
    assert "欧阳明" in printed(130, masked=False)


def test_no_more_findings_are_made_than_shown() -> None:
    made = []

    def many() -> Iterator[FindingRecord]:
        for number in range(100):
            made.append(number)
            yield finding(number)

    stream = io.StringIO()
    assert print_table(many(), Console(file=stream, width=130), lang="zh", limit=3) == 3
    assert len(made) == 4
    assert "只显示前 3 条" in stream.getvalue()
    assert "not_applied" in stream.getvalue()


def test_nothing_is_printed_of_nothing() -> None:
    stream = io.StringIO()
    assert print_table([], Console(file=stream, width=130), lang="zh", limit=3) == 0
    assert stream.getvalue() == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_summary(golden: Golden, lang: str) -> None:
    stream = io.StringIO()
    print_summary(summary(lang), Console(file=stream, width=100, color_system=None), lang=lang)
    golden(f"summary-{lang}.txt", "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n")


def test_another_language_is_refused() -> None:
    with pytest.raises(UsageError, match="SR701"):
        print_table([], Console(file=io.StringIO()), lang="fr", limit=None)
