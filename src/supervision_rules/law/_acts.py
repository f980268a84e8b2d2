"""Reading the punished acts from the shipped files and from a user's own (行为数据的读取)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path

from supervision_rules.errors import LawDataError, Place
from supervision_rules.law._act_files import ActEntry, ActsFile, FineEntry, RuleEntry, place
from supervision_rules.law._act_model import Act, Acts, FineRange, NoPenalty, PenaltyRule, Sanction
from supervision_rules.law._marked import Marked, check_marked, near, raise_marked, read_marked
from supervision_rules.law._numerals import chinese_number

__all__ = ["Acts", "load_acts"]

_SYNTAX = "SR440"
_VALUE = "SR441"
_CROSS = "SR442"
_UNREADABLE = "SR443"

_Texts = list[tuple[str, str]]


def load_acts(*folders: Path) -> Acts:
    """The acts of the package's law data, with those of the folders given on top.

    Args:
        folders: folders of `*.yaml` in the same form. An act of theirs takes the place of one of the same name as a
            whole, in the order given; a statute may have acts in several files.

    Raises:
        LawDataError: data that isn't right; all that is wrong in all files, each with file, line and column.
    """
    marked: list[Marked] = []
    acts: dict[str, Act] = {}
    no_penalties: list[NoPenalty] = []
    digest = hashlib.sha256()
    for texts in (_shipped(), *map(_texts, folders)):
        here: dict[str, Marked] = {}
        for name, text in texts:
            digest.update(text.encode())
            one = read_marked(text, name, code=_SYNTAX)
            marked.append(one)
            file = check_marked(one, ActsFile, code=_VALUE)
            if file is not None:
                _cross_check(one, file, here)
                acts |= {act.name: act for act in _acts(file)}
                no_penalties += _no_penalties(file)
    raise_marked(marked)
    return Acts(list(acts.values()), no_penalties, digest.hexdigest())


def _shipped() -> _Texts:
    folder = resources.files("supervision_rules.law").joinpath("data/acts")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return [(file.name, file.read_text("utf-8")) for file in files]


def _texts(folder: Path) -> _Texts:
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not files:
        raise LawDataError.of(
            _UNREADABLE,
            "没有这个目录,或其中没有 .yaml 文件",
            "no such folder, or no .yaml file in it",
            place=Place(str(folder)),
        )
    try:
        return [(str(file), file.read_text("utf-8-sig")) for file in files]
    except (OSError, UnicodeDecodeError) as error:
        raise LawDataError.of(
            _UNREADABLE, f"读不了:{error}", f"can't be read: {error}", place=Place(str(folder))
        ) from error


def _cross_check(marked: Marked, file: ActsFile, here: dict[str, Marked]) -> None:
    """What one part of the file says about another."""
    versions = [version.passed for version in file.versions]
    if versions != sorted(set(versions)):
        marked.note(_CROSS, ("versions",), "版本应按日期排列,不得重复", "versions in order of their dates, each once")
    for index, entry in enumerate(file.acts):
        path = ("acts", index)
        if entry.act in here:
            zh, en = f"行为“{entry.act}”重复,已见于 {here[entry.act].name}", f"the act '{entry.act}' is there twice"
            marked.note(_CROSS, (*path, "act"), zh, en)
        here[entry.act] = marked
        _check_versions(marked, entry, versions, path)
    for index, other in enumerate(file.no_penalties):
        for number, day in enumerate(other.versions):
            _known(marked, day, versions, ("no_penalties", index, "versions", number))


def _check_versions(marked: Marked, entry: ActEntry, versions: Sequence[dt.date], path: tuple[str | int, ...]) -> None:
    seen: set[dt.date] = set()
    for index, rule in enumerate(entry.rules):
        for number, day in enumerate(rule.versions):
            where = (*path, "rules", index, "versions", number)
            _known(marked, day, versions, where)
            if day in seen:
                zh = f"行为“{entry.act}”在 {day} 版本中已有罚则"
                marked.note(_CROSS, where, zh, f"'{entry.act}' has a rule for {day} already")
            seen.add(day)
    wanted = {day for day in versions[1:] if day in seen}
    if wanted != set(entry.weights):
        said = "、".join(str(day) for day in sorted(wanted)) or "无"
        marked.note(
            _CROSS,
            (*path, "weights"),
            f"weights 应逐一写明首个版本之后的各版本:{said}",
            f"weights must name each version but the first: {', '.join(map(str, sorted(wanted))) or 'none'}",
            key=True,
        )
    for day, weight in entry.weights.items():
        unpunished = any(day in rule.versions and not rule.punished for rule in entry.rules)
        if (weight == "unpunished") != unpunished:
            marked.note(
                _CROSS,
                (*path, "weights", str(day)),
                "unpunished 应与该版本的 punished: false 一致",
                "'unpunished' goes with that version's punished: false",
            )


def _known(marked: Marked, day: dt.date, versions: Sequence[dt.date], path: tuple[str | int, ...]) -> None:
    if day not in versions:
        hint_zh, hint_en = near(str(day), [str(version) for version in versions])
        zh, en = f"文件开头没有列出 {day} 这个版本", f"no version {day} at the head of the file"
        marked.note(_CROSS, path, zh, en, hint_zh=hint_zh, hint_en=hint_en)


def _acts(file: ActsFile) -> list[Act]:
    authorities = {version.passed: version.authority for version in file.versions}
    return [
        Act(
            name=entry.act,
            title=entry.title,
            title_en=entry.title_en,
            rules=tuple(
                sorted(
                    (
                        _rule(file.statute, entry, rule, day, authorities)
                        for rule in entry.rules
                        for day in rule.versions
                    ),
                    key=lambda rule: rule.version,
                )
            ),
            weights=dict(sorted(entry.weights.items())),
        )
        for entry in file.acts
    ]


def _rule(
    statute: str, entry: ActEntry, rule: RuleEntry, version: dt.date, authorities: Mapping[dt.date, str]
) -> PenaltyRule:
    article, suffix, paragraph, item, sentence = place(rule.at)
    duties = [place(duty) for duty in rule.duties or entry.duties]
    return PenaltyRule(
        act=entry.act,
        statute=statute,
        version=version,
        article=article,
        suffix=suffix,
        paragraph=paragraph,
        item=item,
        sentence=sentence,
        sanctions=tuple(Sanction(one.kind, one.mode, one.when, one.word, one.by) for one in rule.sanctions),
        requires_refusal=rule.requires_refusal,
        requires_serious=rule.requires_serious,
        fine=tuple(_fine(one) for one in rule.fine),
        may_fine=rule.may_fine,
        threshold=rule.threshold.yuan if rule.threshold else None,
        on_threshold=rule.threshold.exactly if rule.threshold else "open",
        value_of=next((one.of for one in rule.fine if one.of not in ("", "gains")), ""),
        duties=tuple((duty[0], duty[2], duty[3]) for duty in duties),
        actors=rule.actors or entry.actors,
        measures=rule.measures,
        authority=rule.authority or authorities.get(version, ""),
        self_enforced=rule.self_enforced,
        punished=rule.punished,
        refers=rule.refers,
        source=_source(statute, version, article, suffix, paragraph, item),
    )


def _fine(entry: FineEntry) -> FineRange:
    if entry.yuan is not None:
        return FineRange(*entry.yuan, "yuan", entry.gains, entry.serious)
    assert entry.times is not None
    return FineRange(*entry.times, "gains" if entry.of == "gains" else "value", entry.gains, entry.serious)


def _source(statute: str, version: dt.date, article: int, suffix: int, paragraph: int | None, item: int | None) -> str:
    """Such as 《道路运输条例》(2023-07-20)第六十三条第一项."""
    words = f"《{statute}》({version})第{chinese_number(article)}条"
    words += f"之{chinese_number(suffix)}" if suffix else ""
    words += f"第{chinese_number(paragraph)}款" if paragraph else ""
    return words + (f"第{chinese_number(item)}项" if item else "")


def _no_penalties(file: ActsFile) -> list[NoPenalty]:
    return [
        NoPenalty(file.statute, version, *_article(other.at), other.title, other.title_en)
        for other in file.no_penalties
        for version in other.versions
    ]


def _article(at: str) -> tuple[int, int | None]:
    article, _, paragraph, _, _ = place(at)
    return article, paragraph
