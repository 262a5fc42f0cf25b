"""The tour: the real windows, driven by keyboard through a whole day at the practice station.

`python -m tests.end2end.tour --out DIR` leaves screens/*.png, papers/*.pdf, the exported log and tour.json; and in
DIR/life a permit's life over three years.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.log_file import log_to
from desktop.services.ports import Folders, SystemClock
from tests.end2end.tour_applying import Applying
from tests.end2end.tour_checking import Checking
from tests.end2end.tour_day import Day
from tests.end2end.tour_gates import Gates
from tests.end2end.tour_law import Law
from tests.end2end.tour_papers import Papers
from tests.end2end.tour_permits import Permits
from tests.end2end.tour_registering import Registering
from tests.end2end.tour_rights import Rights
from tests.end2end.traces import throw_faults, words_of


class Tour(Gates, Registering, Applying, Papers, Checking, Law, Permits, Rights, Day):
    """One day: look up, register, apply, refuse, reprint, make permits, hand over, end the day, decide, export."""

    def run(self) -> None:
        """Go through the day; an AssertionError says where it went wrong."""
        self.sign_in("wangfang", "yanlian-01", "2", first=True)
        self.settings()
        self.look_up()
        self.register_newcomer()
        self.register_late_with_minor()
        self.move()
        self.apply_accepted()
        self.apply_missing()
        self.resume_by_barcode()
        self.apply_refused()
        self.reprint()
        self.tell_entitlements()
        self.assess_hukou()
        self.check_paper()
        self.lock()
        self.draft_comes_back()
        self.keys()
        self.rules()
        self.count_staff()
        self.permit_page()
        self.make_card()
        self.hand_card_over()
        self.end_day()
        self.keep_papers()
        self.sign_out()
        self.sign_in("chengang", "yanlian-03", "1")
        self.day_begins()
        self.decide()
        self.sign_out()
        self.sign_in("zhoutao", "yanlian-07", "3")
        self.accounts()
        self.reckon_term()
        self.sign_out()
        self.sign_in("sunjie", "yanlian-08", "3")
        self.limit_right()
        self.sign_out()
        self.sign_in("zhaomin", "yanlian-09", "3")
        self.export()


def log_everything_to(folder: Path) -> None:
    """Log as the program does, and more: what it says to itself while it works too."""
    logging.getLogger().setLevel(logging.DEBUG)
    log_to(folder)


def main(arguments: list[str]) -> int:
    """Run the tour into a folder and say what it found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/tour"))
    parser.add_argument("--no-gallery", action="store_true", help="one picture a screen")
    parser.add_argument("--day-only", action="store_true", help="leave the permit's life out")
    parser.add_argument(
        "--leave-data", action="store_true", help="keep the data folder, with faults of every kind in its log"
    )
    chosen = parser.parse_args(arguments)
    out: Path = chosen.out
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    app = QApplication(["residence-counter"])
    with tempfile.TemporaryDirectory(prefix="tour-") as temporary:
        data = out / "data" if chosen.leave_data else Path(temporary)
        if chosen.leave_data:
            log_everything_to(data / "log")
        from desktop.folders import default_folders

        tour = Tour(
            app,
            Folders(data, default_folders().cache),
            SystemClock(),
            out,
            gallery=not chosen.no_gallery,
        )
        try:
            tour.run()
        finally:
            tour.hand.record()
        if chosen.leave_data:
            words = tour.read(words_of)
            tour.read(lambda counter: throw_faults(counter, words))
            (out / "words.json").write_text(json.dumps({"words": words}, ensure_ascii=False), "utf-8")
        tour.window.close()
    steps = tour.hand.steps
    gaps = [gap for step in steps for gap in step.gaps_over_16_ms]
    jobs = [job for step in steps for job in step.jobs_over_16_ms]
    print(
        f"{len(steps)} steps, {sum(step.keystrokes for step in steps)} keystrokes, "
        f"{sum(step.mouse_clicks for step in steps)} mouse clicks. Over 16 ms: "
        f"{len(jobs)} jobs of the screen's own thread (processor time, at worst {max(jobs, default=0):g} ms), "
        f"{len(gaps)} stand-stills by the clock (at worst {max(gaps, default=0):g} ms). See {out}."
    )
    heaviest = sorted(steps, key=lambda step: -step.heaviest_job_ms)[:3]
    print(
        "The heaviest turns (processor time): "
        + "; ".join(f"{step.heaviest_job_ms:g} ms in “{step.name}”" for step in heaviest)
        + "."
    )
    if not chosen.day_only:
        life = [sys.executable, "-m", "tests.end2end.life_tour", "--out", str(out / "life")]
        return subprocess.run(life, check=False).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
