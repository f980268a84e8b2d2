"""What was performed by the last day to apply (2024-12-20)."""

from __future__ import annotations

from detection.scenarios_base import OTHER_AGENCY, application, clear, found, paid, penalty, says, untold, warned
from detection.scenarios_standing import BASE, MISSED

LATE = found("applied_late", "2024-05-29", "2024-05-30", 1)
UNPAID = untold("performed", "not_applied")
PERFORMED = clear("performed")


def fined(**cells: object):
    return penalty("2023-08-31", **cells)


GAINS = fined(penalty_kinds=["罚款", "没收违法所得"], confiscated="500")
DUTY = fined(penalty_kinds=["罚款", "责令停产停业"])

SCENARIOS = [
    # performed by the last day
    says("performed on the last day", [fined(performed_on="2024-05-29")], NE=PERFORMED),
    says("performed after it", [fined(performed_on="2024-05-30")], NE=MISSED),
    says("performed on the run's day, time running", [penalty("2024-04-17", performed_on="2024-12-20")], NE=PERFORMED),
    says(
        "performed later, time running",
        [penalty("2024-04-17", performed_on="2024-12-21")],
        NE=warned("2025-01-17", -28),
    ),
    says("paid on the last day", [BASE, paid("2024-05-29")], NE=PERFORMED),
    says("paid after it", [BASE, paid("2024-05-30")], NE=MISSED),
    says("a fen too little", [BASE, paid("2024-05-29", "2999.99")], NE=MISSED),
    says("paid in parts", [BASE, paid("2023-10-09", "1000"), paid("2024-05-29", "2000")], NE=PERFORMED),
    says("the last part after it", [BASE, paid("2023-10-09", "1000"), paid("2024-05-30", "2000")], NE=MISSED),
    says("paid after the run's day", [penalty("2024-04-17"), paid("2024-12-21")], NE=warned("2025-01-17", -28)),
    says("paid without agency's name", [BASE, paid("2024-05-29", agency=None)], NE=PERFORMED),
    says("paid to another agency", [BASE, paid("2024-05-29", agency=OTHER_AGENCY)], NE=MISSED),
    says("paid after a late application", [BASE, application("2024-05-30"), paid("2024-05-29")], NE=LATE),
    says("the added fine alone", [BASE, paid("2024-05-29", kind="added_fine")], NE=MISSED),
    says(
        "the added fine beside", [BASE, paid("2024-05-29", "2000"), paid("2024-05-29", "1000", "added_fine")], NE=MISSED
    ),
    says("fine and gains", [GAINS, paid("2024-05-29"), paid("2024-05-28", "500", "gains")], NE=PERFORMED),
    says(
        "fine and gains, a fen too little",
        [GAINS, paid("2024-05-29"), paid("2024-05-28", "499.99", "没收违法所得")],
        NE=MISSED,
    ),
    says("the fine alone, gains due", [GAINS, paid("2024-05-29")], NE=MISSED),
    says("kind not known, all of it", [BASE, paid("2024-05-29", kind=None)], NE=UNPAID),
    says("kind not known, after the last day", [BASE, paid("2024-05-30", kind=None)], NE=MISSED),
    says("kind not known fills up", [BASE, paid("2024-05-28", "2000"), paid("2024-05-29", "1000", None)], NE=UNPAID),
    says(
        "kind not known, a fen too little",
        [BASE, paid("2024-05-28", "2000"), paid("2024-05-29", "999.99", None)],
        NE=MISSED,
    ),
    says("kind not known beside the whole", [BASE, paid("2024-05-28"), paid("2024-05-29", "1000", None)], NE=PERFORMED),
    says("fine not known, some paid", [fined(fine=None), paid("2024-05-29", "100")], NE=UNPAID),
    says("fine not known, nothing paid", [fined(fine=None)], NE=MISSED),
    says("fine not known, performed", [fined(fine=None, performed_on="2024-05-29")], NE=PERFORMED),
    says(
        "gains not known, the fine paid", [fined(penalty_kinds=["罚款", "没收违法所得"]), paid("2024-05-29")], NE=UNPAID
    ),
    says("gains not known, nothing paid", [fined(penalty_kinds=["罚款", "没收违法所得"])], NE=MISSED),
    says("another duty, the fine paid", [DUTY, paid("2024-05-29")], NE=MISSED),
    says(
        "another duty, performed as recorded",
        [fined(penalty_kinds=["责令停产停业"], fine=None, performed_on="2024-05-29")],
        NE=PERFORMED,
    ),
    says(
        "another duty, performed late",
        [fined(penalty_kinds=["责令停产停业"], fine=None, performed_on="2024-05-30")],
        NE=MISSED,
    ),
]
