"""Decisions printed by a browser, as offices print pages and forms to PDF."""

from __future__ import annotations  # noqa: I001

import shutil
import subprocess

import pytest
from documents.more_samples import MORE
from documents.samples import SAMPLES

from supervision_rules.documents import extract

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
STYLE = "body{font-family:'Noto Serif CJK SC';font-size:16pt;line-height:1.6;margin:2cm}p{text-indent:2em;text-align:justify;margin:0}h2{text-align:center}.r{text-align:right}"  # noqa: E501

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium"),
]


def printed(tmp_path, body: str, style: str = ""):
    page, target = tmp_path / "页.html", tmp_path / "印.pdf"
    page.write_text(
        f"<html><head><meta charset='utf-8'><style>{STYLE}{style}</style></head><body>{body}</body></html>",
        encoding="utf-8",
    )
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--print-to-pdf={target}",
    ]
    subprocess.run([CHROMIUM, *options, page.as_uri()], check=True, capture_output=True, timeout=120)
    return extract(target)


@pytest.mark.parametrize("style", ["", "p{text-indent:0;margin:0 0 8px 0;text-align:left}"], ids=["indented", "apart"])
@pytest.mark.parametrize(
    "name", ["transport", "market", "police", "urban", "ruling_allow", "ruling_refuse", "two_parties", "forestry"]
)
def test_a_printed_document(tmp_path, name, style):
    sample = (SAMPLES | MORE)[name]
    values = printed(tmp_path, "".join(f"<p>{line}</p>" for line in sample.text.split("\n")), style).to_json()
    assert {key: values.get(key) for key in sample.expected} == sample.expected


def test_a_printed_form(tmp_path):
    rows = [
        ("当事人", "林某", "身份证号", "5201**********4321"),
        ("违法时间", "2024年9月9日10时", "违法地点", "云中市汽车客运站"),
        ("违法行为", "未随车携带车辆营运证"),
        ("处罚依据", "《中华人民共和国道路运输条例》第六十八条"),
        ("处罚决定", "□警告　☑罚款（大写）伍拾元整（￥50.00）"),
    ]
    cells = "".join(
        "<tr>" + "".join(f"<td>{c}</td>" for c in row[:-1]) + f"<td colspan={5 - len(row)}>{row[-1]}</td></tr>"
        for row in rows
    )
    body = f"<h2>当场行政处罚决定书</h2><p>云交当罚〔2024〕77号</p><style>td{{border:1px solid}}table{{border-collapse:collapse}}</style><table>{cells}</table>"  # noqa: E501
    body += "<p>如不服，可在六十日内向云中市人民政府申请行政复议。</p><p class=r>云中市交通运输局</p><p class=r>2024年9月9日</p>"
    values = printed(tmp_path, body).to_json()
    expected = {
        "decision_no": "云交当罚〔2024〕77号", "party_name": "林某", "party_id": "5201**********4321", "occurred_on": "2024-09-09", "fine": "50", "fine_in_words": "50",  # noqa: E501
        "penalty_kinds": ["罚款"], "violation": "未随车携带车辆营运证", "agency": "云中市交通运输局", "decided_on": "2024-09-09", "on_the_spot": True,  # noqa: E501
    }  # fmt: skip
    assert {key: values.get(key) for key in expected} == expected
