"""The correction form: what is known above what it should be, what it will mean, and nothing lost."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop.domain.codes import CaseKind, CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor, PersonRow
from desktop.ui.kit.correcting import Correcting
from desktop.ui.kit.drafting import read_draft

CTRL = Qt.KeyboardModifier.ControlModifier


def test_only_what_was_changed_is_sent_and_what_it_means_is_said_before(
    form: Any, counter: Counter, person: PersonRow
) -> None:
    hand = form()
    cases: list[int] = []
    hand.presenter.case.connect(cases.append)
    assert hand.value("name") == person.name
    assert hand.says("name_now") == f"现登记：{person.name}"
    assert "只提交改动了的" in hand.says("outcome")
    hand.put("name", "蒋小岚")
    assert hand.says("name_now") == f"已改动，现登记：{person.name}"
    assert hand.changes == [("姓名", person.name, "蒋小岚")]
    assert "居住证的证面不受影响" in hand.effect
    assert "份打印过的单据将标明“已被更正取代”" in hand.effect
    assert "居住登记凭证" in hand.effect
    hand.why().key(Qt.Key.Key_Return, CTRL)
    [case_id] = cases
    row = counter.day.case(case_id)
    assert (row.kind, row.state) == (CaseKind.CORRECTION, CaseState.ACCEPTED)
    assert counter.people.person(person.person_id) == person


def test_without_a_reason_it_is_not_handed_in_and_the_field_says_so(form: Any, counter: Counter) -> None:
    hand = form()
    hand.put("name", "蒋小岚").key(Qt.Key.Key_Return, CTRL)
    assert "请填写这一项" in hand.form.field("reason").problem
    assert hand.view.focusWidget().objectName() == "reason"
    assert hand.value("name") == "蒋小岚"


def test_a_value_that_breaks_its_rule_is_said_and_hinders(form: Any) -> None:
    hand = form()
    hand.put("birth_date", "2099-01-01").why()
    assert not hand.find("propose_correction").isEnabled()
    assert hand.says("outcome") == hand.presenter.why_not() != ""


def test_a_number_of_somebody_elses_hinders(form: Any, counter: Counter, actor: Actor) -> None:
    hand = form()
    other = counter.lookup.find(actor, "演练陈嘉欣").hits[0]
    number = counter.people.person(other.person_id).id_number
    hand.put("id_number", number).why()
    hand.form.field("id_kind").set_value("hmt")
    hand.form.field("id_kind").edited.emit()
    hand.form.flush()
    assert "已经登记在演练陈嘉欣名下" in hand.says("outcome")


def test_the_draft_comes_back_and_what_others_changed_meanwhile_is_not_undone(
    form: Any, counter: Counter, actor: Actor, officer: Actor, propose: Any, person: PersonRow
) -> None:
    hand = form()
    hand.put("name", "蒋小岚").put("reason", "录入错误")
    [draft] = counter.drafts.open(actor)
    assert (draft.form, draft.subject) == ("correction", person.name)
    found = propose(former_name="蒋岚")
    counter.corrections.approve(officer, "r-approve", found.case.case_id, found.case.version)
    again = form(read_draft(draft))
    assert again.value("name") == "蒋小岚"
    assert again.value("reason") == "录入错误"
    assert again.value("former_name") == "蒋岚"
    assert again.presenter.changes() == {"name": "蒋小岚"}
    again.why().key(Qt.Key.Key_Return, CTRL)
    assert counter.drafts.open(actor) == ()


def test_an_untouched_form_leaves_no_draft(form: Any, counter: Counter, actor: Actor) -> None:
    hand = form()
    assert hand.presenter.done_with()
    assert hand.presenter.leave()
    assert counter.drafts.open(actor) == ()


def test_what_was_read_otherwise_at_the_registration_is_typed_in_already(
    form: Any, person: PersonRow
) -> None:
    hand = form(Correcting(person.person_id, (("name", "蒋小岚"), ("hukou_division", "370102"))))
    assert hand.presenter.changes() == {"name": "蒋小岚", "hukou_division": "370102"}
    assert not hand.presenter.done_with()
    assert hand.form.field("hukou_division").text() == "山东省济南市历下区"
    assert ("姓名", person.name, "蒋小岚") in hand.changes


def test_while_one_waits_no_other_is_handed_in_but_that_one_is_a_key_away(form: Any, propose: Any) -> None:
    waiting = propose()
    hand = form()
    cases: list[int] = []
    hand.presenter.case.connect(cases.append)
    hand.put("phone", "13900009999").why()
    assert "正在等待审核" in hand.says("outcome")
    hand.key(Qt.Key.Key_Return, CTRL)
    assert cases == []
    hand.key(Qt.Key.Key_F7)
    assert cases == [waiting.case.case_id]


def test_somebody_was_faster_and_the_form_stays(form: Any, propose: Any, counter: Counter) -> None:
    hand = form()
    hand.put("phone", "13900009999").why()
    propose()
    hand.key(Qt.Key.Key_Return, CTRL)
    assert "正在等待审核" in hand.find("correction_line").words()
    assert hand.value("phone") == "13900009999"
    assert not hand.find("propose_correction").isEnabled()


def test_pressed_twice_it_is_one_case(form: Any, counter: Counter, actor: Actor, person: PersonRow) -> None:
    hand = form()
    hand.put("name", "蒋小岚").why()
    hand.key(Qt.Key.Key_Return, CTRL).key(Qt.Key.Key_Return, CTRL)
    cases = counter.people.page(actor, person.person_id).cases
    assert [one.kind for one in cases].count(CaseKind.CORRECTION) == 1
