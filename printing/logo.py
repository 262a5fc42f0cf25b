"""A station's logo: a small picture, looked at before it is decoded, kept as plain RGB."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from printing import jpeg
from printing.errors import PaperError

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

MOST_BYTES = 1_000_000
MOST_PIXELS = 4_000_000
KEPT_WIDTH, KEPT_HEIGHT = 900, 360
"""Pixels kept of a larger one: more than 600 dpi where it is printed."""

_PNG = b"\x89PNG\r\n\x1a\n"


class BadLogo(PaperError):
    """A file is no logo that can be printed; the sentence says why."""

    kind = "logo"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of `width` by `height` pixels, three bytes a pixel."""

    width: int
    height: int
    rgb: bytes = field(repr=False)

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Give the largest size in points that keeps its proportions."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale

    def draw(self, canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
        """Draw it, `x` and `y` its lower left corner, all in points."""
        from PIL import Image  # here and below for start-up time
        from reportlab.lib.utils import ImageReader

        picture = Image.frombytes("RGB", (self.width, self.height), self.rgb)
        canvas.drawImage(ImageReader(picture), x, y, width, height)


def read(path: Path) -> Logo:
    """Give the logo in a PNG or JPEG file; raise `BadLogo` for one that is missing, large, damaged or neither.

    The size is read from the file's head, so that a small file of many pixels is refused before it fills the
    memory.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise BadLogo("没有图像文件“{name}”", name=path.name) from error
    except OSError as error:
        raise BadLogo(
            "图像文件“{name}”无法读取（{reason}）", name=path.name, reason=error.strerror or ""
        ) from error
    if len(content) > MOST_BYTES:
        raise BadLogo("图像文件“{name}”超过1MB，请换用较小的图像", name=path.name)
    size = _png_size(content) or jpeg.shape(content)
    if size is None:
        raise BadLogo("文件“{name}”不是完整的PNG或JPEG图像", name=path.name)
    if size[0] * size[1] > MOST_PIXELS:
        raise BadLogo(
            "图像文件“{name}”为{width}×{height}像素，超过400万像素，请换用较小的图像",
            name=path.name,
            width=str(size[0]),
            height=str(size[1]),
        )
    return _decoded(content, path.name)


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR":
        return None
    width, height = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    return (width, height) if width and height else None


def _decoded(content: bytes, name: str) -> Logo:
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            picture = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise BadLogo("图像文件“{name}”已损坏，无法打开", name=name) from error
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    plain = paper.convert("RGB")
    plain.thumbnail((KEPT_WIDTH, KEPT_HEIGHT), Image.Resampling.LANCZOS)
    return Logo(plain.width, plain.height, plain.tobytes())
