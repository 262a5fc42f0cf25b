"""How this counter prints, on the screen: chosen, typed, saved for one paper or all, measured by a test page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.codes import PaperKind
from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.domain.print_settings import PrintSetting, Sides
from desktop.services.counter import Counter
from desktop.services.paper_rows import PrinterRow
from desktop.services.print_settings import QueueOffers
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.shortcuts import EVERYWHERE
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.printers.presenter import PrintersPresenter
from desktop.ui.screens.printers.view import PrintersView
from desktop.ui.screens.printers.words import AS_QUEUE, tray_words
from printing import cups
from tests.screens.pages import find

Show = Callable[[PrintersPresenter], PrintersView]
TYPED = {"printer": "office", "tray": "InputSlot=Tray2", "sides": "one-sided", "right": "1.5", "down": "-0.8"}
SET = PrintSetting(
    PaperKind.REGISTRATION_CERTIFICATE, "office", "InputSlot=Tray2", Sides.ONE, right=15, down=-8
)


@pytest.fixture
def jobs(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Two queues; what they are given."""
    queues = (PrinterRow("office", True, "就绪", True), PrinterRow("window2", False, "已停止", False))
    monkeypatch.setattr(counter.papers, "printers", lambda: queues)
    trays = ("InputSlot=Auto", "InputSlot=Tray2")
    monkeypatch.setattr(
        counter.print_settings,
        "offers",
        lambda name: QueueOffers(name, trays if name == "office" else (), name == "office"),
    )
    sent: list[Any] = []

    def send(_pdf: bytes, printer: str, title: str, **options: str) -> str:
        sent.append((printer, title, options))
        return "office-1"

    monkeypatch.setattr(cups, "send", send)
    return sent


@pytest.fixture
def presenter(
    qapp: object, counter: Counter, actor: Actor, inline: Inline, jobs: list[Any]
) -> PrintersPresenter:
    return PrintersPresenter(counter, actor, inline)


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Show:
    def build(presenter: PrintersPresenter) -> PrintersView:
        made = PrintersView(presenter)
        qtbot.addWidget(made)
        made.resize(1300, 800)
        made.show()
        finish_building(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return build


def test_what_is_typed_is_saved_for_the_paper_looked_at(presenter: PrintersPresenter) -> None:
    told: list[str] = []
    presenter.notice.connect(told.append)
    assert not presenter.touched
    presenter.type({**TYPED, "tray": AS_QUEUE, "sides": AS_QUEUE})
    assert presenter.offers is not None
    assert presenter.offers.two_sided
    presenter.type(TYPED)
    presenter.save()
    assert told == ["已保存：居住登记凭证。"]
    assert presenter.row == SET
    assert not presenter.touched
    presenter.save()
    assert told[-1] == "没有改动。"


def test_another_printer_has_other_trays(presenter: PrintersPresenter) -> None:
    presenter.type({**TYPED, "tray": AS_QUEUE, "sides": AS_QUEUE})
    presenter.type(TYPED)
    presenter.type({**TYPED, "printer": "window2"})
    assert (presenter.typed["tray"], presenter.typed["sides"]) == (AS_QUEUE, AS_QUEUE)
    assert presenter.offers == QueueOffers("window2", (), two_sided=False)


def test_all_sheets_are_set_at_once_and_cards_are_not(presenter: PrintersPresenter) -> None:
    presenter.type({**TYPED, "tray": AS_QUEUE, "sides": AS_QUEUE})
    presenter.type(TYPED)
    presenter.save_for_sheets()
    for row in presenter.rows:
        card = row.kind is PaperKind.PERMIT_CARD
        assert row == (PrintSetting(row.kind) if card else replace(SET, kind=row.kind))


@pytest.mark.parametrize(("field", "typed"), [("right", "10.1"), ("down", "abc")])
def test_a_wrong_offset_is_shown_at_its_field_and_nothing_is_saved(
    presenter: PrintersPresenter, show: Show, field: str, typed: str
) -> None:
    view = show(presenter)
    problems: list[Any] = []
    presenter.problems.connect(problems.append)
    presenter.type({**TYPED, field: typed})
    presenter.save()
    assert [one.field for one in problems[-1]] == [field]
    assert presenter.row == PrintSetting(SET.kind)
    assert find(view, field).hasFocus()


def test_the_test_page_is_printed_as_typed_and_stores_nothing(
    presenter: PrintersPresenter, jobs: list[Any]
) -> None:
    presenter.print_test_page()
    assert jobs == []  # no printer chosen yet
    presenter.type({**TYPED, "tray": AS_QUEUE, "sides": AS_QUEUE})
    presenter.type(TYPED)
    presenter.print_test_page()
    [(printer, title, options)] = jobs
    assert (printer, title) == ("office", "TEST-02-11")
    assert options == {"media": "A4", "tray": "InputSlot=Tray2", "sides": "one-sided"}
    assert presenter.row == PrintSetting(SET.kind)
    assert presenter.touched


def test_without_a_print_system_what_is_set_is_shown_and_kept(
    presenter: PrintersPresenter, show: Show, counter: Counter, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.print_settings.change(actor, (SET,), ())

    def away() -> Any:
        raise EnvironmentTrouble(sentence("paper", "本机打印系统没有运行。"))

    monkeypatch.setattr(counter.papers, "printers", away)
    presenter.refresh()
    view = show(presenter)
    assert find(view, "printer").currentText() == "office（找不到）"
    assert find(view, "tray").currentText() == "纸盒2"
    assert "没有运行" in " ".join(one.text() for one in find(view, "no_printing").findChildren(QLabel))


def test_the_keyboard_alone_sets_a_printer(
    qtbot: QtBot, presenter: PrintersPresenter, show: Show, counter: Counter, actor: Actor
) -> None:
    view = show(presenter)
    QTest.keyClick(find(view, "paper_kinds"), Qt.Key.Key_Return)
    assert find(view, "printer").hasFocus()
    QTest.keyClicks(find(view, "printer"), "office")
    assert presenter.printer == "office"
    find(view, "right").setFocus()
    QTest.keyClicks(find(view, "right"), "1.5")
    qtbot.waitUntil(lambda: presenter.typed.get("right") == "1.5")
    QTest.keyClick(view, Qt.Key.Key_F6)
    [row] = [one for one in counter.print_settings.read(actor) if one.printer]
    assert (row.kind, row.printer, row.right) == (SET.kind, "office", 15)


def test_looking_at_another_paper_drops_what_was_typed(presenter: PrintersPresenter, show: Show) -> None:
    view = show(presenter)
    presenter.type(TYPED)
    presenter.look(presenter.rows[1])
    assert presenter.row is not None
    assert presenter.row.kind is presenter.rows[1].kind
    assert not presenter.touched
    assert find(view, "right").text() == ""


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("InputSlot=Auto", "自动选择"),
        ("InputSlot=Tray12", "纸盒12"),
        ("InputSlot=Bypass", "Bypass"),
        ("", ""),
    ],
)
def test_a_tray_is_said_as_people_do(qapp: object, option: str, words: str) -> None:
    assert tray_words(option) == words


def test_it_is_on_the_settings_menu(counter: Counter, actor: Actor, inline: Inline) -> None:
    made = duty(counter, actor, inline, lambda *_: None)
    assert isinstance(made.screens["printers"]().presenter, PrintersPresenter)
    assert EVERYWHERE["printers"] == "Ctrl+Shift+R"
