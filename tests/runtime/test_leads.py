"""Suppression, combination, grading, and which findings make one matter."""

from __future__ import annotations

import random

import pytest

from runtime.examples import make_finding
from supervision_rules.errors import RulesetError, UsageError
from supervision_rules.runtime import Certainty, apply_rules, matter_key

SUPPRESS = """\
- name: 未届期限
  when: {all: [{finding: not_accepted_in_time}, {finding: applied_early}]}
  then: {suppress: not_accepted_in_time, reason: 未届}
"""
COMBINE = """\
- name: 均逾期
  when: {all: [{finding: applied_late}, {any: [{finding: ruled_late}, {finding: no_ruling}]}]}
  then: {combine: 同案双逾期, grade: high, tag: [双, 期]}
"""
COURT = {"case_no": "（2024）黔01行审1号", "court": "某法院"}


def leads_of(findings, ruleset, engine="reference"):
    with apply_rules(findings, ruleset, engine) as leads:
        return list(leads)


def test_one_lead_for_a_matter_with_its_findings(with_rules, engine):
    findings = [
        make_finding("a", "applied_late"),
        make_finding("b", "ruled_late", **COURT),
        make_finding("c", decision_no="2"),
    ]
    with apply_rules(findings, with_rules(COMBINE), engine) as result:
        leads = list(result)
        assert result.engine == engine
        assert (result.counts.matters, result.counts.leads, result.counts.suppressed) == (2, 2, 0)
        assert result.counts.rules == {"均逾期": 1}
        assert result.counts.certainty == {"confirmed": 2}
    both = next(lead for lead in leads if len(lead.findings) == 2)
    assert set(both.findings) == {"a", "b"}
    assert (both.title, both.grade, both.certainty) == ("同案双逾期", "high", Certainty.CONFIRMED)
    assert (both.tags, both.rules, both.case_no) == (("双", "期"), ("均逾期",), COURT["case_no"])
    single = next(lead for lead in leads if len(lead.findings) == 1)
    assert (single.title, single.grade, single.rules) == ("逾期申请", "medium", ())


def test_suppressed_findings_are_kept_with_rule_and_reason(with_rules, engine):
    findings = [make_finding("a", "applied_early"), make_finding("b", "not_accepted_in_time", **COURT)]
    with apply_rules(findings, with_rules(SUPPRESS), engine) as result:
        (lead,) = result
        (one,) = result.suppressions()
    assert lead.findings == ("a",)
    assert lead.suppressed == (one,)
    assert (one.finding_id, one.rule, one.reason, one.lead_id) == ("b", "未届期限", "未届", lead.lead_id)


def test_a_matter_that_is_wholly_suppressed_has_no_lead(with_rules, engine):
    rules = "- name: 轻微\n  when: {all: [{finding: applied_late, days_over: {lt: 11}}]}\n"
    rules += "  then: {suppress: applied_late, reason: 轻微}\n"
    with apply_rules(
        [make_finding("a"), make_finding("b", decision_no="2", days_over=40)], with_rules(rules), engine
    ) as result:
        assert [lead.findings for lead in result] == [("b",)]
        assert [(one.finding_id, one.lead_id) for one in result.suppressions()] == [("a", None)]
        assert result.counts.suppressed == 1


def test_only_the_findings_that_meet_the_condition_are_suppressed(with_rules, engine):
    rules = "- name: 轻微\n  when: {all: [{finding: ruled_late, days_over: {lte: 3}}]}\n"
    rules += "  then: {suppress: ruled_late, reason: 轻微}\n"
    findings = [make_finding("a", "ruled_late", days_over=2), make_finding("b", "ruled_late", days_over=4)]
    (lead,) = leads_of(findings, with_rules(rules), engine)
    assert lead.findings == ("b",)


def test_a_kind_that_the_conditions_do_not_name_is_suppressed_altogether(with_rules, engine):
    rules = "- name: 已申请\n  when: {all: [{finding: applied_early}]}\n"
    rules += "  then: {suppress: not_accepted_in_time, reason: 未届}\n"
    findings = [
        make_finding("a", "applied_early"),
        make_finding("b", "not_accepted_in_time"),
        make_finding("c", "not_accepted_in_time", status="unverified"),
    ]
    (lead,) = leads_of(findings, with_rules(rules), engine)
    assert lead.findings == ("a",)


def test_suppression_comes_first_and_is_judged_on_all_findings(with_rules, engine):
    circle = "".join(
        f"- name: {a}\n  when: {{all: [{{finding: {a}}}, {{finding: {b}}}]}}\n  then: {{suppress: {a}, reason: r}}\n"
        for a, b in (("applied_early", "applied_late"), ("applied_late", "applied_early"))
    )
    rules = circle + "- name: 标\n  when: {any: [{finding: applied_late}, {finding: ruled_late}]}\n  then: {tag: 标}\n"
    findings = [make_finding("a", "applied_early"), make_finding("b", "applied_late"), make_finding("c", "ruled_late")]
    (lead,) = leads_of(findings, with_rules(rules), engine)
    assert (lead.findings, lead.tags, lead.rules) == (("c",), ("标",), ("applied_early", "applied_late", "标"))


def test_none_and_the_order_of_findings(with_rules, engine):
    rules = "- name: 独\n  when: {all: [{finding: applied_late}, {none: [{finding: ruled_late}]}]}\n  then: {tag: 独}\n"
    rules += "- name: 无\n  when: {none: [{finding: ruled_late}]}\n  then: {tag: 无}\n"
    findings = [make_finding("a", "ruled_late"), make_finding("b", "applied_late")]
    for order in (findings, findings[::-1]):
        (lead,) = leads_of(order, with_rules(rules), engine)
        assert lead.tags == ()
    (lead,) = leads_of(findings[1:], with_rules(rules), engine)
    assert lead.tags == ("独", "无")
    (lead,) = leads_of([make_finding("a", "no_ruling")], with_rules(rules), engine)
    assert lead.tags == ("无",)


def test_unverified_findings_never_make_a_confirmed_lead(with_rules, engine):
    findings = [
        make_finding("a", "applied_late", status="unverified", severity="high"),
        make_finding("b", "ruled_late", status="unverified"),
    ]
    (lead,) = leads_of(findings, with_rules(COMBINE), engine)
    assert (lead.certainty, lead.title, lead.rules) == (Certainty.UNVERIFIED, "逾期申请", ())


def test_the_surest_finding_gives_title_and_grade(with_rules, engine):
    findings = [
        make_finding("a", "applied_late", status="unverified", severity="high"),
        make_finding("b", "ruled_late", severity="low"),
        make_finding("c", "application_due_soon", status="warning", severity="medium"),
    ]
    (lead,) = leads_of(findings, with_rules(COMBINE), engine)
    assert (lead.certainty, lead.title, lead.grade) == (Certainty.CONFIRMED, "ruled_late", "low")
    assert lead.findings == ("b", "c", "a")
    (lead,) = leads_of([findings[0], findings[2]], with_rules(COMBINE), engine)
    assert (lead.certainty, lead.grade) == (Certainty.WARNING, "medium")


def test_of_several_grades_the_highest_and_of_several_titles_the_first(with_rules, engine):
    rules = "".join(
        f"- name: r{grade}\n  when: {{all: [{{finding: applied_late}}]}}\n"
        f"  then: {{combine: 标题{grade}, grade: {grade}}}\n"
        for grade in ("low", "medium")
    )
    (lead,) = leads_of([make_finding("a", severity="high")], with_rules(rules), engine)
    assert (lead.title, lead.grade, lead.rules) == ("标题low", "medium", ("rlow", "rmedium"))


def test_other_outcomes_are_left_aside(with_rules, engine):
    assert leads_of([make_finding("a", status="clear")], with_rules(COMBINE), engine) == []


def groups(findings, ruleset):
    return {frozenset(lead.findings) for lead in leads_of(findings, ruleset)}


def test_numbers_are_compared_in_normal_form(with_rules):
    findings = [
        make_finding("a", decision_no="交罚〔2024〕01号"),
        make_finding("b", "ruled_late", decision_no="交罚（2024）1号", agency="甲县 交通运输局"),
        make_finding("c", decision_no="交罚〔2024〕1号", agency="乙县交通运输局"),
    ]
    assert groups(findings, with_rules(COMBINE)) == {frozenset("ab"), frozenset("c")}
    assert matter_key(findings[0]) == matter_key(findings[1]) != matter_key(findings[2])


def test_a_case_with_several_decisions_joins_them(with_rules):
    findings = [
        make_finding("a", decision_no="1"),
        make_finding("b", decision_no="2"),
        make_finding("c", decision_no="3"),
        make_finding("d", "ruled_late", decision_no="1、2", **COURT),
        make_finding("e", "no_ruling", decision_no=None, agency=None, **COURT),
    ]
    assert groups(findings, with_rules(COMBINE)) == {frozenset("abde"), frozenset("c")}


def test_a_decision_without_agency_is_that_of_the_only_agency_that_has_it(with_rules):
    case = make_finding("c", "ruled_late", decision_no="1", agency=None, **COURT)
    known, other = make_finding("a", decision_no="1"), make_finding("b", decision_no="1", agency="乙县交通运输局")
    assert groups([case, known], with_rules(COMBINE)) == {frozenset("ac")}
    assert groups([case, known, other], with_rules(COMBINE)) == {frozenset("a"), frozenset("b"), frozenset("c")}
    second = make_finding("d", "ruled_late", decision_no="1", agency=None, case_no="2", court="乙法院")
    assert groups([case, second], with_rules(COMBINE)) == {frozenset("c"), frozenset("d")}


def test_findings_without_any_subject_stand_alone(with_rules):
    findings = [make_finding(i, decision_no=None, agency=None) for i in "ab"]
    assert groups(findings, with_rules(COMBINE)) == {frozenset("a"), frozenset("b")}


def test_leads_do_not_depend_on_the_order_and_keep_their_ids(with_rules, engine):
    random_ = random.Random(5)
    findings = [
        make_finding(
            f"f{i}",
            random_.choice(("applied_late", "ruled_late", "no_ruling", "applied_early", "not_accepted_in_time")),
            decision_no=random_.choice(("1", "2", "3", "4", "5、6", "6")),
            status=random_.choice(("finding", "warning", "unverified")),
            **random_.choice(({}, {"court": "c", "case_no": str(i % 4)})),
        )
        for i in range(40)
    ]
    ruleset = with_rules(SUPPRESS + COMBINE)
    first = leads_of(findings, ruleset, engine)
    random_.shuffle(findings)
    assert leads_of(findings, ruleset, engine) == first
    more = leads_of([*findings, make_finding("new", decision_no="99")], ruleset, engine)
    assert {lead.lead_id for lead in first} < {lead.lead_id for lead in more}


def test_batches_hold_all_leads_in_order(with_rules):
    findings = (make_finding(f"{i:04}", decision_no=str(i)) for i in range(25))
    with apply_rules(findings, with_rules(COMBINE), "reference") as result:
        batches = list(result.batches(10))
        assert [len(batch) for batch in batches] == [10, 10, 5]
        assert [lead for batch in batches for lead in batch] == list(result)


def test_the_same_finding_twice_counts_once(with_rules):
    with apply_rules([make_finding("a"), make_finding("a")], with_rules(COMBINE)) as result:
        assert [lead.findings for lead in result] == [("a",)]


def test_without_the_engine_the_evaluator_takes_over_and_says_so(with_rules, monkeypatch):
    from supervision_rules.errors import MissingExtraError
    from supervision_rules.runtime import _run

    def missing():
        raise ImportError("undefined symbol")

    monkeypatch.setattr(_run, "native", missing)
    with apply_rules([make_finding("a")], with_rules(COMBINE)) as result:
        assert result.engine == "reference"
        assert "undefined symbol" in result.fallback_reason
    with pytest.raises(MissingExtraError) as caught:
        apply_rules([], with_rules(COMBINE), "durable")
    assert caught.value.problems[0].code == "SR502"


def test_an_unknown_engine_is_wrong_use(with_rules):
    with pytest.raises(UsageError):
        apply_rules([], with_rules(COMBINE), "other")


def _rule(when: str) -> str:
    return f"- name: 太长\n  when: {when}\n  then: {{tag: t}}\n"


def _conditions(count: int) -> str:
    return "[" + ", ".join(f"{{finding: applied_late, days_over: {{gt: {i}}}}}" for i in range(count)) + "]"


@pytest.mark.parametrize(
    "when",
    [
        f"{{all: {_conditions(13)}}}",
        f"{{all: [{{any: {_conditions(13)}}}]}}",
        f"{{any: {_conditions(33)}}}",
        f"{{none: [{{all: {_conditions(6)}}}, {{all: {_conditions(7)}}}]}}",
        f"{{any: [{', '.join(f'{{all: {_conditions(12)}}}' for _ in range(8))}]}}",
        "{all: [{finding: applied_late, days_over: {gt: 3000000000}}]}",
        "{all: [{finding: applied_late, days_over: [" + ", ".join(map(str, range(13))) + "]}]}",
    ],
)
def test_what_lies_outside_the_safe_bounds_is_refused_with_its_place(with_rules, when):
    for name in ("auto", "reference"):
        with pytest.raises(RulesetError) as caught:
            apply_rules([], with_rules(COMBINE + _rule(when)), name)
        (problem,) = caught.value.problems
        assert (problem.code, str(problem.place)) == ("SR501", "t.yaml:8:3")
        assert "太长" in problem.zh


def test_no_threads_are_started(with_rules):
    import threading

    before = threading.active_count()
    leads_of([make_finding("a")], with_rules(COMBINE), "auto")
    assert threading.active_count() == before
