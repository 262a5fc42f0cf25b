"""The station's settings on the screen: typed, saved, put back; bad values told; others only read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.station_settings import StationSetting
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.shortcuts import EVERYWHERE
from desktop.ui.kit.theme import Look
from desktop.ui.screens.station_settings.presenter import StationSettingsPresenter
from desktop.ui.screens.station_settings.view import StationSettingsView
from tests.screens.pages import find, in_front, words

POLICE = "济南市公安局历下区分局"
Show = Callable[[StationSettingsPresenter], StationSettingsView]


@pytest.fixture
def boss(counter: Counter) -> Actor:
    """System administrator 演练 周涛 at counter 2."""
    return counter.sign_in.sign_in("zhoutao", "yanlian-07", 2)


@pytest.fixture
def presenter(qapp: object, counter: Counter, boss: Actor, inline: Inline) -> StationSettingsPresenter:
    return StationSettingsPresenter(counter, boss, inline)


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Show:
    def build(presenter: StationSettingsPresenter) -> StationSettingsView:
        return in_front(qtbot, StationSettingsView(presenter))

    return build


@pytest.fixture
def screen(show: Show, presenter: StationSettingsPresenter) -> StationSettingsView:
    return show(presenter)


def stored(counter: Counter, actor: Actor) -> list[str]:
    return [one.value for one in counter.station_settings.read(actor).settings]


def possible(view: QWidget, name: str) -> tuple[bool, str]:
    key = next(each for each in view.actions() if each.objectName() == name)
    return key.isEnabled(), key.toolTip()


def test_it_is_one_of_the_duties_with_a_key_of_its_own(
    counter: Counter, actor: Actor, inline: Inline, qapp: object
) -> None:
    screen = duty(counter, actor, inline, lambda *_: None).screens["station_settings"]()
    assert screen.title() == "本所设置"
    assert EVERYWHERE["station_settings"] == "Ctrl+Shift+S"


def test_the_station_and_what_holds_without_a_setting_are_shown(screen: StationSettingsView) -> None:
    assert words(screen, "station_name") == "济南市公安局历下区分局演练派出所"
    assert words(screen, "station_code") == "370102 001"
    assert "不填时印“山东省济南市历下区公安机关”" in words(screen, "usual_authority")
    assert "不填时为30日" in words(screen, "usual_days")
    assert find(screen, "issuing_authority").hasFocus()
    assert find(screen, "not_yours").isHidden()
    assert possible(screen, "save_settings") == (False, "没有改动。")


def test_typed_and_saved_by_keyboard(
    screen: StationSettingsView, presenter: StationSettingsPresenter, counter: Counter, boss: Actor
) -> None:
    said: list[str] = []
    presenter.notice.connect(said.append)
    find(screen, "issuing_authority").insert(f" {POLICE} ")
    QTest.keyClick(find(screen, "issuing_authority"), Qt.Key.Key_Return)
    assert find(screen, "uncollected_days").hasFocus()
    QTest.keyClicks(find(screen, "uncollected_days"), "45")
    assert possible(screen, "save_settings")[0]
    QTest.keyClick(screen, Qt.Key.Key_F6)
    assert stored(counter, boss) == [POLICE, "45", ""]
    assert said == ["已保存：签发机关、制证后多少日未领即通知。"]
    assert find(screen, "issuing_authority").text() == POLICE
    assert possible(screen, "save_settings") == (False, "没有改动。")
    find(screen, "issuing_authority").selectAll()
    QTest.keyClick(find(screen, "issuing_authority"), Qt.Key.Key_Delete)
    QTest.keyClick(screen, Qt.Key.Key_F6)
    assert stored(counter, boss) == ["", "45", ""]


def test_the_slip_may_come_with_every_permit(
    screen: StationSettingsView, counter: Counter, boss: Actor
) -> None:
    slip = find(screen, "collection_slip")
    assert slip.currentText().startswith("按需出具")
    assert possible(screen, "save_settings") == (False, "没有改动。")
    QTest.keyClicks(slip, "zz")
    assert slip.currentText() == "制证时一并出具"
    QTest.keyClick(screen, Qt.Key.Key_F6)
    assert stored(counter, boss) == ["", "", "制证时"]
    assert possible(screen, "save_settings") == (False, "没有改动。")
    QTest.keyClicks(slip, "ax")
    QTest.keyClick(screen, Qt.Key.Key_F6)
    assert stored(counter, boss) == ["", "", ""]
    assert slip.currentText().startswith("按需出具")


def test_a_bad_value_is_told_at_its_field_and_stays(
    screen: StationSettingsView, counter: Counter, boss: Actor
) -> None:
    find(screen, "issuing_authority").insert(POLICE)
    QTest.keyClicks(find(screen, "uncollected_days"), "900")
    QTest.keyClick(screen, Qt.Key.Key_F6)
    assert words(screen, "uncollected_days_line") == "应为1至365之间的整数。"
    assert find(screen, "uncollected_days").hasFocus()
    assert find(screen, "issuing_authority").text() == POLICE
    assert stored(counter, boss) == ["", "", ""]
    QTest.keyClick(screen, Qt.Key.Key_F7)
    assert find(screen, "uncollected_days").text() == find(screen, "issuing_authority").text() == ""
    assert not words(screen, "uncollected_days_line").strip()


@pytest.mark.parametrize("who", [("wangfang", "yanlian-01"), ("chengang", "yanlian-03")])
def test_others_read_it_and_are_told_who_changes_it(
    counter: Counter, actor: Actor, boss: Actor, inline: Inline, show: Show, who: tuple[str, str]
) -> None:
    other = counter.sign_in.sign_in(*who, 2)
    counter.station_settings.change(boss, {StationSetting.ISSUING_AUTHORITY: POLICE}, {})
    screen = show(StationSettingsPresenter(counter, other, inline))
    assert words(screen, "not_yours") == "本所设置由系统管理员修改，当前登录的人员只能查看。"
    assert find(screen, "not_yours").isVisible()
    assert possible(screen, "save_settings") == (False, "本所设置由系统管理员修改，当前登录的人员只能查看。")
    box = find(screen, "issuing_authority")
    QTest.keyClicks(box, "x")
    assert box.text() == POLICE
    QTest.keyClick(screen, Qt.Key.Key_F6)
    assert stored(counter, actor) == [POLICE, "", ""]


def test_what_another_counter_set_meanwhile_is_told_and_shown(
    screen: StationSettingsView,
    presenter: StationSettingsPresenter,
    counter: Counter,
    boss: Actor,
    qtbot: QtBot,
) -> None:
    counter.station_settings.change(boss, {StationSetting.UNCOLLECTED_DAYS: "20"}, {})
    QTest.keyClicks(find(screen, "uncollected_days"), "40")
    QTest.keyClick(screen, Qt.Key.Key_F6)
    dialog = find(screen, "dialog")
    qtbot.waitUntil(dialog.isVisible)
    assert any("刚刚改成了“20”" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
    assert stored(counter, boss) == ["", "20", ""]
    assert find(screen, "uncollected_days").text() == "40"  # what was typed stays
    presenter.discard()
    assert find(screen, "uncollected_days").text() == "20"


def test_what_was_not_saved_is_asked_about_before_the_screen_is_left(
    screen: StationSettingsView, presenter: StationSettingsPresenter, qtbot: QtBot
) -> None:
    assert presenter.leave()
    QTest.keyClicks(find(screen, "uncollected_days"), "40")
    assert not presenter.leave()
    button = find(screen, "confirm_discard")
    qtbot.waitUntil(button.isVisible)
    with qtbot.waitSignal(presenter.closed):
        button.click()
    assert presenter.leave()


def test_another_language_finds_what_was_typed(
    screen: StationSettingsView, presenter: StationSettingsPresenter, show: Show
) -> None:
    QTest.keyClicks(find(screen, "uncollected_days"), "40")
    kept = capture(screen)
    other = show(presenter)
    restore(other, kept)
    assert find(other, "uncollected_days").text() == "40"
    assert possible(other, "save_settings")[0]


def test_own_layouts_and_damaged_files_are_told(
    counter: Counter, boss: Actor, inline: Inline, show: Show, qapp: object
) -> None:
    screen = show(StationSettingsPresenter(counter, boss, inline))
    strip = screen.findChild(QWidget, "paper_troubles")
    assert strip is not None
    assert not strip.isVisible()
    folder = counter.office.folders.data / "layouts"
    folder.mkdir(parents=True)
    (folder / "call_list.toml").write_text("title = '催领单'", "utf-8")
    (folder / "refusal_notice.toml").write_text("titel = '单'", "utf-8")
    screen = show(StationSettingsPresenter(counter, boss, inline))
    look, strip = screen.findChild(QLabel, "paper_look"), screen.findChild(QWidget, "paper_troubles")
    assert look is not None
    assert strip is not None
    assert "本所版式：未领居住证通知清单。" in look.text()
    assert strip.isVisible()
    assert "refusal_notice.toml" in strip.accessibleName()
