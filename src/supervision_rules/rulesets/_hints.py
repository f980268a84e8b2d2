"""What was probably meant by an unknown word (您是否要写)."""

from __future__ import annotations

from collections.abc import Mapping

_NEAR_ENOUGH = 70
_FEW = 12


def near(word: str, known: Mapping[str, str]) -> tuple[str, str]:
    """The hint, Chinese and English, for a word that isn't among the known ones (word to Chinese label)."""
    from rapidfuzz import fuzz, process

    spellings = {name: name for name in known} | {label: name for name, label in known.items() if label}
    found = process.extractOne(
        word.strip().casefold(), list(spellings), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_NEAR_ENOUGH
    )
    if found:
        name = spellings[found[0]]
        label = f"({known[name]})" if known[name] and known[name] != name else ""
        return f"是否要写“{name}”{label}?", f"did you mean '{name}'?"
    if not known or len(known) > _FEW:
        return "", ""
    return f"可用的有：{'、'.join(known)}", f"known: {', '.join(known)}"
