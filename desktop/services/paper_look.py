"""What a station changed about the look of its papers: its own layouts and fonts, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.codes import PaperKind
from desktop.domain.errors import Sentence, sentence
from desktop.services.paper_faults import told

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.office import Office

_FONT = sentence("paper", "字体文件“{file}”已损坏或不是TrueType字体，没有使用。请换上完好的文件。")


@dataclass(frozen=True, slots=True)
class PaperLook:
    """The kinds of paper that have a layout of their own, the fonts in use, and every file that is not used."""

    folder: Path
    kinds: tuple[PaperKind, ...]
    fonts: tuple[str, ...]
    troubles: tuple[Sentence, ...]


def paper_look(office: Office) -> PaperLook:
    """Look at every file of the station's folders of layouts and fonts; they need not be there."""
    from printing.documents import KINDS  # here for start-up time
    from printing.fonts.coverage import unusable
    from printing.layouts import Layouts

    fonts = office.fonts()
    layouts = Layouts.at_station(office.layouts, fonts)
    damaged = unusable(fonts.own)
    return PaperLook(
        folder=office.folders.data,
        kinds=tuple(PaperKind(KINDS[kind].CODE) for kind in layouts.found),
        fonts=tuple(path.name for path in fonts.own if path.name not in damaged),
        troubles=(
            *(told(trouble).message for trouble in layouts.troubles),
            *(_FONT.fill(file=name) for name in damaged),
        ),
    )
