"""The desk's words for states, days and forms."""

from __future__ import annotations

from datetime import date, datetime

from desktop.domain.code_words import label
from desktop.domain.codes import CaseState
from desktop.domain.permit_life import STATE_WORDS
from desktop.domain.times import CHINA
from desktop.ui.kit.text import sentence_text, text

_CARDS = {state.value: words for state, words in STATE_WORDS.items()}


def registration_words(state: str) -> str:
    """Whether somebody is registered here now: "registered", "ended" or "none"."""
    return {
        "registered": text("desk", "已登记"),
        "ended": text("desk", "已终止"),
    }.get(state, text("desk", "未登记"))


def permit_words(state: str) -> str:
    """How an open application for a permit stands, else the newest permit; "none" is a dash."""
    if state == "none":
        return "—"
    if state in _CARDS:
        return sentence_text(_CARDS[state])
    return sentence_text(label(CaseState(state)))


def day_words(day: date) -> str:
    """A day with its weekday, the year left out."""
    weekdays = (
        text("desk", "星期一"),
        text("desk", "星期二"),
        text("desk", "星期三"),
        text("desk", "星期四"),
        text("desk", "星期五"),
        text("desk", "星期六"),
        text("desk", "星期日"),
    )
    return text("desk", "{month}月{day}日　{weekday}").format(
        month=day.month, day=day.day, weekday=weekdays[day.weekday()]
    )


def clock_words(at: datetime) -> str:
    """The local time of a moment."""
    return f"{at.astimezone(CHINA):%H:%M}"


def age_words(at: datetime, today: date) -> str:
    """When something was left, the nearer the more exact: today with its time, else in days."""
    local = at.astimezone(CHINA)
    days = (today - local.date()).days
    if days <= 0:
        return text("desk", "今天 {time}").format(time=f"{local:%H:%M}")
    if days == 1:
        return text("desk", "昨天 {time}").format(time=f"{local:%H:%M}")
    return text("desk", "{days} 天前").format(days=days)


def form_words(form: str) -> str:
    """What an unfinished form is for."""
    return {
        "registration": text("desk", "居住登记"),
        "application": text("desk", "申领居住证"),
        "hukou": text("desk", "落户条件测算"),
        "correction": text("desk", "登记内容更正"),
        "end_day": text("desk", "日结"),
        "hand_over": text("desk", "发放居住证"),
        "permit_deed": text("desk", "居住证变更、补换、注销"),
        "call_note": text("desk", "领证电话通知"),
        "blanks": text("desk", "证件空白"),
    }.get(form, text("desk", "其他表单"))


def sample_words(kind: str) -> str:
    """What a sample is to be tried for."""
    return {
        "new": text("desk", "第一次来登记的人"),
        "name": text("desk", "按姓名查"),
        "initials": text("desk", "按拼音首字母查"),
        "phone": text("desk", "按手机号查"),
    }[kind]
