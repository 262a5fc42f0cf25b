"""Photos for permits: any picture a clerk is handed, cropped to 358 × 441 pixels at 350 dpi.

The size, resolution and JPEG quality are those of GA 461-2004 as it is widely quoted.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from desktop.domain.errors import BadInput, sentence

WIDTH, HEIGHT, DPI, QUALITY = 358, 441, 350, 70
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 60_000_000
_FORMATS = ("JPEG", "PNG", "BMP", "TIFF", "WEBP")


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a picture to keep, as fractions of its width and height from the top left."""

    left: float
    top: float
    width: float
    height: float


def read_picture(path: Path) -> bytes:
    """Return the file's bytes; BadInput("photo") when it is gone, unreadable or over 20 MB."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise BadInput(
                "photo",
                sentence("errors", "照片文件有{size}MB，超过{most}MB。请另选或先缩小。").fill(
                    size=round(size / 1024 / 1024), most=MOST_BYTES // 1024 // 1024
                ),
            )
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            "photo",
            sentence("errors", "照片文件读不出来：{path}（{reason}）。").fill(
                path=str(path), reason=error.strerror or type(error).__name__
            ),
        ) from error


def centred(width: int, height: int) -> Crop:
    """Return the largest crop of the permit's proportions: centred across, a little above the middle."""
    wanted = WIDTH / HEIGHT
    if width / height > wanted:
        part = wanted * height / width
        return Crop((1 - part) / 2, 0.0, part, 1.0)
    part = width / wanted / height
    return Crop(0.0, (1 - part) / 3, 1.0, part)


def prepare(content: bytes, crop: Crop | None = None) -> bytes:
    """Return the picture as a permit photo: JPEG, RGB, 358 × 441 pixels, 350 dpi.

    Raises BadInput("photo") for what is no picture, is too large, or is smaller than the photo needed.
    """
    from PIL import Image, ImageOps

    not_a_picture = BadInput(
        "photo", sentence("errors", "这个文件不是可用的照片（支持 JPG、PNG、BMP、TIFF、WEBP）。")
    )
    if len(content) > MOST_BYTES:
        raise BadInput("photo", sentence("errors", "照片文件超过20MB。请另选或先缩小。"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(BytesIO(content), formats=_FORMATS)
            if opened.width * opened.height > MOST_PIXELS:
                raise BadInput(
                    "photo",
                    sentence("errors", "照片有{width}×{height}像素，超过本程序的上限。请另选或先缩小。").fill(
                        width=opened.width, height=opened.height
                    ),
                )
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except BadInput:
        raise
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        raise not_a_picture from error
    part = crop or centred(picture.width, picture.height)
    box = (
        round(part.left * picture.width),
        round(part.top * picture.height),
        round((part.left + part.width) * picture.width),
        round((part.top + part.height) * picture.height),
    )
    if box[2] - box[0] < WIDTH // 2 or box[3] - box[1] < HEIGHT // 2:
        raise BadInput(
            "photo",
            sentence("errors", "所选部分只有{width}×{height}像素，太小，印出来会模糊（至少{w}×{h}）。").fill(
                width=box[2] - box[0], height=box[3] - box[1], w=WIDTH // 2, h=HEIGHT // 2
            ),
        )
    out = BytesIO()
    picture.crop(box).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(
        out, "JPEG", quality=QUALITY, dpi=(DPI, DPI)
    )
    return out.getvalue()
