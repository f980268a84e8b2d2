"""legal.citation: whether what a decision cites was law."""

from __future__ import annotations

from .decision import CLEAR, Cite, Decision, Judgement, Truth, any_of, denied, every_way, finding, unverified
from .statutes import Statute, find
from .which_law import Law, exists, laws, named, named_version, shifted

ORDER = ("statute_not_in_force", "article_missing", "citation_incomplete", "statute_unknown")


def judge(decision: Decision) -> Judgement:
    """Go down the ladder."""
    if decision.legal_basis is None:
        return unverified("statute_not_in_force", "legal_basis")
    if not decision.citations:
        return unverified("statute_unknown", "nothing_cited")
    for rung, holds in (
        ("statute_not_in_force", any_of(not_in_force(cite, decision) for cite in decision.citations)),
        ("article_missing", any_of(missing(cite, decision) for cite in decision.citations)),
        ("citation_incomplete", incomplete(decision)),
    ):
        if holds is None:
            return unverified(rung, rung)
        if holds:
            return finding(rung)
    if any(find(cite.title) is None for cite in decision.citations):
        return unverified("statute_unknown", "statute_unknown")
    return CLEAR


def possible(cite: Cite, decision: Decision, statute: Statute) -> list[Law]:
    """The laws that count for a citation: for procedure that of the day of the decision alone."""
    if cite.purpose == "procedure":
        at_decision = statute.on(decision.decided_on)
        return [(at_decision, at_decision)]
    return laws(decision, statute)


def not_in_force(cite: Cite, decision: Decision) -> Truth:
    """A known statute, in force neither when it was decided nor when the act was done; or the wrong version named."""
    statute = find(cite.title)
    if statute is None:
        return False
    standing = in_force(cite, decision, statute)
    if standing is not True or cite.version is None:
        return denied(standing)
    return denied(every_way(applies(cite, statute, law) for law in possible(cite, decision, statute)))


def in_force(cite: Cite, decision: Decision, statute: Statute) -> Truth:
    """Whether the statute stood on the day of the decision or on that of the act."""
    if statute.in_force(decision.decided_on):
        return True
    if cite.purpose == "procedure":
        return False
    if decision.occurred_on is not None:
        return statute.in_force(decision.occurred_on)
    # It is not in force at the decision: it may have been five years before only if it was repealed since.
    first = shifted(decision.decided_on, -60)
    was = statute.repealed is not None and first < statute.repealed <= decision.decided_on
    return None if was else False


def applies(cite: Cite, statute: Statute, law: Law) -> Truth:
    """Whether the named version is that of the act or that of the decision."""
    known = named_version(cite) is not None
    return any_of(named(cite, version) if version is not None else (False if known else None) for version in law)


def missing(cite: Cite, decision: Decision) -> Truth:
    """An article, paragraph or item that neither law has."""
    statute = find(cite.title)
    if statute is None or cite.article is None:
        return False
    version = named_version(cite)
    if version is not None:
        return denied(exists(cite, version))
    return every_way(denied(any_of(exists(cite, own) for own in law)) for law in possible(cite, decision, statute))


def incomplete(decision: Decision) -> bool:
    """A punishing statute of which no article is cited anywhere in the text."""
    titles = {find(cite.title) for cite in decision.citations} - {None}
    for statute in titles:
        own = [cite for cite in decision.citations if find(cite.title) == statute]
        if statute is not None and statute.punishing and all(cite.article is None for cite in own):
            return True
    return False
