"""The sign-in page: seen first, with Qt alone, and filled in when the station is known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.ui.kit.button import Button
from desktop.ui.kit.fields import NumberField, SecretField
from desktop.ui.kit.form import Form
from desktop.ui.kit.middle import in_the_middle
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import Slices
from desktop.ui.screens.sign_in.presenter import SignInPresenter

if TYPE_CHECKING:
    from desktop.domain.errors import FactorDue, PasswordDue
    from desktop.services.rows import PracticeClerk
    from desktop.ui.kit.messages import Strip


class SignInView(QWidget):
    """Station and mark above, three fields and one button, and the sample clerks where this is practice."""

    def __init__(self, presenter: SignInPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._clerks: QFrame | None = None
        self._station, self._mark = QLabel(" "), QLabel(text("shell", "演练"))
        self._mark.setObjectName("practice_mark")
        self._mark.hide()
        self._problem: Strip | None = None
        self.form = Form(enter_submits=True)
        self._button = Button()
        self._button.setObjectName("sign_in")
        self._button.setProperty("role", "primary")
        self._button.setMinimumHeight(round(self.fontMetrics().height() * 2.1))
        self._button.clicked.connect(self._submit)
        self._set_up = Button(text("sign_in", "设立正式派出所…"))
        self._set_up.setObjectName("set_up")
        self._set_up.setProperty("role", "quiet")
        self._set_up.clicked.connect(presenter.set_up_wanted)
        if presenter.over is not None:
            self._lead_back()
        self._lay_out()
        self.form.submitted.connect(self._submit)
        presenter.welcomed.connect(self._greet)
        presenter.ready.connect(self._submit)
        presenter.busy_changed.connect(self._follow)
        presenter.failed.connect(self._tell)
        presenter.due.connect(self._ask_for_new)
        presenter.step.connect(self._ask_for_factor)
        self._follow()
        if presenter.welcome is not None:
            self._greet()
        if presenter.error is not None:
            self._tell(presenter.error)

    def _lead_back(self) -> None:
        """Somebody may take the window over, or not: the second button, and Esc, lead back to the lock."""
        self._set_up.setText(text("sign_in", "返回锁屏  Esc"))
        self._set_up.setObjectName("back_to_lock")
        self._set_up.clicked.disconnect(self._presenter.set_up_wanted)
        self._set_up.clicked.connect(self._presenter.back)
        shortcut = QShortcut(Qt.Key.Key_Escape, self)
        shortcut.activated.connect(self._presenter.back)

    def _lay_out(self) -> None:
        inside = QFrame(self)  # and all in its place from the start: what comes there later is dressed anew
        in_the_middle(inside, self, 44).setContentsMargins(24, 28, 24, 4)
        self._middle = QVBoxLayout(inside)
        self._middle.setSpacing(14)
        head, words = QHBoxLayout(), QVBoxLayout()
        self._sides = QHBoxLayout()
        self._sides.setSpacing(16)
        self._middle.addLayout(head)
        self._middle.addLayout(self._sides, 1)
        self._sides.addWidget(self.form, 4)
        head.setSpacing(14)
        head.addLayout(words, 1)
        name = QLabel(text("shell", "居住登记与居住证窗口"))
        name.setProperty("role", "title")
        self._station.setProperty("role", "muted")
        self._station.setWordWrap(True)
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(self._station)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        section = self.form.section(self._presenter.title(), columns=1)
        add = self.form.add
        add(
            section,
            NumberField("counter_number", text("sign_in", "窗口号"), text("sign_in", "1 至 99"), most=2),
        )
        add(section, NumberField("sign_in_name", text("sign_in", "登录名"), most=30, upper=False))
        add(section, SecretField("password", text("sign_in", "密码")))
        section.place(self._button)
        section.place(self._set_up)

    def _submit(self) -> None:
        if self._problem is not None:
            self._problem.clear()
        self.form.show_problems(())
        self._presenter.try_sign_in(self.form.values())

    def _follow(self) -> None:
        """Busy or not."""
        busy = self._presenter.busy
        waiting = (
            text("sign_in", "正在打开…") if self._presenter.welcome is None else text("sign_in", "正在登录…")
        )
        self._button.setText(waiting if busy else text("sign_in", "登录"))
        self._button.setEnabled(not busy)
        self._set_up.setVisible(self._may_set_up() or self._presenter.over is not None)

    def _may_set_up(self) -> bool:
        """Not while nobody knows whether there is a station: what does not open may well be one."""
        welcome = self._presenter.welcome
        return welcome is not None and (welcome.station is None or welcome.station.practice)

    def _greet(self) -> None:
        welcome = self._presenter.welcome
        if welcome is None:
            return
        station = welcome.station
        self._station.setText(station.name if station else text("sign_in", "本机还没有设立派出所"))
        self._mark.setVisible(bool(station and station.practice))
        over = self._presenter.over
        if over is not None:
            told = text("sign_in", "窗口由{name}锁定，内容都已保留。您登录后从空白柜台开始。")
            self._station.setText(told.format(name=over.name))
        begun = any(self.form.values().values())  # the clerk was quicker than the database
        number = self.form.field("counter_number")
        if not number.value() and welcome.counters:
            number.set_value(str(over.counter_number if over is not None else welcome.counters[0]))
        if not begun:
            self.form.go_to("sign_in_name")
        if welcome.practice_clerks and self._clerks is None:
            self._clerks = QFrame(self)
            self._clerks.setProperty("role", "card")  # before it is polished with the page
            self._clerks.hide()
            listing: Callable[[], None] = partial(self._list_clerks, welcome.practice_clerks)
            building = [_import_lists, self._build_clerks, listing, self._polish_clerks, self._show_clerks]
            Slices(self, building)

    def _polish_clerks(self) -> None:
        if self._clerks is not None:
            for each in self._clerks.findChildren(QWidget):
                each.ensurePolished()

    def _show_clerks(self) -> None:
        if self._clerks is not None:
            bar = self.form.verticalScrollBar().sizeHint().width()  # large letters: no button is cut
            self.form.setMinimumWidth(self.form.widget().minimumSizeHint().width() + bar)
            self._sides.addWidget(self._clerks, 7, Qt.AlignmentFlag.AlignTop)
            self._clerks.show()

    def _build_clerks(self) -> None:
        if self._clerks is None:
            return
        column = QVBoxLayout(self._clerks)
        column.setContentsMargins(16, 12, 16, 14)
        heading = QLabel(text("sign_in", "演练人员"))
        heading.setProperty("role", "heading")
        hint = QLabel(text("sign_in", "这里的人员、证件和办件都是样例。选中一行即填入，回车登录。"))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        for each in (heading, hint):
            column.addWidget(each)

    def _list_clerks(self, clerks: tuple[PracticeClerk, ...]) -> None:
        column = self._clerks.layout() if self._clerks is not None else None
        if column is None:
            return
        from desktop.domain.code_words import label  # for start-up time: see `_import_lists`
        from desktop.ui.kit.table import Column, Table, TableView

        columns: list[Column[PracticeClerk]] = [
            Column(text("sign_in", "姓名"), lambda clerk: clerk.name, stretch=True, least=3),
            Column(text("sign_in", "登录名"), lambda clerk: clerk.sign_in_name),
            Column(text("sign_in", "密码"), lambda clerk: clerk.password),
            Column(text("sign_in", "身份"), lambda clerk: sentence_text(label(clerk.role)), spare=1),
        ]
        table = Table(columns, self)
        table.show(clerks)
        rows = TableView(table, "practice_clerks", text("sign_in", "演练人员"))
        rows.picked.connect(self._fill)
        rows.opened.connect(self._fill_and_submit)
        column.addWidget(rows)
        rows.hug()

    def _fill(self, clerk: PracticeClerk | None) -> None:
        if clerk is not None:
            self.form.set_values({"sign_in_name": clerk.sign_in_name, "password": clerk.password})

    def _fill_and_submit(self, clerk: PracticeClerk) -> None:
        self._fill(clerk)
        self._submit()

    def _ask_for_new(self, due: PasswordDue) -> None:
        from desktop.ui.screens.sign_in.sheet import NewPasswordSheet  # for start-up time: seldom wanted

        if self.findChild(NewPasswordSheet) is None:  # Enter was pressed once too often
            NewPasswordSheet(self, self._presenter, due)

    def _ask_for_factor(self, due: FactorDue) -> None:
        from desktop.ui.screens.sign_in.second_step import ask_for_factor  # for start-up time

        ask_for_factor(self, self._presenter, due)

    def _tell(self, error: CounterError) -> None:
        if isinstance(error, BadInput) and not self.form.show_problems(
            [FieldProblem(error.field, error.message)]
        ):
            return
        from desktop.ui.kit.messages import Strip, tell  # for start-up time: nothing is wrong yet

        if self._problem is None:
            self._problem = Strip("sign_in_problem", self, closable=False)
            self._middle.insertWidget(1, self._problem)
        tell(self, error, self._problem)


def _import_lists() -> None:
    """In a turn of its own, after the first paint: it may be as much work as the list itself."""
    import desktop.domain.code_words
    import desktop.ui.kit.table  # noqa: F401
