"""What is said when a deed of production is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.production_rows import ProductionDone, ReservedCard


def reserved(count: int) -> str:
    """Blanks are kept for cases."""
    return text("produce", "已预留{count}张空白，可以打印。").format(count=count)


def went(count: int) -> str:
    """Cards left for the printer."""
    return text("produce", "已送出{count}张。请逐张核对，勾选打印好的，再按“已制成”。").format(count=count)


def cancelled(serial: str, unprinted: bool) -> str:
    """A card's job was taken back."""
    if unprinted:
        return text("produce", "已取消打印，{serial}上没有打印，可以重新打印。").format(serial=serial)
    words = text("produce", "打印已停止。{serial}可能已经打印，请看打印机后再选结果。")
    return words.format(serial=serial)


def made(done: ProductionDone) -> str:
    """Cards were taken down as made, their slips with them where the station has it so."""
    words = text("produce", "已制成{count}张。").format(count=len(done.produced))
    if any(one.with_slip for one in done.produced):
        words += text("produce", "领取凭证已一并出具，可在当日未打印的单据中打印。")
    return words


def problems(done: ProductionDone) -> list[str]:
    """What could not be taken down, a line each."""
    return [f"{one.serial}：{sentence_text(one.why)}" for one in done.problems]


def gone(card: ReservedCard) -> str:
    """A blank was written off or laid back; its case waits again."""
    words = text("produce", "{serial}已办理，{name}仍在待制证中。")
    return words.format(serial=card.serial, name=card.person_name)
