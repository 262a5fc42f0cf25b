"""What can go wrong with a paper, told in the desk's own sentences."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.domain.errors import CounterError, EnvironmentTrouble, NotPossible, Sentence, sentence
from printing.errors import PaperError

_TOLD: dict[str, Sentence] = {
    "no_glyph": sentence(
        "paper",
        "“{text}”中的字符{named}没有可用字体，不能打印。请核对录入；如确有此字，请管理员装入含该字的字体后重试。",
    ),
    "no_glyph_font": sentence(
        "paper",
        "“{text}”中的字符{named}没有可用字体，不能打印。本所字体文件夹中的{files}已损坏或不是TrueType字体，"
        "没有使用；请管理员换上完好的字体文件后重试。",
    ),
    "font": sentence("paper", "字体文件缺失或损坏，暂不能打印；办件已保存，修复后可在此人页面打印。"),
    "read_back": sentence(
        "paper",
        "版面自检未通过，已停止打印：{differences}。请重试；仍不通过请把编号 {reference} 告诉管理员。",
    ),
    "no_cups": sentence("paper", "本机打印系统没有运行。办件已保存，可先存为PDF，或请管理员启动打印系统。"),
    "no_printer": sentence("paper", "找不到这台打印机。请另选一台，或先存为PDF。"),
    "stopped": sentence("paper", "打印机已停用或不接受任务。请检查打印机，另选一台，或先存为PDF。"),
    "timeout": sentence(
        "paper", "打印系统没有在规定时间内回答，不知道是否已收下。请看打印机出纸情况后再选结果。"
    ),
    "rejected": sentence("paper", "打印系统没有收下这份单据。请另选打印机，或先存为PDF。"),
}
_ENVIRONMENT = frozenset(("font", "no_cups", "no_printer", "stopped", "timeout", "rejected"))


def told(error: PaperError) -> CounterError:
    """Return the desk's error for one of printing's; a page that reads wrong is our bug and gets a number."""
    known = _TOLD.get(error.kind)
    facts = {**error.facts, "reference": _logged(error)} if error.kind == "read_back" else error.facts
    message = known.fill(**facts) if known else Sentence("paper", "{reason}", {"reason": str(error)})
    return EnvironmentTrouble(message) if error.kind in _ENVIRONMENT else NotPossible(message)


def _logged(error: PaperError) -> str:
    """Write a page that reads wrong to the log, and return the number by which it is found there."""
    import logging  # for start-up time: faults are rare

    reference = os.urandom(3).hex().upper()
    logging.getLogger("desktop.faults").error(
        "fault %s: %s", reference, error, exc_info=(type(error), error, error.__traceback__)
    )
    return reference


@contextmanager
def paper_faults() -> Iterator[None]:
    """Turn what printing raises into a sentence for the clerk."""
    try:
        yield
    except PaperError as error:
        raise told(error) from error
