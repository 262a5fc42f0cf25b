"""The numbers of cases (受理号, 22 digits) and of papers (24 digits), which are also their barcodes.

A case's number is 6 digits division, 3 station, 8 date, 2 counter and 3 sequence: the shape of GA 214.4-2004
with the first two of its five sequence digits given to the counter, so that no counter has to ask another.
It is a local rule until GA/T 2000.286-2020 can be read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.domain.codes import PaperKind
from desktop.domain.errors import BadInput, NotPossible, sentence

CASE_DIGITS = 22
PAPER_DIGITS = 24
LAST_SEQUENCE = 999
NUMBERED_APART = frozenset(
    (PaperKind.DAY_SUMMARY, PaperKind.STOCK_BALANCE, PaperKind.PRODUCTION_SHEET, PaperKind.CALL_LIST)
)
"""Papers of no case: each kind counts by itself, so that the 22 digits after the kind may be a case's too."""


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The n-th case of one counter on one day, or the n-th summary of that day: each counts from one.

    Raises NotPossible when the counter's 999 numbers of the day are used up, and BadInput for a division,
    station or counter that is not 6, 3 or 2 digits.
    """

    division: str
    station: str
    on: date
    counter: int
    sequence: int
    _written: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse parts that would not read back."""
        if not _digits(self.division, 6) or self.division.startswith("0"):
            raise BadInput("division", sentence("errors", "区划代码应为6位数字。"))
        if not _digits(self.station, 3):
            raise BadInput("station", sentence("errors", "派出所代码应为3位数字。"))
        if not 1 <= self.counter <= 99:
            raise BadInput("counter_number", sentence("errors", "窗口号应为1至99。"))
        if self.sequence > LAST_SEQUENCE:
            problem = sentence("errors", "本窗口今天的{last}个受理号已用完，请改用另一个窗口号办理。")
            raise NotPossible(problem.fill(last=LAST_SEQUENCE))
        if self.sequence < 1:
            raise ValueError("a sequence counts up from one")
        on = self.on
        day = f"{on.year:04}{on.month:02}{on.day:02}"  # a fifth of strftime's time
        written = f"{self.division}{self.station}{day}{self.counter:02}{self.sequence:03}"
        object.__setattr__(self, "_written", written)  # asked for several times a case

    def __str__(self) -> str:
        """The 22 digits."""
        return self._written

    @classmethod
    def parse(cls, text: str) -> CaseNumber:
        """Read the 22 digits, blanks between them allowed; BadInput("case_number") says what is wrong."""
        return _parse(_bare(text), "case_number")

    def grouped(self) -> str:
        """Give the digits with blanks between the parts, as a person reads them out."""
        digits = str(self)
        return " ".join((digits[:6], digits[6:9], digits[9:17], digits[17:19], digits[19:]))


def paper_number(kind: PaperKind, case: CaseNumber) -> str:
    """Give the 24 digits of a paper: two for its kind, then the case's number. Its barcode is just this.

    A day summary carries the number of the day's n-th summary: a day may be closed more than once.
    """
    return f"{kind}{case}"


def read_paper_number(text: str) -> tuple[PaperKind, CaseNumber]:
    """Read a paper's 24 digits, blanks allowed; BadInput("paper_number") says what is wrong."""
    digits = _bare(text)
    if not _digits(digits, PAPER_DIGITS):
        problem = sentence("errors", "凭证条码应为{right}位数字，现在是{found}位。")
        raise BadInput("paper_number", problem.fill(right=PAPER_DIGITS, found=len(digits)))
    try:
        kind = PaperKind(digits[:2])
    except ValueError:
        problem = sentence("errors", "条码开头的“{kind}”不是本系统的凭证种类。")
        raise BadInput("paper_number", problem.fill(kind=digits[:2])) from None
    return kind, _parse(digits[2:], "paper_number")


def _parse(digits: str, field: str) -> CaseNumber:
    if not _digits(digits, CASE_DIGITS):
        problem = sentence("errors", "受理号应为{right}位数字，现在是{found}位。")
        raise BadInput(field, problem.fill(right=CASE_DIGITS, found=len(digits)))
    try:
        on = datetime.strptime(digits[9:17] + "+0800", "%Y%m%d%z").date()
    except ValueError:
        problem = sentence("errors", "受理号第10至17位“{part}”不是日期。")
        raise BadInput(field, problem.fill(part=digits[9:17])) from None
    if digits[0] == "0" or digits[17:19] == "00":
        raise BadInput(field, sentence("errors", "受理号的区划代码或窗口号不对，请核对后重新输入。"))
    if digits[19:] == "000":
        raise BadInput(field, sentence("errors", "受理号最后3位是顺序号，应为001至999。"))
    return CaseNumber(digits[:6], digits[6:9], on, int(digits[17:19]), int(digits[19:]))


def _bare(text: str) -> str:
    return "".join(text.split())


def _digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdigit()
