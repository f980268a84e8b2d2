"""Why a document can't be read (无法读取的原因), as errors with a code."""

from __future__ import annotations

from pathlib import Path

from supervision_rules.errors import DataError, MissingExtraError, Place


def unreadable(path: Path, why_zh: str, why_en: str) -> DataError:
    """The file can't be opened at all."""
    return DataError.of("SR150", f"无法打开文件:{why_zh}", f"can't open the file: {why_en}", place=Place(str(path)))


def empty(path: Path) -> DataError:
    """The file holds nothing: no characters, no pictures."""
    return DataError.of(
        "SR151", "文件中没有任何内容", "the file holds neither text nor pictures", place=Place(str(path))
    )


def damaged(path: Path, kind: str, detail: str) -> DataError:
    """The file is cut off or damaged."""
    return DataError.of(
        "SR152",
        f"{kind} 文件不完整或已损坏:{detail}",
        f"the {kind} file is incomplete or damaged: {detail}",
        place=Place(str(path)),
        hint_zh="请重新取得该文件",
        hint_en="get the file again",
    )


def encrypted(path: Path, kind: str) -> DataError:
    """The file is protected by a password."""
    return DataError.of(
        "SR153",
        f"{kind} 文件设有密码",
        f"the {kind} file is protected by a password",
        place=Place(str(path)),
        hint_zh="请先去掉密码再读入",
        hint_en="remove the password first",
    )


def old_word(path: Path) -> DataError:
    """A binary file of old Word or WPS."""
    return DataError.of(
        "SR154",
        "这是旧版 Word(.doc/.wps)二进制文件,不能直接读取",
        "this is a binary file of old Word (.doc/.wps)",
        place=Place(str(path)),
        hint_zh="请用 Word 或 WPS 另存为 .docx",
        hint_en="save it as .docx with Word or WPS",
    )


def unsupported(path: Path, kind_zh: str, kind_en: str) -> DataError:
    """A sort of file that isn't read."""
    return DataError.of(
        "SR155",
        f"不支持的文件类型:{kind_zh}",
        f"this sort of file can't be read: {kind_en}",
        place=Place(str(path)),
        hint_zh="可读取 docx、pdf、txt、html",
        hint_en="docx, pdf, txt and html can be read",
    )


def too_large(path: Path, limit: int) -> DataError:
    """Unpacked, the file would be larger than any document is (压缩炸弹)."""
    size = f"{limit // 1_000_000} MB"
    return DataError.of(
        "SR156",
        f"文件(解压后)超过 {size},不像一份法律文书",
        f"the file is larger than {size} (unpacked): no document of this sort is",
        place=Place(str(path)),
    )


def not_decodable(path: Path, tried: str) -> DataError:
    """Text in no encoding that was tried."""
    return DataError.of(
        "SR157",
        f"文字编码无法识别(已试 {tried})",
        f"the text's encoding can't be recognised (tried {tried})",
        place=Place(str(path)),
        hint_zh="请另存为 UTF-8",
        hint_en="save it as UTF-8",
    )


def unreadable_font(path: Path) -> DataError:
    """A PDF whose characters can't be told from their glyphs."""
    return DataError.of(
        "SR158",
        "PDF 中的文字没有可用的字符编码,读出的是乱码",
        "the PDF's fonts don't say which characters their glyphs are",
        place=Place(str(path)),
        hint_zh="请另存为 docx,或按扫描件处理",
        hint_en="save it as docx, or treat it as a scan",
    )


def missing_extra(package: str) -> MissingExtraError:
    """An optional package is needed and isn't installed."""
    return MissingExtraError.of(
        "SR159",
        f"读取法律文书需要 {package},请运行:pip install 'supervision-rules[documents]'",
        f"reading documents needs {package}: pip install 'supervision-rules[documents]'",
    )
