"""Make text in our PDFs searchable beyond U+FFFF; the one place where ReportLab is changed.

ReportLab 5.1 writes a code point such as U+2C35B into the font's ToUnicode table as `<2C35B>`, which
every reader takes for U+2C35, and puts more than the allowed 100 characters into one block (Adobe
Technical Note 5411, 1.4.1). Text copied or searched from the page is then wrong for rare names.
"""

from __future__ import annotations

from collections.abc import Sequence

BLOCK = 100


def install() -> None:
    """Put `to_unicode_map` in ReportLab's place, for this process. Doing it twice does no harm."""
    from reportlab.pdfbase import ttfonts  # here for start-up time

    ttfonts.makeToUnicodeCMap = to_unicode_map


def to_unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """Give the ToUnicode table of a subset: code n means `subset[n]`, written as UTF-16BE."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({font_name})",
        f"/Ordering ({font_name})",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for start in range(0, len(subset), BLOCK):
        block = subset[start : start + BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        for place, code in enumerate(block, start):
            lines.append(f"<{place:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>")
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
