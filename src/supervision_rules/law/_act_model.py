"""Punished acts (应受处罚的行为) and, for each version of a statute, what their penalty provisions allow (罚则)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Weight = Literal["lighter", "equal", "heavier", "unpunished", "new"]
Mode = Literal["shall", "may", "either"]
Condition = Literal["always", "serious", "refuses", "gains"]
Duty = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class FineRange:
    """罚款幅度: from minimum to maximum, both included.

    Attributes:
        minimum: the least, in `unit`; nought where the article names only a maximum.
        maximum: the most, in `unit`.
        unit: yuan, times the gains (违法所得), or times another value that the rule names in `value_of`.
        gains: the branch: whatever the gains, none or below the rule's threshold, above it.
        serious: only where the circumstances are serious (情节严重).
    """

    minimum: Decimal
    maximum: Decimal
    unit: Literal["yuan", "gains", "value"] = "yuan"
    gains: Literal["any", "below", "above"] = "any"
    serious: bool = False


@dataclass(frozen=True, slots=True)
class Sanction:
    """处罚种类: one kind of penalty that a provision gives.

    Attributes:
        kind: the word of the records (警告, 罚款, 吊销许可证件 …).
        mode: `shall` (处, 并处), `may` (可以), or `either` (one of those marked so: 警告或者罚款).
        condition: always, or only where serious (情节严重), after a refusal (拒不改正), or where there are gains.
        word: the statute's own word where it differs (停业整顿 for 责令停产停业).
        authority: the organ, where another one than the rule's gives it (原许可机关); else empty.
    """

    kind: str
    mode: Mode = "shall"
    condition: Condition = "always"
    word: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class PenaltyRule:
    """罚则: what one provision, in one version of its statute, allows against one act.

    Attributes:
        act: the act's name.
        statute: its short title.
        version: the day that version was passed or published.
        article: the article; `suffix` for 条之一.
        suffix: nought mostly.
        paragraph: 款, None where the article has a single one.
        item: 项.
        sentence: 句 inside of that paragraph, where an article distinguishes acts only so.
        sanctions: the kinds it gives; empty where it gives none.
        requires_refusal: nothing of it without a refusal to correct (拒不改正, 拒不投保).
        requires_serious: nothing of it unless the circumstances are serious (情节严重).
        fine: the ranges; empty with 罚款 among the sanctions where the provision names no figure.
        may_fine: the fine is at the organ's choice (可以), so that no fine is lawful too.
        threshold: yuan of gains that part the branches `below` and `above`; nought: no gains or any.
        on_threshold: the branch of gains exactly on the threshold; `open` where the words leave it to neither.
        value_of: what a range of unit `value` is multiplied with; no column of the records holds it.
        duties: articles (paragraph, item) of the same statute that the act violates.
        actors: whom it concerns.
        measures: orders and measures beside it, which are no penalties.
        authority: the organ that decides.
        self_enforced: the organ carries out an order itself (代为拆除); only fines go to court.
        punished: False for a known act without a penalty in that version.
        refers: the provision by which the act is punished, where this one only points there (依照…处罚).
        source: the provision in words, such as 《道路运输条例》(2023-07-20)第六十三条第一款第一项.
    """

    act: str
    statute: str
    version: dt.date
    article: int
    suffix: int
    paragraph: int | None
    item: int | None
    sentence: int | None
    sanctions: tuple[Sanction, ...]
    requires_refusal: bool
    requires_serious: bool
    fine: tuple[FineRange, ...]
    may_fine: bool
    threshold: Decimal | None
    on_threshold: Literal["above", "below", "open"]
    value_of: str
    duties: tuple[Duty, ...]
    actors: tuple[str, ...]
    measures: tuple[str, ...]
    authority: str
    self_enforced: bool
    punished: bool
    refers: str
    source: str

    def kinds(self) -> tuple[str, ...]:
        """The kinds of penalty it gives, under whatever condition."""
        return tuple(dict.fromkeys(sanction.kind for sanction in self.sanctions))

    def under(self, article: int, suffix: int = 0, paragraph: int | None = None, item: int | None = None) -> bool:
        """Whether it stands under a provision as cited; 款 or 项 not given take in all of that article.

        An article of a single paragraph may be cited with 第一款 too.
        """
        if (self.article, self.suffix) != (article, suffix):
            return False
        if paragraph is not None and paragraph != (self.paragraph or 1):
            return False
        return item is None or item == self.item


@dataclass(frozen=True)
class Act:
    """A punished act (违法行为): its name is constant over the versions of the statute.

    Attributes:
        name: the identifier.
        title: own words, Chinese.
        title_en: own words, English.
        rules: its provisions, ordered by version.
        weights: for each version but the first known, how it compares with the version before (从旧兼从轻).
    """

    name: str
    title: str
    title_en: str
    rules: tuple[PenaltyRule, ...]
    weights: Mapping[dt.date, Weight]

    @property
    def statute(self) -> str:
        """The statute that punishes it."""
        return self.rules[0].statute

    def rule(self, version: dt.date) -> PenaltyRule | None:
        """Its provision in a version, by the day that was passed; None where that version doesn't know the act."""
        return next((rule for rule in self.rules if rule.version == version), None)


@dataclass(frozen=True, slots=True)
class NoPenalty:
    """A provision of the same chapter that gives no penalty (非罚则), such as one on officials' discipline."""

    statute: str
    version: dt.date
    article: int
    paragraph: int | None
    title: str
    title_en: str


class Acts:
    """All acts of a body of law data, by name (行为目录)."""

    def __init__(self, acts: Sequence[Act], no_penalties: Sequence[NoPenalty] = (), digest: str = "") -> None:
        """Take the acts, the provisions without a penalty, and a hash of the files they were read from."""
        self._acts = {act.name: act for act in acts}
        self.no_penalties = tuple(no_penalties)
        self.digest = digest
        self._by_article: dict[tuple[str, dt.date, int, int], list[PenaltyRule]] = {}
        for act in acts:
            for rule in act.rules:
                key = (rule.statute, rule.version, rule.article, rule.suffix)
                self._by_article.setdefault(key, []).append(rule)

    def __iter__(self) -> Iterator[Act]:
        """The acts in the order of the files."""
        return iter(self._acts.values())

    def __len__(self) -> int:
        """How many acts."""
        return len(self._acts)

    def __contains__(self, name: object) -> bool:
        """Whether there is an act of that name."""
        return name in self._acts

    def act(self, name: str) -> Act:
        """The act of that name; `KeyError` where there is none."""
        return self._acts[name]

    def rule(self, act: str, version: dt.date) -> PenaltyRule | None:
        """An act's provision in a version; None where that version doesn't know it. `KeyError`: no such act."""
        return self._acts[act].rule(version)

    def rules_at(
        self,
        statute: str,
        version: dt.date,
        article: int,
        suffix: int = 0,
        paragraph: int | None = None,
        item: int | None = None,
    ) -> tuple[PenaltyRule, ...]:
        """All that a provision as cited punishes in that version; without 款 or 项 all under the article."""
        rules = self._by_article.get((statute, version, article, suffix), ())
        return tuple(rule for rule in rules if rule.under(article, suffix, paragraph, item))
