"""Pages as a phone sees them: crooked, blurred, in uneven light, grainy, squeezed into a JPEG."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter

from printing.preview import rasterise


def scanned(pdf: bytes, page: int = 0, dpi: float = 200) -> Image.Image:
    """Give a page as a scanner would."""
    picture = rasterise(pdf, page, dpi)
    return Image.frombuffer(
        "RGB", (picture.width, picture.height), picture.rgb, "raw", "RGB", picture.stride, 1
    ).copy()


def photographed(
    page: Image.Image, *, turned: float = 4, blurred: float = 1.0, darkest: int = 90, quality: int = 70
) -> Image.Image:
    """Give a page as a photo on a desk: turned by degrees, blurred by so many pixels, dark to one corner."""
    room = round(max(page.size) * 0.08)
    desk = Image.new("RGB", (page.width + 2 * room, page.height + 2 * room), "#6b5a48")
    desk.paste(page, (room, room))
    crooked = desk.rotate(turned, Image.Resampling.BICUBIC, fillcolor="#6b5a48")
    soft = crooked.filter(ImageFilter.GaussianBlur(blurred))
    lit = ImageChops.multiply(soft, _uneven_light(soft.size, darkest))
    return Image.open(BytesIO(jpeg(ImageChops.add(lit, _grain(lit.size), offset=-128), quality)))


@cache
def _uneven_light(size: tuple[int, int], darkest: int) -> Image.Image:
    light = Image.linear_gradient("L").rotate(30, expand=True).crop((60, 60, 280, 280)).resize(size)
    return light.point(lambda value: darkest + value * (255 - darkest) // 255).convert("RGB")


@cache
def _grain(size: tuple[int, int]) -> Image.Image:
    return Image.effect_noise(size, 14).convert("RGB")


def jpeg(image: Image.Image, quality: int = 85) -> bytes:
    """Give a picture as a JPEG file."""
    out = BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()
