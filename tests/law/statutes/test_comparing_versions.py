"""Which article became which: by words where both are there, by the shipped comparison, by hashes."""

from __future__ import annotations

import datetime as dt

from supervision_rules.law import Move, StatuteVersion, load_statutes
from supervision_rules.law._compare import compare, compare_texts

DAY = dt.date.fromisoformat
OLD = {
    (1, 0): "钟表应当每日上弦,由值守人员在早晨八点以前完成。",
    (2, 0): "值守人员应当记录误差,误差超过五分钟的应当报告。",
    (3, 0): "鸽子不得在钟楼上筑巢,违者由管理处清除。",
    (4, 0): "本规则自公布之日起施行。",
}
NEW = {
    (1, 0): "钟表应当每日上弦,由值守人员在早晨八点以前完成。",
    (2, 0): "参观钟楼的人数每次不得超过二十人。",
    (3, 0): "值守人员应当记录误差,误差超过三分钟的应当报告。",
    (3, 1): "鸽子不得在钟楼上筑巢,违者由管理处清除。",
    (4, 0): "本规则自公布之日起施行。",
}


def _version(passed, texts, *, words=True, **more):
    from supervision_rules.law._text_hash import text_hash

    return StatuteVersion(
        DAY(passed),
        DAY(passed),
        articles=dict.fromkeys(texts, (0,)),
        texts=texts if words else {},
        hashes={key: text_hash(text) for key, text in texts.items()},
        **more,
    )


def test_by_words():
    old, new = _version("2001-01-01", OLD), _version("2002-01-01", NEW)
    found = compare([old, new], old, new)
    assert found.moves == {
        (2, 0): Move(None, True),
        (3, 0): Move((2, 0), True),
        (3, 1): Move((3, 0), False),
    }
    assert found.removed == ()
    assert found.exact
    back = compare([new, old], new, old)
    assert back.removed == ((2, 0),)
    assert back.moves[(3, 0)] == Move((3, 1), False)


def test_punctuation_and_width_are_no_change_but_structure_is():
    old = StatuteVersion(DAY("2001-01-01"), DAY("2001-01-01"), articles={(1, 0): (0,)}, texts={(1, 0): "甲(乙)5日."})
    same = StatuteVersion(
        DAY("2002-01-01"), DAY("2002-01-01"), articles={(1, 0): (0,)}, texts={(1, 0): "甲（乙）５日。"}
    )
    split = StatuteVersion(
        DAY("2002-01-01"), DAY("2002-01-01"), articles={(1, 0): (0, 0)}, texts={(1, 0): "甲（乙）\n５日。"}
    )
    assert compare([old, same], old, same).moves == {}
    assert compare([old, split], old, split).moves == {(1, 0): Move((1, 0), True)}


def test_a_rewritten_article_in_its_place_is_changed_not_new():
    new = {**OLD, (3, 0): "每逢雨天停止开放。"}
    assert compare_texts(OLD, new)[3, 0] == (3, 0)


def test_articles_that_change_places():
    turned = {(1, 0): OLD[2, 0], (2, 0): OLD[1, 0], (3, 0): OLD[3, 0], (4, 0): OLD[4, 0]}
    assert compare_texts(OLD, turned) == {(1, 0): (2, 0), (2, 0): (1, 0), (3, 0): (3, 0), (4, 0): (4, 0)}


def test_by_hashes_alone():
    old, new = _version("2001-01-01", OLD, words=False), _version("2002-01-01", NEW, words=False)
    found = compare([old, new], old, new)
    assert not found.exact
    assert found.moves[(3, 1)] == Move((3, 0), False)
    assert found.moves[(2, 0)].changed
    assert (1, 0) not in found.moves


def test_the_shipped_comparisons_put_together_agree_with_the_words(tmp_path):
    """Two steps of the shipped data; the words say the same where they are there."""
    from shared_pages import shared
    from supervision_rules.law.importing import import_statutes

    shipped = load_statutes().find("道路运输条例")
    texts = [path for path in shared("law/texts").iterdir() if path.name.startswith("道路运输条例")]
    import_statutes(texts, tmp_path, load_statutes())
    own = load_statutes(tmp_path).find("道路运输条例")
    first, last = DAY("2019-03-02"), DAY("2023-07-20")
    by_steps = compare(shipped.versions, shipped.version(first), shipped.version(last))
    by_words = compare(own.versions, own.version(first), own.version(last))
    assert by_steps.removed == by_words.removed == ((68, 0),)
    assert {key: move.before for key, move in by_steps.moves.items()} == {
        key: move.before for key, move in by_words.moves.items()
    }
    assert {key for key, move in by_words.moves.items() if move.changed} == {
        key for key, move in by_steps.moves.items() if move.changed
    }


def test_the_users_texts_change_neither_days_nor_structure(tmp_path):
    from shared_pages import shared
    from supervision_rules.law.importing import import_statutes

    outcomes = import_statutes([shared("law/texts")], tmp_path, load_statutes())
    assert {outcome.status for outcome in outcomes} == {"added"}
    assert len(outcomes) == 13
    shipped, own = load_statutes(), load_statutes(tmp_path)
    assert [one.title for one in own] == [one.title for one in shipped]
    for mine, theirs in zip(own, shipped, strict=True):
        assert (mine.first_effective, mine.repealed_on, mine.punishing) == (
            theirs.first_effective,
            theirs.repealed_on,
            theirs.punishing,
        )
        assert [(v.passed, v.effective_from, v.effective_to, v.articles, v.moves) for v in mine.versions] == [
            (v.passed, v.effective_from, v.effective_to, v.articles, v.moves) for v in theirs.versions
        ]
        assert all(
            version.hashes[key] == hash_
            for version in mine.versions
            for key, hash_ in theirs.version(version.passed).hashes.items()
        )
