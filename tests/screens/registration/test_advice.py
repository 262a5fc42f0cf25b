"""The rules' advice while the form is typed: calm, with the clause, refusing nothing."""

from __future__ import annotations

from typing import Any


def test_a_late_arrival_is_told_and_registered_as_late(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer("11-10").pause()
    assert "逾期5个工作日，照常登记。登记期限为 2026-11-13。" in hand.advice()
    assert "第八条" in hand.advice()
    hand.press("Ctrl+Return")
    assert hand.presenter.done.registration.late_days == 5


def test_in_time_is_told_with_the_last_day(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer("11-18").pause()
    assert "未逾期。登记期限为 2026-11-23。" in hand.advice()


def test_too_little_known_is_no_judgement(open_form: Any, newcomer: str) -> None:
    hand = open_form()
    hand.line(newcomer).pause()
    assert "这里显示登记期限" in hand.advice()
    assert "逾期" not in hand.advice()


def test_whoever_need_not_register_may(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer().go("lodging").type("bg").pause()
    assert "自愿登记，照常办理" in hand.advice()
    assert "可以不办理登记" in hand.advice()
    hand.press("Ctrl+Return")
    assert hand.presenter.done is not None


def test_a_due_date_beyond_the_published_calendar_is_an_estimate(open_form: Any, clock: Any) -> None:
    from datetime import UTC, datetime

    clock.moment = datetime(2026, 12, 31, 2, 0, tzinfo=UTC)
    hand = open_form()
    hand.fill_newcomer("12-31").pause()
    assert "暂估" in hand.advice()


def test_a_character_without_a_font_is_told_before_it_is_stored(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer(name="张\U000323b0").pause()
    assert "U+323B0" in hand.advice()
    hand.press("Ctrl+Return")
    assert hand.presenter.done is not None


def test_a_rented_home_without_landlord_is_advice(open_form: Any) -> None:
    hand = open_form()
    assert not hand.field("landlord_name").isVisible()
    hand.go("lodging").type("zl").pause()
    assert hand.field("landlord_name").isVisible()
    assert "最好登记房主" in hand.below("landlord_name")


def test_a_landlord_that_no_longer_applies_is_not_registered(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer().go("lodging").type("zl").go("landlord_name").type("房主甲")
    hand.go("lodging").press("Delete").type("zy").press("Ctrl+Return")
    assert hand.presenter.done.registration.landlord_name == ""


def test_whoever_reports_for_another_is_named(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer().go("reported_by").type("f").press("Ctrl+Return")
    assert hand.at == "reporter_name"
    assert hand.presenter.done is None
    hand.type("房主乙").press("Ctrl+Return")
    assert hand.presenter.done.registration.reporter_name == "房主乙"
