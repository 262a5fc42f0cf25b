"""The day and its end: the list of cases, every paper's outcome, the summary, the exported log."""

from __future__ import annotations

from tests.end2end.stage import Stage, todays_cases


class Day(Stage):
    """Ends the day at the counter and hands the log over."""

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
                    hand.built()  # until then the page before is seen
                    hand.until(lambda: "1 / " in self.words_on_screen(), "the paper is drawn")
                    self.save_pdf(f"{paper.paper_number}.pdf")
            hand.chord("F4")
            hand.until(lambda: hand.sees("cases"), "back at the day's cases")

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
                hand.until(path.exists, "the file is written")
                hand.until(lambda: "SHA" in self.words_on_screen(), "rows and hash are shown")
                if kind == "csv":
                    self.gallery("export")
                hand.steps[-1].files.append(path.name)
