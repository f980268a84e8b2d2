"""The stable codes of what can be wrong when rules run (规则运行错误代码)."""

from __future__ import annotations

from typing import Final

TOO_COMPLEX: Final = "SR501"
"""A rule beyond the bounds within which the rule engine is safe."""
NO_ENGINE: Final = "SR502"
"""The rule engine can't be loaded here."""
UNKNOWN_ENGINE: Final = "SR503"
