"""What a reader is told of a decision's texts: what was cited, what the law in force gives, from which source (说明文字)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

from supervision_legal._basing import OnAct, renumbered
from supervision_legal._citing import incomplete, missing, not_in_force
from supervision_legal._describe import cited, figures, in_force, money, place, provision
from supervision_legal._eras import LIGHTER, Standing
from supervision_legal._resolve import Resolution
from supervision_legal._said import Cited
from supervision_legal._three import Told
from supervision_rules.law import LawBook, PenaltyRule, Purpose


@dataclass(frozen=True, slots=True)
class Explanation:
    """Texts for each ladder, in both languages, and the provisions applied, one a line."""

    trouble_zh: str = ""
    trouble_en: str = ""
    trouble_basis: str = ""
    right_zh: str = ""
    right_en: str = ""
    right_basis: str = ""
    judged_zh: str = ""
    judged_en: str = ""
    judged_basis: str = ""
    lighter_zh: str = ""
    lighter_en: str = ""
    note_zh: str = ""
    note_en: str = ""

    def columns(self) -> dict[str, str]:
        """The texts by column."""
        return asdict(self)


def explain(book: LawBook, found: Resolution) -> Explanation:
    """The texts of one resolution."""
    trouble = _trouble(found)
    right = _right(book, found)
    judged = _rules(act.judging for one in found.possibilities for act in one.judged_by.acts)
    judged = (*judged[:2], judged[2] or _versions(found))
    lighter = _rules(act.new for act in _changed(found))[:2]
    note_zh, note_en = _notes(book, found)
    return Explanation(*trouble, *right, *judged, *lighter, "\n".join(note_zh), "\n".join(note_en))


def _changed(found: Resolution) -> list[OnAct]:
    return [act for one in found.possibilities for act in one.recognised if act.change in LIGHTER]


def _rules(rules: Iterable[PenaltyRule | None]) -> tuple[str, str, str]:
    """Rules with their figures, each once; None stands for no penalty."""
    texts, texts_en, basis = [], [], []
    for rule in dict.fromkeys(rules):
        if rule is None or not rule.punished:
            texts.append("不再处罚该行为")
            texts_en.append("the act is no longer punished")
            continue
        zh, en = figures(rule)
        texts.append(f"{provision(rule)}:{zh}")
        texts_en.append(f"{provision(rule)}: {en}")
        basis.append(provision(rule))
    return "；或者".join(dict.fromkeys(texts)), "; or ".join(dict.fromkeys(texts_en)), "\n".join(dict.fromkeys(basis))


def _trouble(found: Resolution) -> tuple[str, str, str]:
    """Which provisions cited the first rung of `legal.citation` that isn't passed is about."""
    checks: tuple[tuple[Callable[[Cited], list[Told]], str, str], ...] = (
        (
            lambda one: [not_in_force(one, standing) for standing in _of(found, one)],
            "在应适用之日没有施行的版本",
            "isn't in force on the day that counts",
        ),
        (
            lambda one: [missing(one, standing) for standing in _of(found, one)],
            "在应适用的版本中没有这一条、款或项",
            "doesn't exist in the version that applies",
        ),
        (lambda one: [incomplete(found.said, one)], "没有写明条文", "is cited without an article"),
        (lambda one: [one.statute is None], "不在法律数据之中", "is not in the law data"),
    )
    for check, zh, en in checks:
        concerned = [one for one in found.said.cited if any(value is not False for value in check(one))]
        if concerned:
            standings = [_standing(found, one) for one in concerned]
            names = [_cited(one, standing) for one, standing in zip(concerned, standings, strict=True)]
            states = [_state(one, standing) for one, standing in zip(concerned, standings, strict=True)]
            names_zh = "、".join(dict.fromkeys(name + zh for name, (zh, _) in zip(names, states, strict=True)))
            names_en = ", ".join(dict.fromkeys(name + en for name, (_, en) in zip(names, states, strict=True)))
            lines = [_applied(one, standing) for one, standing in zip(concerned, standings, strict=True)]
            return f"{names_zh}{zh}", f"{names_en} {en}", "\n".join(dict.fromkeys(lines))
    every = [_cited(one, _standing(found, one)) for one in found.said.cited]
    return "", "", "\n".join(dict.fromkeys(every))


def _of(found: Resolution, one: Cited) -> list[Standing]:
    return [own.view[one.statute.title] for own in found.possibilities] if one.statute is not None else []


def _standing(found: Resolution, one: Cited) -> Standing | None:
    return found.possibilities[0].view[one.statute.title] if one.statute else None


def _applied(one: Cited, standing: Standing | None) -> str:
    """A provision cited with the version that it was looked for in."""
    return cited(one.citation, one.statute, (standing.decision or standing.act) if standing else None)


def _cited(one: Cited, standing: Standing | None) -> str:
    if one.citation.version is not None:
        standing = None
    return cited(one.citation, one.statute, (standing.act or standing.decision) if standing else None)


def _state(one: Cited, standing: Standing | None) -> tuple[str, str]:
    """Since when a statute is repealed or from when it will be in force, and the version that is named."""
    if one.statute is None or standing is None:
        return "", ""
    if one.citation.version is not None:
        return f"(所引为{one.citation.version}年的版本)" if len(
            one.citation.version
        ) == 4 else f"(所引为{one.citation.version}的版本)", f" (cited in the version of {one.citation.version})"
    if one.statute.repealed_on is not None and standing.decision_state == "repealed":
        return f"({one.statute.repealed_on}起废止)", f" (repealed from {one.statute.repealed_on})"
    if standing.decision_state == "not_yet" and one.statute.versions:
        begins = one.statute.first_effective or one.statute.versions[0].effective_from
        return f"({begins}起施行)", f" (in force from {begins})"
    return "", ""


def _right(book: LawBook, found: Resolution) -> tuple[str, str, str]:
    """What is cited as basis, and the provisions that are right for the act recognised."""
    basis = "、".join(dict.fromkeys(_cited(one, None) for one in found.said.basis)) or "—"
    rules = [rule for one in found.possibilities for act in one.recognised for rule in act.citable]
    zh, en, lines = _rules(rules)
    title = "、".join(book.acts.act(name).title for name in found.said.recognised.acts) or "未能辨认"
    title_en = ", ".join(book.acts.act(name).title_en for name in found.said.recognised.acts) or "not recognised"
    right_zh = f"应适用的条文为{zh}" if zh else "应适用的法律没有处罚该行为的条文"
    right_en = f"for which the law gives {en}" if en else "which no provision of the law that applies punishes"
    moved = _renumbered(book, found)
    return (
        f"所引依据为{basis};辨认的行为是“{title}”,{right_zh}" + "".join(f";{zh}" for zh, _ in moved),
        f"the basis cited is {basis}; the act recognised is “{title_en}”, {right_en}"
        + "".join(f"; {en}" for _, en in moved),
        lines or _versions(found),
    )


def _versions(found: Resolution) -> str:
    """The versions that apply, where no provision of them does."""
    lines = []
    for standing in _standings(found):
        version = standing.decision or standing.act
        if standing.statute.punishing and version is not None:
            lines.append(f"《{standing.statute.title}》({version.passed})")
    return "\n".join(dict.fromkeys(lines))


def _renumbered(book: LawBook, found: Resolution) -> list[tuple[str, str]]:
    """A number cited that is that of the act in another version than applies."""
    said = []
    for act in {act.act: act for act in found.possibilities[0].recognised}.values():
        places = {(rule.article, rule.suffix, rule.paragraph, rule.item) for rule in act.citable}
        rule = renumbered(book, found.said, act.act)
        if rule is not None and (rule.article, rule.suffix, rule.paragraph, rule.item) not in places:
            at = place(rule.article, rule.suffix, rule.paragraph, rule.item)
            said.append(
                (
                    f"所引条文是该行为在{rule.version}版本中的条号({at}),条号已经变动",
                    f"the number cited is that of the act in the version of {rule.version} ({at}): it was renumbered",
                )
            )
    return said


_FOR = {
    Purpose.VIOLATED: ("违反", "violated"),
    Purpose.BASIS: ("依据", "basis"),
    Purpose.PROCEDURE: ("程序", "procedure"),
}


def _notes(book: LawBook, found: Resolution) -> tuple[list[str], list[str]]:
    zh, en = [], []
    said = found.said
    if said.legal_basis:
        names = [
            (f"{_FOR[one.purpose][0]}{_cited(one, None)}", f"{_FOR[one.purpose][1]} {_cited(one, None)}")
            for one in said.cited
        ]
        zh.append(
            "引用的条款:" + ("、".join(dict.fromkeys(a for a, _ in names)) or "没有") + f"(原文:{said.legal_basis})"
        )
        en.append(
            "Provisions cited: "
            + (", ".join(dict.fromkeys(b for _, b in names)) or "none")
            + f" (text: {said.legal_basis})"
        )
    if said.violation:
        acts = [book.acts.act(name) for name in said.recognised.acts]
        titles = "、".join(act.title for act in acts) or "未能辨认"
        zh.append(f"违法行为:“{said.violation}”;辨认为:{titles}" + (f"({said.recognised.how})" if acts else ""))
        en.append(
            f"Violation: “{said.violation}”; recognised as: {', '.join(act.title_en for act in acts) or 'nothing known'}"
        )
        if said.recognised.similar and not acts:
            zh.append(f"文字最接近的行为(不作为判断的依据):{said.recognised.similar}")
            en.append(f"Nearest by its words (decides nothing): {said.recognised.similar}")
    for standing in _standings(found):
        if standing.act is not None:
            line = in_force(standing.act)
            zh.append(f"行为时的法律:《{standing.statute.title}》({standing.act.passed}),{line[0]}")
            en.append(f"Law of the act: 《{standing.statute.title}》({standing.act.passed}), {line[1]}")
        if standing.changed and standing.decision is not None:
            line = in_force(standing.decision)
            zh.append(f"决定时的法律:《{standing.statute.title}》({standing.decision.passed}),{line[0]}")
            en.append(f"Law of the decision: 《{standing.statute.title}》({standing.decision.passed}), {line[1]}")
    _changes(book, found, zh, en)
    return zh, en


def _standings(found: Resolution) -> Sequence[Standing]:
    every = [s for one in found.possibilities for s in one.view.values()]
    return list({(s.statute.title, s.act and s.act.passed): s for s in every}.values())


_CHANGES = {
    "equal": (
        "新旧规定的幅度相同,旧条文是正确的引用,新条文也可以接受",
        "old and new figures are equal: the old number is the right one, the new one is accepted",
    ),
    "lighter": (
        "新规定较轻,应引用新条文,并按新规定的幅度判断",
        "the new law is lighter: its number is right and its range the measure",
    ),
    "unpunished": ("新规定不再处罚该行为", "the new law no longer punishes the act"),
    "heavier": ("新规定较重,按行为时的规定判断", "the new law is heavier: the law of the act is the measure"),
    "new": ("新规定才处罚该行为", "only the new law punishes the act"),
    "unclear": ("新旧规定的轻重无法判断", "which law is lighter can't be told"),
}


def _changes(book: LawBook, found: Resolution, zh: list[str], en: list[str]) -> None:
    """How old and new law compare for each act recognised, and a number that is that of another version."""
    acts = {
        (act.act, act.change): act for one in found.possibilities for act in one.recognised if act.change in _CHANGES
    }
    for (name, change), _ in acts.items():
        zh.append(f"从旧兼从轻(行政处罚法第三十七条):{book.acts.act(name).title},{_CHANGES[change][0]}")
        en.append(f"行政处罚法 37: {book.acts.act(name).title_en}: {_CHANGES[change][1]}")


def open_figures(found: Resolution, gains: Decimal | None, lang: str) -> tuple[str, ...]:
    """What the words of a rule leave open though everything is known, or measure by what no record has."""
    rules = [act.judging for one in found.possibilities for act in one.judged_by.acts if act.judging is not None]
    said: dict[tuple[str, str], None] = {}
    for rule in rules:
        if rule.threshold is not None and rule.on_threshold == "open" and gains == rule.threshold:
            said[
                f"违法所得恰为{money(gains)}元,{provision(rule)}没有规定适用哪一幅度",
                f"the gains are exactly {money(gains)} yuan, for which {provision(rule)} names no range",
            ] = None
        if any(part.unit == "value" for part in rule.fine):
            said[
                f"{provision(rule)}的罚款按{rule.value_of}计算,记录中没有这一数额",
                f"the fine of {provision(rule)} is measured by a value that no record has ({rule.value_of})",
            ] = None
    return tuple(zh if lang == "zh" else en for zh, en in said)
