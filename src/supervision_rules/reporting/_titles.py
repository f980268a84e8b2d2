"""The titles of detectors and kinds as reports show them (标题)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_rules.running import Result


@dataclass(frozen=True)
class Titles:
    """Titles by detector, and by detector and kind; the name stands where there is no title."""

    detectors: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def detector(self, name: str) -> str:
        """The title of a detector."""
        return self.detectors.get(name, name)

    def kind(self, detector: str, kind: str) -> str:
        """The title of a kind of finding."""
        return self.kinds.get((detector, kind), kind)


def titles_of(result: Result, lang: str | None = None) -> Titles:
    """The titles of a run: those of the ruleset, else of the detectors.

    A ruleset is written in one language; its titles stand in a Chinese report, and in an English one only where they
    are not Chinese.
    """
    lang = lang or result.lang
    detectors: dict[str, str] = {}
    kinds: dict[tuple[str, str], str] = {}
    for use in result.ruleset.detectors:
        detector = result.registry.detectors()[use.use]
        detectors[use.use] = detector.title if lang == "zh" else detector.title_en
        for kind, info in detector.kinds.items():
            own = use.title.get(kind)
            if own is not None and (lang == "zh" or own.isascii()):
                kinds[use.use, kind] = own
            else:
                kinds[use.use, kind] = info.title if lang == "zh" else info.title_en
    return Titles(detectors, kinds)
