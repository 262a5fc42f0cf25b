"""The standardised address: picked by pinyin, copied by key, written as it will be printed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.kit.dialog import GUARD


def test_a_community_typed_fills_its_street(open_form: Any) -> None:
    hand = open_form()
    hand.go("community").line("jiefangqiao")
    assert hand.value("community") == "370102001002"
    assert hand.value("street") == "370102001"
    assert hand.field("street").text() == "解放路街道"
    assert hand.at == "house_number"  # a community will do for a road


def test_a_community_may_be_typed_in_the_street_field(open_form: Any) -> None:
    hand = open_form()
    hand.go("street").line("解放桥社区")
    assert (hand.value("street"), hand.value("community")) == ("370102001", "370102001002")
    assert hand.at == "house_number"


def test_another_county_takes_the_street_away(open_form: Any) -> None:
    hand = open_form()
    hand.go("community").line("jiefangqiao")
    hand.go("division").focus().selectAll()
    hand.line("tianqiao")
    assert hand.field("division").text() == "山东省济南市天桥区"
    assert hand.value("street") == hand.value("community") == ""


def test_the_address_is_shown_as_it_will_be_printed(open_form: Any) -> None:
    hand = open_form()
    hand.go("community").line("jiefangqiao").go("road").type("演练路").press("Tab").type("十二号").press(
        "Tab"
    )
    hand.type("3").press("Tab").type("二单元").press("Tab").type("501").press("Tab").type("东门").pause()
    assert hand.written() == (
        "打印为：山东省济南市历下区解放路街道解放桥社区演练路12号3号楼2单元501室（东门）"
    )


def test_text_that_was_not_picked_is_no_division(open_form: Any) -> None:
    hand = open_form()
    hand.go("street").type("没有这个街道").press("Enter")
    assert hand.at == "street"
    assert "区划" in hand.below("street")
    assert hand.field("street").text() == "没有这个街道"


def test_a_zone_that_is_no_county_is_told_at_the_hukou(open_form: Any) -> None:
    hand = open_form()
    hand.go("hukou_division").line("370176").pause()
    assert "统计用区划" in hand.below("hukou_division")


def test_the_same_address_as_the_person_before(open_form: Any) -> None:
    before = open_form()
    before.fill_newcomer().press("Ctrl+Return")
    hand = open_form()
    hand.go("street").press("F7")
    assert hand.value("street") == "370102001"
    assert hand.value("house_number") == "12"
    assert hand.at == "lodging"


def test_the_first_of_the_day_is_told_that_there_is_no_address_to_copy(open_form: Any) -> None:
    hand = open_form()
    hand.press("F7")
    assert "没有住址可以沿用" in hand.said()


def test_a_previous_address_is_taken_from_the_list(open_form: Any) -> None:
    hand = open_form("640104198305170039"[:17] + digit("64010419830517003"))
    hand.press("F8")
    QTest.qWait(GUARD + 50)  # a dialog is safe from a scanner's Enter for a moment
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert hand.value("road").startswith("演练")
    assert hand.value("community").startswith(hand.value("street"))


def digit(first17: str) -> str:
    from desktop.domain.id_numbers import check_digit

    return check_digit(first17)
