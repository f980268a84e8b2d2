"""Provisions and their figures in words (条款与幅度的文字)."""

from __future__ import annotations

from decimal import Decimal

from supervision_rules.law import Citation, FineRange, PenaltyRule, Statute, StatuteVersion, chinese_number

_CONDITION = {
    "always": ("", ""),
    "gains": ("有违法所得的", " where there are gains"),
    "serious": ("情节严重的", " where serious"),
    "refuses": ("拒不改正的", " where the order to correct is refused"),
}


def place(article: int, suffix: int = 0, paragraph: int | None = None, item: int | None = None) -> str:
    """Such as 第六十三条第一款第（一）项."""
    text = f"第{chinese_number(article)}条" + (f"之{chinese_number(suffix)}" if suffix else "")
    text += f"第{chinese_number(paragraph)}款" if paragraph else ""
    return text + (f"第（{chinese_number(item)}）项" if item else "")


def provision(rule: PenaltyRule) -> str:
    """A rule's provision with the version it is of: 《道路运输条例》(2023-07-20)第六十三条第一款第（一）项."""
    return f"《{rule.statute}》({rule.version}){place(rule.article, rule.suffix, rule.paragraph, rule.item)}"


def cited(citation: Citation, statute: Statute | None, version: StatuteVersion | None) -> str:
    """A provision as cited, with the version that was looked in."""
    title = statute.title if statute else citation.title
    at = "" if citation.article is None else place(
        citation.article, citation.article_suffix, citation.paragraph, citation.item
    )  # fmt: skip
    name = title if "〔" in title else f"《{title}》"
    return f"{name}{f'({version.passed})' if version else ''}{at}"


def in_force(version: StatuteVersion) -> tuple[str, str]:
    """From when to when a version is in force, in both languages."""
    if version.effective_to is None:
        return f"{version.effective_from}起施行", f"in force from {version.effective_from}"
    return (
        f"{version.effective_from}至{version.effective_to}施行",
        f"in force {version.effective_from} to {version.effective_to}",
    )


def figures(rule: PenaltyRule) -> tuple[str, str]:
    """What a rule gives: kinds with their conditions, and the fine, in both languages."""
    kinds, kinds_en = [], []
    for sanction in rule.sanctions:
        if sanction.kind == "罚款":
            continue
        needed = "always" if rule.requires_refusal and sanction.condition == "refuses" else sanction.condition
        before, after = _CONDITION[needed]
        may = "可以" if sanction.mode == "may" else ""
        kinds.append(f"{before}{may}{sanction.kind}" + ("(与罚款择一)" if sanction.mode == "either" else ""))
        kinds_en.append(f"{sanction.kind}{after}" + (" or a fine" if sanction.mode == "either" else ""))
    fines = [_fine(rule, part) for part in rule.fine]
    kinds += [zh for zh, _ in fines]
    kinds_en += [en for _, en in fines]
    zh, en = ";".join(kinds) or "不处罚款", "; ".join(kinds_en) or "no fine"
    if rule.requires_refusal:
        return f"责令改正后拒不改正的,{zh}", f"only after an order to correct was refused: {en}"
    return zh, en


def _fine(rule: PenaltyRule, part: FineRange) -> tuple[str, str]:
    when, when_en = "", ""
    if rule.threshold == 0 and part.gains == "above":
        when, when_en = "有违法所得的,", "where there are gains: "
    elif rule.threshold is not None and part.gains == "above":
        over = "以上" if rule.on_threshold == "above" else "超过"
        when = (
            f"违法所得{money(rule.threshold)}元{over}的,"
            if over == "以上"
            else f"违法所得超过{money(rule.threshold)}元的,"
        )
        when_en = f"gains {'of' if over == '以上' else 'above'} {money(rule.threshold)} yuan{' or more' if over == '以上' else ''}: "
    elif rule.threshold is not None and part.gains == "below":
        when = f"没有违法所得或者不足{money(rule.threshold)}元的," if rule.threshold else "没有违法所得的,"
        when_en = f"no gains or below {money(rule.threshold)} yuan: "
    if part.serious:
        when, when_en = when + "情节严重的,", when_en + "where serious, "
    may = "可以罚款" if rule.may_fine else "罚款"
    if part.unit == "yuan":
        size = _range(part.minimum, part.maximum)
        return f"{when}{may}{size}元", f"{when_en}{'a fine may be' if rule.may_fine else 'a fine of'} {size} yuan"
    of, of_en = ("违法所得", "the gains") if part.unit == "gains" else (rule.value_of, "the value")
    size = _range(part.minimum, part.maximum)
    return f"{when}{may}为{of}的{size}倍", f"{when_en}a fine of {size} times {of_en}"


def _range(low: Decimal, high: Decimal) -> str:
    if low == high:
        return money(high)
    return f"{money(low)}至{money(high)}" if low else f"不超过{money(high)}"


def money(amount: Decimal) -> str:
    """An amount with thousands marked, without cents where there are none."""
    return f"{amount:,.2f}".removesuffix(".00")
