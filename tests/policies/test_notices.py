from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.working_days import DayKind
from desktop.policies.calendars import FILE, shipped_days
from desktop.policies.notices import Notice, parse_notice

SPANS = "2027-01-01,2027-01-03,放假,元旦\n2027-02-05,2027-02-12,放假,春节\n2027-02-20,上班,春节调休\n"


def stated(notice: Notice) -> dict[str, str]:
    return {day.day.isoformat(): day.kind.value for day in notice.days}


def problems(words: str) -> list[str]:
    return [f"{found.line} {found.reason}" for found in parse_notice(words.encode()).problems]


def advice(words: str) -> list[str]:
    notice = parse_notice(words.encode())
    assert notice.problems == ()
    return [f"{found.line} {found.reason}" for found in notice.advice]


def test_the_form_of_the_shipped_table_is_read() -> None:
    notice = parse_notice(FILE.read_bytes())
    assert notice.problems == ()
    shipped = {day: row.kind for day, row in shipped_days().items() if row.kind is not DayKind.STATUTORY}
    assert {day.day: day.kind for day in notice.days} == shipped
    assert notice.days[0].note == "元旦放假"


@pytest.mark.parametrize(
    "data",
    [
        SPANS.encode(),
        b"\xef\xbb\xbf" + SPANS.encode(),
        SPANS.encode("gb18030"),
        SPANS.encode("utf-16"),
        SPANS.replace("\n", "\r\n").encode("gb18030"),
        SPANS.replace("\n", "\r").encode(),
        SPANS.replace(",", "\t").encode("utf-16"),
        SPANS.replace(",", ";").encode(),
        SPANS.replace(",", "，").encode(),
        SPANS.replace("-", "/").replace("/0", "/").encode("gb18030"),
        ("开始,结束,类别,说明\n" + SPANS).encode(),
        ("from,to,kind,note\n" + SPANS).encode(),
        ("# 国务院办公厅通知\n\n" + SPANS).encode(),
        SPANS.replace("放假", "Holiday").replace("上班", "调休上班").encode(),
        SPANS.replace("2027-01-01,", "2027年1月1日（星期五）,").encode(),
        SPANS.replace("2027-02-20,", "2027-02-20,,").encode(),
        SPANS.replace("\n", ",,\n").encode(),
    ],
)
def test_what_a_clerk_or_a_spreadsheet_makes_of_the_notice_is_read_alike(data: bytes) -> None:
    notice = parse_notice(data)
    assert notice.problems == ()
    assert len(notice.days) == 3 + 8 + 1
    assert stated(notice)["2027-01-03"] == "holiday"
    assert stated(notice)["2027-02-12"] == "holiday"
    assert stated(notice)["2027-02-20"] == "workday"
    assert {day.note for day in notice.days} == {"元旦", "春节", "春节调休"}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("1月1日,放假", "2 “1月1日”不是写全年月日的日期"),
        ("27-01-01,放假", "2 “27-01-01”不是写全"),
        ("2027-02-29,放假", "2 “2027-02-29”日历上没有这一天"),
        ("2003-12-31,放假", "2 2003-12-31不在2004年至2099年之内"),
        ("2207-01-01,放假", "2 2207-01-01不在2004年至2099年之内"),
        ("2027-01-01,调休", "2 “调休”看不出是放假还是上班"),
        ("2027-01-01,,放假x", "2 “放假x”看不出"),
        ("2027-01-01", "2 至少要有日期和"),
        ("2027-01-03,2027-01-01,放假", "2 结束日期2027-01-01早于开始日期2027-01-03"),
        ("2027-01-01,2028-01-01,放假", "2 2027-01-01至2028-01-01有366天，超过31天"),
        ("2027-01-01,2027-01,放假", "2 “2027-01”不是写全"),
        ("2027-03-01,放假," + "长" * 101, "2 说明超过100个字"),
        ("2027-04-05,上班", "2 2027-04-05在第1行是“放假”，这一行又是“上班”"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_by_line_and_reason(row: str, says: str) -> None:
    [found] = problems(f"2027-04-05,放假,清明\n{row}\n")
    assert found.startswith(says)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "没有读到任何一天"),
        ("日期,类别\n".encode(), "没有读到任何一天"),
        (b"PK\x03\x04rest of a workbook", "工作簿"),
        (b"\xff\xfe\x00", "编码"),
        (b"2027-01-01,\x00,x", "编码"),
        (b"\x80\x80\x80\xff", "编码"),
    ],
)
def test_a_file_that_is_no_notice_is_told(data: bytes, says: str) -> None:
    [found] = parse_notice(data).problems
    assert found.line == 0
    assert says in str(found.reason)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("2027-01-01,放假\n2027-01-01,放假\n", "2 2027-01-01在第1行已经写过"),
        ("2027-03-02,上班\n", "1 2027-03-02是星期二，本来就上班"),
        ("2027-01-01,2027-01-03,放假\n", "0 写明放假的日子中有2天本来就是周末"),
        ("2027-01-01,statutory,元旦\n2027-03-01,放假\n", "1 法定日期由程序推算"),
    ],
)
def test_what_is_harmless_is_advice(words: str, says: str) -> None:
    assert any(found.startswith(says) for found in advice(words))


def test_a_day_given_back_that_is_worked_is_no_doubt() -> None:
    assert advice("2027-05-03,上班\n") == []


@given(st.binary(max_size=400))
def test_no_file_makes_it_fail(data: bytes) -> None:
    notice = parse_notice(data)
    assert notice.days or notice.problems or notice.advice


@given(st.dates(date(2004, 1, 1), date(2099, 12, 31)), st.sampled_from(["-", "/", "."]))
def test_every_day_is_read_back(day: date, between: str) -> None:
    written = between.join(str(part) for part in (day.year, day.month, day.day))
    assert [found.day for found in parse_notice(f"{written},放假\n".encode()).days] == [day]
