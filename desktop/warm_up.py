"""What every day needs, read in while the clerk signs in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.services import pinyin_dictionary
from desktop.ui.duties import MODULES
from desktop.ui.kit.background import Runner
from desktop.ui.kit.warm import Warm

if TYPE_CHECKING:
    from printing.fonts import Fonts

PAPER_LATER_MS = 1_500
"""Between the screens' being ready and the beginning of what paper needs."""
PAPER_MODULES = (
    "reportlab.pdfgen.canvas",
    "printing.render",
    "printing.archive",
    "printing.layouts",
    "printing.roll",
    "printing.permit_card",
    "printing.read_back",
    "barcode.codex",
    "printing.registration_certificate",
    "printing.acceptance_receipt",
    "printing.missing_items_notice",
    "printing.refusal_notice",
    "printing.day_summary",
    "printing.seal.sealing",
    "printing.seal.ed25519",
    "cbor2",
    "pypdfium2",
    "zxingcpp",
)
"""What drawing a paper and looking at it are made of."""


def warm_up(runner: Runner, fonts: Callable[[], Fonts], settled: Callable[[], None]) -> list[Warm]:
    """Begin with the screens, go on with paper, and call `settled` when all is there; keep what is given back.

    `fonts` is called in a worker.
    """

    def open_typefaces() -> None:
        from printing.typefaces import stacks  # in the worker, not here

        for stack in stacks(fonts()):
            _ = stack.name  # opens the font

    screens = [partial(import_module, name) for name in MODULES]
    paper = [partial(import_module, name) for name in PAPER_MODULES]
    initials = partial("一".encode, "gb2312")  # the encoding is looked up and read in at its first use
    screens_ready = Warm(runner, [*screens, pinyin_dictionary.load, initials])
    paper_ready = Warm(runner, [*paper, open_typefaces], lane="printing")
    # not in the turns in which the desk is built, should the clerk be quick: it is all Python
    screens_ready.done.connect(lambda: QTimer.singleShot(PAPER_LATER_MS, paper_ready.start))
    paper_ready.done.connect(settled)
    screens_ready.start()
    return [screens_ready, paper_ready]
