"""Any usable picture becomes a permit photo of exactly the right size; any other is told by a sentence."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from desktop.domain.errors import BadInput
from desktop.services.photos import (
    DPI,
    FULL_BYTES,
    HEIGHT,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    PREVIEW_SIDE,
    WHOLE,
    WIDTH,
    Crop,
    centred,
    moved,
    open_picture,
    prepare,
    read_picture,
    scaled,
)


def written(picture: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def read(photo: bytes) -> Image.Image:
    return Image.open(BytesIO(photo))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "BMP", "TIFF", "WEBP"])
@pytest.mark.parametrize("size", [(358, 441), (2000, 2500), (2500, 2000), (200, 600), (5000, 300)])
def test_every_photo_is_358_by_441_pixels_at_350_dpi(kind: str, size: tuple[int, int]) -> None:
    photo = read(prepare(written(Image.new("RGB", size, "#88aacc"), kind)))
    assert (photo.size, photo.format, photo.mode) == ((WIDTH, HEIGHT), "JPEG", "RGB")
    assert photo.info["dpi"] == (DPI, DPI)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_becomes_white(mode: str) -> None:
    picture = Image.new("RGBA", (400, 500), (0, 0, 0, 0))
    picture.paste((200, 30, 30, 255), (100, 100, 300, 400))
    photo = read(prepare(written(picture.convert(mode))))
    assert min(photo.getpixel((5, 5))) > 250
    assert photo.getpixel((179, 220)) != (255, 255, 255)


def test_sixteen_bit_grey_keeps_its_shades() -> None:
    photo = read(prepare(written(Image.new("I;16", (400, 500), 40000))))
    assert abs(photo.getpixel((100, 100))[0] - 156) <= 2


def test_the_cameras_orientation_is_applied() -> None:
    picture = Image.new("RGB", (600, 400), "white")
    picture.paste("black", (0, 0, 300, 400))  # the left half becomes the top half
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = read(prepare(written(picture, "JPEG", exif=exif)))
    assert photo.getpixel((179, 20))[0] < 30
    assert photo.getpixel((179, 420))[0] > 225


def test_a_camera_profile_is_applied_and_a_damaged_one_passed_over() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for icc in (profile, b"no profile"):
        photo = read(prepare(written(Image.new("RGB", (400, 500), "#3366cc"), "JPEG", icc_profile=icc)))
        assert "icc_profile" not in photo.info
        assert abs(photo.getpixel((100, 100))[2] - 0xCC) <= 3


def test_the_photo_carries_nothing_the_camera_wrote_into_the_file() -> None:
    exif = Image.Exif()
    exif[0x010F] = "maker"
    photo = prepare(written(Image.new("RGB", (400, 500), "grey"), "JPEG", exif=exif))
    assert b"maker" not in photo
    assert not read(photo).getexif()


def test_a_lively_photo_still_keeps_to_thirty_kilobytes() -> None:
    rough = Image.frombytes("RGB", (64, 80), os.urandom(64 * 80 * 3)).resize((716, 882))
    assert len(prepare(written(rough))) <= FULL_BYTES


def test_the_part_asked_for_is_the_part_kept() -> None:
    picture = Image.new("RGB", (1000, 1000), "white")
    picture.paste("black", (500, 500, 1000, 1000))
    assert read(prepare(written(picture), Crop(0.55, 0.55, 0.4, 0.4))).getpixel((179, 220))[0] < 10
    assert read(prepare(written(picture), Crop(0.05, 0.05, 0.4, 0.4))).getpixel((179, 220))[0] > 245


def test_a_part_too_small_to_print_is_refused_with_its_size() -> None:
    with pytest.raises(BadInput, match="100×100") as refused:
        prepare(written(Image.new("RGB", (1000, 1000))), Crop(0, 0, 0.1, 0.1))
    assert refused.value.field == "photo"


@pytest.mark.parametrize(
    "content",
    [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"GIF89a" + b"\0" * 60, b"%PDF-1.7"],
)
def test_what_is_no_picture_is_refused_by_a_sentence(content: bytes) -> None:
    with pytest.raises(BadInput, match="不是可用的照片"):
        open_picture(content)


def test_a_file_cut_short_is_refused() -> None:
    whole = written(Image.new("RGB", (800, 900), "red"), "JPEG")
    with pytest.raises(BadInput, match="不是可用的照片"):
        open_picture(whole[: len(whole) // 2])


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    for side in (8000, 10_000, 15_000):
        with pytest.raises(BadInput, match="上限"):
            open_picture(written(Image.new("1", (side, side))))


def test_a_phones_heic_says_what_to_do() -> None:
    with pytest.raises(BadInput, match="改存为JPG"):
        open_picture(b"\0\0\0\x18ftypheic" + b"\0" * 40)


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"没有这个照片文件.*gone\.jpg"):
        read_picture(tmp_path / "gone.jpg")
    with pytest.raises(BadInput, match="不是照片文件"):
        read_picture(tmp_path)
    with pytest.raises(BadInput, match="没有这个照片文件"):
        read_picture(Path("a\0b"))
    with pytest.raises(BadInput):
        read_picture(Path("x" * 5000))
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(BadInput, match="21MB"):
        read_picture(large)


def test_a_preview_is_bounded_and_whole() -> None:
    preview = open_picture(written(Image.new("RGB", (3000, 1500), "red"))).preview()
    assert (preview.width, preview.height) == (PREVIEW_SIDE, PREVIEW_SIDE // 2)
    assert len(preview.rgb) == preview.width * preview.height * 3


SIDES = st.integers(LEAST_WIDTH + 60, 6000)


@settings(max_examples=60)
@given(SIDES, SIDES, st.lists(st.tuples(st.floats(-2, 2), st.floats(-2, 2), st.floats(0.1, 3)), max_size=12))
def test_however_it_is_moved_and_scaled_the_crop_stays_inside_in_proportion_and_printable(
    width: int, height: int, steps: list[tuple[float, float, float]]
) -> None:
    crop = centred(width, height)
    for across, down, factor in steps:
        crop = scaled(moved(crop, across, down), factor, width, height)
    assert crop.left >= 0
    assert crop.top >= 0
    assert crop.left + crop.width <= 1 + 1e-9
    assert crop.top + crop.height <= 1 + 1e-9
    assert crop.width * width / (crop.height * height) == pytest.approx(WIDTH / HEIGHT)
    if centred(width, height).height * height >= LEAST_HEIGHT + 1 and min(width, height) > 2 * LEAST_HEIGHT:
        assert crop.width * width >= LEAST_WIDTH
        assert crop.height * height >= LEAST_HEIGHT


def test_a_prepared_photo_taken_up_again_is_used_whole() -> None:
    again = open_picture(prepare(written(Image.new("RGB", (700, 900), "grey"))))
    assert again.size_of(WHOLE) == (WIDTH, HEIGHT)
