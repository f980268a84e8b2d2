"""The wordings by which acts are recognised, read from the package's YAML files (行为的用语)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from supervision_legal._recognise_words import Groups
from supervision_rules.law import Acts, Marked, check_marked, raise_marked, read_marked

_SYNTAX = "SR444"
_VALUE = "SR445"
_CROSS = "SR446"

Text = Annotated[str, StringConstraints(min_length=1)]
Figure = Literal["", "overload", "speeding", "alcohol", "mass", "over_tonnes"]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Wording(_Data):
    """One way to write some acts (一种写法): all groups are there, none of the others, and the figure fits.

    Attributes:
        acts: the acts that it fits equally.
        all: groups, each `甲|乙|@组名`: one word of each must be there.
        none: groups of which no word may be there.
        figure: a figure of the text that must be above `over` and at most `to`, where the text states it.
        stated: the figure must be stated, or must not be; neither matters without it.
        unless: acts that, recognised besides, take its place.
    """

    acts: Annotated[tuple[Text, ...], Field(min_length=1)]
    all: Annotated[tuple[Text, ...], Field(min_length=1)]
    none: tuple[Text, ...] = ()
    figure: Figure = ""
    over: float | None = None
    to: float | None = None
    stated: bool | None = None
    unless: tuple[Text, ...] = ()


class _Elsewhere(_Data):
    """Words that show another body of law: no act of these statutes is recognised (另有规定的领域)."""

    name: Text
    statutes: tuple[Text, ...] = ()
    any: Text
    none: tuple[Text, ...] = ()


class _File(_Data):
    groups: dict[str, tuple[Text, ...]] = {}
    elsewhere: tuple[_Elsewhere, ...] = ()
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True)
class Wordings:
    """All wordings with their groups, checked against the acts."""

    groups: Groups
    wordings: tuple[Wording, ...]
    elsewhere: tuple[_Elsewhere, ...]


@lru_cache(maxsize=2)
def shipped_wordings(acts: Acts) -> Wordings:
    """The package's own wordings for these acts; immutable, so always the same object for the same acts."""
    return load_wordings(acts)


def load_wordings(acts: Acts, texts: Sequence[tuple[str, str]] | None = None) -> Wordings:
    """Read the wordings of the package, or of the files given (name and content).

    Raises:
        LawDataError: data that isn't right, an act or a group that isn't there; all at once, each with its place.
    """
    read = [(read_marked(content, name, code=_SYNTAX), name) for name, content in texts or _shipped()]
    files = [(marked, check_marked(marked, _File, code=_VALUE)) for marked, _ in read]
    named: dict[str, tuple[str, ...]] = {}
    for _, file in files:
        named |= file.groups if file else {}
    groups = Groups(named)
    names = {act.name for act in acts}
    for marked, file in files:
        if file is not None:
            _check(marked, file, groups, names)
    raise_marked([marked for marked, _ in files])
    whole = [file for _, file in files if file is not None]
    return Wordings(
        groups,
        tuple(wording for file in whole for wording in file.wordings),
        tuple(one for file in whole for one in file.elsewhere),
    )


def _shipped() -> list[tuple[str, str]]:
    folder = resources.files("supervision_legal").joinpath("wordings")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return [(file.name, file.read_text("utf-8")) for file in files]


def _check(marked: Marked, file: _File, groups: Groups, names: set[str]) -> None:
    for index, wording in enumerate(file.wordings):
        path = ("wordings", index)
        for key in ("acts", "unless"):
            for number, act in enumerate(getattr(wording, key)):
                if act not in names:
                    marked.note(_CROSS, (*path, key, number), f"没有行为“{act}”", f"there is no act '{act}'")
        for key in ("all", "none"):
            for number, pattern in enumerate(getattr(wording, key)):
                _check_groups(marked, (*path, key, number), pattern, groups)
    for index, one in enumerate(file.elsewhere):
        for pattern in (one.any, *one.none):
            _check_groups(marked, ("elsewhere", index), pattern, groups)
    for name, words in file.groups.items():
        _check_groups(marked, ("groups", name), "|".join(words), groups)


def _check_groups(marked: Marked, path: tuple[str | int, ...], pattern: str, groups: Groups) -> None:
    for name in groups.unknown(pattern):
        marked.note(_CROSS, path, f"没有词组“{name}”", f"there is no group '{name}'")
