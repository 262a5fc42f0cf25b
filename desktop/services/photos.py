"""Photos for permits: any picture a clerk is handed, cropped to 358 × 441 pixels at 350 dpi.

The size, resolution and JPEG quality are those of GA 461-2004 as it is widely quoted.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput, sentence

if TYPE_CHECKING:
    from PIL import Image

WIDTH, HEIGHT, DPI, QUALITY = 358, 441, 350, 70
LEAST_WIDTH, LEAST_HEIGHT = WIDTH // 2, HEIGHT // 2
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 60_000_000
FULL_BYTES = 30 * 1024
"""A prepared photo is no larger than this unless even quality 40 does not get it there."""
WORKING_SIDE, PREVIEW_SIDE = 4000, 900
"""Longest sides, in pixels, of a picture as it is worked on and as it is shown for cropping."""
SUFFIXES = (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp")
_FORMATS = ("JPEG", "PNG", "BMP", "TIFF", "WEBP")
_APPLE = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a picture to keep, as fractions of its width and height from the top left."""

    left: float
    top: float
    width: float
    height: float


WHOLE = Crop(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture made small for the screen: RGB, three bytes a pixel, lines without padding."""

    width: int
    height: int
    rgb: bytes


class Picture:
    """A picture decoded once: upright, on white, sRGB, at most 4000 pixels a side. Safe to read in any thread."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        self.width, self.height = image.size

    def preview(self) -> Preview:
        """Return the picture with its longer side at most 900 pixels."""
        small = self._image.copy()
        small.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
        return Preview(small.width, small.height, small.tobytes())

    def size_of(self, crop: Crop) -> tuple[int, int]:
        """Return how many pixels wide and high a part is."""
        left, top, right, bottom = self._box(crop)
        return right - left, bottom - top

    def cropped(self, crop: Crop) -> bytes:
        """Return a part as a permit photo: JPEG, 358 × 441 pixels, 350 dpi, mostly 14 to 30 kB.

        Raises BadInput("photo") for a part of less than half the photo's width or height.
        """
        from PIL.Image import Resampling

        width, height = self.size_of(crop)
        if width < LEAST_WIDTH or height < LEAST_HEIGHT:
            raise BadInput(
                "photo",
                sentence(
                    "errors", "所选部分只有{width}×{height}像素，太小，印出来会模糊（至少{w}×{h}）。"
                ).fill(width=width, height=height, w=LEAST_WIDTH, h=LEAST_HEIGHT),
            )
        photo = self._image.resize((WIDTH, HEIGHT), Resampling.LANCZOS, self._box(crop), reducing_gap=3.0)
        written = b""
        for quality in (QUALITY, 60, 50, 40):
            out = BytesIO()
            photo.save(out, "JPEG", quality=quality, dpi=(DPI, DPI))
            written = out.getvalue()
            if len(written) <= FULL_BYTES:
                break
        return written

    def _box(self, crop: Crop) -> tuple[int, int, int, int]:
        return (
            max(0, round(crop.left * self.width)),
            max(0, round(crop.top * self.height)),
            min(self.width, round((crop.left + crop.width) * self.width)),
            min(self.height, round((crop.top + crop.height) * self.height)),
        )


def read_picture(path: Path) -> bytes:
    """Return the file's bytes; BadInput("photo") when it is gone, no file, unreadable or over 20 MB."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise BadInput("photo", sentence("errors", "{path}不是照片文件。").fill(path=str(path)))
        if size > MOST_BYTES:
            raise BadInput(
                "photo",
                sentence("errors", "照片文件有{size}MB，超过{most}MB。请另选或先缩小。").fill(
                    size=round(size / 1024 / 1024), most=MOST_BYTES // 1024 // 1024
                ),
            )
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise BadInput(
            "photo", sentence("errors", "没有这个照片文件：{path}").fill(path=str(path))
        ) from error
    except PermissionError as error:
        raise BadInput(
            "photo", sentence("errors", "没有权限读这个照片文件：{path}").fill(path=str(path))
        ) from error
    except OSError as error:
        raise BadInput(
            "photo",
            sentence("errors", "照片文件读不出来：{path}（{reason}）。").fill(
                path=str(path), reason=error.strerror or type(error).__name__
            ),
        ) from error


def open_picture(content: bytes) -> Picture:
    """Decode a picture; takes tenths of a second for a large one, so never on the screen's thread.

    What is transparent becomes white, the camera's orientation and colour profile are applied. Raises
    BadInput("photo") for what is no picture or is too large.
    """
    from PIL import Image

    if len(content) > MOST_BYTES:
        raise BadInput("photo", sentence("errors", "照片文件超过20MB。请另选或先缩小。"))
    if content[4:8] == b"ftyp" and content[8:12] in _APPLE:
        raise BadInput(
            "photo", sentence("errors", "这是HEIC格式的手机照片，本程序读不了。请在手机上改存为JPG。")
        )
    try:
        opened = Image.open(BytesIO(content), formats=_FORMATS)
        if opened.width * opened.height > MOST_PIXELS:
            raise BadInput(
                "photo",
                sentence("errors", "照片有{width}×{height}像素，超过本程序的上限。请另选或先缩小。").fill(
                    width=opened.width, height=opened.height
                ),
            )
        return Picture(_upright(opened))
    except BadInput:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadInput(
            "photo", sentence("errors", "照片的像素太多，超过本程序的上限。请另选或先缩小。")
        ) from error
    except Exception as error:  # a damaged file fails in as many ways as there are decoders
        raise BadInput(
            "photo", sentence("errors", "这个文件不是可用的照片（支持 JPG、PNG、BMP、TIFF、WEBP）。")
        ) from error


def prepare(content: bytes, crop: Crop | None = None) -> bytes:
    """Return the picture as a permit photo: JPEG, RGB, 358 × 441 pixels, 350 dpi.

    Raises BadInput("photo") for what is no picture, is too large, or is smaller than the photo needed.
    """
    picture = open_picture(content)
    return picture.cropped(crop or centred(picture.width, picture.height))


def centred(width: int, height: int) -> Crop:
    """Return the largest crop of the permit's proportions: centred across, a little above the middle."""
    wanted = WIDTH / HEIGHT
    if width / height > wanted:
        part = wanted * height / width
        return Crop((1 - part) / 2, 0.0, part, 1.0)
    part = width / wanted / height
    return Crop(0.0, (1 - part) / 3, 1.0, part)


def moved(crop: Crop, across: float, down: float) -> Crop:
    """Return the crop moved by parts of its own width and height; it stops at the picture's edges."""
    return _inside(
        Crop(crop.left + across * crop.width, crop.top + down * crop.height, crop.width, crop.height)
    )


def scaled(crop: Crop, factor: float, width: int, height: int) -> Crop:
    """Return the crop made larger (`factor` over 1) or smaller about its middle, in its proportions.

    It grows no further than the picture (`width` × `height` pixels) and shrinks no further than is printable.
    """
    largest = centred(width, height)
    least = min(
        max((LEAST_WIDTH + 1) / width, (LEAST_HEIGHT + 1) / height * largest.width / largest.height), 1
    )
    wide = max(min(crop.width * factor, largest.width), min(least, largest.width))
    high = wide * largest.height / largest.width
    return _inside(Crop(crop.left + (crop.width - wide) / 2, crop.top + (crop.height - high) / 2, wide, high))


def _inside(crop: Crop) -> Crop:
    return Crop(
        min(max(crop.left, 0.0), 1 - crop.width),
        min(max(crop.top, 0.0), 1 - crop.height),
        crop.width,
        crop.height,
    )


def _upright(opened: Image.Image) -> Image.Image:
    from PIL import Image, ImageOps

    profile = opened.info.get("icc_profile")
    opened.draft("RGB", (WORKING_SIDE, WORKING_SIDE))  # a large JPEG is decoded at half size or less
    image = ImageOps.exif_transpose(opened)
    if image.mode.startswith("I"):  # sixteen bits a pixel: `convert` would only cut them off
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    image = _in_srgb(image, profile) if profile and image.mode in ("RGB", "CMYK") else image.convert("RGB")
    image.thumbnail((WORKING_SIDE, WORKING_SIDE), reducing_gap=2.0)
    return image


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Apply a camera's colour profile; one that cannot be read is passed over, as browsers do."""
    from PIL import ImageCms

    try:
        made = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert("RGB")
    return made if made is not None else image.convert("RGB")
