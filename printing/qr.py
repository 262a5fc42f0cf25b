"""A QR code as lines of modules, for the screen."""

from __future__ import annotations

from typing import cast

from printing.errors import BadBarcode


def modules(text: str) -> tuple[str, ...]:
    """Give a QR code as lines of 1 (dark) and 0, the upper one first, without the quiet zone of four modules.

    Raises `BadBarcode` for a text that does not fit.
    """
    import zxingcpp  # here for start-up time

    try:
        symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image(
            scale=1, add_quiet_zones=False
        )
    except (ValueError, RuntimeError) as error:
        raise BadBarcode("内容放不进二维码。") from error
    picture = memoryview(cast("bytes", symbol))  # it has the buffer protocol, and does not say so
    height, width = picture.shape or (0, 0)
    flat = bytes(picture)
    return tuple(
        "".join("0" if it else "1" for it in flat[line : line + width])
        for line in range(0, height * width, width)
    )
