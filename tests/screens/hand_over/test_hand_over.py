"""Handing permits over at the counter: a scan and one key, an agent, a signature, and what is in the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from sqlalchemy import text as sql

from desktop.domain.codes import CancelReason, CaseState, MaterialState
from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.domain.handing_over import HandOverForm, ReceiptFate, SignedOn
from desktop.domain.id_numbers import check_digit
from desktop.domain.permit_life import PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services import case_records, permit_records
from desktop.services.counter import Counter
from desktop.services.permit_endings import CardFate
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor, CaseRow
from desktop.ui.kit.drafting import read_draft
from tests.screens.hand_over.conftest import Made, Seen, key

HOLDER = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)
AGENT_NUMBER = "37132119910305002" + check_digit("37132119910305002")
See = Callable[..., Seen]


def permit_now(counter: Counter, permit: PermitRow) -> PermitRow:
    return permit_records.find(counter.office.database.link, permit.permit_id)


def case_of(counter: Counter, permit: PermitRow) -> CaseRow:
    return case_records.find(counter.office.database.link, permit.case_id)


def step_of(counter: Counter, permit: PermitRow) -> Any:
    return case_records.steps(counter.office.database.link, permit.case_id)[-1]


def asked(seen: Seen) -> Any:
    """The question that is open."""
    return seen.find("dialog")


# -- the ordinary case ---------------------------------------------------------------------------------


def test_a_scan_and_ctrl_enter_hand_it_over_and_the_cursor_waits_for_the_next(
    counter: Counter, made: Made, see: See
) -> None:
    permit, other = made(1), made(2)
    seen = see()
    assert seen.find("scanned_code").hasFocus()
    assert "扫描领证人带来的受理回执" in seen.words()
    seen.scan("12" + case_of(counter, permit).case_number)
    for shown in ("演练甲", permit.masked_id_number, permit.serial, "来人与相片、卡面、身份证件一致。"):
        assert shown in seen.words(), shown
    assert seen.find("holder").isVisible()
    assert not seen.find("photo").pixmap().isNull()
    assert not seen.find("old_card").isVisible()
    assert not seen.find("collector_name").isVisible()
    assert not seen.find("signature").isVisible()
    assert "发给持证人本人，收回回执，在回执上签名。" in seen.words()
    seen.press(Qt.Key.Key_Return, control=True)
    given = permit_now(counter, permit)
    assert (given.state, given.handed_over_on) == (PermitState.VALID, date(2026, 11, 20))
    assert case_of(counter, permit).state is CaseState.COMPLETED
    assert "演练甲的居住证（JN" in seen.words()
    assert "请在2027-10-20至2027-11-20之间来办理签注" in seen.words()
    assert not seen.find("form").isVisible()
    assert seen.find("scanned_code").hasFocus()
    assert counter.drafts.open(seen.presenter._actor) == ()
    seen.scan(other.permit_number)  # the next one
    assert "演练乙" in seen.words()
    assert "已发放" not in seen.words()


def test_a_number_typed_by_hand_and_enter_do_the_same(counter: Counter, made: Made, see: See) -> None:
    permit = made()
    seen = see()
    seen.type("scanned_code", case_of(counter, permit).case_number)
    seen.press(Qt.Key.Key_Return)
    assert seen.presenter.ready
    assert seen.find("collector").hasFocus()
    seen.press(Qt.Key.Key_F6)
    seen.press(Qt.Key.Key_F7)
    assert (seen.permits, seen.papers) == ([permit.permit_id], [permit.case_id])


# -- what is in the way --------------------------------------------------------------------------------


def test_what_a_scan_is_instead_stands_where_the_form_would_be(
    counter: Counter, actor: Actor, made: Made, case: Callable[..., CaseRow], see: See
) -> None:
    cancelled, gone, waiting = made(1), made(2), case(3)
    counter.cancellations.cancel(
        actor, key(), cancelled.permit_id, 1, CancelReason.OWN_WISH, CardFate.RETURNED
    )
    counter.handing_over.hand_over(actor, key(), gone.case_id, HOLDER)
    seen = see()
    for code, told in (
        ("6901234567892", "请扫描受理回执或者居住证上的条码"),
        ("123701030012026112001001", "不是本所的号码（区划370103，派出所001）"),
        (cancelled.permit_number, "已注销"),
        (waiting.case_number, "还没有审核"),
        (gone.permit_number, "发放给本人，不能再发"),
    ):
        seen.scan(code)
        assert seen.find("hand_over_problem").isVisible()
        assert told in seen.words()
        assert not seen.find("form").isVisible()
        assert not seen.find("outcome").isVisible()
        assert seen.find("scanned_code").hasFocus()
        seen.press(Qt.Key.Key_Return, control=True)  # nothing to hand over: nothing happens
    assert permit_now(counter, cancelled).state is PermitState.CANCELLED
    seen.press(Qt.Key.Key_F6)
    assert seen.permits == [gone.permit_id]


def test_another_counter_that_was_first_is_told_instead_of_the_form(
    counter: Counter, actor: Actor, made: Made, see: See
) -> None:
    permit = made()
    seen = see()
    seen.scan(permit.permit_number)
    counter.handing_over.hand_over(actor, key(), permit.case_id, HOLDER)
    seen.press(Qt.Key.Key_Return, control=True)
    assert "发放给本人，不能再发" in seen.words()
    assert not seen.find("form").isVisible()


def test_trouble_with_the_database_keeps_the_form_and_the_second_press_makes_one(
    counter: Counter, made: Made, see: See, monkeypatch: pytest.MonkeyPatch
) -> None:
    permit = made()
    seen = see()
    seen.scan(permit.permit_number)
    real, tries = counter.handing_over.hand_over, []

    def stored_but_unheard(*given: Any) -> Any:
        tries.append(given[1])
        done = real(*given)
        if len(tries) == 1:
            raise EnvironmentTrouble(sentence("errors", "数据库没有回答。"))
        return done

    monkeypatch.setattr(counter.handing_over, "hand_over", stored_but_unheard)
    seen.press(Qt.Key.Key_Return, control=True)
    assert "数据库没有回答" in seen.words()
    assert seen.find("form").isVisible()
    seen.press(Qt.Key.Key_Return, control=True)
    assert tries[0] == tries[1]
    assert "已发放" in seen.words()
    steps = permit_records.steps(counter.office.database.link, permit.permit_id)
    assert [one.event for one in steps].count("hand_over") == 1


# -- an agent ------------------------------------------------------------------------------------------


def test_an_agent_is_asked_for_a_name_a_number_with_check_digit_and_the_relation(
    counter: Counter, made: Made, see: See
) -> None:
    permit = made()
    seen = see()
    seen.scan(permit.permit_number)
    seen.type("collector", "2")
    seen.settle()
    assert seen.find("collector_name").isVisible()
    assert "代领人出示本人和持证人的证件" in seen.words()
    assert "发给代领人，" in seen.words()
    seen.press(Qt.Key.Key_Return, control=True)
    assert seen.find("collector_name").hasFocus()
    assert "请选择代领人与持证人的关系" in seen.words()
    seen.type("collector_name", "演练妻")
    wrong = AGENT_NUMBER[:-1] + ("0" if AGENT_NUMBER[-1] != "0" else "1")
    seen.type("collector_id_number", wrong)
    seen.find("collector_relation").setFocus()
    QTest.keyClicks(seen.find("collector_relation"), "spouse")
    seen.press(Qt.Key.Key_Return, control=True)
    assert seen.find("collector_id_number").hasFocus()
    assert permit_now(counter, permit).state is PermitState.PRODUCED
    seen.find("collector_id_number").selectAll()
    seen.type("collector_id_number", AGENT_NUMBER)
    seen.type("receipt", "2")
    seen.settle()
    assert "发给代领人演练妻，声明回执丢失" in seen.words()
    seen.press(Qt.Key.Key_Return, control=True)
    step = step_of(counter, permit)
    assert step.facts["collector"]["id_number"] == AGENT_NUMBER
    assert (step.facts["receipt"], step.facts["signed_on"]) == ("lost", "paper")
    assert "代领人演练妻（配偶）" in step.note


# -- the signature -------------------------------------------------------------------------------------


def write(pad: Any) -> None:
    """Sign with the mouse."""
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    for step in range(1, 8):
        QTest.mouseMove(pad, QPoint(40 + 20 * step, 60 + 5 * (step % 3)))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(190, 70))


def test_a_signature_on_the_screen_is_kept_with_the_case(counter: Counter, made: Made, see: See) -> None:
    permit = made()
    seen = see()
    seen.scan(permit.permit_number)
    seen.type("signed_on", "2")
    seen.settle()
    pad = seen.find("signature")
    assert pad.isVisible()
    seen.press(Qt.Key.Key_Return, control=True)
    assert "请领取人在屏幕上签名" in seen.words()
    assert permit_now(counter, permit).state is PermitState.PRODUCED
    write(pad)
    assert "请领取人在屏幕上签名" not in seen.words()
    written = seen.presenter.strokes
    seen.press(Qt.Key.Key_F8)  # cleared, and brought back
    assert seen.presenter.strokes == ()
    assert pad.png() is None
    seen.press(Qt.Key.Key_F10)
    assert seen.presenter.strokes == written
    seen.press(Qt.Key.Key_Return, control=True)
    assert permit_now(counter, permit).state is PermitState.VALID
    with counter.office.database.engine.connect() as connection:
        [kept] = connection.execute(
            sql("select content, sha256 from attachment where kind = 'signature' and case_id = :case"),
            {"case": permit.case_id},
        )
    picture = QImage.fromData(bytes(kept.content), "PNG")  # type: ignore[arg-type]
    assert (picture.width(), picture.height()) == (900, 300)
    dark = sum(picture.pixelColor(x, y).lightness() < 90 for x in range(0, 900, 3) for y in range(0, 300, 3))
    assert dark > 50
    assert kept.sha256 == hashlib.sha256(kept.content).hexdigest()


def test_a_view_built_anew_has_the_signature_and_what_was_typed(made: Made, see: See) -> None:
    from desktop.ui.kit.stages import finish_building
    from desktop.ui.screens.hand_over.view import HandOverView

    seen = see()
    seen.scan(made().permit_number)
    seen.type("signed_on", "2")
    seen.type("receipt", "2")
    seen.settle()
    write(seen.find("signature"))
    again = HandOverView(seen.presenter)
    seen.qtbot.addWidget(again)
    again.resize(1240, 820)
    again.show()
    finish_building(again)
    other = Seen(seen.qtbot, seen.presenter, again)
    other.settle()
    assert other.find("signature").strokes() == seen.presenter.strokes != ()
    assert other.find("receipt").currentData() == "lost"


# -- a card that is replaced ---------------------------------------------------------------------------


def test_the_old_card_is_asked_for_where_one_is_replaced(
    counter: Counter, actor: Actor, made: Made, produce: Callable[..., PermitRow], see: See
) -> None:
    old = made()
    counter.handing_over.hand_over(actor, key(), old.case_id, HOLDER)
    old = permit_now(counter, old)
    brought = dict.fromkeys(("identity", "photo", "old_permit"), MaterialState.PRESENT)
    done = counter.replacements.replace(
        actor, key(), old.permit_id, old.version, ReplacementKind.DAMAGED, b"photo", brought, "磨损无法识别"
    )
    assert done.case is not None
    new = produce(done.case, replaces=old)
    seen = see()
    seen.scan(old.permit_number)  # the old card is what the holder brings
    assert "收回旧证" in seen.words()
    assert seen.find("old_card").hasFocus()
    seen.press(Qt.Key.Key_Return, control=True)
    assert "请填写旧证是收回还是丢失" in seen.words()
    seen.type("old_card", "1")
    seen.press(Qt.Key.Key_Return, control=True)
    assert permit_now(counter, old).state is PermitState.REPLACED
    assert permit_now(counter, new).state is PermitState.VALID
    assert "从现在起不能再用" in seen.words()


# -- the next scan, and what is not lost ---------------------------------------------------------------


def test_a_scan_over_a_half_filled_form_is_asked_first(counter: Counter, made: Made, see: See) -> None:
    first, second = made(1), made(2)
    seen = see()
    seen.scan(first.permit_number)
    seen.scan(second.permit_number)  # nothing was filled in: the next one is simply there
    assert "演练乙" in seen.words()
    seen.type("collector", "2")
    seen.type("collector_name", "演练妻")  # not yet told to the presenter
    seen.scan(second.permit_number)  # the same one once more
    assert seen.view.findChild(object, "dialog") is None
    seen.scan(first.permit_number)
    assert "演练乙的发放还没有办完" in "\n".join(
        each.text() for each in asked(seen).findChildren(type(seen.find("holder_name")))
    )
    seen.qtbot.wait(200)
    QTest.keyClick(asked(seen), Qt.Key.Key_Escape)
    seen.settle()
    assert seen.find("collector_name").text() == "演练妻"
    seen.scan(first.permit_number)
    seen.qtbot.wait(200)
    seen.find("take_the_next").click()
    seen.settle()
    assert "演练甲" in seen.words()
    assert not seen.find("collector_name").isVisible()
    assert counter.drafts.open(seen.presenter._actor) == ()


def test_a_half_filled_form_comes_back_from_its_draft(counter: Counter, made: Made, see: See) -> None:
    permit = made()
    seen = see()
    seen.scan(permit.permit_number)
    assert seen.presenter.done_with()
    seen.type("collector", "2")
    seen.type("collector_name", "演练妻")
    assert not seen.presenter.done_with()
    assert seen.presenter.leave()
    [draft] = counter.drafts.open(seen.presenter._actor)
    assert (draft.form, draft.subject) == ("hand_over", "演练甲")
    again = see(kept=read_draft(draft))
    assert again.find("collector_name").text() == "演练妻"
    assert again.find("collector_name").isVisible()
    again.type("collector_id_number", AGENT_NUMBER)
    QTest.keyClicks(again.find("collector_relation"), "spouse")
    again.press(Qt.Key.Key_Return, control=True)
    assert permit_now(counter, permit).state is PermitState.VALID
    assert counter.drafts.open(seen.presenter._actor) == ()


def test_a_draft_of_a_permit_handed_over_meanwhile_says_so_and_goes(
    counter: Counter, actor: Actor, made: Made, see: See
) -> None:
    permit = made()
    seen = see()
    seen.scan(permit.permit_number)
    seen.type("receipt", "2")
    seen.presenter.leave()
    [draft] = counter.drafts.open(actor)
    counter.handing_over.hand_over(actor, key(), permit.case_id, HOLDER)
    again = see(kept=read_draft(draft))
    assert "不能再发" in again.words()
    assert counter.drafts.open(actor) == ()


def test_it_is_put_away_without_a_question_while_nothing_is_filled_in(made: Made, see: See) -> None:
    seen = see()
    seen.scan(made().permit_number)
    seen.press(Qt.Key.Key_F11)
    assert not seen.presenter.ready
    assert seen.find("scanned_code").hasFocus()
    assert "扫描领证人带来的受理回执" in seen.words()
