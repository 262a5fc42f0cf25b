"""A certificate from the stored case to PDF bytes, beside bare ReportLab drawing the very same page."""

from __future__ import annotations

import shutil
from io import BytesIO
from typing import Any

from benchmarks.kit import FOLDER, Finding, Ratio, processor, ratio_of_rounds, turn_about
from benchmarks.registration import newcomers
from benchmarks.stations import clerk, copied, kept_small, opened
from desktop.services import copy_records
from printing import archive
from printing.documents import Copy
from printing.freezing import thaw
from printing.read_back import check
from printing.render import render

TITLE = "Certificate from stored case to PDF"
LIMIT = 2.0
_ROUNDS, _EACH = 15, 20

Drawing = list[tuple[str, tuple[Any, ...], dict[str, Any]]]


def measure(_rows: int) -> Finding:
    """Read the stored document, thaw and draw it; beside the same strokes on a bare canvas, same bytes."""
    folder = copied(kept_small(), FOLDER / "certificate")
    counter = opened(folder)
    actor = clerk(counter, 1)
    [forms] = newcomers(1)
    paper_id = counter.registrations.accept(actor, "00000000-0000-4000-8000-000000000001", *forms).paper_id
    link, fonts = counter.office.database.link, counter.office.fonts()

    def ours(_: int) -> bytes:
        return render(thaw(link.one(copy_records.DOCUMENT, paper=paper_id).document), Copy(), fonts)

    document = thaw(link.one(copy_records.DOCUMENT, paper=paper_id).document)
    pdf, drawing = taken_down(ours)

    def bare(_: int) -> bytes:
        return _drawn(drawing)

    assert _drawn(drawing) == pdf, "the bare drawing is not the same page"
    one, other = turn_about(ours, bare, [range(_EACH)] * _ROUNDS)
    read_back, _unused = turn_about(lambda _: check(pdf, document), lambda _: None, [range(_EACH)] * 3)
    counter.close()
    shutil.rmtree(folder)
    return Finding(
        TITLE,
        (Ratio("p50", ratio_of_rounds(one, other, 50), LIMIT),),
        {
            "from the stored case": one.written(),
            "bare ReportLab, same bytes": other.written(),
            "processor time": processor(one, other),
            "reading the page back": read_back.written(),
            "size": f"{len(pdf) / 1024:.0f} KB, {len(drawing)} calls of the canvas",
        },
    )


class _Recorder:
    """Stands before the canvas once, and takes down what is called of it."""

    def __init__(self, canvas: Any, drawing: Drawing) -> None:
        self._canvas, self._drawing = canvas, drawing

    def beginPath(self) -> _Path:  # noqa: N802 - ReportLab's name
        return _Path(self._canvas.beginPath())

    def drawPath(self, path: _Path, **named: Any) -> None:  # noqa: N802 - ReportLab's name
        self._drawing.append(("drawPath", tuple(path.boxes), named))
        self._canvas.drawPath(path.path, **named)

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._canvas, name)

        def called(*values: Any, **named: Any) -> Any:
            self._drawing.append((name, values, named))
            return method(*values, **named)

        return called


class _Path:
    def __init__(self, path: Any) -> None:
        self.path = path
        self.boxes: list[tuple[float, ...]] = []

    def rect(self, *box: float) -> None:
        self.boxes.append(box)
        self.path.rect(*box)


def taken_down(draw: Any) -> tuple[bytes, Drawing]:
    """Draw once and give the PDF with every call of the canvas that made it, its opening first."""
    made = draw(0)
    drawing: Drawing = []
    opened = archive.open_canvas

    def recording(out: BytesIO, *values: Any) -> Any:
        drawing.append(("open_canvas", values, {}))
        return _Recorder(opened(out, *values), drawing)

    try:
        archive.open_canvas = recording
        pdf = draw(0)
    finally:
        archive.open_canvas = opened
    assert pdf == made
    return pdf, drawing


def _drawn(drawing: Drawing) -> bytes:
    """Draw the page as a script would that has every place and width written in it."""
    out = BytesIO()
    [(_, values, _named), *calls] = drawing
    canvas = archive.open_canvas(out, *values)
    for name, values, named in calls:
        if name == "drawPath":
            path = canvas.beginPath()
            for box in values:
                path.rect(*box)
            canvas.drawPath(path, **named)
        else:
            getattr(canvas, name)(*values, **named)
    return out.getvalue()
