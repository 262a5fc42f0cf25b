"""The tour: the real windows, driven by keyboard through a whole day at the practice station.

`python -m tests.end2end.tour --out DIR` leaves screens/*.png, papers/*.pdf, the exported log and tour.json.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Program
from desktop.services.counter import Counter
from desktop.services.ports import Clock, Folders, SystemClock
from desktop.services.practice import id_number, sample_photo
from desktop.services.practice_people import NEWCOMERS
from desktop.services.rows import CaseRow
from desktop.ui.kit.first_paint import FirstPaint
from desktop.ui.kit.scanner import Scanner
from tests.end2end.hand import Hand, KeyTimes
from tests.end2end.paper_check import read_back

T = TypeVar("T")
THEMES = ("light", "dark", "high_contrast")
SIZE = (1440, 900)


class Tour:
    """One day: sign in, look up, register, move, apply, supplement, refuse, reprint, lock, end the day, export."""

    def __init__(
        self, app: QApplication, folders: Folders, clock: Clock, out: Path, *, gallery: bool
    ) -> None:
        times = KeyTimes()
        self.program = Program(app, folders, clock, practice=True, scanner=Scanner(times))
        self.window = self.program.window
        self.window.resize(*SIZE)
        self.hand = Hand(self.window, out, times)
        self.out = out
        self._gallery = gallery
        self.cases: list[int] = []

    def read(self, question: Callable[[Counter], T]) -> T:
        """Ask the services behind the window what the clerk did; in a worker, as the screen's thread may not."""
        running = self.hand.watch.running
        self.hand.watch.pause()
        with ThreadPoolExecutor(1) as worker:
            answer = worker.submit(lambda: question(self.program.counter())).result()
        if running:
            self.hand.watch.start()
        return answer

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
        self.lock()
        self.draft_comes_back()
        self.keys()
        self.rules()
        self.count_staff()
        self.end_day()
        self.keep_papers()
        self.sign_out()
        self.sign_in("zhaomin", "yanlian-09", "3")
        self.reckon_term()
        self.export()

    # -- the gates -----------------------------------------------------------------------------------
    def sign_in(self, name: str, password: str, counter: str, *, first: bool = False) -> None:
        hand = self.hand
        if first:
            with hand.step("start the program"):
                hand.watch.pause()  # until it is painted there is no screen that could stand still
                painted: list[None] = []
                FirstPaint(self.window, lambda: painted.append(hand.watch.start()))
                self.program.open()
                self.window.show()
                self.window.activateWindow()
                hand.until(self.window.isActiveWindow, "the window is active")
                hand.until(lambda: bool(painted), "the window is painted")
        with hand.step(f"sign in {name}"):
            hand.until(lambda: hand.sees("practice_clerks"), "the sign-in page has its sample clerks")
            if first:
                self.gallery("sign-in")
                self.set_up_page()
            hand.reach("counter_number")
            hand.chord("Ctrl+A")
            hand.type(counter)
            hand.fill("sign_in_name", name)
            hand.key(Qt.Key.Key_Return)
            hand.fill("password", password)
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: self.window.at_work, "the desk opens")
            hand.until(lambda: hand.sees("glance") or hand.sees("page"), "the desk is there")
        if first:
            with hand.step("desk"):
                self.gallery("desk")

    def set_up_page(self) -> None:
        """Look at the form that sets a real station up, and come back."""
        hand = self.hand
        hand.reach("set_up")
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: hand.sees("station_code"), "the form for a real station")
        self.gallery("set-up")
        hand.reach("cancel")
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: hand.sees("practice_clerks"), "the sign-in page is back")

    def settings(self) -> None:
        hand = self.hand
        with hand.step("the settings"):
            self.gallery("settings", lambda: hand.chord("Ctrl+,"))

    def sign_out(self) -> None:
        hand = self.hand
        with hand.step("sign out"):
            hand.chord("Ctrl+Shift+Q")
            hand.until(lambda: not self.window.at_work, "the sign-in page is back")

    # -- looking up ----------------------------------------------------------------------------------
    def search(self, words: str) -> None:
        self.hand.chord("Ctrl+K")
        self.hand.chord("Ctrl+A")
        self.hand.type(words)

    def open_person(self, words: str) -> None:
        hand = self.hand
        self.search(words)
        hand.until(lambda: hand.sees("results"), f"somebody is found for {words}")
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: hand.sees("person_page") or hand.focus_is("results"), "the person, or the list")
        if not hand.sees("person_page"):
            hand.key(Qt.Key.Key_Return)
        hand.until(lambda: hand.sees("person_page"), "the person's page opens")

    def look_up(self) -> None:
        hand = self.hand
        with hand.step("look up by initials"):
            self.search("ljg")
            hand.until(lambda: hand.sees("results"), "two people share their initials")
            self.gallery("found")
        with hand.step("a wrong ID number says which rule it breaks"):
            self.search("370102199001011234")
            hand.until(lambda: "校验码" in self.words_on_screen(), "the rule is named")
            hand.picture("wrong-number")
        with hand.step("the person's page"):
            self.open_person("仇长河")
            self.gallery("person")

    def words_on_screen(self) -> str:
        from PySide6.QtWidgets import QLabel

        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    # -- registration --------------------------------------------------------------------------------
    def register_newcomer(self) -> None:
        hand = self.hand
        with hand.step("register a newcomer, from ID number to certificate"):
            self.search(id_number(NEWCOMERS[0][1]))
            hand.key(Qt.Key.Key_Return)
            hand.until(
                lambda: hand.focus_is("register_this_person"), "the newcomer is offered for registration"
            )
            hand.picture("newcomer-offered")
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens")
            hand.fill("name", NEWCOMERS[0][0])
            hand.fill("ethnicity", "01")
            hand.pick("hukou_division", "feixian")
            hand.fill("phone", "13900001234")
            hand.pick("street", "jfl")
            hand.pick("community", "jfq")
            hand.fill("road", "演练路")
            hand.fill("house_number", "十二号")
            hand.fill("room", "301")
            hand.fill("lodging", "zl")
            hand.fill("landlord_name", "演练房主")
            hand.fill("reason", "wg")
            hand.fill("arrived_on", self.days_ago(1))
            hand.key(Qt.Key.Key_Tab)
            hand.until(
                lambda: "这里显示登记期限" not in self.words_on_screen(), "the last day to register is told"
            )
            self.gallery("registration")
            hand.chord("Ctrl+Return")
            self.to_papers("certificate")
        self.save_pdf("certificate-saved-by-the-clerk.pdf")

    def days_ago(self, days: int) -> str:
        today = self.read(lambda counter: counter.day.today())
        return (today - timedelta(days=days)).strftime("%Y%m%d")

    def to_papers(self, name: str, page: str = "1 / 1") -> None:
        """The papers screen opens after a case is stored; keep its picture and remember the case."""
        hand = self.hand
        hand.until(lambda: hand.sees("copies") and hand.sees("preview"), f"the papers of {name} open")
        hand.until(lambda: page in self.words_on_screen(), f"the preview of {name} is drawn")
        self.gallery(f"paper-{name}")
        self.cases.append(self.read(todays_cases)[0].case_id)

    def save_pdf(self, name: str) -> None:
        """Save the paper on the screen as a file: what a counter without a printer does."""
        hand = self.hand
        with hand.step(f"save {name}"):
            hand.chord("Ctrl+S")
            hand.until(lambda: hand.sees("save_dialog"), "the file dialog opens")
            hand.chord("Ctrl+A")
            path = (self.out / "papers" / name).resolve()
            hand.type(str(path))
            hand.key(Qt.Key.Key_Return)
            hand.until(path.exists, "the file is written")
            hand.until(lambda: not hand.sees("save_dialog"), "the dialog is gone")
            hand.steps[-1].files.append(f"papers/{name}")

    def register_late_with_minor(self) -> None:
        hand = self.hand
        with hand.step("register late, with a minor"):
            hand.chord("F3")
            hand.chord("F6")
            hand.until(lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens")
            hand.fill("id_number", id_number(NEWCOMERS[1][1]))
            hand.fill("name", "演练𬍛㛃")
            hand.fill("ethnicity", "01")
            hand.pick("hukou_division", "lankao")
            hand.chord("F7")
            hand.until(
                lambda: self.value("road") == "演练路", "the address of the person before is taken over"
            )
            hand.fill("lodging", "zl")
            hand.fill("reason", "wg")
            hand.fill("arrived_on", self.days_ago(30))
            hand.chord("F10")
            hand.until(lambda: hand.sees("minor_name_1"), "a row for the minor")
            hand.fill("minor_name_1", "演练小小")
            hand.fill("minor_sex_1", "2")
            hand.fill("minor_birth_date_1", "2019-06-01")
            hand.fill("minor_relation_1", "n")
            hand.until(lambda: "逾期" in self.words_on_screen(), "lateness is told, not refused")
            hand.picture("registration-late")
            hand.chord("Ctrl+Return")
            self.to_papers("certificate-with-minor")

    def value(self, name: str) -> str:
        box = self.hand.find(name)
        return str(getattr(box, "text", lambda: "")())

    def move(self) -> None:
        hand = self.hand
        with hand.step("move somebody who is registered elsewhere"):
            self.open_person("褚卫东")
            hand.do("register_residence", "F6")
            hand.until(
                lambda: hand.sees("comparison") and hand.sees("arrived_on"), "old and new side by side"
            )
            hand.pick("street", "qfs")
            hand.pick("community", "qfs")
            hand.fill("road", "演练新路")
            hand.fill("house_number", "8")
            hand.fill("lodging", "zl")
            hand.fill("reason", "wg")
            hand.fill("arrived_on", self.days_ago(0))
            hand.chord("Ctrl+M")
            self.gallery("move")
            hand.chord("Ctrl+Return")
            self.to_papers("certificate-after-move")

    # -- applications --------------------------------------------------------------------------------
    def photo_file(self) -> Path:
        path = self.out / "photo.jpg"
        path.write_bytes(sample_photo())
        return path.resolve()

    def application(self, person: str) -> None:
        hand = self.hand
        self.open_person(person)
        hand.do("apply_for_permit", "F7")
        hand.until(lambda: hand.sees("ground") and hand.sees("photo"), "the application opens")
        hand.until(lambda: hand.sees("material_identity"), "the checklist is there")

    def set_photo(self) -> None:
        hand = self.hand
        hand.fill("photo", str(self.photo_file()))
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: self.photo_is_set(), "the photo is taken")

    def photo_is_set(self) -> bool:
        return "✓" in "".join(self.label_words("photo_state")) or self.hand.find("remove_photo").isEnabled()

    def label_words(self, name: str) -> str:
        widget = self.hand.find(name)
        return str(getattr(widget, "text", lambda: "")())

    def apply_accepted(self) -> None:
        hand = self.hand
        with hand.step("take an application that is complete"):
            self.application("曾庆澜")
            self.set_photo()
            hand.do("all_present", "F8")
            hand.until(lambda: "受理" in self.button_words("apply_for_permit"), "it can be accepted")
            self.gallery("application")
            hand.chord("Ctrl+Return")
            self.to_papers("receipt")

    def button_words(self, name: str) -> str:
        return str(getattr(self.hand.find(name), "text", lambda: "")())

    def apply_missing(self) -> None:
        hand = self.hand
        with hand.step("tell once what is missing"):
            self.application("朴永浩")
            hand.until(lambda: "告知书" in self.button_words("apply_for_permit"), "a notice is offered")
            hand.chord("Ctrl+Return")
            self.to_papers("missing-items")

    def resume_by_barcode(self) -> None:
        hand = self.hand
        with hand.step("scan the notice and go on"):
            [paper] = self.read(lambda counter: counter.papers.of_case(self.cases[-1]))
            hand.chord("F3")
            hand.scan(paper.paper_number)
            hand.until(lambda: hand.sees("material_identity"), "the application is back as it was left")
            self.set_photo()
            hand.do("all_present", "F8")
            hand.until(lambda: "受理" in self.button_words("apply_for_permit"), "it is complete now")
            hand.picture("application-resumed")
            hand.chord("Ctrl+Return")
            self.to_papers("receipt-after-notice")

    def apply_refused(self) -> None:
        hand = self.hand
        with hand.step("refuse before half a year, with the clause"):
            self.application("冯一诺")
            hand.do("all_present", "F8")
            hand.until(lambda: "不予受理" in self.button_words("apply_for_permit"), "a refusal is offered")
            hand.picture("application-refused")
            hand.chord("Ctrl+Return")
            hand.dialog("the refusal is asked about")
            hand.picture("refusal-asked")
            hand.key(Qt.Key.Key_Tab)
            hand.key(Qt.Key.Key_Space)
            self.to_papers("refusal")

    def reprint(self) -> None:
        hand = self.hand
        with hand.step("save the receipt, then reprint it with a reason"):
            self.open_person("曾庆澜")
            hand.do("print_paper", "F10")
            hand.until(lambda: hand.sees("copies") and "1 / 1" in self.words_on_screen(), "its papers open")
            self.gallery("save", lambda: hand.chord("Ctrl+S"))
        self.save_pdf("receipt-saved-by-the-clerk.pdf")
        with hand.step("reprint"):
            hand.do("reprint_paper", "F11")
            hand.dialog("the reason is asked")
            hand.key(Qt.Key.Key_Escape)
            hand.until(lambda: QApplication.activeModalWidget() is None, "the question is gone")
            self.gallery("reprint-reason", lambda: hand.chord("F11"))
            hand.do("reprint_paper", "F11")
            hand.dialog("the reason is asked again")
            hand.reach("reason")
            hand.type("群众遗失")
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: QApplication.activeModalWidget() is None, "the reason is taken")
            hand.until(lambda: "补打" in self.words_on_screen(), "the reprint is there")
            self.gallery("reprint")
        self.save_pdf("reprint-saved-by-the-clerk.pdf")

    def tell_entitlements(self) -> None:
        hand = self.hand
        with hand.step("tell a resident on paper what the rules entitle to"):
            self.open_person("仇长河")
            hand.do("print_entitlements", "F11")
            self.to_papers("entitlements", page="1 / ")
        self.save_pdf("entitlements-saved-by-the-clerk.pdf")
        with hand.step("the sheet is one of the person's cases"):
            hand.key(Qt.Key.Key_Escape)
            hand.until(lambda: hand.sees("person_page"), "back at the person's page")
            self.gallery("entitlements")

    def assess_hukou(self) -> None:
        hand = self.hand
        with hand.step("assess a hukou transfer by rules that are over, and print the notice"):
            self.open_person("仇长河")
            hand.do("assess_hukou", "Ctrl+H")
            hand.until(lambda: hand.sees("project"), "the form is there")
            hand.do("judge_by_offered_day", "F7")
            hand.until(lambda: "21条途径" in self.words_on_screen(), "every route of the zone is judged")
            hand.fill("dwelling", "titled")
            hand.fill("employment", "unit")
            hand.fill("degree", "master")
            hand.until(lambda: "符合1条途径" in self.words_on_screen(), "a route is met")
            hand.chord("F8")
            hand.until(lambda: hand.focus_is("unfold_talent_2"), "the route that is met has the focus")
            hand.key(Qt.Key.Key_Down)
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: hand.sees("finding_pension"), "what the next one lacks is said")
            self.gallery("hukou")
            hand.chord("Ctrl+Return")
            self.to_papers("hukou-notice", page="1 / ")

    # -- what must not get lost ----------------------------------------------------------------------
    def lock(self) -> None:
        hand = self.hand
        with hand.step("lock over a form, and come back to the same place"):
            hand.chord("F3")
            hand.chord("F6")
            hand.until(lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens")
            hand.fill("id_number", id_number(NEWCOMERS[2][1]))
            hand.fill("name", "演练写到一半")
            hand.chord("Ctrl+L")
            hand.until(lambda: not self.window.at_work, "the screen is locked")
            self.gallery("lock")
            hand.until(lambda: hand.focus_is("password"), "the password is asked")
            hand.type("yanlian-01")
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: self.window.at_work, "the screen is back")
            hand.built()  # the looks were changed while it was locked
            hand.until(lambda: hand.focus_is("name"), "the cursor is where it was")
            assert self.value("name") == "演练写到一半"

    def draft_comes_back(self) -> None:
        hand = self.hand
        with hand.step("leave a form half way, and take it up again"):
            hand.key(Qt.Key.Key_Escape)
            hand.chord("F3")
            hand.until(lambda: hand.sees("drafts"), "the unfinished form is on the desk")
            self.gallery("desk-at-work")
            hand.reach("drafts")
            hand.key(Qt.Key.Key_Return)
            hand.until(
                lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens again"
            )
            hand.until(lambda: self.value("name") == "演练写到一半", "what was typed is there")

    def keys(self) -> None:
        hand = self.hand
        with hand.step("all keys on F1"):
            self.gallery("keys", lambda: hand.chord("F1"))

    def rules(self) -> None:
        hand = self.hand
        with hand.step("look a time limit up in the rules in force, and what it was before"):
            hand.chord("F12")
            hand.until(lambda: hand.focus_is("rules"), "the rules of the station's place and of today")
            hand.chord("Ctrl+F")
            hand.type("期限")
            hand.until(
                lambda: "申报登记的期限" in self.words_on_screen(), "the first one found is shown in full"
            )
            self.gallery("rules")
            today = self.value("on_date")
            hand.chord("Ctrl+PgUp")
            hand.until(lambda: self.value("on_date") != today, "the rules before")
            hand.picture("rules-before")

    def count_staff(self) -> None:
        hand = self.hand
        with hand.step("count the staff of a community by rules of another place and year"):
            hand.chord("F6")
            hand.pick("division", "zichuan")
            hand.reach("on_date")
            hand.chord("Ctrl+A")
            hand.type("20140501")
            hand.until(lambda: hand.sees("staffing"), "the rules of that place and day name staff")
            hand.chord("F10")
            hand.until(lambda: hand.focus_is("residents"), "the number of residents is asked")
            hand.type("501")
            hand.until(
                lambda: "协管员2名，专职管理员1至3名" in self.words_on_screen(), "the staff is counted"
            )
            self.gallery("staffing")

    # -- the day -------------------------------------------------------------------------------------
    def end_day(self) -> None:
        hand = self.hand
        with hand.step("the day's cases"):
            hand.chord("F4")
            hand.until(lambda: hand.sees("cases"), "the day's cases are listed")
            self.gallery("day")
        self.settle_everything()
        with hand.step("end the day"):
            hand.chord("F7")
            hand.until(lambda: hand.sees("end_day"), "cases and papers are set side by side")
            self.gallery("end-of-day")
            hand.do("end_day", "F10")
            hand.until(lambda: hand.sees("copies") and hand.sees("preview"), "the summary opens")
            hand.until(lambda: "1 / " in self.words_on_screen(), "the summary is drawn")
            self.gallery("paper-day-summary")
        self.save_pdf("day-summary-saved-by-the-clerk.pdf")

    def settle_everything(self) -> None:
        """Save every paper that is still open, each on its own screen."""
        hand = self.hand
        with hand.step("every paper has an outcome"):
            for case in reversed(self.read(todays_cases)):
                for paper in self.read(lambda counter, of=case.case_id: counter.papers.of_case(of)):
                    if (
                        all(copy.outcome.value in ("printed", "saved", "spoiled") for copy in paper.copies)
                        and paper.copies
                    ):
                        continue
                    self.window.go("papers", case.case_id)
                    hand.until(lambda: "1 / " in self.words_on_screen(), "the paper is drawn")
                    self.save_pdf(f"{paper.paper_number}.pdf")
            hand.chord("F4")
            hand.until(lambda: hand.sees("cases"), "back at the day's cases")

    def reckon_term(self) -> None:
        hand = self.hand
        with hand.step("reckon a term over the new year, whose days off are not published yet"):
            hand.chord("Ctrl+Shift+D")
            hand.until(lambda: hand.sees("count"), "the calendar opens")
            hand.reach("start")
            hand.chord("Ctrl+A")
            hand.type("20261228")
            hand.fill("count", "10")
            hand.until(lambda: hand.sees("due_estimated"), "the last day is told as an estimate")
            assert "暂估" in self.label_words("due")
            self.gallery("calendar")

    def export(self) -> None:
        hand = self.hand
        for kind in ("csv", "xlsx", "pdf"):
            with hand.step(f"export the day's log as {kind}"):
                hand.chord("F5")
                hand.until(lambda: hand.sees("first_day"), "the export opens")
                hand.reach("format")
                hand.type(kind)
                hand.reach("path")
                hand.chord("Ctrl+A")
                path = (self.out / f"day-log.{kind}").resolve()
                hand.type(str(path))
                hand.chord("Ctrl+Return")
                hand.until(path.exists, "the file is written", 60)
                hand.until(lambda: "SHA" in self.words_on_screen(), "rows and hash are shown")
                if kind == "csv":
                    self.gallery("export")
                hand.steps[-1].files.append(path.name)

    # -- what is left --------------------------------------------------------------------------------
    def keep_papers(self) -> None:
        """Write every stored copy of the day as it was stored, and read each one back."""
        hand = self.hand
        with hand.step("every paper of the day, read back"):
            hand.watch.pause()
            for case_id in self.cases:
                name, copies = self.read(partial(stored_copies, case_id))
                for number, paper_number, pdf in copies:
                    path = hand.keep(f"{paper_number}-{number}.pdf", pdf)
                    read_back(path, paper_number, name)

    def gallery(self, name: str, over: Callable[[], None] | None = None) -> None:
        """Keep pictures of what is on the screen, in both languages, all themes, and at 200 %.

        `over` opens a sheet or a menu over the screen, anew for each picture; Esc closes it.
        """
        hand = self.hand
        self.picture(name, over)
        if not self._gallery:
            return
        hand.watch.pause()
        for language in ("zh", "en"):
            for theme in THEMES:
                self.program.look.use(theme, 100)
                self.picture(f"{name}-{language}-{theme}", over)
            self.program.look.use("light", 200)
            self.picture(f"{name}-{language}-200", over)
            self.program.look.use("light", 100)
            hand.built()
            self.program.languages.switch()
            hand.built()
        hand.watch.reset()
        hand.watch.start()

    def picture(self, name: str, over: Callable[[], None] | None) -> None:
        """Keep one picture, with what `over` opens."""
        hand = self.hand
        if over is None:
            hand.picture(name)
            return
        hand.built()
        over()
        hand.until(lambda: shown_over() is not None, f"{name} opens")
        hand.picture(name)
        hand.key(Qt.Key.Key_Escape)
        hand.until(lambda: shown_over() is None, f"{name} closes")


def shown_over() -> QWidget | None:
    """Give the sheet or the menu that stands over the window."""
    return QApplication.activeModalWidget() or QApplication.activePopupWidget()


def todays_cases(counter: Counter) -> tuple[CaseRow, ...]:
    """Give the cases of the tour's counter, newest first."""
    return counter.day.cases(counter.day.today(), counter=2)


def stored_copies(case_id: int, counter: Counter) -> tuple[str, list[tuple[int, str, bytes]]]:
    """Give whose case it is, and each stored copy: its number, its paper's number, the PDF."""
    copies = [
        (copy.number, paper.paper_number, counter.papers.pdf(copy.copy_id))
        for paper in counter.papers.of_case(case_id)
        for copy in paper.copies
    ]
    return counter.day.case(case_id).person_name, copies


def main(arguments: list[str]) -> int:
    """Run the tour into a folder and say what it found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/tour"))
    parser.add_argument("--no-gallery", action="store_true", help="one picture a screen")
    chosen = parser.parse_args(arguments)
    out: Path = chosen.out
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    app = QApplication(["residence-counter"])
    with tempfile.TemporaryDirectory(prefix="tour-") as data:
        from desktop.folders import default_folders

        tour = Tour(
            app,
            Folders(Path(data), default_folders().cache),
            SystemClock(),
            out,
            gallery=not chosen.no_gallery,
        )
        try:
            tour.run()
        finally:
            tour.hand.record()
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
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
