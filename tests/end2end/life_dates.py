"""The days of one permit's life, reckoned by hand from the rule packs in force at 济南市历下区, each with its article.

Working days by the State Council's yearly notices: 2023-09-29 to 10-06 off, 10-07 and 10-08 worked;
2025-01-28 to 02-04 off, 01-26 and 02-08 worked; 2025-10-01 to 10-08 off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ISSUE = "《山东省流动人口服务管理暂行办法》第十七条"
ENDORSE = "《居住证暂行条例》第十条第一款"
WINDOW = "《居住证暂行条例》第十条第二款"
LATE = "《居住证暂行条例》第十条第三款"


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that the law sets: which, why, and the count."""

    day: date
    basis: str
    why: str


ARRIVED = date(2023, 3, 22)  # a Wednesday
REGISTERED = date(2023, 3, 24)
REGISTER_BY = Dated(
    date(2023, 3, 27),
    "《山东省流动人口服务管理暂行办法》第八条",
    "3个工作日，到达当日不计：3月23日、24日、27日",
)
HALF_YEAR = Dated(
    date(2023, 9, 24),
    "《山东省流动人口服务管理暂行办法》第九条",
    "居住登记满6个月：3月24日登记，9月24日（星期日）期满",
)
APPLIED = date(2023, 9, 25)
PROMISED = Dated(
    date(2023, 10, 13),
    ISSUE,
    "10个工作日：9月26日、27日、28日，10月7日、8日（补班）、9日、10日、11日、12日、13日",
)
DECIDED = date(2023, 9, 27)
LEFT_TO_DECIDE = 8  # working days after 27 September: 28, 10-07, 08, 09, 10, 11, 12, 13
PRODUCED = date(2023, 9, 28)
FIRST_OPENS = Dated(date(2024, 8, 28), WINDOW, "满1年之日前1个月")
FIRST_DUE = Dated(date(2024, 9, 28), ENDORSE, "自签发之日起满1年")
HANDED_OVER = date(2023, 10, 9)
ENDORSED = date(2024, 9, 10)
SECOND_OPENS = Dated(date(2025, 8, 28), WINDOW, "满2年之日前1个月")
SECOND_DUE = Dated(date(2025, 9, 28), ENDORSE, "自签发之日起满2年，不从签注之日起算")
DAMAGED = date(2025, 1, 20)
REPLACED_BY = Dated(
    date(2025, 2, 8),
    ISSUE,
    "10个工作日：1月21日至24日、26日（补班）、27日，2月5日、6日、7日、8日（补班）",
)
REPLACEMENT_DECIDED = date(2025, 1, 22)
LEFT_TO_REPLACE = 8  # 23, 24, 26, 27 January, 5, 6, 7, 8 February
REPLACEMENT_PRODUCED = date(2025, 1, 24)
REPLACEMENT_HANDED_OVER = date(2025, 2, 7)
GOES_ON = Dated(date(2025, 9, 28), "《居住证暂行条例》第十一条", "换领新证，居住年限和签注期不变")
SUSPENDED = date(2025, 10, 9)  # the first working day after the last day for the second endorsement
DAYS_OVERDUE = 11
ENDORSED_LATE = date(2025, 11, 21)
YEARS_FROM = Dated(date(2025, 11, 21), LATE, "居住年限自补办签注手续之日起连续计算")
THIRD_OPENS = Dated(date(2026, 10, 21), WINDOW, "补办之日起满1年之日前1个月")
THIRD_DUE = Dated(date(2026, 11, 21), LATE, "自补办签注之日起满1年")
LEFT = date(2026, 3, 30)
