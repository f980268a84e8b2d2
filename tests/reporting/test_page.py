"""The page as a file."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reporting.examples import PERSON_NO, leads, page, some_findings
from supervision_rules.errors import UsageError
from supervision_rules.reporting import PageData, write_html
from supervision_rules.reporting._packing import FIELDS, place_name
from supervision_rules.reporting._words import _WORDS, Words

Golden = Callable[[str, str], None]


def written(of: PageData) -> str:
    stream = io.StringIO()
    write_html(of, stream)
    return stream.getvalue()


def data(text: str, name: str) -> Any:
    found = re.search(f'<script type="application/json" id="{name}">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page(golden: Golden, lang: str) -> None:
    """Style, script and words stand in files of their own."""
    with leads() as made:
        text = written(page(lang=lang, with_leads=made))
    text = re.sub(r"(<style>|<script>).*?(</style>|</script>)", r"\1…\2", text, flags=re.DOTALL)
    text = re.sub("sha256-[^']*", "sha256-…", text)
    text = re.sub(r'(id="meta">).*?(</script>)', r"\1…\2", text)
    golden(f"page-{lang}.html", text)


def test_nothing_comes_from_elsewhere() -> None:
    text = written(page())
    assert not re.search(r"""(src|href)\s*=\s*["'](?!data:,)|@import|url\(|https?:""", text)
    assert "default-src 'none'" in text
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'" in text


def test_every_finding_is_in_the_data_and_nothing_ends_the_script_early() -> None:
    text = written(page())
    rows, tables = data(text, "rows"), data(text, "tables")
    assert [row[0] for row in rows] == [given.finding_id for given in some_findings()]
    assert all(len(row) == len(FIELDS) for row in rows)
    assert rows[2][FIELDS.index("reason")] == some_findings()[2].reason
    for row, given in zip(rows, some_findings(), strict=True):
        assert [tables["steps"][number][0] for number in row[FIELDS.index("trace")]][:1] == (
            [given.trace[0]["step"]] if given.trace else []
        )
    assert data(text, "leads") == {"leads": [], "suppressions": []}


def test_names_and_numbers_are_masked_unless_asked_for() -> None:
    assert "欧阳明" not in written(page())
    assert PERSON_NO not in written(page())
    plain = written(page(masked=False))
    assert "欧阳明" in plain
    assert PERSON_NO in plain
    assert (written(page()).count("已遮盖"), plain.count("已遮盖")) == (2, 1)


def test_text_from_outside_is_escaped() -> None:
    of = page()
    of = replace(of, summary=replace(of.summary, title="<img src=x onerror=alert(1)>"))
    assert "<img" not in written(of)


def test_counts_add_up_in_the_table() -> None:
    (table,) = re.findall(r'<table class="plain" id="by-detector">.*?</table>', written(page()), re.DOTALL)
    rows = [[int(n.replace(",", "")) for n in re.findall(r">([\d,]+)</td>", row)] for row in table.split("<tr>")[2:]]
    assert [row[-1] for row in rows[:2]] == [2_000, 1]
    assert all(sum(row[:-1]) == row[-1] for row in rows[:2])


def test_folders_of_the_machine_stay_out() -> None:
    assert "/srv/" not in written(page())
    assert place_name("/srv/a b/penalties.csv") == "penalties.csv"
    assert place_name(r"C:\数据\处罚.xlsx") == "处罚.xlsx"
    assert place_name("SELECT a FROM x/y") == "SELECT a FROM x/y"


def test_a_path_that_cant_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="SR702"):
        write_html(page(), tmp_path / "missing" / "page.html")
    write_html(page(), tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8") == written(page())


def test_every_word_is_said_in_both_languages_and_hides_nothing() -> None:
    assert all(zh and en for zh, en in _WORDS.values())
    assert not set(_WORDS) & set(dir(dict))
    places = {name: [re.findall(r"\{(\w+)\}", text) for text in pair] for name, pair in _WORDS.items()}
    assert all(set(en) <= set(zh) for zh, en in places.values())
    assert Words("zh").named("penalties.served_on") == "行政处罚决定的“送达日”"
    assert Words("en").named("penalties.served_on") == "penalties.served_on"
    assert Words("zh").named("正当理由") == "正当理由"
