"""What is said of queues, trays, sides and offsets, in the screen's language."""

from __future__ import annotations

from desktop.domain.print_settings import PrintSetting, Sides
from desktop.ui.kit.text import text

AS_QUEUE = "-"
"""The choice that leaves something to the queue."""


def tray_words(tray: str) -> str:
    """Say a tray as people do; one that only its maker knows by its own name."""
    name = tray.partition("=")[2]
    known = {
        "auto": text("printers", "自动选择"),
        "manual": text("printers", "手动进纸"),
        "manualfeed": text("printers", "手动进纸"),
        "multipurpose": text("printers", "多功能纸盒"),
        "envelope": text("printers", "信封进纸"),
    }
    digits = name.lower().removeprefix("tray")
    if digits.isascii() and digits.isdigit():
        return text("printers", "纸盒{number}").format(number=digits)
    return known.get(name.lower(), name)


def sides_words(sides: Sides) -> str:
    """Say on which sides it is printed."""
    return {
        Sides.AS_QUEUE: text("printers", "按打印机设置"),
        Sides.ONE: text("printers", "单面"),
        Sides.LONG_EDGE: text("printers", "双面，长边翻转"),
        Sides.SHORT_EDGE: text("printers", "双面，短边翻转"),
    }[sides]


def offset_words(setting: PrintSetting) -> str:
    """Say how far it is moved, in millimetres."""
    if not (setting.right or setting.down):
        return "—"
    words = text("printers", "右 {right:+.1f}　下 {down:+.1f}")
    return words.format(right=setting.right / 10, down=setting.down / 10)
