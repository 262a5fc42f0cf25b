"""What stands on each paper is what its case says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from desktop.domain.codes import CopyOutcome
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.papers.reading import Apply, Register, Resident, barcodes, words


def check_page(station: Counter, pdf: bytes, number: str, *expected: str) -> None:
    said = words(pdf)
    assert [line for line in expected if "".join(line.split()) not in said] == []
    for dpi in (203, 300):
        found = barcodes(station, pdf, dpi)  # a day's summary has the head of the trail too, of 40 digits
        assert [it for it in found if len(it) == len(number)] == [number]


def test_the_certificate_says_what_the_case_says(station: Counter, clerk: Actor, register: Register) -> None:
    minors = (
        {
            "minor_name": "演练小甲",
            "minor_sex": "2",
            "minor_birth_date": "2018-05-06",
            "minor_id_number": "",
            "minor_relation": "daughter",
        },
    )
    done = register(person={"name": "李𬍛䶮"}, residence={"minors": minors, "intended_until": "2027-06-30"})
    person = station.people.person(done.case.person_id)
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    check_page(
        station,
        station.papers.pdf(copy.copy_id),
        "11" + done.case.case_number,
        done.case.case_number,
        "李𬍛䶮",
        "男",
        "汉族",
        "1990年2月14日",
        "居民身份证",
        person.id_number,
        "山东省临沂市沂南县",
        "演练镇1号",
        done.registration.written_address,
        "租赁住房",
        "务工",
        "2026年11月19日",
        "2026年11月20日",
        "2027年6月30日",
        "演练厂",
        "演练小甲",
        "2018年5月6日",
        "测试派出所",
        "测试路1号",
        "0531-80000001",
        "窗口03",
        "测试一",
    )


def test_the_receipt_says_what_the_case_says(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    done = apply(resident(), shared=("identity",))
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    pdf = station.papers.pdf(copy.copy_id)
    check_page(
        station,
        pdf,
        "12" + done.case.case_number,
        done.case.case_number,
        "演练甲",
        "371321********001X",
        "合法稳定就业",
        "承诺办结日期：2026年12月4日",
        "《山东省流动人口服务管理暂行办法》第十七条",
        "本人居民身份证或者居民户口簿（数据共享取得）",
        "本人相片",
        "就业证明",
        "139****0001",
    )
    assert "暂估" not in words(pdf)
    assert station.people.person(done.case.person_id).id_number not in words(pdf)


def test_a_date_beyond_the_published_calendar_says_that_it_is_estimated(
    station: Counter, clerk: Actor, clock: Any, resident: Resident, apply: Apply
) -> None:
    person = resident()
    clock.moment = datetime(2026, 12, 28, 2, tzinfo=UTC)
    done = apply(person)
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    check_page(
        station, station.papers.pdf(copy.copy_id), "12" + done.case.case_number, "2027年1月12日", "暂估"
    )


def test_the_notice_lists_what_the_case_lacks(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    done = apply(resident(), missing=("photo", "employment_proof"), photo=None)
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    check_page(
        station,
        station.papers.pdf(copy.copy_id),
        "13" + done.case.case_number,
        done.case.case_number,
        "一次性告知书",
        "本人相片",
        "就业证明",
        "劳动合同",
        "公通字〔2021〕12号第六十六条第（三）项、第二款",
        "1．本人居民身份证或者居民户口簿",
    )


def test_the_refusal_says_the_fact_the_clause_and_what_would_change_it(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    done = apply(resident(on=date(2026, 8, 31)))
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    check_page(
        station,
        station.papers.pdf(copy.copy_id),
        "14" + done.case.case_number,
        "登记于2026-08-31，满半年为2027-02-28。",
        "《山东省流动人口服务管理暂行办法》第九条",
        "2027-02-28起可以申领。",
    )


def test_the_day_summary_says_what_the_day_held(station: Counter, clerk: Actor, register: Register) -> None:
    done = register()
    copy = station.papers.prepare(clerk, "p", done.paper_id)
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    paper = station.day.close(clerk, "c", date(2026, 11, 20), {})
    summary = station.papers.prepare(clerk, "s", paper)
    check_page(
        station,
        station.papers.pdf(summary.copy_id),
        "15" + done.case.case_number,
        "当日办件汇总",
        done.case.case_number,
        "371321********001X",
        "办件1件，出具单据1份，例外0项。",
    )
