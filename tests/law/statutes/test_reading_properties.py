"""Any structure, written in any of the formats, is read back as it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supervision_rules.law import chinese_number, load_statutes
from supervision_rules.law.importing import import_statutes, parse, text_lines

WORDS = (
    "钟表",
    "风筝",
    "摆渡人",
    "应当守时",
    "不得靠岸",
    "每日清扫",
    "经主管部门同意",
    "鸽子",
    "三百元",
    "第二款",
    "2019年5月",
    "（附图）",
)
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map("，".join)
PARAGRAPH = st.tuples(SENTENCE, st.lists(SENTENCE, max_size=12))
ARTICLE = st.tuples(st.booleans(), st.lists(PARAGRAPH, min_size=1, max_size=4))
STATUTE = st.lists(ARTICLE, min_size=1, max_size=40)


def _numbered(statute):
    """Keys as statutes count: a flag makes 之一, 之二 of the article before."""
    number, suffix = 0, 0
    for inserted, paragraphs in statute:
        number, suffix = (number, suffix + 1) if inserted and number else (number + 1, 0)
        yield (number, suffix), paragraphs


def _lines(statute, *, arabic: bool, space: str, chapters: bool):
    yield "示例钟表条例"
    yield "2019年5月6日 示例部令第7号公布"
    for index, ((number, suffix), paragraphs) in enumerate(_numbered(statute)):
        if chapters and index % 7 == 0:
            yield f"第{chinese_number(index // 7 + 1)}章{space}钟表"
        name = f"第{number if arabic else chinese_number(number)}条" + (f"之{chinese_number(suffix)}" if suffix else "")
        for at, (text, items) in enumerate(paragraphs):
            start = f"{name}{space}" if at == 0 else ""
            yield f"{start}{text}{'：' if items else '。'}"
            for one, item in enumerate(items, 1):
                yield f"（{chinese_number(one)}）{item}{'。' if one == len(items) else '；'}"


def _expected(statute):
    return {key: tuple(len(items) for _, items in paragraphs) for key, paragraphs in _numbered(statute)}


@given(
    STATUTE,
    st.booleans(),
    st.sampled_from([" ", "　", "  "]),
    st.booleans(),
    st.sampled_from(["md", "blank", "indent", "plain"]),
)
@settings(max_examples=80, deadline=None)
def test_printed_and_read_is_the_same(statute, arabic, space, chapters, layout):
    lines = list(_lines(statute, arabic=arabic, space=space, chapters=chapters))
    if layout == "md":
        marked = [
            f"**{line.split(space)[0]}**{line[len(line.split(space)[0]) :]}"
            if line.startswith("第") and "条" in line[:9]
            else line
            for line in lines
        ]
        text = "# " + "\n\n".join(
            f"## {line}" if "章" in line[:6] and line.startswith("第") else line for line in marked
        )
    elif layout == "blank":
        text = "\n\n".join(lines)
    elif layout == "indent":
        text = "\n".join(f"　　{line}" for line in lines)
    else:
        text = "\n".join(lines)
    document = parse(text_lines(text))
    assert document.title == "示例钟表条例"
    assert {article.key: article.counts for article in document.articles} == _expected(statute)
    assert len(document.headings) == (len(statute) + 6) // 7 * chapters


@given(STATUTE)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_imported_and_loaded_is_the_same(tmp_path_factory, statute):
    folder: Path = tmp_path_factory.mktemp("law")
    source = folder / "示例钟表条例(2019-05-06).md"
    source.write_text("\n\n".join(_lines(statute, arabic=False, space=" ", chapters=True)), encoding="utf-8")
    out = folder / "out"
    known = load_statutes()
    told = {"": dt.date(2019, 6, 1)}
    (outcome,) = import_statutes([source], out, known, effective=told)
    assert outcome.status == "added"
    version = load_statutes(out).find("示例钟表条例").versions[0]
    document = parse(text_lines(source.read_text("utf-8")))
    assert version.articles == _expected(statute)
    assert {key: version.text(*key) for key in version.articles} == {a.key: a.text for a in document.articles}
    assert dict(version.hashes) == {article.key: article.hash for article in document.articles}
    before = {path: path.read_bytes() for path in out.iterdir()}
    (again,) = import_statutes([source], out, load_statutes(out))
    assert again.status == "unchanged"
    assert {path: path.read_bytes() for path in out.iterdir()} == before
