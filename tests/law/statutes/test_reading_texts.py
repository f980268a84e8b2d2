"""Small made-up statutes in each format, with the traps that real files hold."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from xml.sax.saxutils import escape

import pytest

from supervision_rules.errors import DataError, MissingExtraError
from supervision_rules.law.importing import Document, parse, read_lines, text_lines
from supervision_rules.law.importing._history import find_days, read_day

DAY = dt.date.fromisoformat


def _parse(text: str, name: str = "") -> Document:
    return parse(text_lines(text), name)


def _counts(document: Document) -> dict[tuple[int, int], tuple[int, ...]]:
    return {article.key: article.counts for article in document.articles}


MARKDOWN = """\
# 某市风筝管理条例

2019年5月6日 某市第一届人民代表大会常务委员会第三次会议通过

2021年8月9日 《某市人民代表大会常务委员会关于修改〈某市风筝管理条例〉的决定》修正

<!-- INFO END -->

## 第一章 总则

第一条 为了让风筝飞得稳当，制定本条例。

第二条 本市行政区域内放风筝，适用本条例。

前款所称风筝，不包括纸飞机。

## 第二章 放飞

### 第一节 场地

第三条 放风筝应当符合下列条件：

（一）风力不超过五级；

（二）线轴完好：

1.线长不超过二百米；

2.线径不小于一毫米；

（三）远离电线。

在公园里放的，还应当避开花坛。

第三条之一 夜间放风筝的，应当挂灯。

## 第三章 附则

第四条 本条例自2019年7月1日起施行。2005年1月1日起施行的《某市纸鸢管理办法》同时废止。
"""
COUNTS = {(1, 0): (0,), (2, 0): (0, 0), (3, 0): (3, 0), (3, 1): (0,), (4, 0): (0,)}


def test_markdown():
    document = _parse(MARKDOWN)
    assert document.title == "某市风筝管理条例"
    assert _counts(document) == COUNTS
    assert [(one.level, one.text, one.first) for one in document.headings] == [
        (3, "第一章 总则", (1, 0)),
        (3, "第二章 放飞", (3, 0)),
        (4, "第一节 场地", (3, 0)),
        (3, "第三章 附则", (4, 0)),
    ]
    assert document.by_key[3, 0].paragraphs[0].items[1].splitlines() == [
        "（二）线轴完好：",
        "1.线长不超过二百米；",
        "2.线径不小于一毫米；",
    ]
    assert document.repeals == (("某市纸鸢管理办法", ""),)
    assert document.kind == "local"
    assert not document.gaps


def test_bold_and_heading_marks_and_bullets():
    text = MARKDOWN.replace("第一条 为了", "**第一条**　为了").replace("第二条 本市", "### 第二条\n\n本市")
    text = (
        text.replace("第三条 放", "#### **第三条** 放")
        .replace("（一）风力", "- （一）风力")
        .replace("1.线长", "1\\. 线长")
    )
    document = _parse(text)
    assert _counts(document) == COUNTS
    assert len(document.headings) == 4


def test_a_table_of_contents_is_not_the_text():
    contents = "## 目录\n\n第一章 总则\n\n第二章 放飞\n\n第一节 场地\n\n第三章 附则\n\n"
    document = _parse(MARKDOWN.replace("## 第一章 总则", contents + "## 第一章 总则"))
    assert _counts(document) == COUNTS
    assert [one.text for one in document.headings] == ["第一章 总则", "第二章 放飞", "第一节 场地", "第三章 附则"]


def test_a_table_of_contents_that_lists_articles():
    contents = "目　录\n第一条 目的\n第二条 范围\n第三条 条件\n第四条 施行\n\n"
    document = _parse(MARKDOWN.replace("## 第一章 总则", contents + "## 第一章 总则"))
    assert _counts(document) == COUNTS
    assert document.by_key[1, 0].text == "为了让风筝飞得稳当，制定本条例。"


PLAIN = """\
首页 > 政策法规 > 行政法规
字号：大 中 小　打印
示例内河摆渡管理办法
（2018年3月4日示例部令第5号公布　自2018年5月1日起施行）
目 录
第一章　总则
第二章　罚则
第一章　总则
　　第１条　摆渡应当平稳。
　　第2条　摆渡人应当有下列物品：
　　（一）救生圈；
　　（二）长篙。
　　第三条第一款、第二款的物品应当完好，依照
第一条的要求检查。
第二章　罚则
　　第三条　违反本办法第二条规定的，处二百元罚款。
- 2 -
　　第四条　本办法自2018年5月1日起施行。
责任编辑：某某
分享到：
版权所有 某网站
"""


def test_plain_text_with_a_sites_own_words():
    document = _parse(PLAIN)
    assert document.title == "示例内河摆渡管理办法"
    assert _counts(document) == {(1, 0): (0,), (2, 0): (2, 0), (3, 0): (0,), (4, 0): (0,)}
    assert document.by_key[2, 0].paragraphs[1].text == "第三条第一款、第二款的物品应当完好，依照第一条的要求检查。"
    assert document.by_key[4, 0].text == "本办法自2018年5月1日起施行。"
    assert document.kind == "rule"


def test_encodings(tmp_path):
    for label, data in (
        ("utf-8", PLAIN.encode()),
        ("bom", b"\xef\xbb\xbf" + PLAIN.encode()),
        ("gb18030", PLAIN.encode("gb18030")),
        ("utf-16", PLAIN.encode("utf-16")),
    ):
        path = tmp_path / f"{label}.txt"
        path.write_bytes(data)
        assert len(parse(read_lines(path)).articles) == 4, label
    path = tmp_path / "picture.txt"
    path.write_bytes(bytes(range(256)) * 4)
    with pytest.raises(DataError, match="GB18030"):
        read_lines(path)


def test_what_is_attached_behind_the_last_article_does_not_count():
    annex = "\n\n附件：收费标准\n\n第一条 一次一元。\n\n第二条 往返两元。\n"
    document = _parse(MARKDOWN + annex)
    assert _counts(document) == COUNTS
    assert document.annexes == ("附件：收费标准",)
    assert document.by_key[4, 0].counts == (0,)


def test_a_longer_annex_without_a_heading_of_its_own_is_not_mixed_in():
    document = _parse(
        "# 甲办法\n\n第一条 甲。\n\n第二条 乙。\n\n第三条 丙。\n\n附表\n\n| 车型 | 元 |\n|---|---|\n| 大 | 3 |\n"
    )
    assert _counts(document) == {(1, 0): (0,), (2, 0): (0,), (3, 0): (0,)}


def test_citations_at_the_start_of_a_line_are_not_articles():
    document = _parse(
        "# 甲办法\n\n第一条 甲应当守时。\n\n第五条、第六条规定的情形除外。\n\n第三条第二款所称乙，是指丙。\n\n"
        "第九条的罚款由丁收缴。\n\n第二条 乙。\n\n第三条 丙。\n"
    )
    assert _counts(document) == {(1, 0): (0, 0, 0, 0), (2, 0): (0,), (3, 0): (0,)}


def test_an_article_behind_a_full_stop_in_the_same_line():
    document = _parse("# 甲办法\n\n第一条 甲。 第二条 乙。\n\n第三条 丙。第四条戊应当守时。\n\n第五条 己。\n")
    assert [article.number for article in document.articles] == [1, 2, 3, 4, 5]
    assert document.by_key[4, 0].text == "戊应当守时。"


def test_a_missing_article_is_a_gap():
    document = _parse("# 甲办法\n\n第一条 甲。\n\n第二条 乙。\n\n第四条 丁。\n")
    assert document.gaps == (3,)


def test_captions_are_no_paragraphs():
    document = _parse(
        "# 甲办法\n\n第一条（目的）\n\n为了守时。\n\n第二条 【范围】本办法适用于钟表。\n\n第三条 （一）停走；\n\n（二）误差。\n"
    )
    assert [(a.caption, a.counts) for a in document.articles] == [("目的", (0,)), ("范围", (0,)), ("", (2,))]


def test_items_in_one_line_old_items_and_the_rest_of_an_item():
    document = _parse(
        "# 甲办法\n\n第一条 分为下列两种：（一）甲；（二）乙。\n\n第二条 分为：\n\n一、甲；\n\n二、乙。\n\n"
        "第三条 分为：\n\n（一）甲。\n\n甲还包括丙。\n\n（二）乙。\n\n另有规定的除外。\n\n第四条 包括：\n\n(1)甲；\n\n(2)乙。\n"
    )
    assert [article.counts for article in document.articles] == [(2,), (2,), (2, 0), (2,)]
    assert document.by_key[3, 0].paragraphs[0].items[0] == "（一）甲。\n甲还包括丙。"


def test_an_interpretation_with_headings_between_its_articles():
    document = _parse(
        "最高人民法院\n关于适用《中华人民共和国钟表法》的解释\n（2016年1月2日最高人民法院审判委员会第9次会议通过，"
        "自2016年3月1日起施行）\n法释〔2016〕99号\n为正确适用钟表法，制定本解释。\n一、受理\n第一条 钟表停走的，应当受理。\n"
        "二、附则\n第二条 本解释自2016年3月1日起施行。\n"
    )
    assert document.title == "最高人民法院关于适用《中华人民共和国钟表法》的解释"
    assert document.number == "法释〔2016〕99号"
    assert document.kind == "interpretation"
    assert _counts(document) == {(1, 0): (0,), (2, 0): (0,)}


def test_a_decision_with_numbered_points_has_no_articles():
    document = _parse(
        "# 某市人民代表大会常务委员会关于爱护鸽子的决定\n\n2020年2月3日 某市第一届人民代表大会常务委员会第九次会议通过\n\n"
        "为了爱护鸽子，作如下决定：\n\n一、不得惊扰鸽子。\n\n二、本决定自公布之日起施行。\n"
    )
    assert (document.articles, document.points, document.kind) == ((), 2, "decision")
    assert document.body
    assert [(event.day, event.kind) for event in document.events] == [(DAY("2020-02-03"), "passed")]


def test_an_amendment_that_begins_behind_the_first_article():
    document = _parse(
        "# 示例宪章修正案（2004年）\n\n2004年3月4日 示例大会通过\n\n"
        "第十二条 宪章第一条：“第一条 甲。”修改为：“乙。”\n\n第十三条 宪章第二条删去。\n"
    )
    assert [article.number for article in document.articles] == [12, 13]
    assert document.kind == "amendment"


def test_an_empty_page_has_no_text():
    assert not _parse("---\nbookCollapseSection: true\n---\n").body
    assert not _parse("# 甲办法\n\n2020年1月2日 某部公布\n").body


def test_front_matter_gives_the_title():
    assert _parse('---\ntitle: "甲办法"\n---\n\n第一条 甲。\n').title == "甲办法"


def _docx(paragraphs: list[str], *, numbering: str = "") -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
        if numbering:
            archive.writestr("word/numbering.xml", f"<w:numbering {space}>{numbering}</w:numbering>")
    return data.getvalue()


def _paragraph(text: str, properties: str = "") -> str:
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (text[:2], text[2:]))
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def test_docx(tmp_path):
    lines = [line.lstrip("# ") for line in MARKDOWN.splitlines() if line and not line.startswith("<!--")]
    path = tmp_path / "某市风筝管理条例.docx"
    path.write_bytes(_docx([_paragraph(line) for line in lines]))
    document = parse(read_lines(path))
    assert document.title == "某市风筝管理条例"
    assert _counts(document) == COUNTS
    assert [article.hash for article in document.articles] == [article.hash for article in _parse(MARKDOWN).articles]


def test_docx_numbers_that_word_writes_itself(tmp_path):
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="4">{level.format(0, "第%1条")}{level.format(1, "（%2）")}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr>'
    paragraphs = [
        _paragraph("甲办法"),
        _paragraph("下列情形除外：", number.format(0)),
        _paragraph("停走；", number.format(1)),
        _paragraph("误差。", number.format(1)),
        _paragraph("准时的，予以表扬：", number.format(0)),
        _paragraph("一次。", number.format(1)),
    ]
    path = tmp_path / "甲.docx"
    path.write_bytes(_docx(paragraphs, numbering=numbering))
    assert _counts(parse(read_lines(path))) == {(1, 0): (2,), (2, 0): (1,)}


def test_docx_leaves_out_what_was_deleted(tmp_path):
    deleted = "<w:p><w:del><w:r><w:delText>第二条 旧。</w:delText></w:r></w:del><w:ins><w:r><w:t>第二条 新。</w:t></w:r></w:ins></w:p>"
    path = tmp_path / "甲.docx"
    path.write_bytes(_docx([_paragraph("甲办法"), _paragraph("第一条 甲。"), deleted]))
    assert parse(read_lines(path)).by_key[2, 0].text == "新。"


def test_a_damaged_docx_is_told(tmp_path):
    path = tmp_path / "甲.docx"
    path.write_bytes(_docx([_paragraph("第一条 甲。")])[:-40])
    with pytest.raises(DataError, match="DOCX"):
        read_lines(path)


def test_docx_without_lxml_names_the_command(tmp_path, monkeypatch):
    path = tmp_path / "甲.docx"
    path.write_bytes(_docx([_paragraph("第一条 甲。")]))
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'supervision-rules\[documents\]'"):
        read_lines(path)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2004年7月1日", "2004-07-01"),
        ("二○○四年七月一日", "2004-07-01"),
        ("一九九八年十二月三十一日", "1998-12-31"),
        ("２０２３年 ７月 ２０日", "2023-07-20"),
        ("2023年2月30日", None),
        ("7月1日", None),
    ],
)
def test_days(text, day):
    assert str(read_day(text)) == str(day)


HISTORY = {
    "the original: its own last article": (
        "2019年5月6日 某大会通过",
        "本条例自2019年7月1日起施行。",
        None,
        ("2019-05-06", "2019-07-01", "2019-07-01"),
    ),
    "amended: the last article's day is the original's": (
        "2019年5月6日 某大会通过\n2021年8月9日 《关于修改的决定》修正",
        "本条例自2019年7月1日起施行。",
        None,
        ("2021-08-09", None, "2019-07-01"),
    ),
    "revised as a whole: the last article's day is its own": (
        "2019年5月6日 某大会通过\n2021年8月9日 某大会修订",
        "本条例自2021年10月1日起施行。",
        None,
        ("2021-08-09", "2021-10-01", None),
    ),
    "amended after a revision: the day is the revision's": (
        "2019年5月6日 某大会通过\n2021年8月9日 某大会修订\n2023年1月2日 修正",
        "本条例自2021年10月1日起施行。",
        None,
        ("2023-01-02", None, None),
    ),
    "a line tells the amended version's day": (
        "2019年5月6日 某大会通过\n2021年8月9日 修正\n2021年9月1日 施行",
        "本条例自2019年7月1日起施行。",
        None,
        ("2021-08-09", "2021-09-01", "2019-07-01"),
    ),
    "the file's name tells an amendment that the history lacks": (
        "2019年5月6日 某令公布",
        "本条例自2019年7月1日起施行。",
        "2022-03-04",
        ("2022-03-04", None, "2019-07-01"),
    ),
    "the file's name tells the publication": (
        "2018年1月2日 某会议通过",
        "本解释自2018年2月8日起施行。",
        "2018-02-06",
        ("2018-02-06", "2018-02-08", "2018-02-08"),
    ),
    "the file's name tells nothing new": (
        "2018年1月2日 某会议通过\n2018年2月6日 公布",
        "本解释自2018年2月8日起施行。",
        "2018-01-02",
        ("2018-01-02", "2018-02-08", "2018-02-08"),
    ),
    "on publication, whose day is told": (
        "2018年1月2日 国务院令第1号公布",
        "本办法自公布之日起施行。",
        None,
        ("2018-01-02", "2018-01-02", "2018-01-02"),
    ),
    "a national law is published when it is passed": (
        "2018年1月2日 第十二届全国人民代表大会常务委员会第九次会议通过",
        "本法自公布之日起施行。",
        None,
        ("2018-01-02", "2018-01-02", "2018-01-02"),
    ),
    "on publication, whose day isn't told": (
        "2018年1月2日 某市人民代表大会常务委员会通过",
        "本办法自公布之日起施行。",
        None,
        ("2018-01-02", None, None),
    ),
    "on publication of the original, amended since": (
        "2018年1月2日 国务院令第1号公布\n2020年2月3日 《决定》修订",
        "本办法自公布之日起施行。",
        None,
        ("2020-02-03", None, "2018-01-02"),
    ),
    "one article's own day is not the statute's": (
        "2018年1月2日 国务院令第1号公布",
        "本办法自2018年3月1日起施行，第五条自2019年1月1日起施行。",
        None,
        ("2018-01-02", "2018-03-01", "2018-03-01"),
    ),
    "in force before it was published": (
        "2018年5月2日 国务院令第1号公布",
        "本办法自2018年1月1日起施行。",
        None,
        ("2018-05-02", "2018-01-01", "2018-01-01"),
    ),
    "all in brackets in one line": (
        "（1999年4月29日某大会通过 根据2009年8月27日《关于修改部分法律的决定》第一次修正 "
        "根据2017年9月1日《关于修改〈某法〉等八部法律的决定》第二次修正）",
        "本法自1999年10月1日起施行。",
        None,
        ("2017-09-01", None, "1999-10-01"),
    ),
    "passed in the city, approved in the province": (
        "2018年8月29日 某市人大常委会通过\n2018年9月21日 某省人大常委会批准",
        "本条例自2018年12月1日起施行。",
        None,
        ("2018-09-21", "2018-12-01", "2018-12-01"),
    ),
    "neither history nor name": ("", "本办法自2018年3月1日起施行。", None, (None, None, None)),
    "only a name": ("", "本办法自2018年3月1日起施行。", "2018-01-02", ("2018-01-02", "2018-03-01", "2018-03-01")),
    "no day anywhere": ("2018年1月2日 某大会通过", "甲。", None, ("2018-01-02", None, None)),
}


@pytest.mark.parametrize("case", HISTORY)
def test_whose_day_in_force_it_is(case):
    history, last, named, expected = HISTORY[case]
    document = _parse(f"# 甲条例\n\n{history}\n\n第一条 甲。\n\n第二条 {last}\n")
    days = find_days(document.events, [article.text for article in document.articles], DAY(named) if named else None)
    assert tuple(day and str(day) for day in (days.passed, days.in_force, days.first_effective)) == expected
    assert days.source
    assert days.source_en
