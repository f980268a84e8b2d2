"""Which statute stands when, and how many paragraphs and items its articles have (read from the texts)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_T19 = (
    "2:0/0 7:0/0/0 8:3/0 9:4 10:3/0/0 12:0/0 19:0/0 21:3 22:3 23:4 24:2/0/0 25:0/0 26:0/0/0 27:0/0 28:0/0 29:0/0 34:0/0 "
    "36:4 37:4/0 38:4 39:0/0 40:0/0/0 41:0/0 43:0/0 44:0/0/0 48:2 49:0/0 50:0/0 54:0/0 55:0/0 57:0/0 58:0/0/0 60:0/0 "
    "65:0/0/0 69:5 70:0/0 71:0/0 77:7"
)
_T22 = (
    "2:0/0 7:0/0 8:3/0 9:4 10:3/0/0 12:0/0 19:0/0 21:3 22:3 23:4 24:2/0/0 25:0/0 26:0/0/0 27:0/0 28:0/0 29:0/0 34:0/0 "
    "36:4 37:4/0 38:4 39:0/0 40:0/0/0 41:0/0 43:0/0 44:0/0/0 48:2 49:0/0/0 50:0/0 54:0/0 55:0/0 57:0/0 58:0/0/0 60:0/0 "
    "65:0/0/0 69:5 70:0/0 71:0/0 75:0/0 77:7"
)
_T23 = (
    "2:0/0 7:0/0 8:3/0 9:4 10:3/0/0 12:0/0 19:0/0 21:3 22:3 23:4 24:2/0/0 25:0/0 26:0/0/0 27:0/0 28:0/0 29:0/0 34:0/0 "
    "36:4 37:4/0 38:4 39:0/0 40:0/0/0 41:0/0 43:0/0 44:0/0/0 48:2 49:0/0/0 50:0/0 54:0/0 55:0/0 57:0/0 58:0/0/0 60:0/0 "
    "63:3 65:0/0/0/0/0 68:3/0 69:0/0 70:0/0/0 74:0/0/0 76:7"
)
_G = (
    "3:0/0/0 7:0/0 11:0/4/0/0 12:0/0 13:0/0 14:2 15:0/0 16:0/0 17:3/0 18:3 19:0/0 20:3 22:0/0 23:0/0 27:7 28:3/0 29:0/0/0 "
    "33:0/0 36:4/0 37:0/0 38:0/0/0 39:0/0 40:0/0/0 41:0/0/0 43:0/0/0 44:0/0 46:4/0 47:0/0/0 50:0/0 53:0/0 55:0/0 56:2 60:2 "
    "63:0/0 65:0/0/0 67:2 71:0/0 72:0/0/0 73:5/0 75:0/0"
)
_L = (
    "2:0/0 4:0/0 6:0/0 7:0/0 8:0/0/0/0 11:0/0 14:0/0/0/0/0/0 15:0/0 16:0/0 21:0/0/0/0/0 24:0/0 26:0/0 27:0/0 30:0/0 33:0/0 "
    "36:0/0 39:0/0/0 42:0/0 43:0/0 44:0/0 47:0/0 48:0/0 50:0/0 52:0/0 56:0/0/0 58:0/0 59:3 60:0/0/0 61:0/0 64:0/0 65:0/0 "
    "66:0/0/0 71:0/0/0 76:6 83:0/0/0 85:0/0"
)
_D = (
    "4:0/0 5:0/0 6:0/0/0/0/0 9:5/0/0/0 11:0/0/0 12:4 13:0/0/0/0/0 14:0/0/0 15:0/0/0 16:4 18:0/0/0 19:0/0/0/0/0 20:0/0/0 "
    "22:0/0/0 24:0/0 25:0/0/0/0 28:0/0 29:0/0 30:0/0 32:0/0/0 33:0/0 34:0/0 42:0/0 43:4 45:0/0 47:0/0 48:0/0/0 50:0/0 "
    "53:0/0 54:0/0 55:0/0 56:0/0 64:0/0 68:0/0 70:0/0/0 72:0/0/0 74:0/0 76:2/0 78:0/0 83:3 84:0/0/0 85:0/0 86:0/0 87:0/0 "
    "91:0/0/0/0/0 92:0/0/0/0 93:0/0/0 94:0/0 95:0/0 96:0/0/0/0 98:0/0 99:8/0 100:0/0/0 101:0/0 103:0/0/0/0/0 104:0/0 "
    "107:0/0 108:0/0/0 109:2 110:0/0/0 112:0/0/0 113:0/0 115:15/0 116:0/0/0 119:5 121:0/0/0"
)
_P = (
    "5:0/0/0 7:0/0 8:0/0 9:6 10:0/0 11:0/0/0 12:0/0/0 13:0/0 14:0/0 18:0/0/0 20:0/0/0/0 21:3 24:0/0/0 25:0/0 27:0/0 28:0/0 "
    "32:5 33:0/0/0 35:0/0 36:0/0 38:0/0 41:0/0/0 42:0/0 43:0/0/0 45:0/0 46:8/0/0 48:0/0 52:0/0/0 54:0/0 55:0/0 57:4/0 58:4/0 "
    "59:6/0 61:0/0 63:6/0 64:8 66:0/0 67:0/0/0 68:2 72:4/0 73:0/0/0 74:0/0/0 75:0/0 76:5/0 79:0/0"
)


@dataclass(frozen=True)
class Version:
    """A version of a statute: the day it was passed, the days it is in force, its last article, its structure."""

    name: str
    passed: date
    start: date
    end: date | None
    articles: int
    structure: str

    def has(self, article: int, suffix: int, paragraph: int | None, item: int | None) -> bool:
        """Whether the provision exists; an item without a paragraph may stand in any of them."""
        if suffix or not 1 <= article <= self.articles:
            return False
        shape = dict(part.split(":") for part in self.structure.split())
        paragraphs = [int(count) for count in shape.get(str(article), "0").split("/")]
        if paragraph is not None:
            if not 1 <= paragraph <= len(paragraphs):
                return False
            paragraphs = [paragraphs[paragraph - 1]]
        return item is None or any(1 <= item <= count for count in paragraphs)


@dataclass(frozen=True)
class Statute:
    """A statute of the law data; `first` is the day its first version took effect, known from its last article."""

    title: str
    first: date
    repealed: date | None
    punishing: bool
    versions: tuple[Version, ...]

    def on(self, day: date) -> Version | None:
        """The version in force on a day; None where none is known."""
        for version in self.versions:
            if version.start <= day and (version.end is None or day <= version.end):
                return version
        return None

    def in_force(self, day: date) -> bool:
        """Whether the statute is in force in some version, known or not."""
        return self.first <= day and (self.repealed is None or day < self.repealed)


def _one(name: str, passed: date, start: date, articles: int, structure: str) -> tuple[Version, ...]:
    return (Version(name, passed, start, None, articles, structure),)


STATUTES: dict[str, Statute] = {
    statute.title: statute
    for statute in (
        Statute(
            "道路运输条例",
            date(2004, 7, 1),
            None,
            True,
            (
                Version("T19", date(2019, 3, 2), date(2019, 3, 2), date(2022, 4, 30), 83, _T19),
                Version("T22", date(2022, 3, 29), date(2022, 5, 1), date(2023, 7, 19), 83, _T22),
                Version("T23", date(2023, 7, 20), date(2023, 7, 20), None, 82, _T23),
            ),
        ),
        Statute(
            "公路安全保护条例",
            date(2011, 7, 1),
            None,
            True,
            _one("G", date(2011, 3, 7), date(2011, 7, 1), 77, _G),
        ),
        Statute("公路法", date(1998, 1, 1), None, True, _one("L", date(2017, 11, 4), date(2017, 11, 5), 87, _L)),
        Statute(
            "道路交通安全法", date(2004, 5, 1), None, True, _one("D", date(2021, 4, 29), date(2021, 4, 29), 124, _D)
        ),
        # Before 2021-07-15 other versions were in force, which the data does not hold.
        Statute("行政处罚法", date(1996, 10, 1), None, False, _one("P", date(2021, 1, 22), date(2021, 7, 15), 86, _P)),
        # In the data for its repeal alone, which the last article of 公路安全保护条例 states.
        Statute("公路管理条例", date(1988, 1, 1), date(2011, 7, 1), False, ()),
    )
}


def find(title: str) -> Statute | None:
    """The statute of a title, with or without 中华人民共和国."""
    return STATUTES.get(title.removeprefix("中华人民共和国"))
