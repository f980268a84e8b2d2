"""The one place that touches `chinesecalendar`, the maintained package behind the working calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from chinese_calendar import constants


def published_holidays() -> Mapping[dt.date, object]:
    """Every day off by a notice of the State Council (法定节假日及调休放假)."""
    return {_day(day): True for day in constants.holidays}


def published_workdays() -> Mapping[dt.date, object]:
    """Every weekend day that a notice made a working day (调休上班)."""
    return {_day(day): True for day in constants.workdays}


def _day(day: dt.date) -> dt.date:
    return dt.date(day.year, day.month, day.day)
