"""Recognising the act that a decision punishes from its words, figures and the duties quoted (违法行为的识别)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from supervision_legal._recognise_business import DANGEROUS, GOODS, decided
from supervision_legal._recognise_text import Facts, facts, normal
from supervision_legal._recognise_words import Reading
from supervision_legal._wordings import Wording, Wordings, shipped_wordings
from supervision_rules.law import Act, Acts, Citation

_LIGHT = 4500  # kg: ordinary goods vehicles up to it need no licence (道路运输条例 24, last paragraph)
_LONGEST = 4000
_NEAR_ENOUGH = 40
_COUNTRY = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Recognised:
    """识别结果: the acts that a text fits equally well, and what it says about the circumstances.

    Attributes:
        acts: their names; empty where the text fits none, or is too general.
        how: a short explanation in Chinese for the trace: which words decided.
        similar: the title of the act nearest by similarity of the text; a second signal that decides nothing.
        refused: what the text itself says of a refusal to correct; None where it says nothing.
        serious: what the text itself says of the circumstances; None where it says nothing.
        exempt: goods transport with an ordinary vehicle of 4,500 kg at most, which needs no licence; None where no
            mass is stated, or another act is meant.
        figures: what the text states: overload and speeding in percent, alcohol in mg/100 ml, mass in kg, tonnes over.
    """

    acts: tuple[str, ...]
    how: str
    similar: str | None
    refused: bool | None
    serious: bool | None
    exempt: bool | None
    figures: Mapping[str, float]


class Recogniser:
    """识别器: holds the wordings; reading a text changes nothing in it."""

    def __init__(
        self, acts: Acts, synonyms: Mapping[str, Sequence[str]] | None = None, wordings: Wordings | None = None
    ) -> None:
        """Take the acts, an expert's further phrases for some of them, and other wordings than the package's.

        Raises:
            KeyError: a phrase for an act that isn't there.
            LawDataError: wordings that aren't right.
        """
        self._acts = acts
        self._wordings = wordings or shipped_wordings(acts)
        # The groups with the fewest words first: they are the quickest to show that a wording doesn't fit.
        self._quickest = [
            (sorted(wording.all, key=lambda pattern: len(self._wordings.groups.words(pattern))), wording)
            for wording in self._wordings.wordings
        ]
        self._synonyms = [
            (normal(phrase), acts.act(name).name) for name, phrases in (synonyms or {}).items() for phrase in phrases
        ]
        self._everywhere = tuple(dict.fromkeys(act.statute for act in acts))
        self._titles = [act.title for act in acts]
        self._by_duty: dict[tuple[str, int], list[tuple[int | None, int | None, str]]] = {}
        for act in acts:
            for article, paragraph, item in {duty for rule in act.rules for duty in rule.duties}:
                key = (act.statute, article)
                self._by_duty.setdefault(key, []).append((paragraph, item, act.name))

    def recognise(self, violation: str, duties: Sequence[Citation] = ()) -> Recognised:
        """The acts that a violation's text fits.

        Args:
            violation: what the decision says was done.
            duties: the provisions that it quotes as violated.

        Returns:
            All acts that fit equally well. Words decide first; a duty quoted narrows them down within its statute, and
            decides alone where no words fit.
        """
        text = normal(violation[:_LONGEST])
        said = facts(text)
        reading = Reading(text, self._wordings.groups)
        barred = {statute: name for name, statutes in self._elsewhere(reading) for statute in statutes}
        found = decided(text, self._by_words(reading, said))
        found = {name: how for name, how in found.items() if self._statute(name) not in barred}
        for phrase, name in self._synonyms:
            if phrase in text:
                found[name] = f"专家用语“{phrase}”"
        quoted = {name: how for name, how in self._quoted(duties).items() if self._statute(name) not in barred}
        chosen = self._joined(found, quoted)
        exempt = self._exempt(chosen, said)
        how = ";".join(dict.fromkeys(self._explain(name, how) for name, how in chosen.items()))
        if not chosen:
            how = f"属于{'、'.join(dict.fromkeys(barred.values()))},不适用" if barred else "没有与已知行为相符的用语"
        if exempt:
            how += f";总质量{said.figures['mass']:g}千克,不超过4500千克,无需取得许可"
        return Recognised(tuple(chosen), how, self._similar(text), said.refused, said.serious, exempt, said.figures)

    def _elsewhere(self, reading: Reading) -> Iterable[tuple[str, Sequence[str]]]:
        for one in self._wordings.elsewhere:
            if reading.find(one.any) and not any(reading.find(pattern) for pattern in one.none):
                yield one.name, one.statutes or self._everywhere

    def _by_words(self, reading: Reading, said: Facts) -> dict[str, str]:
        found: dict[str, str] = {}
        yielding: dict[str, set[str]] = {}
        for patterns, wording in self._quickest:
            if not all(map(reading.find, patterns)):
                continue
            words = _match(wording, reading, said)
            if words is None:
                continue
            for name in wording.acts:
                # A wording that gives way to nothing keeps the act, whatever another one says.
                yielding[name] = yielding.get(name, set(wording.unless)) & set(wording.unless)
                found.setdefault(name, "".join(f"“{word}”" for word in dict.fromkeys(words)))
        return {name: how for name, how in found.items() if not yielding[name] & (found.keys() - {name})}

    def _quoted(self, duties: Sequence[Citation]) -> dict[str, str]:
        """The acts whose duty is among the provisions quoted as violated."""
        found: dict[str, str] = {}
        for duty in duties:
            title = duty.title.removeprefix(_COUNTRY)
            for paragraph, item, name in self._by_duty.get((title, duty.article or 0), ()):
                if duty.article_suffix or not _fits(duty.paragraph, paragraph) or not _fits(duty.item, item):
                    continue
                found.setdefault(name, f"违反的《{title}》第{duty.article}条")
        return found

    def _joined(self, found: Mapping[str, str], quoted: Mapping[str, str]) -> dict[str, str]:
        """Words and quoted duties together."""
        if not found or not quoted:
            return dict(found or quoted)
        chosen: dict[str, str] = {}
        for statute in dict.fromkeys(self._statute(name) for name in (*found, *quoted)):
            by_words = {name: how for name, how in found.items() if self._statute(name) == statute}
            by_duty = {name: how for name, how in quoted.items() if self._statute(name) == statute}
            both = {name: how + by_duty[name] for name, how in by_words.items() if name in by_duty}
            # Words and duty that contradict each other leave both open.
            chosen |= both or {**by_duty, **by_words}
        return chosen

    def _exempt(self, chosen: Mapping[str, str], said: Facts) -> bool | None:
        if GOODS not in chosen or "mass" not in said.figures:
            return None
        return said.figures["mass"] <= _LIGHT and DANGEROUS not in chosen

    def _explain(self, name: str, how: str) -> str:
        return f"{how}→{self._acts.act(name).title}"

    def _statute(self, name: str) -> str:
        act: Act = self._acts.act(name)
        return act.statute

    def _similar(self, text: str) -> str | None:
        from rapidfuzz import fuzz, process

        nearest = process.extractOne(text[:60], self._titles, scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
        return str(nearest[0]) if nearest else None


def _fits(cited: int | None, known: int | None) -> bool:
    return cited is None or known is None or cited == known


def _match(wording: Wording, reading: Reading, said: Facts) -> list[str] | None:
    """The words by which a wording fits whose groups are all there; None where another word or a figure rules it out."""
    words = [word for pattern in wording.all if (word := reading.find(pattern))]
    if any(reading.find(pattern) for pattern in wording.none):
        return None
    if wording.figure:
        value = said.figures.get(wording.figure)
        if value is None or wording.stated is False:
            return words if (value is None) is not bool(wording.stated) else None
        if (wording.over is not None and value <= wording.over) or (wording.to is not None and value > wording.to):
            return None
        words.append(f"{value:.4g}")
    return words
