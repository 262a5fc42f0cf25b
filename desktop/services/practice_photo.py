"""The photo of the practice station: a drawn figure, nobody's face."""

from __future__ import annotations

from io import BytesIO


def sample_photo() -> bytes:
    """Return a drawn figure in the size of a permit photo: nobody's face."""
    from PIL import Image, ImageDraw

    from desktop.services.photos import DPI, HEIGHT, QUALITY, WIDTH

    picture = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((94, 300, 264, 560), fill="#7b8794")
    pen.ellipse((109, 70, 249, 260), fill="#e4c7a8")
    pen.pieslice((99, 50, 259, 220), 180, 360, fill="#3a3a3a")
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, dpi=(DPI, DPI))
    return out.getvalue()
