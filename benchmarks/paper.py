"""Papers from the stored case to checked bytes: sealed, PDF/A and read back; beside others; 500 in a row.

fpdf2 and WeasyPrint are measured where they are installed (`pip install fpdf2 weasyprint`); neither is
needed by the program, nor in its lock.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.certificate import taken_down
from benchmarks.kit import FOLDER, Finding, Ratio, Times, median, ratio_of_rounds, turn_about
from benchmarks.others import fpdf2_page, weasyprint_page
from benchmarks.registration import newcomers
from benchmarks.stations import CACHE, clerk, copied, kept_small, opened
from desktop.services import copy_records
from desktop.services.counter import Counter
from printing.documents import ORIGINAL
from printing.freezing import freeze, thaw
from printing.render import render
from printing.seal import digests
from printing.seal.algorithms import algorithm
from printing.seal.sealing import sealed

TITLE = "Papers: sealed, PDF/A, read back"
WHOLE, ANEW, FIRST = 45.0, 110.0, 400.0
"""Milliseconds: a stored case to checked bytes, the same sealed anew, the first page of the day."""
BATCH, SETTLED, GROWTH = 500, 100, 8.0
"""Certificates of a batch, after how many memory is looked at first, and by how many MB it may grow."""
_ROUNDS, _EACH, _OTHERS = 15, 10, 3


def measure(_rows: int) -> Finding:
    """Draw as the counter does, out of the database; the others get the same strokes to draw."""
    folder = copied(kept_small(), FOLDER / "paper")
    counter = opened(folder)
    actor = clerk(counter, 1)
    [forms] = newcomers(1)
    paper = counter.registrations.accept(actor, "00000000-0000-4000-8000-000000000001", *forms).paper_id
    pdf, drawing = taken_down(lambda _: counter.papers.draw(paper))

    whole, anew = turn_about(
        lambda _: counter.papers.draw(paper), _sealed_anew(counter, paper), [[0] * _EACH] * _ROUNDS
    )
    ratios = [
        Ratio("stored case to checked PDF/A", _milliseconds(whole), WHOLE, "ms"),
        Ratio("the same, sealed anew", _milliseconds(anew), ANEW, "ms"),
    ]
    figures = {"by the clock": whole.written(), "sealed anew, by the clock": anew.written()}
    drawers = {"fpdf2": fpdf2_page, "WeasyPrint": weasyprint_page}
    files = _files(counter)
    for name, drawer in drawers.items():
        page = drawer(drawing, files)
        if page is None:
            figures[name] = "not installed here"
            continue
        size = len(page(0))
        ours, theirs = turn_about(lambda _: counter.papers.draw(paper), page, [range(2)] * _OTHERS)
        times = 1 / ratio_of_rounds(ours, theirs, 50)
        ratios.append(Ratio(f"faster than {name}, unchecked", times, 1, at_least=True))
        figures[name] = f"{theirs.written()}, {size // 1024} KB"
    grown, seconds = _batch(counter, paper)
    ratios.append(Ratio(f"memory grown, {SETTLED}th to {BATCH}th", grown, GROWTH, "MB"))
    figures[f"{BATCH} certificates"] = f"{seconds:.1f} s of processor time"
    first = _first_of_the_day(counter, paper)
    ratios.append(Ratio("first page after warming", first, FIRST, "ms"))
    figures["size"] = f"{len(pdf) / 1024:.0f} KB"
    counter.close()
    shutil.rmtree(folder)
    return Finding(TITLE, tuple(ratios), figures)


def _milliseconds(times: Times) -> float:
    """Give the processor's milliseconds for one: on an idle machine the clock's, and true on a busy one."""
    return median(times.worked) / 1_000_000


def _sealed_anew(counter: Counter, paper: int) -> Callable[[Any], bytes]:
    """Give what thaws, seals with a key at hand, freezes, draws and reads back; a number gives its own name."""
    from printing.read_back import check

    ed25519 = algorithm("ed25519")
    signer = ed25519.signer(ed25519.new_private())
    link, fonts = counter.office.database.link, counter.office.fonts()

    def draw(number: int) -> bytes:
        document = thaw(link.one(copy_records.DOCUMENT, paper=paper).document)
        if number:
            name = "".join(map(chr, (0x4E00 + 17 * number, 0x3400 + number, 0x20000 + 31 * number)))
            document = replace(document, name=name)  # type: ignore[call-arg]
        document = sealed(document, signer, digests.new_code())
        freeze(document)
        pdf = render(document, ORIGINAL, fonts)
        check(pdf, document)
        return pdf

    return draw


def _files(counter: Counter) -> dict[str, Path]:
    """Give the file of each font by its name in a drawing."""
    from printing.fonts.files import BODY, HEADING, font_file
    from printing.typefaces import stacks

    cache = counter.office.fonts().cache
    names = zip(stacks(counter.office.fonts()), (BODY, HEADING), strict=True)
    return {stack.name: font_file(cache, name) for stack, name in names}


def _batch(counter: Counter, paper: int) -> tuple[float, float]:
    """Draw and check a batch of different names, rare ones too; give MB grown and seconds of processor time."""
    draw = _sealed_anew(counter, paper)
    settled, begun = 0.0, time.thread_time()
    for number in range(1, BATCH + 1):
        draw(number)
        if number == SETTLED:
            settled = _resident()
    return _resident() - settled, time.thread_time() - begun


def _resident() -> float:
    """Give the memory of this process that is in use, in MB; Linux only, 0 elsewhere."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1_000_000


_FIRST = """
import sys, time
from importlib import import_module
from pathlib import Path
from desktop.warm_up import PAPER_MODULES
from printing.fonts import Fonts
from printing.typefaces import stacks
for name in PAPER_MODULES:
    import_module(name)
fonts = Fonts(Path(sys.argv[1]))
for stack in stacks(fonts):
    stack.name
text = Path(sys.argv[2]).read_text("utf-8")
start = time.perf_counter()
from printing.documents import ORIGINAL
from printing.freezing import thaw
from printing.read_back import check
from printing.render import render
document = thaw(text)
check(render(document, ORIGINAL, fonts), document)
print(time.perf_counter() - start)
"""


def _first_of_the_day(counter: Counter, paper: int) -> float:
    """Give the milliseconds of the first page in a program that has warmed up: the middle one of five."""
    text = FOLDER / "first.json"
    text.write_text(counter.office.database.link.one(copy_records.DOCUMENT, paper=paper).document, "utf-8")
    command = [sys.executable, "-c", _FIRST, str(CACHE / "fonts"), str(text)]
    taken = []
    for _ in range(5):
        answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path.cwd())
        taken.append(float(answer.stdout))
    text.unlink()
    return median(taken) * 1000
