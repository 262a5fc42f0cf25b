"""The screen of staff: somebody is added and lives through the first sign-in; what is refused is told at its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import PasswordRule
from desktop.domain.codes import Role
from desktop.domain.errors import CounterError
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.services.staff_rows import NewAccount
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.dialog import GUARD, Dialog
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.kit.turns import Slices
from desktop.ui.screens.sign_in.presenter import SignInPresenter
from desktop.ui.screens.sign_in.sheet import NewPasswordSheet
from desktop.ui.screens.sign_in.view import SignInView
from desktop.ui.screens.staff.presenter import StaffPresenter
from desktop.ui.screens.staff.view import StaffView, password_words, state_words
from tests.screens.pages import in_front

Build = Callable[[StaffPresenter], StaffView]


@pytest.fixture
def boss(template: Any) -> Actor:
    actor: Actor = template.administrator
    return actor


@pytest.fixture
def presenter(qapp: object, station: Counter, boss: Actor, inline: Inline) -> StaffPresenter:
    return StaffPresenter(station, boss, inline)


def shown(qtbot: QtBot, presenter: StaffPresenter) -> StaffView:
    return in_front(qtbot, StaffView(presenter))


@pytest.fixture
def view(qtbot: QtBot, look: Look, presenter: StaffPresenter) -> StaffView:
    return shown(qtbot, presenter)


@pytest.fixture
def of(qtbot: QtBot, look: Look, station: Counter, inline: Inline) -> Callable[[Actor], StaffView]:
    """The screen as somebody else sees it."""
    return lambda actor: shown(qtbot, StaffPresenter(station, actor, inline))


def find(view: QWidget, name: str) -> Any:
    found = [each for each in view.findChildren(QWidget, name) if each.isVisible()]
    assert found, name
    return found[-1]


def gone(view: QWidget, name: str) -> bool:
    return not [each for each in view.findChildren(QDialog, name) if each.isVisible()]


def press(view: QWidget, key: str) -> None:
    """Trigger an action, and wait until what it asks over the screen is built."""
    next(each for each in view.actions() if each.objectName() == key).trigger()
    for sheet in view.findChildren(Dialog):
        for slices in sheet.findChildren(Slices):
            slices.finish()


def possible(view: QWidget, name: str) -> tuple[bool, str]:
    key = next(each for each in view.actions() if each.objectName() == name)
    return key.isEnabled(), key.toolTip() if not key.isEnabled() else ""


def choose(view: StaffView, presenter: StaffPresenter, name: str) -> None:
    names = [row.sign_in_name for row in presenter.rows]
    find(view, "staff_list").choose(names.index(name))


def answer(view: QWidget, button: str) -> None:
    QTest.mouseClick(find(view, button), Qt.MouseButton.LeftButton)


def add(view: StaffView, name: str, sign_in_name: str) -> None:
    press(view, "add_staff")
    QTest.keyClicks(find(view, "sign_in_name"), sign_in_name)
    find(view, "name").setText(name)


def test_everybody_is_listed_with_role_and_state(view: StaffView, presenter: StaffPresenter) -> None:
    model = find(view, "staff_list").model()
    cells = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert ["测试一", "one", "辅警", "在用"] in cells
    assert ["测试管理员", "boss", "系统管理员", "在用"] in cells


def test_an_officer_is_added_given_the_role_and_signs_in_with_a_password_of_their_own(
    view: StaffView,
    of: Callable[[Actor], StaffView],
    template: Any,
    station: Counter,
    inline: Inline,
    qtbot: QtBot,
) -> None:
    add(view, "周梅", "zhoumei")
    QTest.keyClick(find(view, "sign_in_name"), Qt.Key.Key_Return)
    assert gone(view, "add_staff_sheet")
    once = find(view, "one_time_password").text()
    assert not find(view, "one_time_password").hasSelectedText()
    find(view, "one_time_password").setSelection(0, 4)  # nor does it reach a clipboard
    assert not find(view, "one_time_password").hasSelectedText()
    answer(view, "handed_on")
    assert gone(view, "one_time_sheet")
    assert all(once not in each.text() for each in view.findChildren(QLabel) if each.isVisible())

    giving = of(template.security)
    choose(giving, giving._presenter, "zhoumei")
    press(giving, "give_role")
    roles = find(giving, "role")
    assert [roles.itemData(at) for at in range(roles.count()) if roles.itemData(at)] == [
        "officer",
        "auxiliary",
        "system_administrator",
        "security_administrator",
        "audit_administrator",
    ]
    roles.setCurrentIndex(roles.findData("officer"))
    answer(giving, "give_role")
    assert gone(giving, "give_role_sheet")

    gate = SignInPresenter(lambda: station.sign_in, inline)
    page = SignInView(gate)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    gate.start()
    page.form.set_values({"counter_number": "5", "sign_in_name": "ZhouMei", "password": once})
    let_in: list[Actor] = []
    gate.opened.connect(let_in.append)
    QTest.keyClick(page.form.field("password").box, Qt.Key.Key_Return)
    assert let_in == []
    for slices in page.findChild(NewPasswordSheet).findChildren(Slices):
        slices.finish()
    first, again = find(page, "new_password"), find(page, "new_password_again")
    assert find(page, "new_password_sheet").focusWidget() is first
    assert first.echoMode() == again.echoMode() == QLineEdit.EchoMode.Password
    for typed in ("short", "plum-tree-7"):
        first.setText("")
        again.setText("")
        QTest.keyClicks(first, typed)
        QTest.keyClick(first, Qt.Key.Key_Return)
        QTest.keyClicks(again, typed)
        assert let_in == []
        QTest.keyClick(again, Qt.Key.Key_Return)
    [actor] = let_in
    assert (actor.name, actor.role, actor.counter_number) == ("周梅", Role.OFFICER, 5)
    assert gone(page, "new_password_sheet")


def test_a_name_that_is_taken_is_told_at_its_field_and_the_sheet_stays(view: StaffView) -> None:
    add(view, "周梅", "0ne")
    answer(view, "add_staff")
    assert not gone(view, "add_staff_sheet")
    shown = [each.text() for each in find(view, "add_staff_sheet").findChildren(QLabel) if each.isVisible()]
    assert any("容易看错" in words for words in shown)
    assert find(view, "name").text() == "周梅"
    assert find(view, "add_staff_sheet").focusWidget() is find(view, "sign_in_name")


def test_disabling_is_asked_about_and_undone_with_the_same_key(
    view: StaffView, presenter: StaffPresenter, qtbot: QtBot
) -> None:
    choose(view, presenter, "one")
    press(view, "disable_staff")
    answer(view, "cancel")
    assert next(row for row in presenter.rows if row.sign_in_name == "one").active
    press(view, "disable_staff")
    qtbot.wait(GUARD)
    answer(view, "confirm_disable")
    row = next(row for row in presenter.rows if row.sign_in_name == "one")
    assert state_words(row) == "✗ 已停用"
    assert find(view, "staff_list").current() == row  # the cursor went with the row
    assert find(view, "disable_staff").text().startswith("启用")
    assert possible(view, "reset_password") == (False, "账号已停用，请先启用。")
    press(view, "disable_staff")
    assert all(row.active for row in presenter.rows)


def test_a_reset_password_is_shown_once(view: StaffView, presenter: StaffPresenter) -> None:
    choose(view, presenter, "two")
    press(view, "reset_password")
    answer(view, "confirm_reset")
    assert find(view, "new_sign_in_name").text() == "登录名　two"
    assert len(find(view, "one_time_password").text()) == 14
    row = next(row for row in presenter.rows if row.sign_in_name == "two")
    assert password_words(row) == "一次性，2026-11-20 给出"


def test_nobody_disables_or_resets_themselves(view: StaffView, presenter: StaffPresenter) -> None:
    choose(view, presenter, "boss")
    assert possible(view, "disable_staff") == (False, "不能停用自己的账号。")
    assert possible(view, "reset_password")[1].startswith("自己的密码")
    press(view, "change_staff")
    find(view, "name").setText("老管理员")
    answer(view, "change_staff")
    assert next(row for row in presenter.rows if row.sign_in_name == "boss").name == "老管理员"


def test_each_administrator_sees_the_own_keys_and_why_the_others_are_not_theirs(
    view: StaffView, of: Callable[[Actor], StaffView], template: Any
) -> None:
    def buttons(one: StaffView) -> set[str]:
        return {each.objectName() for each in one.findChildren(QPushButton) if each.isVisible()}

    assert {"add_staff", "change_staff", "disable_staff"} <= buttons(view)
    assert "set_password_rule" not in buttons(view)
    assert possible(view, "give_role") == (False, "身份由安全管理员授予。")
    assert possible(view, "set_password_rule") == (False, "密码规定由安全管理员设置。")
    guard = of(template.security)
    assert not {"add_staff", "change_staff", "disable_staff"} & buttons(guard)
    assert {"give_role", "set_password_rule", "reset_password"} <= buttons(guard)
    assert possible(guard, "add_staff") == (False, "账号由系统管理员办理。")
    choose(guard, guard._presenter, "safe")
    assert possible(guard, "give_role") == (False, "不能改自己的身份，请另一位安全管理员办理。")


def test_a_screen_of_somebody_without_the_right_shows_nobody_and_does_nothing(
    of: Callable[[Actor], StaffView], station: Counter, clerk: Actor, inline: Inline, boss: Actor
) -> None:
    presenter = StaffPresenter(station, clerk, inline)
    told: list[CounterError] = []
    presenter.failed.connect(told.append)
    presenter.refresh()
    presenter.add({"sign_in_name": "mine", "name": "自己人"})
    assert presenter.rows == ()
    assert ["没有“人员账号”的权限" in str(each) for each in told] == [True, True, True]
    assert "mine" not in {row.sign_in_name for row in station.staff.list(boss).rows}


def test_the_rule_is_set_on_its_sheet_and_a_bad_part_is_told(
    of: Callable[[Actor], StaffView], template: Any
) -> None:
    view = of(template.security)
    press(view, "set_password_rule")
    find(view, "password_shortest").setText("7")
    answer(view, "set_password_rule")
    assert not gone(view, "set_password_rule_sheet")
    find(view, "password_shortest").setText("12")
    find(view, "password_days").setText("0")
    answer(view, "set_password_rule")
    assert gone(view, "set_password_rule_sheet")
    assert view._presenter.rule == PasswordRule(shortest=12, days=0)


def test_what_somebody_else_did_meanwhile_is_told_on_the_sheet(
    view: StaffView, presenter: StaffPresenter, station: Counter, boss: Actor
) -> None:
    choose(view, presenter, "one")
    row = find(view, "staff_list").current()
    press(view, "change_staff")
    station.staff.change(boss, row.staff_id, row.version, "测试壹")
    find(view, "name").setText("测试甲")
    answer(view, "change_staff")
    words = [each.text() for each in find(view, "sheet_problem").findChildren(QLabel)]
    assert any("刚刚改过" in each for each in words)


def test_the_way_there_is_the_administrators_alone(
    station: Counter, template: Any, boss: Actor, clerk: Actor, officer: Actor, inline: Inline
) -> None:
    def ways(actor: Actor) -> set[str]:
        return set(duty(station, actor, inline, lambda *_: None).screens)

    assert "staff" in ways(boss) & ways(template.security)
    assert "staff" not in ways(clerk) | ways(officer) | ways(template.auditor)
    assert all("own_password" in ways(actor) for actor in (boss, clerk, officer))


def test_at_the_practice_station_a_sample_clerk_cannot_be_touched(
    counter: Counter, inline: Inline, qtbot: QtBot, look: Look
) -> None:
    chief = counter.sign_in.sign_in("zhoutao", "yanlian-07", 1)
    counter.staff.add(chief, "3f2c1f3e-0000-4000-8000-000000000001", NewAccount("xin", "新人"))
    presenter = StaffPresenter(counter, chief, inline)
    view = StaffView(presenter)
    qtbot.addWidget(view)
    finish_building(view)
    view.show()
    choose(view, presenter, "wangfang")
    assert possible(view, "change_staff") == (False, "演练人员是样例，不能修改。")
    choose(view, presenter, "xin")
    assert possible(view, "change_staff")[0]
    assert isinstance(find(view, "add_staff"), QPushButton)
