"""The page in a real browser: sort, filter, open; nothing asked of a network, nothing complained of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reporting.chromium import Browser, find
from reporting.examples import PERSON_NO, finding, leads, page, some_findings
from supervision_rules.reporting import write_html

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = find()
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is missing: apt-get install chromium fonts-noto-cjk")
        pytest.skip("needs Chromium: apt-get install chromium fonts-noto-cjk")
    with Browser(program, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(params=[1280, 390])
def opened(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Browser]:
    path = tmp_path / "报告.html"
    with leads() as made:
        write_html(page(with_leads=made), path)
    browser.open(path, width=request.param)
    yield browser
    assert browser.complaints() == []
    assert browser.requests() == [path.as_uri()]


def column(browser: Browser, name: str) -> list[Any]:
    texts: list[Any] = browser.run(
        f"[...document.querySelectorAll('tr.row .c-{name}')].map((cell) => cell.textContent)"
    )
    return texts


def choose(browser: Browser, name: str, value: str) -> None:
    browser.run(
        f"(() => {{ const field = document.getElementById('f-{name}'); field.value = '{value}';"
        "field.dispatchEvent(new Event('change', {bubbles: true})); })()"
    )


def search(browser: Browser, text: str) -> None:
    browser.run(
        f"document.getElementById('f-text').value = '{text}'; document.getElementById('filter').requestSubmit()"
    )


def test_the_page_fits_its_window(opened: Browser) -> None:
    assert opened.run("document.documentElement.scrollWidth <= innerWidth")
    assert opened.run("document.getElementById('found').textContent") == "共 4 条"
    opened.run("document.getElementById('expand-all').click()")
    assert opened.run("document.documentElement.scrollWidth <= innerWidth")


def test_every_column_sorts_both_ways_and_what_is_empty_stays_last(opened: Browser) -> None:
    names = opened.run("[...document.getElementById('heads').children].map((head) => head.dataset.column)")
    assert len(names) == 9
    for name in names:
        orders = []
        for wanted in ("ascending", "descending"):
            opened.run(f"document.querySelector('th[data-column={name}] button').click()")
            assert opened.run(f"document.querySelector('th[data-column={name}]').ariaSort") == wanted
            assert opened.run("document.querySelectorAll('#heads th:not([aria-sort=none])').length") == 1
            orders.append(column(opened, name))
        filled = [[text for text in order if text] for order in orders]
        assert all(order[: len(texts)] == texts for order, texts in zip(orders, filled, strict=True)), name
        if name not in ("organ", "status"):
            assert filled[0] != filled[1] or len(set(filled[0])) == 1, name
    opened.run("document.querySelector('th[data-column=days_over] button').click()")
    assert column(opened, "days_over") == ["-3", "22", "205", ""]


def test_heads_and_rows_work_by_keyboard(opened: Browser) -> None:
    opened.run("document.querySelector('th[data-column=due_on] button').focus()")
    opened.press("Enter", 13, "\r")
    assert opened.run("document.querySelector('th[data-column=due_on]').ariaSort") == "ascending"
    opened.run("document.querySelector('button.open').focus()")
    opened.press("Enter", 13, "\r")
    assert opened.run("document.querySelector('button.open').ariaExpanded") == "true"
    assert opened.run(
        "document.getElementById(document.querySelector('button.open').getAttribute('aria-controls')) !== null"
    )


def test_filters(opened: Browser) -> None:
    choose(opened, "status", "unverified")
    assert column(opened, "number") == ["黔毕交罚〔2023〕3号"]
    choose(opened, "status", "")
    choose(opened, "kind", "court.ruling")
    assert column(opened, "kind") == ["逾期作出裁定"]
    choose(opened, "kind", "transport.non_enforcement/applied_late")
    assert column(opened, "kind") == ["逾期申请强制执行"]
    choose(opened, "kind", "")
    choose(opened, "severity", "low")
    assert len(column(opened, "kind")) == 1
    choose(opened, "severity", "")
    choose(opened, "agency", "毕节市交通运输局")
    assert len(column(opened, "kind")) == 4
    search(opened, "（2023） 2号")
    assert len(column(opened, "kind")) == 2
    search(opened, "nothing like it")
    assert "没有符合条件" in opened.run("document.getElementById('body').textContent")
    opened.run("document.querySelector('#filter [type=reset]').click()")
    opened.run("new Promise((done) => setTimeout(done, 50))")
    assert len(column(opened, "kind")) == 4
    opened.run("document.getElementById('f-suppressed').click()")
    assert len(column(opened, "kind")) == 3


def test_a_finding_opens_with_its_timeline_and_steps(opened: Browser) -> None:
    opened.run("document.querySelector('tr.row .c-kind').click()")
    text = opened.run("document.querySelector('tr.detail').innerText")
    for wanted in ("<b>截至</b>", "欧某某", "520502********4516", "起诉期限 届满", "10,000.00 元", "第 2 行", "penalties.csv",
                   "处罚决定已撤销", "邮寄申请的交邮日", "超期二百日以上", "截至日未见发生"):  # fmt: skip
        assert wanted in text
    days = opened.run("[...document.querySelectorAll('.timeline time')].map((time) => time.textContent)")
    assert days == ["2023-08-20", "2023-08-31", "2024-02-29", "2024-05-29", "2024-12-20"]
    assert opened.run("document.querySelectorAll('.timeline .span').length") == 2
    tops = opened.run(
        "[...document.querySelectorAll('.timeline .span')].map((bar) => { const box = bar.getBoundingClientRect();"
        "const knots = [...document.querySelectorAll('.timeline .knot')].map((knot) => knot.getBoundingClientRect().top + 11);"
        "return [box.top, box.bottom].map((y) => Math.min(...knots.map((knot) => Math.abs(knot - y)))); })"
    )
    assert all(distance < 8 for bar in tops for distance in bar)
    opened.run("document.querySelector('button.open').click()")
    assert opened.run("document.querySelector('tr.detail')") is None


def test_dates_not_known_and_steps_of_other_plugins_are_told(opened: Browser) -> None:
    choose(opened, "status", "unverified")
    opened.run("document.querySelector('button.open').click()")
    text = opened.run("document.querySelector('tr.detail').innerText")
    for wanted in ("日期不明", "另一插件的步骤", "无日期的期限", "行政处罚决定的“送达日”", "</script>"):
        assert wanted in text


def test_suppression_is_told(opened: Browser) -> None:
    choose(opened, "kind", "court.ruling")
    opened.run("document.querySelector('button.open').click()")
    assert "由规则“未届期限”压制：同一决定已提示" in opened.run("document.querySelector('tr.detail').innerText")


def test_nothing_masked_is_in_the_page(opened: Browser) -> None:
    whole = opened.run("document.documentElement.outerHTML")
    assert "欧阳明" not in whole
    assert PERSON_NO not in whole


def test_twenty_thousand_findings(browser: Browser, tmp_path: Path) -> None:
    trace = some_findings()[0].trace
    many = [
        finding(n, party_name=f"王{n}", days_over=n % 400, reason=f"第{n}号记录截至2024-12-20没有申请。",
                trace=({**trace[0], "row": n + 2}, *trace[1:]))
        for n in range(20_000)
    ]  # fmt: skip
    path = tmp_path / "page.html"
    write_html(replace(page(), findings=many), path)
    assert path.stat().st_size < 20_000_000
    assert browser.open(path) < 15_000
    assert browser.run("document.getElementById('found').textContent") == "共 20,000 条"
    assert browser.run("document.querySelectorAll('tr.row').length") == 50
    clock = "(() => {{ const t = performance.now(); {}; document.body.offsetHeight; return performance.now() - t; }})()"
    for action in (
        "document.querySelector('th[data-column=number] button').click()",
        "document.querySelector('th[data-column=days_over] button').click()",
        "document.getElementById('f-text').value = '19999号'; document.getElementById('filter').requestSubmit()",
    ):
        assert browser.run(clock.format(action)) < 5_000
    assert column(browser, "number") == ["黔毕交罚〔2023〕19999号"]
    choose(browser, "text", "")
    browser.run("document.getElementById('filter').requestSubmit(); document.getElementById('next').click()")
    assert browser.run("document.getElementById('shown').textContent") == "第 51–100 条"
    assert browser.complaints() == []
