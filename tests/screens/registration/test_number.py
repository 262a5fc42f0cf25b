"""The number at the head of the form: judged at the field, filling in what it says."""

from __future__ import annotations

from typing import Any

from desktop.domain.codes import IdKind
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.drafting import read_draft

WRONG = "371325199306180041"


def test_a_wrong_check_digit_is_said_at_the_field_and_what_was_typed_stays(open_form: Any) -> None:
    hand = open_form()
    hand.type(WRONG)
    assert "校验码不对" in hand.below("id_number")
    hand.press("Enter")
    assert hand.at == "id_number"
    assert hand.value("id_number") == WRONG
    assert hand.value("birth_date") == ""


def test_a_number_that_is_too_short_is_said_when_it_is_left(open_form: Any) -> None:
    hand = open_form()
    hand.type("37132519")
    assert "位" not in hand.below("id_number").replace("18位；其他证件照录", "")
    hand.press("Tab")
    assert hand.below("id_number") == "号码应为18位，现在是8位。"
    assert hand.value("id_kind") == "resident"


def test_sex_and_birth_date_follow_the_number(open_form: Any, newcomer: str) -> None:
    hand = open_form()
    hand.type(newcomer)
    assert (hand.value("sex"), hand.value("birth_date")) == ("2", "1993-06-18")
    assert "没有此人的记录" in hand.advice()


def test_another_sex_than_the_numbers_is_advice_only(open_form: Any, newcomer: str) -> None:
    hand = open_form()
    hand.fill_newcomer().go("sex").type("1").pause()
    assert "第17位表示性别为女" in hand.below("sex")
    hand.press("Ctrl+Return")
    assert hand.presenter.done is not None


def test_the_kind_of_document_follows_the_looks_of_the_number(open_form: Any) -> None:
    hand = open_form()
    hand.type("E7654321").press("Enter")
    assert hand.value("id_kind") == "passport"
    assert hand.at == "name"


def test_a_holder_of_a_hong_kong_or_taiwan_permit_needs_no_hukou(open_form: Any, counter: Counter) -> None:
    hand = open_form("810000199408230021")
    assert hand.value("id_kind") == "hmt"
    assert hand.value("name") == "演练陈嘉欣"
    assert hand.at == "move_registration"


def test_a_kind_chosen_by_hand_is_obeyed(open_form: Any) -> None:
    hand = open_form()
    hand.go("id_kind").type("hz").go("id_number").type("123456789").press("Enter")
    assert hand.value("id_kind") == "passport"
    assert hand.field("id_number").problem == ""


def test_a_doubtful_region_is_advice_with_a_reason(open_form: Any) -> None:
    hand = open_form()
    hand.type("371202199306180034"[:17])
    from desktop.domain.id_numbers import check_digit

    hand.type(check_digit("37120219930618003"))
    assert "可能是已撤销的区划" in hand.below("id_number")
    hand.press("Enter")
    assert hand.at == "name"


def test_a_known_person_is_filled_in_and_looked_at_in_the_journal(open_form: Any, counter: Counter) -> None:
    hand = open_form()
    looked_at = counter.journal.waiting
    hand.type("430103199504150041")
    assert counter.journal.waiting == looked_at + 1
    assert hand.value("name") == "蒋晓岚"
    assert hand.value("employer") == "演练传媒有限公司"
    assert "请与证件核对" in hand.advice()


def test_another_number_takes_the_first_persons_facts_away(open_form: Any, newcomer: str) -> None:
    hand = open_form()
    hand.type("430103199504150041").go("phone").press("End").type("0")
    box = hand.go("id_number").focus()
    box.selectAll()
    hand.type(newcomer)
    assert hand.value("name") == hand.value("hukou_division") == hand.value("employer") == ""
    assert hand.value("phone") != ""  # typed by hand
    assert not hand.comparison.isVisible()


KNOWN = "430103199504150041"


def test_the_record_says_who_somebody_is_and_what_was_typed_otherwise_is_told(
    open_form: Any, counter: Counter
) -> None:
    hand = open_form()
    hand.go("name").type("蒋小岚").go("phone").type("13900007777").go("id_number").type(KNOWN)
    assert hand.value("name") == "蒋晓岚"
    assert hand.value("phone") == "13900007777"  # a registration brings it anew
    assert "姓名与登记的不同，没有改写登记" in hand.advice()
    assert "这次填的是“蒋小岚”" in hand.below("name")
    wanted = []
    hand.presenter.correction.connect(wanted.append)
    hand.press("Ctrl+R")
    person = counter.people.by_number(IdKind.RESIDENT, KNOWN)
    assert person is not None
    assert [(one.person_id, one.typed) for one in wanted] == [(person.person_id, (("name", "蒋小岚"),))]


def test_who_a_known_person_is_cannot_be_typed_over(open_form: Any) -> None:
    hand = open_form(KNOWN)
    before = hand.form.values()
    for name in ("name", "birth_date", "hukou_division", "hukou_address"):
        assert hand.field(name).held, name
        hand.go(name).type("9").press("Up")
    hand.go("sex").type("1").press("Delete", "Down").go("ethnicity").type("03")
    assert hand.form.values() == before
    hand.go("phone").focus().selectAll()
    hand.type("13900007777")
    assert hand.value("phone") == "13900007777"
    assert not hand.field("id_number").held  # another number is another person
    assert not any(hand.field(name).held for name in ("phone", "employer", "former_name", "road"))


def test_the_number_of_whom_the_form_was_opened_for_stays_theirs(open_form: Any, counter: Counter) -> None:
    person = counter.people.by_number(IdKind.RESIDENT, KNOWN)
    assert person is not None
    hand = open_form(person.person_id)
    hand.go("id_number").type("9").go("id_kind").type("h")
    assert (hand.value("id_number"), hand.value("id_kind")) == (KNOWN, "resident")


def test_a_mistyped_number_gives_back_what_was_typed(open_form: Any, newcomer: str) -> None:
    hand = open_form()
    hand.go("name").type("张小燕").go("id_number").type(KNOWN)
    assert hand.value("name") == "蒋晓岚"
    hand.go("id_number").focus().selectAll()
    hand.type(newcomer)
    assert hand.value("name") == "张小燕"
    assert not hand.field("name").held
    assert "与登记的不同" not in hand.advice()


def test_what_differs_comes_back_with_the_draft(open_form: Any, counter: Counter, actor: Actor) -> None:
    hand = open_form()
    hand.go("name").type("蒋小岚").go("id_number").type(KNOWN).pause()
    [draft] = counter.drafts.open(actor)
    again = open_form(kept=read_draft(draft))
    assert again.value("name") == "蒋晓岚"
    assert again.field("name").held
    assert again.presenter.identity.differing == {"name": "蒋小岚"}
    assert "这次填的是“蒋小岚”" in again.below("name")


def test_a_correction_approved_meanwhile_is_in_the_form(
    open_form: Any, counter: Counter, actor: Actor
) -> None:
    hand = open_form()
    hand.go("name").type("蒋小岚").go("id_number").type(KNOWN)
    person = counter.people.by_number(IdKind.RESIDENT, KNOWN)
    assert person is not None
    officer = counter.sign_in.sign_in("chengang", "yanlian-03", 5)
    found = counter.corrections.propose(
        actor, "r1", person.person_id, person.version, {"name": "蒋小岚"}, "录入错误", "居民身份证"
    )
    counter.corrections.approve(officer, "r2", found.case.case_id, found.case.version)
    hand.presenter.refresh()
    assert hand.value("name") == "蒋小岚"
    assert hand.presenter.identity.differing == {}
    assert "与登记的不同" not in hand.advice()


def test_a_scan_goes_into_an_empty_form_only(open_form: Any, newcomer: str) -> None:
    hand = open_form()
    assert not hand.presenter.scan("113701020012026112002001")
    assert hand.presenter.scan(newcomer)
    assert hand.value("id_number") == newcomer
    assert hand.at == "name"
    assert not hand.presenter.scan("430103199504150041")


def test_a_passport_without_mainland_hukou_is_registered_voluntarily(
    open_form: Any, counter: Counter
) -> None:
    hand = open_form()
    hand.line("E7654321").line("SAMPLE TOM").line("1").line("19900102")
    assert hand.at == "street"
    hand.line("jfl").line("演练路").line("12").line("d").line("w").type("11-18").pause()
    assert "自愿登记，照常办理" in hand.advice()
    hand.press("Ctrl+Return")
    assert hand.presenter.done is not None
    assert counter.people.by_number(IdKind.PASSPORT, "E7654321") is not None
