"""The one barcode or two-dimensional code at a place of a finished page, decoded as a stranger would."""

from __future__ import annotations

from typing import Any, Literal

DPI = 203
"""The coarsest head a paper is printed on."""


def decoded(page: Any, around: tuple[float, ...], kind: Literal["Code128", "QRCode"]) -> str:
    """Decode the one symbol of a kind on a page, `around` cut off left, below, right and above; "" if not one."""
    import zxingcpp  # here for start-up time

    bitmap = page.render(scale=DPI / 72, crop=around, grayscale=True)
    try:
        lines = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
        found = zxingcpp.read_barcodes(
            lines,
            formats=zxingcpp.BarcodeFormats(getattr(zxingcpp.BarcodeFormat, kind)),
            try_rotate=False,
            try_downscale=False,
            try_invert=False,
        )
    finally:
        bitmap.close()
    return found[0].text if len(found) == 1 else ""
