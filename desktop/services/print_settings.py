"""A counter's printers: which queue, tray, sides and offset each kind of paper goes by, and a page to measure them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import PaperKind
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.print_settings import PrintSetting, Sides, most_offset
from desktop.domain.rights import Right
from desktop.services import setting_records
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.office import canonical
from desktop.services.paper_faults import paper_faults
from desktop.services.rights import needs, needs_here

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_MEANWHILE = sentence("printers", "“{paper}”的打印设置刚刚被改过，这一次没有保存。请核对后再改。")
_NO_PRINTER = sentence("printers", "先选打印机，再设纸盒、单双面和偏移。")
_NO_TRAY = sentence("printers", "这台打印机没有这个纸盒，请重新选择。")
_TOLD = sentence("log", "“{before}”改为“{after}”")
_NONE = sentence("printers", "（未设置）")
_TOO_FAR = sentence("printers", "最多偏移{most}毫米。")


@dataclass(frozen=True, slots=True)
class QueueOffers:
    """What a queue can be asked for: trays as options of the job, and whether it prints on both sides."""

    printer: str
    trays: tuple[str, ...]
    two_sided: bool


class PrintSettings:
    """Keeps a counter's settings, by whoever sits there; every change is written down with what was before."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.SET_PRINTING)
    def read(self, actor: Actor) -> tuple[PrintSetting, ...]:
        """Return how this counter prints each kind of paper; a kind that was never set goes as the queue does."""
        with self._office.database.faults():
            link = self._office.database.link
            return tuple(setting_of(link, actor.counter_number, kind) for kind in PaperKind)

    @needs(Right.SET_PRINTING)
    def change(
        self, actor: Actor, wanted: Sequence[PrintSetting], seen: Sequence[PrintSetting]
    ) -> tuple[PaperKind, ...]:
        """Store settings, all of them or none; return the kinds that became other ones.

        `seen` is what the clerk saw: NotPossible where it was changed since. Sent twice it is stored once.
        BadInput names what is out of bounds.
        """
        for one in wanted:
            _check(one)
        before = {one.kind: one for one in seen}

        def job(link: Link) -> tuple[PaperKind, ...]:
            changed = []
            for one in wanted:
                now = setting_of(link, actor.counter_number, one.kind)
                if now == one:
                    continue
                if now != before.get(one.kind, PrintSetting(one.kind)):
                    raise NotPossible(_MEANWHILE.fill(paper=label(one.kind)))
                self._store(link, actor, now, one)
                changed.append(one.kind)
            return tuple(changed)

        return in_turn(self._office, job)

    @needs_here(Right.SET_PRINTING)
    def offers(self, printer: str) -> QueueOffers:
        """Ask a queue what it offers. EnvironmentTrouble when it is not there."""
        from printing.queue_options import queue_options

        with paper_faults():
            found = queue_options(printer)
        return QueueOffers(printer, found.trays, found.two_sided)

    @needs(Right.SET_PRINTING)
    def print_test_page(self, actor: Actor, setting: PrintSetting) -> str:
        """Print the page to measure a printer by, as this setting would print its kind of paper."""
        from desktop.services import sending  # it reads the settings from here

        _check(setting)
        if not setting.printer:
            raise BadInput("printer", _NO_PRINTER)
        with paper_faults():
            title = f"TEST-{actor.counter_number:02}-{setting.kind.value}"
            job = sending.send(setting, self.test_page(setting), title)
        with self._office.database.write() as link:
            at = self._office.clock.now()
            matter = str(label(setting.kind))
            self._journal.write(
                link, Happening(actor, "print_test_page", at, matter=matter, detail=words_of(setting))
            )
        return job

    @needs_here(Right.SET_PRINTING)
    def test_page(self, setting: PrintSetting) -> bytes:
        """Draw the page to measure by, on the paper that the kind is printed on, not moved yet."""
        from printing.test_page import TestPage, draw

        width, height = self._paper(setting.kind)
        page = TestPage(
            width=width,
            height=height,
            printer=setting.printer,
            options=" ".join(part for part in (setting.tray, setting.sides.value) if part),
            right=setting.right / 10,
            down=setting.down / 10,
            day=self._office.today(),
            both_sides=setting.sides in (Sides.LONG_EDGE, Sides.SHORT_EDGE),
        )
        with paper_faults():
            return draw(page, self._office.fonts())

    def _paper(self, kind: PaperKind) -> tuple[float, float]:
        """Return width and height in mm of the paper that the station prints a kind on; a roll has some height."""
        from printing.documents import KINDS
        from printing.layout import MM
        from printing.permit_card import CARD_HEIGHT, CARD_WIDTH

        if kind is PaperKind.PERMIT_CARD:
            return round(CARD_WIDTH / MM, 2), round(CARD_HEIGHT / MM, 2)
        name = next(name for name, document in KINDS.items() if kind.value == document.CODE)
        measure = self._office.layout(name).measure
        return round(measure.page_width / MM, 2), round(measure.page_height / MM, 2) or _STRIP

    def _store(self, link: Link, actor: Actor, before: PrintSetting, after: PrintSetting) -> None:
        setting_records.put(link, _key(actor.counter_number, after.kind), _written(before), _written(after))
        told = _TOLD.fill(before=words_of(before) or _NONE, after=words_of(after) or _NONE)
        at, matter = self._office.clock.now(), str(label(after.kind))
        self._journal.write(
            link, Happening(actor, "set_counter_printer", at, matter=matter, detail=str(told))
        )


_STRIP = 120.0
"""Millimetres of roll that the test page takes."""


def setting_of(link: Link, counter: int, kind: PaperKind) -> PrintSetting:
    """Return how a counter prints a kind of paper."""
    written = setting_records.value_of(link, _key(counter, kind))
    if not written:
        return PrintSetting(kind)
    kept = json.loads(written)
    return PrintSetting(
        kind,
        printer=str(kept["printer"]),
        tray=str(kept["tray"]),
        sides=Sides(kept["sides"]),
        right=int(kept["right"]),
        down=int(kept["down"]),
    )


def on_queue(setting: PrintSetting, printer: str) -> PrintSetting:
    """Return what of a setting holds on a queue: all of it on its own, nothing on another."""
    return setting if setting.printer == printer else PrintSetting(setting.kind, printer)


def words_of(setting: PrintSetting) -> str:
    """Say a setting in a line, "" for one that sets nothing."""
    if setting == PrintSetting(setting.kind):
        return ""
    offset = f"向右{setting.right / 10:.1f}毫米 向下{setting.down / 10:.1f}毫米"
    return " ".join(part for part in (setting.printer, setting.tray, setting.sides.value, offset) if part)


def _key(counter: int, kind: PaperKind) -> str:
    return f"printer/{counter:02}/{kind.value}"


def _written(setting: PrintSetting) -> str:
    if setting == PrintSetting(setting.kind):
        return ""
    return canonical({name: value for name, value in asdict(setting).items() if name != "kind"})


def _check(setting: PrintSetting) -> None:
    """Refuse what no form on the screen gives: an offset out of bounds, a tray that is none."""
    from printing.queue_options import TRAY

    most = most_offset(setting.kind)
    for field, value in (("right", setting.right), ("down", setting.down)):
        if abs(value) > most:
            raise BadInput(field, _TOO_FAR.fill(most=most // 10))
    if setting.tray and not TRAY.fullmatch(setting.tray):
        raise BadInput("tray", _NO_TRAY)
    if not setting.printer and setting != PrintSetting(setting.kind):
        raise BadInput("printer", _NO_PRINTER)
