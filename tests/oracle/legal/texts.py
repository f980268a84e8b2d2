"""A store of texts: what was done and what is cited, each with the truth about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from . import wordings_roads, wordings_transport
from .bases import written
from .decision import Cite
from .figures import LINES, STATUTE_OF_ACT, STATUTE_OF_VERSION
from .figures_transport import DUTIES
from .lines import Line

T, G, L, D, P = "道路运输条例", "公路安全保护条例", "公路法", "道路交通安全法", "行政处罚法"
UNKNOWN = ("道路货物运输及站场管理规定", "道路旅客运输及客运站管理规定", "机动车维修管理规定", "贵州省道路运输条例")
REPEALED = "公路管理条例"
VERSIONS = ("2019", "2022", "2023", "2019-03-02", "2022-03-29", "2023-07-20", "2016")


@dataclass(frozen=True)
class Text:
    """The two texts of a decision and the truth about them."""

    violation: str | None
    acts: tuple[str, ...]
    serious: bool | None
    refused: bool | None
    basis: str | None
    cites: tuple[Cite, ...]


def store(size: int, seed: int) -> list[Text]:
    """So many texts: each wording in turn with one basis after another."""
    rng = Random(seed)
    wordings = all_wordings()
    found: dict[tuple[str | None, str | None], Text] = {}
    while len(found) < size:
        for violation, acts in wordings:
            text = one(violation, acts, rng)
            found.setdefault((text.violation, text.basis), text)
    return list(found.values())[:size]


def all_wordings() -> list[tuple[str, tuple[str, ...]]]:
    """Every wording with its acts; those of the transport statute twice, for it has three versions."""
    transport = [(words, (act,)) for act, texts in wordings_transport.WORDINGS.items() for words in texts]
    roads = [(words, (act,)) for act, texts in wordings_roads.WORDINGS.items() for words in texts]
    several = [*wordings_transport.SEVERAL, *wordings_roads.SEVERAL]
    none: list[tuple[str, tuple[str, ...]]] = [(words, ()) for words in wordings_roads.NONE]
    return [*transport, *several, *roads, *transport, *wordings_transport.SEVERAL, *none]


def one(violation: str, acts: tuple[str, ...], rng: Random) -> Text:
    """A wording with what it says besides, and one way to cite."""
    serious = refused = None
    end = rng.random()
    if acts == ("filing_false",) or end < 0.08:
        serious = rng.random() < 0.8
        violation += "，情节严重" if serious else "，情节轻微"
    elif end < 0.2:
        refused = True
        violation += rng.choice(("，经责令改正后拒不改正", "，责令限期改正后逾期未改正"))
    cites = cited(acts, rng)
    basis = written(cites, rng) if cites else rng.choice((None, None, "依据相关法律法规的规定"))
    return Text(violation, by_duty(acts, cites), serious, refused, basis, cites)


def by_duty(acts: tuple[str, ...], cites: tuple[Cite, ...]) -> tuple[str, ...]:
    """Of several acts those that break the duty named as violated."""
    for cite in cites:
        if len(acts) > 1 and cite.purpose == "violated" and cite.article is not None:
            acts = tuple(act for act in acts if act in DUTIES[cite.article]) or acts
    return acts


def cited(acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """The provisions that a decision on these acts cites, rightly or wrongly; none for an empty basis."""
    act = rng.choice(acts) if acts else rng.choice(LINES).act
    way = rng.choices(list(WAYS), [weight for weight, _ in WAYS.values()])[0]
    cites = WAYS[way][1](act, acts, rng)
    if acts and cites and rng.random() < 0.25:
        duties = [article for article, own in DUTIES.items() if act in own]
        if duties:
            cites = (Cite(T, rng.choice(duties), purpose="violated"), *cites)
    if cites and rng.random() < 0.06:
        cites = (*cites, Cite(f"中华人民共和国{P}", rng.choice((51, 57)), purpose="procedure"))
    full = rng.random() < 0.4
    return tuple(
        replace(cite, title=f"中华人民共和国{cite.title}") if full and is_short(cite) else cite for cite in cites
    )


def is_short(cite: Cite) -> bool:
    """Whether the title can take 中华人民共和国 in front."""
    return cite.title in (T, G, L, D, P, REPEALED)


def lines_of(act: str) -> list[Line]:
    """The lines of an act in every version, or a random one of its statute where it is never punished."""
    own = [line for line in LINES if line.act == act]
    return own or [line for line in LINES if STATUTE_OF_VERSION[line.version] == STATUTE_OF_ACT[act]]


def pointing(line: Line, rng: Random) -> Cite:
    """A citation of a line, more or less exact."""
    exact = rng.random()
    return Cite(
        STATUTE_OF_VERSION[line.version],
        line.article,
        line.paragraph if exact > 0.55 else None,
        line.item if exact > 0.3 else None,
    )


def right(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """Right in one of the versions."""
    return (pointing(rng.choice(lines_of(act)), rng),)


def wrong(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """The provision of another act."""
    near = [line for line in LINES if STATUTE_OF_VERSION[line.version] == STATUTE_OF_ACT[act]]
    return (pointing(rng.choice(near if rng.random() < 0.7 else list(LINES)), rng),)


def wrong_detail(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """The right article with another paragraph or item."""
    cite = right(act, acts, rng)[0]
    number = rng.randint(1, 4)
    return (replace(cite, paragraph=number) if rng.random() < 0.5 else replace(cite, item=number),)


def duty(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """The duty instead of the penalty."""
    duties = [article for article, own in DUTIES.items() if act in own] or [20]
    return (Cite(STATUTE_OF_ACT[act], rng.choice(duties)),)


def missing(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """What no version has, or the last article, which the version of 2023 lacks."""
    cite = right(act, acts, rng)[0]
    return (
        rng.choice(
            (
                replace(
                    cite, article=rng.choice((84 if cite.title == L else 83, 84, 125, 136)), paragraph=None, item=None
                ),
                replace(cite, paragraph=rng.choice((6, 7)), item=None),
                replace(cite, item=rng.choice((9, 11))),
                replace(cite, suffix=1, paragraph=None, item=None),
            )
        ),
    )


def two(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """Two provisions, of which one at least is right in some version; of all acts where several fit."""
    other = pointing(lines_of(rng.choice(acts))[-1], rng) if len(acts) > 1 else wrong(act, acts, rng)[0]
    cites = {right(act, acts, rng)[0], other}
    return tuple(sorted(cites, key=lambda cite: (cite.title, cite.article or 0, cite.paragraph or 0, cite.item or 0)))


def without_article(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """A statute alone."""
    return (Cite(rng.choice((STATUTE_OF_ACT[act], STATUTE_OF_ACT[act], T, G))),)


def unknown(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """A statute that the law data doesn't hold."""
    return (Cite(rng.choice(UNKNOWN), rng.randint(20, 80)),)


def known_and_unknown(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """One of each."""
    known = right(act, acts, rng) if rng.random() < 0.7 else wrong(act, acts, rng)
    return (*known, *unknown(act, acts, rng))


def repealed(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """A statute that is repealed, alone or with the right one."""
    old = Cite(REPEALED, rng.randint(20, 36))
    return (old,) if rng.random() < 0.6 else (old, *right(act, acts, rng))


def named(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """A named version."""
    line = rng.choice(lines_of(act))
    by_version = {
        "T19": VERSIONS[0::3],
        "T22": VERSIONS[1::3],
        "T23": VERSIONS[2::3],
        "G": ("2011",),
        "L": ("2017", "2016"),
    }
    own = by_version.get(line.version, ("2021", "2021-04-29", "2011"))
    return (replace(pointing(line, rng), version=rng.choice(own)),)


def general(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """The general law on penalties beside the right provision."""
    return (*right(act, acts, rng), Cite(P, rng.choice((28, 32))))


def empty(act: str, acts: tuple[str, ...], rng: Random) -> tuple[Cite, ...]:
    """Nothing."""
    return ()


WAYS: dict[str, tuple[float, Callable[[str, tuple[str, ...], Random], tuple[Cite, ...]]]] = {
    "right": (10, right),
    "wrong": (1.5, wrong),
    "wrong_detail": (0.7, wrong_detail),
    "duty": (0.6, duty),
    "missing": (1, missing),
    "two": (1, two),
    "without_article": (0.8, without_article),
    "unknown": (0.6, unknown),
    "known_and_unknown": (0.6, known_and_unknown),
    "repealed": (0.4, repealed),
    "named": (1.8, named),
    "general": (0.6, general),
    "empty": (0.5, empty),
}
"""How to cite, with its weight."""
