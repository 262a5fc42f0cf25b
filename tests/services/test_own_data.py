from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CancelReason, CopyOutcome, PaperKind
from desktop.domain.errors import NotPossible
from desktop.domain.retention import DataKind, DeletionGround
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.own_data_rows import OwnDataGroup
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from printing.documents import OwnDataSheet
from tests.services.asked import key

Issue = Callable[..., PermitRow]


def lines(page: Any, group: OwnDataGroup) -> str:
    [found] = [one for one in page.groups if one.group is group]
    return "\n".join(f"{one.what}|{one.says}|{one.since}" for one in found.lines)


@pytest.fixture
def known(station: Counter, clerk: Actor, register: Callable[..., Any], apply: Callable[..., Any]) -> Any:
    """Somebody with a registration, an application with a photo, a printed certificate and a look."""
    done = register(
        1,
        person={"phone": "13987650001"},
        residence={"landlord_name": "样例房主", "landlord_phone": "13987650002"},
    )
    copy = station.papers.prepare(clerk, key(), done.paper_id)
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    station.people.page(clerk, done.case.person_id, matter="居住登记")
    return done


def test_every_kind_of_data_is_told_with_how_long_it_is_kept(
    station: Counter, clerk: Actor, known: Any
) -> None:
    page = station.own_data.read(clerk, known.case.person_id)
    assert [one.group for one in page.groups] == list(OwnDataGroup)
    identity = lines(page, OwnDataGroup.IDENTITY)
    for word in ("演练甲", page.person.id_number, "13987650001", "汉族", "演练镇1号", "演练厂"):
        assert word in identity
    home = lines(page, OwnDataGroup.RESIDENCE)
    assert "演练路1号101室" in home
    assert "租赁住房" in home
    assert "样***" in home  # the landlord is somebody else
    assert "13987650002" not in home
    assert known.case.case_number in lines(page, OwnDataGroup.CASES)
    with station.office.database.engine.connect() as connection:
        digest = connection.execute(text("select sha256 from paper_copy")).scalar_one()
    assert digest in lines(page, OwnDataGroup.PAPERS)
    looks = lines(page, OwnDataGroup.LOOKS)
    assert "查看人员|居住登记|2026-11-20，窗口03" in looks
    assert clerk.name not in looks
    assert all(one.kept.startswith("保存期限：") for one in page.groups)
    assert "120个月；法定不少于60个月" in page.groups[0].kept


def test_photos_are_told_by_their_digest(
    station: Counter, clerk: Actor, resident: Callable[..., int], apply: Callable[..., Any]
) -> None:
    person = resident()
    apply(person, photo=b"a photo")
    page = station.own_data.read(clerk, person)
    files = lines(page, OwnDataGroup.FILES)
    assert f"相片|7字节，SHA-256 {hashlib.sha256(b'a photo').hexdigest()}" in files
    assert "合法稳定就业" in lines(page, OwnDataGroup.CASES)


def test_permits_are_told_version_by_version(station: Counter, clerk: Actor, issue: Issue) -> None:
    permit = issue()
    told = lines(station.own_data.read(clerk, permit.person_id), OwnDataGroup.PERMITS)
    assert told.count(permit.permit_number) == permit.version


def test_looking_and_telling_are_written_down(station: Counter, clerk: Actor, known: Any) -> None:
    person = known.case.person_id
    station.own_data.read(clerk, person)
    station.own_data.issue(clerk, person)
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        told = connection.execute(
            text(
                "select action, person_id, matter from journal_entry where action like '%own_data' order by id"
            )
        ).all()
    assert {tuple(row) for row in told} == {
        ("view_own_data", person, "本人查阅"),
        ("tell_own_data", person, "本人查阅"),
    }
    assert "查阅本人信息" in lines(station.own_data.read(clerk, person), OwnDataGroup.LOOKS)


def test_the_paper_says_what_the_page_says_and_is_made_out_once_a_day(
    station: Counter, clerk: Actor, known: Any, document: Callable[[int], Any]
) -> None:
    person = known.case.person_id
    paper = station.own_data.issue(clerk, person)
    assert station.own_data.issue(clerk, person) == paper
    sheet = document(paper)
    assert isinstance(sheet, OwnDataSheet)
    assert sheet.id_number == station.people.person(person).id_number
    assert sheet.deletion == "现在还不能删除，理由如下。"
    assert sheet.obstacles == (
        "居住登记还没有注销，处理目的没有实现。注销登记后可以再申请。（《个人信息保护法》第四十七条第一款第一项）",
    )
    copy = station.papers.prepare(clerk, key(), paper)
    assert station.papers.pdf(copy.copy_id).startswith(b"%PDF")
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    balance = station.day.balance(date(2026, 11, 20), clerk.counter_number)
    [line] = [one for one in balance.lines if one.kind is PaperKind.OWN_DATA_SHEET]
    assert (line.cases, line.issued, line.printed) == (1, 1, 1)


def test_a_change_makes_another_paper(station: Counter, clerk: Actor, known: Any) -> None:
    person = known.case.person_id
    paper = station.own_data.issue(clerk, person)
    station.drafts.save(clerk, "d1", "application", "", f'{{"person_id": {person}}}')
    assert station.own_data.issue(clerk, person) != paper


def test_nobody_has_no_data(station: Counter, clerk: Actor) -> None:
    with pytest.raises(NotPossible, match="没有这个人的记录"):
        station.own_data.read(clerk, 1)


def test_administrators_do_not_read_it(station: Counter, template: Any, known: Any) -> None:
    for actor in (template.administrator, template.security, template.auditor):
        with pytest.raises(NotPossible, match="权限"):
            station.own_data.read(actor, known.case.person_id)


def test_a_request_that_waits_is_told(
    station: Counter, clerk: Actor, known: Any, go: Callable[[date], None], document: Callable[[int], Any]
) -> None:
    person = known.case.person_id
    form = DepartureForm(CancelReason.LEFT, date(2026, 11, 20), "370202", "香港中路1号")
    station.departures.leave(clerk, key(), person, form)
    go(date(2031, 11, 20))
    assert document(station.own_data.issue(clerk, person)).deletion.startswith("目前没有法定的保存理由")
    station.retention.ask(clerk, key(), person, DeletionGround.PURPOSE_ENDED)
    assert document(station.own_data.issue(clerk, person)).deletion.startswith("删除申请已经提出")


def test_the_privacy_notice_tells_the_term_that_holds_here(
    station: Counter, clerk: Actor, template: Any, known: Any, register: Any, document: Callable[[int], Any]
) -> None:
    notice = document(station.sheets.privacy_notice(clerk, known.case.case_id))
    assert {use.kept for use in notice.uses} == {"办理期间和全部终结后10年"}
    station.retention.set_months(template.administrator, DataKind.PERSON, "66", None)
    later = document(station.sheets.privacy_notice(clerk, register(2).case.case_id))
    assert {use.kept for use in later.uses} == {"办理期间和全部终结后66个月"}
