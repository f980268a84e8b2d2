"""What a site adds below a document (网站栏目): links to neighbouring pages, notices, who runs the site."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supervision_rules.documents._blocks import Block, Line

_BELOW = re.compile(
    r"[\s【\[<《]*(?:上一(?:篇|条|则|页)|下一(?:篇|条|则|页)|前一篇|后一篇|相关(?:文章|链接|阅读|推荐|信息|新闻|文档|稿件|内容)|"
    r"热点|热门|猜你喜欢|推荐阅读|通知公告[：:]|友情链接|分享到|扫一扫|打印(?:本页|此页|】)|关闭(?:窗口|】)|返回(?:顶部|列表)|"
    r"主办(?:单位)?[：:]|承办(?:单位)?[：:]|版权所有|网站(?:地图|标识码)|Copyright|©|\S{0,3}ICP备)"
)
_OWN = re.compile(r"当事人|被处罚|不服|裁定如下|审\s*判\s*[长员]|决定如下|缴纳|送达")
_LEAST = 200
"""Characters of text before a site's links can be the ones below it; the page's head has such links too."""


def without_links(blocks: Sequence[Block]) -> list[Block]:
    """The blocks up to the links below the document; all of them where words of a decision follow the links."""
    length = 0
    for place, block in enumerate(blocks):
        if isinstance(block, Line):
            if length >= _LEAST and _BELOW.match(block.text) and not _owned(blocks[place:]):
                return list(blocks[:place])
            length += len(block.text)
        else:
            length += sum(len(cell) for row in block.rows for cell in row)
    return list(blocks)


def _owned(blocks: Sequence[Block]) -> bool:
    """Whether the blocks hold a table or words that decisions and rulings use of their own case."""
    return any(not isinstance(block, Line) or _OWN.search(block.text) for block in blocks)
