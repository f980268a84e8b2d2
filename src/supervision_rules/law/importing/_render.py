"""Statutes as YAML that a lawyer reads and corrects by hand (写成数据文件)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from supervision_rules.law._statute_data import ArticleEntry, RepealEntry, StatuteEntry, VersionEntry

_SHIPPED = """\
# yaml-language-server: $schema=../statutes.schema.json
# {title}:各版本的施行期间和条款结构。只记数目,不含条文。
# articles 一行一条:items 每款一个数,为该款的项数([0, 3]:两款,第二款三项);120-1 是第一百二十条之一。
# hash 是条文文字(不计标点)的摘要。changes 是与前一版本的对照,没有列出的条没有变化。可以手工更正。
"""
_OWN = """\
# 由 supervision-rules law import 导入。可以手工更正;再次导入时,内容不同的不会被覆盖(除非 --replace)。
"""


class _Dumper(yaml.SafeDumper):
    """Words plain where YAML allows, texts of several lines as blocks."""


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _string)


def _scalar(value: Any) -> str:
    """A value on one line."""
    text = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, width=10**9, default_flow_style=True, explicit_end=False
    )
    return text.removesuffix("...\n").strip()


def render(entry: StatuteEntry, *, shipped: bool = False) -> str:
    """A statute's file; the same entry always gives the same text."""
    return "\n".join([(_SHIPPED if shipped else _OWN).format(title=entry.title).rstrip("\n"), *_statute(entry), ""])


def _statute(entry: StatuteEntry) -> Iterator[str]:
    yield f"title: {_scalar(entry.title)}"
    yield f"full_title: {_scalar(entry.full_title)}"
    yield from _optional("short_titles", list(entry.short_titles))
    yield from _optional("number", entry.number)
    yield f"kind: {entry.kind}"
    yield f"punishing: {'true' if entry.punishing else 'false'}"
    yield from _optional("first_effective", entry.first_effective)
    yield from _optional("repealed_on", entry.repealed_on)
    yield from _optional("source", entry.source)
    yield from _optional("amendments", list(entry.amendments))
    if entry.versions:
        yield "versions:"
    for version in entry.versions:
        yield from _version(version)
    if entry.repeals:
        yield "repeals:"
    for repeal in entry.repeals:
        yield from _repeal(repeal)


def _optional(name: str, value: Any, indent: str = "") -> Iterator[str]:
    if value:
        yield f"{indent}{name}: {_scalar(value)}"


def _version(version: VersionEntry) -> Iterator[str]:
    yield f"  - passed: {version.passed}"
    yield f"    effective_from: {version.effective_from}"
    yield from _optional("effective_to", version.effective_to, "    ")
    yield from _optional("known_from", version.known_from, "    ")
    yield from _optional("source", version.source, "    ")
    yield from _optional("missing", list(version.missing), "    ")
    yield from _optional("partial", version.partial, "    ")
    yield from _optional("doubtful", list(version.doubtful), "    ")
    if version.changes is not None:
        changes = version.changes
        yield "    changes:"
        yield f"      compared_with: {changes.compared_with}"
        if changes.moved:
            moved = ", ".join(f"{name}: {before}" for name, before in changes.moved.items())
            yield f"      moved: {{{moved}}}"
        yield from _names("changed", changes.changed)
        yield from _names("added", changes.added)
        yield from _names("removed", changes.removed)
    if version.chapters:
        yield "    chapters:"
        for chapter in version.chapters:
            yield f"      - {{title: {_scalar([chapter.title])[1:-1]}, before: {chapter.before}}}"
    if version.articles is not None:
        yield "    articles:" if version.articles else "    articles: {}"
        for name, article in version.articles.items():
            yield from _article(name, article)


def _names(name: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"      {name}: [{', '.join(names)}]"


def _article(name: str, article: ArticleEntry) -> Iterator[str]:
    if article.items:
        items = ", ".join(map(str, article.items))
        # quoted, because 12345678 and 1234e567 would be numbers to other readers of YAML
        yield f"      {name}: {{items: [{items}]" + (f', hash: "{article.hash}"}}' if article.hash else "}")
        return
    yield f"      {name}:"
    if article.caption:
        yield f"        caption: {_scalar(article.caption)}"
    yield "        paragraphs:"
    for paragraph in article.paragraphs:
        yield from _block("          - text: ", paragraph.text)
        if paragraph.items:
            yield "            items:"
            for item in paragraph.items:
                yield from _block("              - ", item)


def _block(start: str, text: str) -> Iterator[str]:
    """A text behind its key; one of several lines as a block."""
    if "\n" not in text:
        yield start + _scalar(text)
        return
    indent = " " * (len(start) - len(start.lstrip()) + (4 if "text:" in start else 2))
    yield start + "|-"
    for line in text.split("\n"):
        yield indent + line


def _repeal(repeal: RepealEntry) -> Iterator[str]:
    yield f"  - title: {_scalar(repeal.title)}"
    yield from _optional("number", repeal.number, "    ")
    yield f"    on: {repeal.on}"
    yield f"    punishing: {'true' if repeal.punishing else 'false'}"
    yield from _optional("source", repeal.source, "    ")
