"""The photo: framed with keys or the mouse, cut to its size, and told when it cannot be read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop.domain.codes import CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.screens.application.applying import (
    ELIGIBLE,
    ENTER,
    SPACE,
    OpenDesk,
    Person,
    choose_photo,
    states,
)


def test_the_photo_is_exactly_358_by_441_at_350_dpi_and_is_stored_with_the_case(
    open_desk: OpenDesk, person: Person, counter: Counter, picture: Path
) -> None:
    desk = open_desk(person(ELIGIBLE))
    choose_photo(desk, picture)
    assert desk.find("material_photo").isChecked()
    desk.submit("remark")
    photo = counter.applications.resume(desk.papers[0]).photo
    assert photo is not None
    read = Image.open(BytesIO(photo))
    assert (read.size, read.format, read.info["dpi"]) == ((358, 441), "JPEG", (350, 350))


def test_the_arrows_and_the_signs_frame_the_photo(open_desk: OpenDesk, person: Person, picture: Path) -> None:
    desk = open_desk(person(ELIGIBLE))
    choose_photo(desk, picture)
    for _ in range(20):
        desk.key("photo_crop", Qt.Key.Key_Left)
    photo = desk.presenter.photo
    assert photo.crop.left == 0
    assert Image.open(BytesIO(photo.photo or b"")).getpixel((200, 220))[0] < 60
    before = photo.crop.width
    desk.key("photo_crop", "+")
    assert photo.crop.width < before
    desk.key("photo_crop", "-")
    desk.key("photo_crop", "-")
    assert photo.crop.height == pytest.approx(1.0)
    desk.key("photo_crop", ENTER)
    assert desk.focus() == "remove_photo"


def test_the_mouse_carries_the_frame(open_desk: OpenDesk, person: Person, picture: Path) -> None:
    desk = open_desk(person(ELIGIBLE))
    choose_photo(desk, picture)
    crop, before = desk.find("photo_crop"), desk.presenter.photo.crop.left
    middle = crop.rect().center()
    QTest.mousePress(crop, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(crop, middle + middle / 4)
    QTest.mouseRelease(crop, Qt.MouseButton.LeftButton, pos=middle + middle / 4)
    assert desk.presenter.photo.crop.left > before


def test_a_bad_file_gives_a_sentence_and_keeps_the_photo_before(
    open_desk: OpenDesk, person: Person, picture: Path, tmp_path: Path
) -> None:
    desk = open_desk(person(ELIGIBLE))
    choose_photo(desk, picture)
    before = desk.presenter.photo.photo
    (tmp_path / "notes.txt").write_text("no picture")
    line = desk.find("photo")
    assert isinstance(line, QLineEdit)
    line.selectAll()
    choose_photo(desk, tmp_path / "notes.txt")
    assert "不是可用的照片" in desk.said
    assert desk.presenter.photo.photo == before
    assert line.text() == str(tmp_path / "notes.txt")
    line.selectAll()
    choose_photo(desk, tmp_path / "gone.jpg")
    assert "没有这个照片文件" in desk.said


def test_a_picture_file_can_be_dropped(open_desk: OpenDesk, person: Person, picture: Path) -> None:
    desk = open_desk(person(ELIGIBLE))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(picture))])
    card = desk.view._photo
    card.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            files,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert desk.presenter.photo.photo is not None


def test_a_photo_typed_but_not_opened_yet_is_not_told_as_missing(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor, picture: Path
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("ground", Qt.Key.Key_F8)
    desk.type("photo", f'"{picture}"')
    desk.submit("photo")
    assert states(counter, person(ELIGIBLE), actor) == [CaseState.ACCEPTED]


def test_the_photo_row_leads_to_the_photo(open_desk: OpenDesk, person: Person) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("material_photo", SPACE)
    assert desk.focus() == "photo"
    assert not desk.find("material_photo").isChecked()


def test_a_key_opens_the_programs_own_file_dialog(open_desk: OpenDesk, person: Person, picture: Path) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("ground", Qt.Key.Key_F7)
    [dialog] = desk.view.window().findChildren(QFileDialog)
    dialog.fileSelected.emit(str(picture))
    dialog.close()
    assert desk.presenter.photo.photo is not None
    assert desk.find("photo").text() == str(picture)
    desk.key("remove_photo", SPACE)
    assert desk.presenter.photo.photo is None
    assert desk.find("photo").text() == ""
