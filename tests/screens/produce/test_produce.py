"""Cards made at the counter: reserved, printed one by one, ticked; out of cards in the middle, the rest wait."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.domain.blanks import BlankState
from desktop.domain.codes import PaperKind
from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.services.counter import Counter
from desktop.services.paper_rows import PrinterRow
from desktop.services.production_rows import PhotoSource
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.shortcuts import EVERYWHERE
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.kit.unveil import is_unveiled
from desktop.ui.screens.produce.presenter import ProducePresenter
from desktop.ui.screens.produce.view import ProduceView
from tests.screens.pages import find, in_front, words

CARDS = "证卡机"


def photo() -> bytes:
    made = BytesIO()
    Image.new("RGB", (358, 441), (200, 200, 200)).save(made, "JPEG", quality=70)
    return made.getvalue()


@pytest.fixture
def keeper(counter: Counter) -> Actor:
    """An officer, at the clerk's counter."""
    return counter.sign_in.sign_in("chengang", "yanlian-03", 2)


@pytest.fixture
def granted(counter: Counter, keeper: Actor) -> tuple[int, ...]:
    """Three granted cases that can be made, one without a photo, and five blanks at counter 2."""
    cases = tuple(row.case_id for row in counter.production.waiting() if row.ready)
    counter.blanks.take_back(keeper, str(uuid.uuid4()), "YL00000061", "YL00000120")
    counter.blanks.receive(keeper, str(uuid.uuid4()), "JN0001", "JN0020")
    counter.blanks.move_to_counter(keeper, str(uuid.uuid4()), "JN0001", "JN0005", 2)
    return cases


@pytest.fixture
def printed(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A card printer that takes down what it got, instead of CUPS."""
    sent: list[str] = []
    queue = PrinterRow(CARDS, True, "空闲", True)
    monkeypatch.setattr(counter.papers, "printers", lambda: (queue,))

    def send(actor: Actor, serial: str, printer: str) -> str:
        assert counter.card_prints.pdf(serial).startswith(b"%PDF")
        if len(sent) == 2:
            raise EnvironmentTrouble(sentence("errors", "打印机缺卡。"))
        sent.append(serial)
        return f"{printer}-{len(sent)}"

    monkeypatch.setattr(counter.card_prints, "send", send)
    return sent


@pytest.fixture
def presenter(
    qapp: object, counter: Counter, actor: Actor, inline: Inline, granted: object, printed: object
) -> ProducePresenter:
    return ProducePresenter(counter, actor, inline)


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Callable[[ProducePresenter], ProduceView]:
    def build(presenter: ProducePresenter) -> ProduceView:
        return in_front(qtbot, ProduceView(presenter))

    return build


@pytest.fixture
def screen(show: Callable[[ProducePresenter], ProduceView], presenter: ProducePresenter) -> ProduceView:
    return show(presenter)


def press(view: QWidget, key: Qt.Key, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view, key, held)


def tick(view: QWidget, name: str, *rows: int) -> None:
    for row in rows:
        find(view, name).choose(row)
        QTest.keyClick(find(view, name), Qt.Key.Key_Space)


def states(counter: Counter, *serials: str) -> list[BlankState]:
    return [counter.blanks.find(serial).state for serial in serials]


def test_clerks_find_the_production_among_the_duties(
    counter: Counter, actor: Actor, inline: Inline, qapp: object
) -> None:
    assert duty(counter, actor, inline, lambda *_: None).screens["produce"]().title() == "制证"
    assert EVERYWHERE["produce"] == "Ctrl+Shift+P"


def test_who_waits_is_ticked_by_the_space_bar_and_gets_a_blank(
    screen: ProduceView, presenter: ProducePresenter, counter: Counter
) -> None:
    assert words(screen, "blanks_left") == "2号窗口还有5张空白"
    assert find(screen, "waiting").hasFocus()
    tick(screen, "waiting", 0, 1, 1)  # the second is left out again
    press(screen, Qt.Key.Key_F6)
    assert [card.serial for card in presenter.reserved] == ["JN0001"]
    assert words(screen, "blanks_left") == "2号窗口还有4张空白"
    assert states(counter, "JN0001", "JN0002") == [BlankState.RESERVED, BlankState.COUNTER]


def test_lists_of_another_height_have_the_page_painted_a_band_a_turn(
    qtbot: QtBot, screen: ProduceView, presenter: ProducePresenter
) -> None:
    qtbot.waitUntil(lambda: is_unveiled(screen))
    tick(screen, "waiting", 0)
    assert is_unveiled(screen)
    press(screen, Qt.Key.Key_F6)
    assert not is_unveiled(screen)
    qtbot.waitUntil(lambda: is_unveiled(screen))
    assert len(presenter.reserved) == 1


def test_out_of_cards_in_the_middle_exactly_the_ticked_ones_are_made(
    screen: ProduceView,
    presenter: ProducePresenter,
    counter: Counter,
    actor: Actor,
    inline: Inline,
    granted: tuple[int, ...],
    printed: list[str],
    qtbot: QtBot,
) -> None:
    assert len(granted) == 3
    press(screen, Qt.Key.Key_A, control=True)
    press(screen, Qt.Key.Key_F6)
    press(screen, Qt.Key.Key_F7)
    assert printed == ["JN0001", "JN0002"]  # the third met an empty feeder
    dialog = find(screen, "dialog")
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()
    assert presenter.to_send == ("JN0003",)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    tick(screen, "reserved", 0, 1)
    press(screen, Qt.Key.Key_F8)
    assert states(counter, "JN0001", "JN0002", "JN0003") == [
        BlankState.USED,
        BlankState.USED,
        BlankState.RESERVED,
    ]
    opened_again = ProducePresenter(counter, actor, inline)
    assert [card.serial for card in opened_again.reserved] == ["JN0003"]
    assert [row.serial for row in opened_again.waiting if row.serial] == ["JN0003"]
    assert opened_again.doubtful == 1  # it may have been printed: asked before it is sent
    opened_again.tick_card(opened_again.reserved[0])
    assert opened_again.doubtful == 0


def test_a_spoiled_card_asks_for_the_reason_and_its_case_waits_again(
    screen: ProduceView, presenter: ProducePresenter, counter: Counter, qtbot: QtBot
) -> None:
    tick(screen, "waiting", 0)
    press(screen, Qt.Key.Key_F6)
    press(screen, Qt.Key.Key_F10)
    sheet = find(screen, "reason_sheet")
    qtbot.waitUntil(sheet.isVisible)
    find(sheet, "spoil").click()
    assert words(sheet, "reason_line") == "请填写作废的原因。"
    find(sheet, "reason").insert("卡面划伤")
    find(sheet, "spoil").click()
    assert states(counter, "JN0001") == [BlankState.SPOILED]
    assert presenter.reserved == ()
    assert len(presenter.waiting) == 4
    assert all(not row.serial for row in presenter.waiting)


def test_a_blank_on_which_nothing_was_printed_lies_at_the_counter_again(
    screen: ProduceView, presenter: ProducePresenter, counter: Counter, qtbot: QtBot
) -> None:
    tick(screen, "waiting", 0)
    press(screen, Qt.Key.Key_F6)
    press(screen, Qt.Key.Key_F11)
    button = find(screen, "confirm_release")
    qtbot.waitUntil(button.isVisible)
    button.click()
    assert states(counter, "JN0001") == [BlankState.COUNTER]
    assert words(screen, "blanks_left") == "2号窗口还有5张空白"


def test_both_sides_of_the_card_are_seen_in_its_own_pixels(
    screen: ProduceView, presenter: ProducePresenter
) -> None:
    tick(screen, "waiting", 0)
    press(screen, Qt.Key.Key_F6)
    find(screen, "preview").ask()
    front = presenter.card.picture
    assert front is not None
    assert (front.page, front.pages) == (0, 2)
    assert abs(front.width / front.height - 85.6 / 53.98) < 0.01
    assert words(screen, "card_shown").endswith("正面")
    press(screen, Qt.Key.Key_B, control=True)
    assert presenter.card.picture is not None
    assert presenter.card.picture.page == 1
    assert words(screen, "card_shown").endswith("背面")


def test_without_a_printer_the_cards_are_saved_by_serial(presenter: ProducePresenter, tmp_path: Path) -> None:
    presenter.tick_all()
    presenter.reserve()
    presenter.save(str(tmp_path))
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["JN0001.pdf", "JN0002.pdf", "JN0003.pdf"]
    assert presenter.to_send == ()


def test_too_few_blanks_reserve_nothing(presenter: ProducePresenter, counter: Counter, keeper: Actor) -> None:
    counter.blanks.take_back(keeper, str(uuid.uuid4()), "JN0002", "JN0005")
    presenter.refresh()
    failed: list[Any] = []
    presenter.failed.connect(failed.append)
    for row in presenter.waiting:
        presenter.tick_waiting(row)
    presenter.reserve()
    assert "还缺2张" in str(failed[0].message)
    assert presenter.reserved == ()
    assert len(presenter.wanted) == 3  # the choice stays


def test_the_sheet_of_what_is_reserved_becomes_a_paper(
    screen: ProduceView, presenter: ProducePresenter, counter: Counter, qtbot: QtBot
) -> None:
    key = next(each for each in screen.actions() if each.objectName() == "production_sheet")
    assert (key.isEnabled(), key.toolTip()) == (False, "没有等待结果的空白。")
    tick(screen, "waiting", 0, 1)
    press(screen, Qt.Key.Key_F6)
    with qtbot.waitSignal(presenter.paper) as asked:
        press(screen, Qt.Key.Key_E, control=True)
    assert counter.papers.paper(asked.args[0]).kind is PaperKind.PRODUCTION_SHEET
    assert not presenter.busy


def test_a_missing_photo_is_chosen_framed_and_stored(
    screen: ProduceView, presenter: ProducePresenter, counter: Counter, tmp_path: Path, qtbot: QtBot
) -> None:
    row = next(row for row in presenter.waiting if not row.ready)
    assert row.photo is PhotoSource.NONE
    find(screen, "waiting").choose(presenter.waiting.index(row))
    press(screen, Qt.Key.Key_O, control=True)
    sheet = find(screen, "photo_sheet")
    qtbot.waitUntil(sheet.isVisible)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    save = find(sheet, "save_photo")
    assert find(sheet, "photo").hasFocus()
    assert not save.isEnabled()
    (tmp_path / "no.jpg").write_bytes(b"no picture")
    find(sheet, "photo").setText(str(tmp_path / "no.jpg"))
    QTest.keyClick(find(sheet, "photo"), Qt.Key.Key_Return)
    assert words(sheet, "photo_line").strip()
    assert not save.isEnabled()
    (tmp_path / "face.jpg").write_bytes(photo())
    find(sheet, "photo").setFocus()
    find(sheet, "photo").setText(str(tmp_path / "face.jpg"))
    QTest.keyClick(find(sheet, "photo"), Qt.Key.Key_Return)
    assert save.isEnabled()
    QTest.keyClick(find(sheet, "photo_crop"), Qt.Key.Key_Right)
    save.click()
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "photo_sheet") is None)
    now = next(each for each in presenter.waiting if each.case_id == row.case_id)
    assert (now.ready, now.photo) == (True, PhotoSource.CASE)
    presenter.tick_waiting(now)
    presenter.reserve()
    card = counter.production.card(row.case_id)
    assert Image.open(BytesIO(card.photo)).size == (358, 441)


def test_a_card_frozen_with_its_photo_takes_no_other(
    screen: ProduceView, presenter: ProducePresenter
) -> None:
    tick(screen, "waiting", 0)
    press(screen, Qt.Key.Key_F6)
    find(screen, "waiting").choose(0)
    key = next(each for each in screen.actions() if each.objectName() == "add_photo")
    assert (key.isEnabled(), key.toolTip()) == (False, "先选中一件还没有预留空白的业务。")


def test_a_made_card_found_bad_before_it_is_handed_over_is_written_off_and_made_again(
    screen: ProduceView, presenter: ProducePresenter, counter: Counter, qtbot: QtBot
) -> None:
    tick(screen, "waiting", 0)
    press(screen, Qt.Key.Key_F6)
    assert presenter.scan("jn0001")  # it came out right, by the look of it
    assert presenter.came_out == {"JN0001"}
    press(screen, Qt.Key.Key_F8)
    assert states(counter, "JN0001") == [BlankState.USED]
    assert len(presenter.waiting) == 3
    assert presenter.scan("JN0001")
    sheet = find(screen, "reason_sheet")
    qtbot.waitUntil(sheet.isVisible)
    assert find(sheet, "serial").text() == "JN0001"
    find(sheet, "reason").insert("相片模糊")
    find(sheet, "spoil").click()
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "reason_sheet") is None)
    assert states(counter, "JN0001") == [BlankState.SPOILED]
    assert len(presenter.waiting) == 4
    assert not presenter.scan("330100199001010011")  # a person's number is for the desk


def test_which_made_card_is_no_good_can_be_typed(
    screen: ProduceView, presenter: ProducePresenter, counter: Counter, qtbot: QtBot
) -> None:
    presenter.failed.disconnect()
    told: list[Any] = []
    presenter.failed.connect(told.append)
    press(screen, Qt.Key.Key_D, control=True)
    sheet = find(screen, "reason_sheet")
    qtbot.waitUntil(sheet.isVisible)
    find(sheet, "reason").insert("相片模糊")
    find(sheet, "spoil").click()
    assert "不是空白证号码" in words(sheet, "serial_line")
    QTest.keyClicks(find(sheet, "serial"), "JN0005")
    find(sheet, "spoil").click()
    assert "不在制证中" in str(told[0].message)
    assert states(counter, "JN0005") == [BlankState.COUNTER]


def test_a_card_drawn_after_its_page_was_closed_is_told_to_nobody(
    qtbot: QtBot, look: Look, presenter: ProducePresenter
) -> None:
    closed = ProduceView(presenter)
    finish_building(closed)
    delete(closed)  # as where the language is changed: the same presenter has another page
    with qtbot.captureExceptions() as told:
        presenter.card.seen.emit()
    assert told == []
