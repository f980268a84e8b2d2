"""Which agency or court speaks (处罚机关、法院): labelled, in the signature, in the title."""

from __future__ import annotations

import re

from supervision_rules.documents._document import Document
from supervision_rules.documents._model import LABELLED, PLACED, Field

_ENDING = (
    r"(?:局|委员会|委|厅|人民政府|政府|办公室|管理处|管理所|支队|总队|大队|中队|派出所|"
    r"管理段|管理站|公路段|公路局|海事处|执法队|执法所|执法处|管委会|林业站|监督所|监督站|"
    r"监察队|段|所|队|处|站|中心)"
)
ORGAN = re.compile(rf"[\u3400-\u9fff×某]{{2,36}}?{_ENDING}(?:[\u3400-\u9fff]{{0,14}}{_ENDING})*")
_SEAL = re.compile(
    r"（(?:印章|盖章|公章|行政机关印章|处罚机关印章|机关印章|单位印章|印|章|签章|加盖印章|"
    r"行政执法专用章|行政处罚专用章|盖章处)）|印章$|盖章$"
)
_OF_CITY = re.compile(r"[\u3400-\u9fff]{2,7}?[市州县盟]")
_KINDS = (
    r"(?:公安交通管理|公安交管|公安|交通运输|交通|道路运输|公路|城市管理|城管|市场监督管理|"
    r"综合行政执法|简易程序|一般程序|当场|现场|治安管理|税务|环境保护|生态环境|水行政|"
    r"林业|卫生|安全生产|应急管理|行政)*"
)
_TITLE = re.compile(
    rf"^(?:关于)?(?P<organ>.*?{_ENDING})(?:关于)?(?:(?:19|20)\d\d年[^，。]{{0,10}}?)?(?P<rest>{_KINDS}(?:简易程序|当场)?(?:行政)?(?:当场)?处罚.*)$"
)


def agency_of(document: Document, signature: tuple[int, int] | None, title: tuple[int, int] | None) -> Field | None:
    """The agency: by its label, in the signature, or in the title; the longer where one ends with the other.

    `signature` is the place in which the decision is signed, `title` that of the title's line; None where unknown.
    """
    for item in document.of("agency", "agency_and_day"):
        words = document.words(item)
        match = ORGAN.match(words)
        if match and len(match.group()) >= 4:
            return document.field(
                document.written(item.start, item.start + match.end()), item.start, item.start + match.end(), LABELLED
            )
    places = [place for place in (_signed(document, signature), *_titled(document, title)) if place]
    if not places:
        return None
    best = places[0]
    for place in places[1:]:
        longer, short = document.text[slice(*place)], document.text[slice(*best)]
        # a seal that begins with a city or county is whole; the province before it in a title adds nothing
        whole = _OF_CITY.match(short) is not None and longer.removesuffix(short).endswith(("省", "自治区"))
        if longer.endswith(short) and not whole:
            best = place
    return document.field(document.written(*best), *best, PLACED)


def _signed(document: Document, signature: tuple[int, int] | None) -> tuple[int, int] | None:
    if signature is None:
        return None
    return next(filter(None, (_organ_line(document, *line) for line in _lines_up(document, signature))), None)


def _lines_up(document: Document, place: tuple[int, int]) -> list[tuple[int, int]]:
    return [line for line in document.source.lines if place[0] <= line[0] and line[1] <= place[1]][::-1]


def _organ_line(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The place of an agency's name that is all a line holds, apart from a seal's mark and a date."""
    for date in document.dates_in(start, end):
        end = min(end, date.start)
    words = document.text[start:end]
    words = _SEAL.sub(lambda seal: "\t" * len(seal.group()), words)
    for part in re.finditer(r"[^\t ：]+", words):
        bare = part.group().rstrip("（")
        if ORGAN.fullmatch(bare) and 4 <= len(bare) <= 40:
            return start + part.start(), start + part.start() + len(bare)
    return None


def _titled(document: Document, title: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The agency within the title, or alone on the line above it."""
    if title is None:
        return []
    start, end = title
    match = _TITLE.match(document.text[start:end].replace(" ", "").strip("《》"))
    if match:
        organ = match["organ"]
        place = document.text.find(organ, start, end)
        if place >= 0 and ORGAN.fullmatch(organ):
            return [(place, place + len(organ))]
    above = [line for line in document.source.lines if line[1] <= start and line[1] > line[0]][-2:]
    return list(filter(None, (_organ_line(document, *line) for line in reversed(above))))[:1]
