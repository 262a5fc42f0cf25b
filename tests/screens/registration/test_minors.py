"""Children who came along: rows by key, the same rules, numbered from one."""

from __future__ import annotations

from typing import Any


def test_a_child_is_registered_with_the_parent(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer().press("F10")
    assert hand.at == "minor_name_1"
    hand.line("张小宝")
    assert hand.at == "minor_sex_1"
    hand.line("n").line("20200105").type("z").press("Ctrl+Return")
    [child] = hand.presenter.done.registration.minors
    assert (child.name, child.birth_date.isoformat(), child.relation) == ("张小宝", "2020-01-05", "son")


def test_a_childs_number_fills_sex_and_birth_date(open_form: Any) -> None:
    from desktop.domain.id_numbers import check_digit

    first = "37132420200105001"
    hand = open_form()
    hand.press("F10").go("minor_id_number_1").type(first + check_digit(first))
    assert (hand.value("minor_sex_1"), hand.value("minor_birth_date_1")) == ("1", "2020-01-05")


def test_an_empty_row_is_left_out_and_a_problem_stays_at_its_own_row(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer().press("F10", "F10").type("张小宝").press("Ctrl+Return")
    assert hand.at == "minor_sex_2"
    assert hand.field("minor_birth_date_2").problem
    assert not hand.field("minor_name_1").problem


def test_a_row_taken_away_moves_the_others_up(open_form: Any) -> None:
    hand = open_form()
    for name in ("甲", "乙", "丙"):
        hand.press("F10").type(name)
    hand.go("minor_name_2").press("Ctrl+D")
    assert [hand.value(f"minor_name_{row}") for row in (1, 2)] == ["甲", "丙"]
    assert "minor_name_3" not in hand.form.names()
    assert hand.at == "minor_name_2"
    hand.press("Ctrl+D", "Ctrl+D")
    assert hand.presenter.minors == 0
    assert hand.at == "remark"


def test_six_is_the_most(open_form: Any) -> None:
    hand = open_form()
    for _ in range(7):
        hand.press("F10")
    assert hand.presenter.minors == 6


def test_somebody_of_age_is_registered_alone(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer().press("F10").line("张大宝").line("n").line("20000105")
    assert hand.at == "minor_birth_date_1"
    assert "应单独办理" in hand.field("minor_birth_date_1").problem
