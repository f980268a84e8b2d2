"""Each reader against its traps, on files built here."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest

from documents.builders import (
    docx,
    docx_of,
    encrypted_pdf,
    paragraph,
    pdf,
    run,
    scanned_pdf,
    table,
    wrapped_pdf,
)
from documents.more_samples import MORE
from documents.samples import SAMPLES, TRANSPORT
from supervision_rules.documents import Extracted, extract
from supervision_rules.errors import DataError, MissingExtraError


@pytest.fixture
def read(tmp_path):
    def reader(content: bytes, name: str = "文书.bin") -> Extracted:
        path = tmp_path / name
        path.write_bytes(content)
        return extract(path)

    return reader


def problem(read, content: bytes, name: str = "文书.docx") -> str:
    with pytest.raises(DataError) as caught:
        read(content, name)
    (found,) = caught.value.problems
    assert found.place is not None
    assert found.place.file.endswith(name)
    return found.code


# --- DOCX


def test_docx_keeps_insertions_and_drops_deletions(read):
    body = paragraph(
        run("罚款"),
        f"<w:del>{run('5000').replace('w:t', 'w:delText')}</w:del>",
        f"<w:ins>{run('3000')}</w:ins>",
        run("元"),
    )
    assert read(docx(body)).text == "罚款3000元"


def test_docx_drops_a_deleted_run_that_still_has_text(read):
    assert (
        read(docx(paragraph("甲", f"<w:del>{run('乙')}</w:del>", f"<w:moveFrom>{run('丙')}</w:moveFrom>", "丁"))).text
        == "甲丁"
    )


def test_docx_joins_paragraphs_whose_mark_was_deleted(read):
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert read(docx(paragraph("上半句", properties=gone), paragraph("下半句。"))).text == "上半句下半句。"


def test_docx_reads_a_text_box_once(read):
    box = f"<w:txbxContent>{paragraph('云交罚〔2024〕1号')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(docx(paragraph("标题", drawing), paragraph("正文。"))).text == "标题\n云交罚〔2024〕1号\n正文。"


def test_docx_reads_the_branch_that_holds_text(read):
    box = f"<w:txbxContent>{paragraph('只在后备中')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(docx(paragraph(drawing))).text == "只在后备中"


def test_docx_leaves_out_hidden_text_field_codes_headers_and_footers(read):
    hidden = run("隐藏", "<w:rPr><w:vanish/></w:rPr>")
    shown = run("可见", '<w:rPr><w:vanish w:val="0"/></w:rPr>')
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    parts = {"word/header1.xml": "<w:hdr>页眉</w:hdr>", "word/footer1.xml": "<w:ftr>页脚</w:ftr>"}
    assert read(docx(paragraph(hidden, shown, code), parts=parts)).text == "可见"


def test_docx_puts_footnotes_at_the_end(read):
    note = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    notes = f'<w:footnotes xmlns:w="http://x"><w:footnote>{paragraph("注:以此为准")}</w:footnote></w:footnotes>'
    found = read(docx(paragraph("正文", note, "。"), paragraph("落款"), parts={"word/footnotes.xml": notes}))
    assert found.text == "正文。\n落款\n注:以此为准"


def test_docx_keeps_breaks_content_controls_and_symbols(read):
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('控件内')}</w:sdtContent></w:sdt>"
    box = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    assert (
        read(docx(paragraph("上", "<w:r><w:br/></w:r>", "下"), control, paragraph(box, "罚款"))).text
        == "上\n下\n控件内\n☑罚款"
    )


def test_docx_tables_are_cells_in_reading_order(read):
    found = read(docx(paragraph("前"), table(("当事人", "张某"), ("文号", "云交罚〔2024〕1号")), paragraph("后")))
    assert found.text == "前\n当事人\t张某\n文号\t云交罚〔2024〕1号\n后"


def test_docx_of_pictures_alone_is_a_scan(read):
    found = read(docx(paragraph("<w:r><w:drawing><a:blip/></w:drawing></w:r>")))
    assert (found.scanned, found.type, found.fields) == (True, "unknown", {})


def test_docx_without_anything_is_rejected(read):
    assert problem(read, docx(paragraph(""))) == "SR151"


def test_docx_by_content_whatever_it_is_called(read):
    assert read(docx_of("正文。"), "决定书.pdf").text == "正文。"


def test_docx_bombs_are_refused(read, monkeypatch):
    monkeypatch.setattr("supervision_rules.documents._docx.LARGEST", 1000)
    assert problem(read, docx_of("零" * 2000)) == "SR156"


def test_docx_truncated_or_other_archives(read):
    whole = docx_of("正文。" * 500)
    assert problem(read, whole[: len(whole) // 2]) == "SR152"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert problem(read, stream.getvalue(), "表.docx") == "SR155"
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    assert problem(read, broken.getvalue()) == "SR152"


def test_docx_entities_are_not_expanded(read):
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml", f'{bomb}<w:document xmlns:w="http://x"><w:p><w:t>正文&b;</w:t></w:p></w:document>'
        )
    assert "aaaa" not in read(stream.getvalue()).text


# --- other sorts of files


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "SR154"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "SR153"),
        (b"{\\rtf1 text}", "SR155"),
        (b"\x89PNG\r\n\x1a\n1234", "SR155"),
        (b"\xff\xd8\xff\xe0 jpeg", "SR155"),
        (b"", "SR151"),
        (b" \r\n\t ", "SR151"),
        (bytes(range(1, 32)) * 40, "SR157"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_reason(read, content, code):
    assert problem(read, content, "文书.doc") == code


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(DataError, match="SR150"):
        extract(tmp_path / "没有.docx")


def test_html_saved_as_doc_is_read(read):
    page = "<html><head><meta charset='gb2312'></head><body><p>云交罚〔2024〕1号 珺</p></body></html>"
    assert read(page.encode("gb18030"), "决定书.doc").text == "云交罚〔2024〕1号 珺"


def test_mhtml_is_read(read):
    page = "<html><body><p>正文。</p></body></html>".encode("gbk")
    mime = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset="gb2312"\r\n'
    mime += b"Content-Transfer-Encoding: 8bit\r\n\r\n" + page + b"\r\n--B--\r\n"
    assert read(mime, "决定书.doc").text == "正文。"


@pytest.mark.parametrize(
    ("module", "content"),
    [("lxml", docx_of("文")), ("pypdfium2", pdf([[(70, 700, "文")]])), ("selectolax.lexbor", b"<html>x")],
)
def test_a_missing_extra_is_one_sentence_with_the_command(read, monkeypatch, module, content):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'supervision-rules\[documents\]'"):
        read(content)


# --- text files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_every_usual_encoding(read, encoding):
    found = read(TRANSPORT.text.replace("\n", "\r\n").encode(encoding), "决定.txt")
    assert found.fields["decision_no"].value == TRANSPORT.expected["decision_no"]
    assert "�" not in found.text


def test_text_cut_off_within_a_character(read):
    assert problem(read, "行政处罚决定书,当事人".encode()[:-1], "决定.txt") == "SR152"


def test_wrapped_lines_and_page_numbers_are_put_together(read):
    text = (
        "　　当事人未取得道路运输经营许可，于2024年3月5日驾驶重型货车从事道\n路货物运输经营的行为，违反了《中华人民共和国道路运输条例》第二十四\n"  # noqa: E501
        "\n- 2 -\n\n条第一款的规定，依据《中华人民共和国道路运输条例》第六十三条第一款\n第（一）项的规定，决定罚款人民币3000元，请到指定的银行缴纳罚款，逾期\n"  # noqa: E501
        "不缴纳的，每日加处罚款。\n"
    )
    found = read(text.encode(), "决定.txt").text
    assert "从事道路货物运输" in found
    assert "第二十四条第一款" in found
    assert "逾期不缴纳" in found
    assert "- 2 -" not in found


def test_short_lines_are_paragraphs_of_their_own(read):
    text = "云中市交通运输局\n行政处罚决定书\n云交罚〔2024〕1号\n当事人：张某\n案由：未携带车辆营运证"
    assert read(text.encode(), "决定.txt").text.count("\n") == 4


# --- web pages

PAGE = """<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}-云中市交通运输局</title><style>p{{}}</style><script>var fine = "罚款9999元";</script></head><body>
<div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/">政务公开</a></li><li><a>行政处罚决定书（云交罚〔2020〕9号）</a></li></ul></div>
<div class="crumb">您现在的位置：首页 &gt; 行政处罚</div>
<table width="100%"><tr><td><div class="content"><h1>{title}</h1>{body}</div></td></tr></table>
<div style="display:none">罚款8888元</div><p>【打印】【关闭】</p><div class="bdsharebuttonbox">分享到：微信</div>
<div class="related">相关：<a>云交罚〔2021〕7号</a></div><div id="footer">版权所有：云中市交通运输局<br>2026年1月1日</div></body></html>"""  # noqa: E501


@pytest.mark.parametrize(
    ("charset", "encoding"), [("gb2312", "gb18030"), ("gbk", "gb18030"), ("utf-8", "utf-8"), ("gb2312", "utf-8")]
)
def test_a_site_page_gives_the_document_alone(read, charset, encoding):
    body = "".join(f"<p>　　{line}</p>" for line in TRANSPORT.text.replace("黔江", "黔㑇江").split("\n")[2:])
    page = PAGE.format(charset=charset, title="黔㑇江州交通运输局行政处罚决定书", body=body)
    found = read(page.encode(encoding), "page.html")
    assert found.type == "decision"
    assert found.fields["decision_no"].value == "黔㑇江交罚〔2024〕000123号"
    assert found.fields["decided_on"].value.isoformat() == "2024-04-02"
    for word in ("9999", "8888", "首页", "打印", "分享", "版权", "2020", "2021〕7"):
        assert word not in found.text


def test_a_title_alone_in_the_head_is_kept(read):
    page = "<html><head><title>云交罚〔2024〕5号行政处罚决定书 - 云中市</title></head><body><p>当事人：张某</p></body></html>"
    assert read(page.encode()).text.startswith("云交罚〔2024〕5号行政处罚决定书\n")


def test_html_tables_checkboxes_and_merged_cells(read):
    page = (
        "<table><tr><td rowspan=2>当事人</td><td>姓名</td><td>李某</td></tr><tr><td>证件号码</td><td>5201**********1218</td></tr></table>"
        "<p><input type=checkbox>警告 <input type=checkbox checked>罚款</p>"
    )
    assert read(page.encode()).text == "当事人\t姓名\t李某\n\t证件号码\t5201**********1218\n□警告 ☑罚款"


def test_html_nested_too_deeply_is_no_crash(read):
    page = "<html><body>" + "<div>" * 5000 + "罚款" + "</div>" * 5000
    try:
        found = read(page.encode())
    except DataError as error:
        assert error.problems[0].code in ("SR151", "SR152")  # noqa: PT017
    else:
        assert found.type == "unknown"


# --- PDF


def test_pdf_lines_are_rejoined_headers_and_numbers_dropped(read):
    found = read(wrapped_pdf(TRANSPORT.text, header="黔江州交通运输局行政处罚文书"))
    for name in ("decision_no", "party_name", "fine", "occurred_on", "violation", "legal_basis"):
        value = found.to_json()[name]
        assert value == TRANSPORT.expected[name], name
    assert "- 2 -" not in found.text
    assert "文书\n" not in found.text


@pytest.mark.parametrize("stamp", ["", "CamScanner", "1"])
def test_a_scanned_pdf_is_told_as_such(read, stamp):
    found = read(scanned_pdf(2, stamp))
    assert (found.scanned, found.type, found.fields) == (True, "unknown", {})


def test_pdf_without_anything_is_rejected(read):
    assert problem(read, pdf([[]]), "空.pdf") == "SR151"


def test_pdf_encrypted_truncated_garbled(read):
    assert problem(read, encrypted_pdf(), "密.pdf") == "SR153"
    assert problem(read, b"%PDF-1.5\nnothing", "坏.pdf") == "SR152"
    assert problem(read, pdf([[(70, 700, "\ue001\ue002\ue003\ue004" * 12)]]), "乱码.pdf") == "SR158"


def test_pdf_pieces_on_one_line_are_put_in_order(read):
    found = read(pdf([[(300, 700, "统一代码"), (70, 700, "当事人"), (70, 740, "决定书")]]))
    assert found.text == "决定书\n当事人　　统一代码"


def test_pdf_radicals_become_characters(read):
    assert read(pdf([[(70, 700, "⼈⺠法院")]])).text == "人民法院"


def test_pdf_tables_are_cells(read):
    lines = [(80, 705, "文号"), (200, 705, "云交罚〔2024〕1号"), (80, 675, "处罚机关"), (200, 675, "云中市交通运输局")]
    boxes = b"".join(b"%d %d %d 30 re S " % (x, y, w) for y in (695, 665) for x, w in ((70, 120), (190, 300)))
    assert read(pdf([lines], drawing=boxes)).text == "文号\t云交罚〔2024〕1号\n处罚机关\t云中市交通运输局"


@pytest.mark.parametrize("name", sorted(SAMPLES | MORE))
@pytest.mark.parametrize(
    "build", [docx_of, wrapped_pdf, lambda text: text.encode("gb18030")], ids=["docx", "pdf", "txt"]
)
def test_the_format_does_not_change_what_is_found(read, name, build):
    sample = (SAMPLES | MORE)[name]
    found = read(build(sample.text))
    values = found.to_json()
    assert found.type == sample.type
    assert {key: values.get(key) for key in sample.expected} == sample.expected
