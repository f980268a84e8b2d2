"""The words that a reader of citations looks for (引用的标志词)."""

from __future__ import annotations

import re

from supervision_rules.law._citation_members import CIRCLED
from supervision_rules.law._citation_titles import KINDS
from supervision_rules.law._numerals import NUMERAL_CHARACTERS

_NUMERAL = f"[{NUMERAL_CHARACTERS}]"
DEFINES = re.compile(
    '(?:简称|下称|统称|以下称)(?:之?为|作|是)?:?[《〈“"]{0,2}(?P<name>[^《》〈〉“”",;。()]{1,30})[》〉”"]{0,2}'
)
TOKEN = re.compile(
    rf"(?P<title>[《〈])|(?P<defines>简称|下称|统称|以下称)|"
    rf"(?P<same>(?<![合共相不等如])同|该|(?<![基根])本|(?<![因如])此|前述|上述|前引|上列|前列)(?P<kind>{KINDS})|"
    rf"(?P<here>(?<![合共相不等如])同|该|(?<![基根])本|(?<![因如])此)(?P<what>条(?![例件款文])|款(?!项))|"
    rf"(?<![以此之日目提])前(?P<count>[一二两三四五2-5]?)(?P<before>[条款项])(?![例件项目])|"
    rf"(?P<list>第(?=[(\[]?(?:{_NUMERAL}|[{CIRCLED}])))|(?P<digits>(?<=[法例定则释])(?:[\d一二三四五六七八九十百零〇]{{1,7}}条(?!例)|\d{{1,4}}\.\d{{1,2}}\.\d))"
)
GAP = re.compile(
    rf"(?:[,:(]|的|之|中的|中|里的|规定的|当中|其|第{_NUMERAL}{{1,5}}[编章节](?:[\u4e00-\u9fff]{{1,12}}?(?=第))?){{0,5}}+(?=[第\d]|[一二三四五六七八九十百]+条)"
)
# What may stand between a provision and the statute named further before, where nothing else names one.
GLUE = re.compile(
    r"(?:[、,;:(“\"》)\]/]|规定|之|的|[和及与或并其至到]|根据|依据|依照|按照|违反了?|适用|参照|中|[条款项])$"
)
# 作出了规定三条: how many, not which.
COUNTED = re.compile("(?:.{0,7}(?:规定|办法|标准|基准)|.{0,2})[一二三四五六七八九十百零〇]")
STOP = re.compile("[。!?！？]")
# Before a bracketed word that only says the kind: 该《条例》.
AGAIN = re.compile("(?:同|该|本|此|前述|上述)$")
