"""The assessment in words: the outcome in a line, who may come along, the nearest day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.hukou_words import family_of
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.domain.hukou import HukouAssessment, RouteAssessment


def outcome_words(found: HukouAssessment) -> str:
    """How many routes are met, and which comes next where none is."""
    if found.met:
        names = text("hukou_form", "、").join(sentence_text(each.title) for each in found.met)
        words = text("hukou_form", "符合{count}条途径：{names}")
        return words.format(count=len(found.met), names=names)
    if not found.routes:
        return ""
    first = found.routes[0]
    return text("hukou_form", "没有符合的途径；最接近的是：{name}（{summary}）").format(
        name=sentence_text(first.title), summary=sentence_text(first.summary)
    )


def zone_words(found: HukouAssessment) -> str:
    """The zone and how many routes it has."""
    return text("hukou_form", "{zone}：{count}条途径").format(
        zone=sentence_text(found.zone_title), count=len(found.routes)
    )


def family_words(route: RouteAssessment) -> str:
    """Who may come along, with the birthdays of the children that may."""
    words = sentence_text(family_of(route.route))
    if not route.children:
        return words
    days = text("hukou_form", "、").join(born.isoformat() for born in route.children)
    return text("hukou_form", "{family}子女：{days}出生。").format(family=words, days=days)


def source_words(route: RouteAssessment) -> str:
    """The route's article and what the pack remarks on it."""
    it = route.route
    words = it.basis
    if not it.verified:
        words = text("hukou_form", "{basis}　［条文待核实］").format(basis=words)
    return f"{words}　{it.note}" if it.note else words
