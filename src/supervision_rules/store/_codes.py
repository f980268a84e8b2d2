"""The stable codes of what can be wrong with the store (存储错误代码)."""

from __future__ import annotations

from typing import Final

FAILED: Final = "SR600"
"""The database refused for a reason of its own."""
BAD_URL: Final = "SR601"
CANNOT_OPEN: Final = "SR602"
NOT_A_STORE: Final = "SR603"
"""A file that is no database, or a database that holds other tables under our names."""
OTHER_VERSION: Final = "SR604"
NO_DRIVER: Final = "SR605"
BUSY: Final = "SR606"
TWICE: Final = "SR607"
"""Two findings or leads with one id in the same run."""
NOT_THERE: Final = "SR608"
"""A store that should be read and doesn't exist."""
