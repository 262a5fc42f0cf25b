"""The second step of signing in, by keyboard: a key with its PIN, a code, or registering the first one."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.devices.token import key_file
from desktop.devices.token.key_file import KeyFiles
from desktop.domain import totp
from desktop.domain.codes import Role
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.services.second_factors import SecondFactors
from desktop.services.sign_in import SignIn
from desktop.ui.kit.background import Inline
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.qr import QrCode
from desktop.ui.kit.theme import Look
from desktop.ui.screens.sign_in.presenter import SignInPresenter
from desktop.ui.screens.sign_in.second_step import RegisterSheet, SecondStepSheet
from desktop.ui.screens.sign_in.sheet import NewPasswordSheet
from desktop.ui.screens.sign_in.view import SignInView
from tests.screens.sign_in.test_sign_in import page

PIN = "204080"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(key_file, "KIB", 64)
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def reader(stick: Path) -> KeyFiles:
    return KeyFiles(lambda: [stick])


@pytest.fixture
def factors(station: Counter, reader: KeyFiles) -> SecondFactors:
    return SecondFactors(station.office, station.journal, reader)


@pytest.fixture
def presenter(station: Counter, reader: KeyFiles, inline: Inline) -> SignInPresenter:
    service = SignIn(station.office, station.journal, reader)
    return SignInPresenter(lambda: service, inline)


@pytest.fixture
def view(presenter: SignInPresenter, look: Look, qtbot: QtBot) -> SignInView:
    shown = page(presenter, qtbot)
    presenter.start()
    return shown


@pytest.fixture
def key_of_clerk(factors: SecondFactors, clerk: Actor, stick: Path) -> Path:
    typed = {
        "old_password": "test-pass-1",
        "drive": str(stick),
        "factor_name": "蓝色U盘",
        "new_pin": PIN,
        "new_pin_again": PIN,
    }
    factors.make_token(clerk, str(uuid.uuid4()), typed)
    [path] = stick.iterdir()
    return path


@pytest.fixture
def secret(factors: SecondFactors, clerk: Actor, clock: Any) -> bytes:
    made = factors.new_code(clerk, "test-pass-1")
    code = totp.code(made.secret, totp.step_of(clock.moment))
    factors.register_code(clerk, str(uuid.uuid4()), made, "手机", code)
    clock.moment += timedelta(minutes=2)
    return made.secret


Open = Callable[..., Any]


@pytest.fixture
def begin(view: SignInView, qtbot: QtBot) -> Open:
    """Give name and password, and wait for the sheet."""

    def go(kind: type = SecondStepSheet, name: str = "one", password: str = "test-pass-1") -> Any:  # noqa: S107
        view.form.set_values({"counter_number": "3", "sign_in_name": name, "password": password})
        QTest.keyClick(view.form.field("password").box, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: (found := view.findChild(kind)) is not None and found.isVisible())
        return view.findChild(kind)

    return go


def enter(box: Any, words: str) -> None:
    box.selectAll()
    QTest.keyClicks(box, words)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_the_key_that_is_plugged_in_is_found_and_its_pin_signs_in(
    begin: Open, presenter: SignInPresenter, key_of_clerk: Path, qtbot: QtBot
) -> None:
    sheet = begin()
    assert sheet._place.value() == str(key_of_clerk)
    assert not sheet._code.isVisible()
    qtbot.waitUntil(sheet._pin.box.hasFocus)
    enter(sheet._pin.box, "204081")
    assert "PIN不对" in sheet._pin.problem
    with qtbot.waitSignal(presenter.opened) as opened:
        enter(sheet._pin.box, PIN)
    assert opened.args[0].sign_in_name == "one"


def test_a_key_plugged_in_later_is_found_by_itself_and_one_pulled_out_is_gone(
    begin: Open, presenter: SignInPresenter, key_of_clerk: Path, tmp_path: Path
) -> None:
    away = key_of_clerk.rename(tmp_path / "away")
    sheet = begin()
    assert sheet._place.value() == ""
    enter(sheet._pin.box, PIN)
    assert "没有看到密钥" in sheet._place.problem
    away.rename(key_of_clerk)
    presenter.look_for_keys()
    assert sheet._place.value() == str(key_of_clerk)
    assert sheet._place.problem == ""
    key_of_clerk.rename(away)
    enter(sheet._pin.box, PIN)
    assert "U盘可能已经拔出" in sheet._strip.words()
    presenter.look_for_keys()
    assert sheet._place.value() == ""


def test_a_file_that_lies_elsewhere_is_chosen_and_stays_chosen(
    begin: Open, presenter: SignInPresenter, key_of_clerk: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    elsewhere = key_of_clerk.rename(tmp_path / "mine.rckey")
    sheet = begin()
    sheet.take_file(str(elsewhere))
    presenter.look_for_keys()
    assert sheet._place.value() == str(elsewhere)
    with qtbot.waitSignal(presenter.opened):
        enter(sheet._pin.box, PIN)


def test_a_code_signs_in_where_there_is_no_key(
    begin: Open, presenter: SignInPresenter, secret: bytes, clock: Any, qtbot: QtBot
) -> None:
    sheet = begin()
    assert not sheet._pin.isVisible()
    assert not sheet._other.isVisible()
    enter(sheet._code.box, "000000")
    assert "动态码不对" in sheet._code.problem
    with qtbot.waitSignal(presenter.opened):
        enter(sheet._code.box, totp.code(secret, totp.step_of(clock.moment)))


def test_who_has_both_changes_from_one_to_the_other(
    begin: Open, key_of_clerk: Path, secret: bytes, qtbot: QtBot
) -> None:
    sheet = begin()
    assert sheet._pin.isVisible()
    qtbot.waitUntil(sheet._pin.box.hasFocus)  # the sheet is the window that has the keys
    sheet._other.click()
    assert (sheet._pin.isVisible(), sheet._code.isVisible()) == (False, True)
    assert sheet._code.box.hasFocus()
    sheet._other.click()
    assert sheet._pin.isVisible()


def test_giving_up_leads_back_to_the_page_and_the_attempt_is_void(
    begin: Open, presenter: SignInPresenter, view: SignInView, key_of_clerk: Path, qtbot: QtBot
) -> None:
    sheet = begin()
    with qtbot.assertNotEmitted(presenter.opened):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        presenter.use_token(str(key_of_clerk), PIN)
    qtbot.waitUntil(lambda: view.findChild(SecondStepSheet) is None)
    assert view.form.values()["sign_in_name"] == "one"
    assert begin() is not None


def test_enter_pressed_twice_opens_one_sheet(begin: Open, view: SignInView, key_of_clerk: Path) -> None:
    begin()
    view.form.submitted.emit()
    assert len(view.findChildren(SecondStepSheet)) == 1


def test_a_password_that_is_due_comes_after_the_key(
    begin: Open, presenter: SignInPresenter, view: SignInView, key_of_clerk: Path, clock: Any, qtbot: QtBot
) -> None:
    clock.moment += timedelta(days=91)
    enter(begin()._pin.box, PIN)
    qtbot.waitUntil(lambda: (found := view.findChild(NewPasswordSheet)) is not None and found.isVisible())
    sheet = view.findChild(NewPasswordSheet)
    assert isinstance(sheet, NewPasswordSheet)
    sheet._new.set_value("willow-22")
    with qtbot.waitSignal(presenter.opened):
        enter(sheet._again.box, "willow-22")


@pytest.fixture
def must(factors: SecondFactors, template: Any) -> None:
    """Auxiliaries must have a second factor."""
    factors.set_rule(template.security, [Role.AUXILIARY], "7", factors.everybody(template.security).rule)


def sheet_of(view: SignInView, name: str, qtbot: QtBot) -> FieldsSheet:
    qtbot.waitUntil(lambda: (found := view.findChild(FieldsSheet, name)) is not None and found.isVisible())
    found = view.findChild(FieldsSheet, name)
    assert isinstance(found, FieldsSheet)
    return found


@pytest.mark.usefixtures("must")
def test_who_must_have_one_registers_a_telephone_and_is_in(
    begin: Open, presenter: SignInPresenter, view: SignInView, clock: Any, qtbot: QtBot
) -> None:
    choose = begin(RegisterSheet)
    choose.findChild(QPushButton, "register_code").click()
    sheet = sheet_of(view, "register_code_sheet", qtbot)
    code = sheet.findChild(QrCode, "code_qr")
    assert isinstance(code, QrCode)
    assert read_back(code).startswith("otpauth://totp/")
    made = presenter._code
    assert made is not None
    enter(sheet.field("code").box, "000000")
    assert "动态码不对" in sheet.field("code").problem
    with qtbot.waitSignal(presenter.opened):
        enter(sheet.field("code").box, totp.code(made.secret, totp.step_of(clock.moment)))


@pytest.mark.usefixtures("must")
def test_who_must_have_one_registers_a_key_and_is_in(
    begin: Open, presenter: SignInPresenter, view: SignInView, stick: Path, qtbot: QtBot
) -> None:
    choose = begin(RegisterSheet)
    for _ in range(2):  # given up once, which leads back to the choice
        choose.findChild(QPushButton, "register_token").click()
        sheet = sheet_of(view, "register_token_sheet", qtbot)
        assert not choose.isVisible()
        cancel = sheet.findChild(QPushButton, "cancel")
        assert isinstance(cancel, QPushButton)
        cancel.click()
        qtbot.waitUntil(lambda: view.findChild(FieldsSheet) is None)
        assert choose.isVisible()
    choose.findChild(QPushButton, "register_token").click()
    sheet = sheet_of(view, "register_token_sheet", qtbot)
    assert sheet.field("drive").value() == str(stick)
    sheet.field("new_pin").set_value("111111")
    enter(sheet.field("new_pin_again").box, "111111")
    assert "不能全部相同" in sheet.field("new_pin").problem
    sheet.field("new_pin").set_value(PIN)
    with qtbot.waitSignal(presenter.opened):
        enter(sheet.field("new_pin_again").box, PIN)
    assert len(list(stick.iterdir())) == 1


def read_back(code: QrCode) -> str:
    """What a camera reads of it."""
    import zxingcpp
    from PIL import Image

    picture = code.grab().toImage()
    picture = picture.convertToFormat(picture.Format.Format_RGB888)
    size = picture.width(), picture.height()
    image = Image.frombytes("RGB", size, bytes(picture.constBits()), "raw", "RGB", picture.bytesPerLine())
    return str(zxingcpp.read_barcodes(image)[0].text)
