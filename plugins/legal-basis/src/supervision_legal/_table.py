"""The penalties with what their texts say and what the law in force gives (判断对象)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import ibis
from pydantic import Field, field_validator

from supervision_legal._days import FIVE_YEARS_BACK, DayReader
from supervision_legal._explain import explain, open_figures
from supervision_legal._kinds import KindReader, words_of
from supervision_legal._law_texts import LawTexts
from supervision_legal._reader import ERAS, LawReader, TextReader
from supervision_rules.detection import (
    Explained,
    Explainer,
    Expr,
    Facts,
    Ladder,
    LegalTables,
    Parameters,
    certainly,
    day,
    join,
    unknown,
)
from supervision_rules.law import LawBook, default_book


class LegalParameters(Parameters):
    """Parameters of the detectors that read texts (参数)."""

    synonyms: Mapping[str, tuple[str, ...]] = Field(
        default={},
        title="同义说法",
        description="行为的名称(见“应受处罚的行为”)→ 本地文书对该行为的其他说法;违法行为中出现时即辨认为该行为",
    )

    @field_validator("synonyms")
    @classmethod
    def _known_acts(cls, synonyms: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        """Each name must be that of an act of the law data."""
        if not synonyms:
            return synonyms
        acts = default_book().acts
        unknown = [name for name in synonyms if name not in acts]
        if unknown:
            near = get_close_matches(unknown[0], [act.name for act in acts], 3)
            raise ValueError(
                f"没有名为 {unknown[0]} 的行为 / no act {unknown[0]}" + (f";{'、'.join(near)}?" if near else "")
            )
        return synonyms


_COLUMNS = (
    "pkey",
    "decided_on",
    "occurred_on",
    "fine",
    "illegal_gains",
    "serious",
    "mitigation",
    "refused",
)


def subject(table: Expr) -> dict[str, Expr]:
    """The subject columns that the ladder's own table has."""
    return {"subject_table": ibis.literal("penalties"), "pkey": table.pkey}


def texts(facts: Facts) -> Expr:
    """What only a reader of a finding needs of the penalty."""
    own = facts.table("penalties")
    return own.select(
        "pkey",
        "decision_no",
        "agency",
        "party_name",
        "legal_basis",
        "violation",
        subject_source=own["_source"],
        subject_row=own["_row"],
    )


@dataclass(frozen=True)
class Read:
    """The penalties with what was read of their texts; `rules` and `newer` as `LawReader` gives them.

    Columns added: `rid` and those of its table `facts`, `kind_bits`, `no_basis`, `refused_told`, `serious_told` (what column
    or text say; NULL where the two contradict each other).
    """

    table: Expr
    rules: Expr
    newer: Expr
    texts: LawTexts

    def explains(self, topic: str) -> Explainer:
        """Explains a row by its texts: the values and provisions of a topic of `Explanation`."""

        def explained(row: Mapping[str, Any], _: str, lang: str) -> Explained:
            asked = (row["legal_basis"] or "", row["violation"] or "", *(row[name] for name in ERAS))
            resolution = self.texts.own(*asked)
            found = explain(self.texts.book, resolution)
            lines = getattr(found, f"note_{lang}").splitlines()
            kinds = row.get("kind_bits")
            return Explained(
                found.columns() | {"kinds_shown": "、".join(words_of(kinds)) if kinds else "—"},
                tuple(filter(None, getattr(found, f"{topic}_basis").splitlines())),
                (*lines, *differences(row, lang), *open_figures(resolution, row.get("illegal_gains"), lang)),
            )

        return explained


EXPLAINED = ("legal_basis", "violation", *ERAS, "differs_zh", "differs_en")
"""The columns that an explanation is made from."""


def penalties(facts: Facts, law: LegalTables, p: LegalParameters) -> Read:
    """The penalties with what their texts say, read once for all detectors of a run with the same phrases."""
    key = f"legal\0{law.book.digest}\0{sorted(p.synonyms.items())}"
    # whatever the detector, texts have one number in a run
    texts = facts.readings.once(key, lambda: LawTexts(law.book, p.synonyms))
    return facts.once(f"{key}\0table", lambda: _read(facts, texts, key))


def _read(facts: Facts, texts: LawTexts, key: str) -> Read:
    own = facts.table("penalties")
    table = own.select(
        *_COLUMNS,
        no_basis=own.legal_basis.isnull() | (own.legal_basis == ""),
        basis_text=own.legal_basis.fill_null(""),
        violation_text=own.violation.fill_null(""),
        kinds_text=own.penalty_kinds.join(";"),
    )
    table = _with_pairs(facts, texts, key, table)
    table = facts.keep("eras", _with_kinds(facts, _with_eras(facts, texts.book, table)))
    asked = ("pair", *ERAS)
    read = facts.read("law", table, asked, LawReader(texts, key))
    found, said = read["asked"], read["facts"]
    table = join(table, found, [table[name] == found[name] for name in asked], rid=found.rid).drop("pair")
    table = join(table, said, [table.rid == said.rid], **{name: said[name] for name in said.columns if name != "rid"})
    table = with_document(facts, table)
    table = table.mutate(
        refused_told=_either(table.refused, table.said_refused),
        serious_told=_either(table.serious, table.said_serious),
    )
    return Read(facts.keep("law", table), read["rules"], read["newer"], texts)


def _with_pairs(facts: Facts, texts: LawTexts, key: str, table: Expr) -> Expr:
    """Add `pair`, the number of the two texts: numbers are compared and kept faster than texts."""
    names = ("basis_text", "violation_text")
    pairs = facts.read("texts", table, names, TextReader(texts, key))["pairs"]
    on = [table[name] == pairs[name] for name in names]
    return join(table, pairs, on, pair=pairs.pair).drop(*names)


DIFFERS = ("differs_zh", "differs_en")
"""The columns that say where the decision's own document says otherwise than the table."""


def with_document(facts: Facts, table: Expr) -> Expr:
    """Add what the decision's own document says beyond the table (`DOCUMENT_FACTS`), and `DIFFERS`."""
    said = facts.documents()
    names = ("fine_told", "fine_in_words", "on_the_spot", "suit_direct")
    return join(
        table,
        said,
        [table.pkey == said.pkey],
        **{name: said[name] for name in names},
        differs_zh="决定书文件与表格不一致,以表格为准:" + said.differs,
        differs_en="The document differs from the table, whose columns count: " + said.differs_en,
    )


def differences(row: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    """The note on where document and table differ, if they do."""
    return (row[f"differs_{lang}"],) if row[f"differs_{lang}"] else ()


def _either(column: Expr, text: Expr) -> Expr:
    """What column or text tell; not known where they contradict each other."""
    return ibis.ifelse(certainly(column != text), unknown(), ibis.coalesce(column, text))


def _with_eras(facts: Facts, book: LawBook, table: Expr) -> Expr:
    """Add `act_first`, `act_last`, `decided_era`: in which stretches between two changes of the law the days fall.

    The day of the act not known: any from five years before the decision to the decision.
    """
    days = facts.read("days", table, ("decided_on",), DayReader(book))["days"]
    table = join(
        table,
        days,
        [table.decided_on == days.decided_on],
        decided_era=days.era,
        earliest_era=days[FIVE_YEARS_BACK],
    )
    era = _era(book.changes, table.occurred_on)
    return table.mutate(
        act_first=ibis.ifelse(table.occurred_on.isnull(), table.earliest_era, era),
        act_last=ibis.ifelse(table.occurred_on.isnull(), table.decided_era, era),
    ).drop("earliest_era")


def _era(changes: Any, column: Expr) -> Expr:
    """The number of changes on or before a day."""
    counts = [(column >= day(change)).cast("int32") for change in changes]
    return sum(counts[1:], counts[0])


def _with_kinds(facts: Facts, table: Expr) -> Expr:
    """Add `kind_bits`, NULL where the kinds aren't known."""
    bits = facts.read("kinds", table, ("kinds_text",), KindReader())["bits"]
    return join(table, bits, [table.kinds_text == bits.kinds_text], kind_bits=bits.kind_bits).drop("kinds_text")


def not_yet(ladder: Ladder, facts: Facts) -> Ladder:
    """The rung that all share: a penalty not decided by the run's day is no subject yet."""
    return ladder.not_applicable(
        "not_yet", ladder.table.decided_on > day(facts.as_of), zh="截至日尚未决定", en="not yet decided"
    )
