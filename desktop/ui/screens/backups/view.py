"""The page of backups and keys: whoever may see both sees two cards, everybody else their own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.cards import plain
from desktop.ui.kit.chips import chip, set_chip
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.flow import FlowRow
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import later
from desktop.ui.screens.backups.keys_card import KeysCard, beginning
from desktop.ui.screens.backups.sheets import foreign_sheet, plan_sheet, station_plan_sheet
from desktop.ui.screens.backups.words import (
    age_words,
    drill_words,
    due_words,
    moment_words,
    place_words,
    plan_words,
    size_words,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.services.backup_rows import BackupContent, BackupRow, BackupsPage
    from desktop.ui.kit.fields_sheet import FieldsSheet
    from desktop.ui.screens.backups.presenter import BackupsPresenter

MOST_SEEN = 8
"""Backups seen at once; more are scrolled to."""


class BackupsView(QWidget):
    """How old the last good backup is, the list, what can be done; and what opens the keys."""

    def __init__(self, presenter: BackupsPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        it = self._presenter = presenter
        self._sheet: FieldsSheet | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        stages = [self._build_head]
        if it.can_back_up:
            self._declare()
            stages += [self._build_list, self._build_deeds]
        if it.can_keep_keys:
            stages.append(self._build_keys)
        Stages(self, [*stages, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _declare(self) -> None:
        it = self._presenter
        self._make = action(self, "make_backup", "F6", text("backups", "立即备份"), it.make, waits=True)
        self._drill = action(self, "try_backup", "F7", text("backups", "恢复演练"), it.drill, waits=True)
        self._print = action(
            self, "print_drill", "Ctrl+Return", text("backups", "打印检验记录"), it.print_drill
        )
        self._plan = action(
            self, "set_backup_plan", "F8", text("backups", "备份安排"), self._ask_plan, waits=True
        )
        self._own = self._declare_restoring()
        self._stop = action(self, "stop_backup", "Ctrl+D", text("backups", "停止"), it.stop)

    def _declare_restoring(self) -> tuple[QAction, ...]:
        """What a machine's own database is restored by; a server's is restored at the server, never from a window."""
        it = self._presenter
        if it.served:
            return ()
        self._restore = action(
            self, "restore_backup", "F10", text("backups", "恢复选中的备份"), it.ask_restore
        )
        self._other = action(self, "restore_file", "Ctrl+O", text("backups", "从文件恢复"), self._choose_file)
        self._undo = action(
            self, "give_up_restoring", "Ctrl+R", text("backups", "取消恢复"), it.give_up_restoring
        )
        return (self._restore, self._other, self._undo)

    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._column.addWidget(title)
        self._form = Form()
        self._column.addWidget(self._form, 1)

    def _build_list(self) -> None:
        self._age = chip()
        self._age.setObjectName("backup_age")
        section = Section(
            text("backups", "本所服务器的备份") if self._presenter.served else text("backups", "备份"), 3
        )
        section.place(beginning(self._age), 3)
        self._hint = plain("muted", " ", "backup_hint")
        section.place(self._hint, 3, new_row=True)
        self._trouble = Strip("backup_trouble", self, closable=False)
        section.place(self._trouble, 3, new_row=True)
        self._form.place(section)
        columns: list[Column[BackupRow]] = [
            Column(text("backups", "备份时间"), lambda row: moment_words(row.made_at), stretch=True, least=8),
            Column(text("backups", "大小"), lambda row: size_words(row.size), right=True),
            Column(text("backups", "存放"), place_words, spare=1),
        ]
        if not self._presenter.served:
            columns.append(
                Column(
                    text("backups", "密钥"),
                    lambda row: text("backups", "本机可开") if row.opens else text("backups", "须输口令"),
                    spare=2,
                )
            )
        self._rows = Table(columns, self)
        self._list = TableView(
            self._rows,
            "backups",
            text("backups", "备份，新的在前"),
            text("backups", "还没有备份，按F6做第一份。"),
        )
        self._list.hug(MOST_SEEN)
        self._form.place(self._list)

    def _build_deeds(self) -> None:
        self._doing = plain("muted", " ", "backup_doing")
        self._form.place(self._doing)
        keys = FlowRow(10)
        keys.addWidget(ActionButton(self._make, "primary"))
        for each in (self._drill, self._plan, *self._own[:2], self._stop):
            keys.addWidget(ActionButton(each))
        self._give_up = None
        if self._own:
            self._give_up = ActionButton(self._undo, "danger")
            keys.addWidget(self._give_up)
        self._column.addLayout(keys)
        self._verdict = Strip("drill_verdict", self, closable=False)
        self._found = plain("muted", "", "drill_found")
        self._form.place(self._verdict)
        self._form.place(self._found)
        self._record = ActionButton(self._print)
        self._form.place(beginning(self._record))
        self._seen: object = self._presenter.result

    def _build_keys(self) -> None:
        self._keys = KeysCard(self, self._presenter)
        self._form.place(self._keys)

    def _begin(self) -> None:
        it = self._presenter
        if it.can_back_up:
            self._list.picked.connect(it.look)
            it.confirm.connect(self._ask_restore)
            it.secret_wanted.connect(self._ask_secret)
            it.sheet_failed.connect(self._wrong)
            it.sheet_done.connect(self._taken)
            it.changed.connect(self._show)
            self._show()
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._keys.lead_in()
        it.failed.connect(self._tell)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        page = it.page
        if page is not None:
            self._show_page(page)
        busy = text("backups", "正在办理，请稍候。")
        none = text("backups", "先在列表中选一份备份。")
        for each in (self._make, self._plan, *self._own[1:2]):
            set_possible(each, not it.busy, busy)
        chosen = it.at is not None
        if it.at is not None and it.at.host and not it.at.opens:
            chosen, none = (
                False,
                text("backups", "这份备份存在“{host}”上，请到那台电脑演练。").format(host=it.at.host),
            )
        for each in (self._drill, *self._own[:1]):
            set_possible(each, chosen and not it.busy, busy if it.busy else none)
        set_possible(self._stop, it.busy, text("backups", "没有正在办理的事项。"))
        self._doing.setText(it.doing)
        self._doing.setHidden(not it.doing)
        set_possible(self._print, it.result is not None, text("backups", "先做一次恢复演练。"))
        self._show_result()

    def _show_page(self, page: BackupsPage) -> None:
        it = self._presenter
        set_chip(self._age, *age_words(page, it.now()))
        self._hint.setText(plan_words(page, it.now()))
        wrong = [sentence_text(one) for one in (page.failed, page.second_failed) if one is not None]
        if not page.recoverable:
            wrong.append(due_words(page))
        self._trouble.say("\n".join(wrong), "warning")
        if self._rows.rows != page.rows:
            with QSignalBlocker(self._list):
                self._rows.show(page.rows)
            self._list.hug(MOST_SEEN)
        if it.at in page.rows:
            with QSignalBlocker(self._list):
                self._list.choose(page.rows.index(it.at))
        if self._give_up is not None:
            set_possible(self._undo, page.replaced and not it.busy, text("backups", "没有待恢复的备份。"))
            self._give_up.setVisible(page.replaced)

    def _show_result(self) -> None:
        result = self._presenter.result
        if result is None:
            self._verdict.clear()
            for each in (self._found, self._record):
                each.hide()
            return
        head = text("backups", "{name} 恢复演练").format(name=result.name)
        if result.passed:
            words = text("backups", "{head}通过：可以恢复。").format(head=head)
            self._verdict.say("\n".join([words, *map(sentence_text, result.remarks)]), "good")
        else:
            words = "\n".join(sentence_text(one) for one in result.faults)
            self._verdict.say(
                text("backups", "{head}没有通过，请换一份：").format(head=head) + "\n" + words, "problem"
            )
        self._found.setText(drill_words(result))
        for each in (self._found, self._record):
            each.show()
        if result is not self._seen:
            self._seen = result
            later(self, self._see_result)

    def _see_result(self) -> None:
        """Large letters put it below the sight."""
        for each in (self._record, self._verdict):
            self._form.ensureWidgetVisible(each, 0, 12)

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- asking ----------------------------------------------------------------------------------------
    def _ask_plan(self) -> None:
        page = self._presenter.page
        if page is None:
            return
        then = self._presenter.set_plan
        if page.station is not None:
            self._take(station_plan_sheet(self, page.plan, page.station.duty, then))
        else:
            self._take(plan_sheet(self, page.plan, then))

    def _ask_secret(self, path: Path) -> None:
        def hand_in(values: dict[str, str]) -> None:
            self._presenter.ask_restore(path, values["secret"], values["recovery"])

        self._take(foreign_sheet(self, hand_in))

    def _ask_restore(self, content: BackupContent) -> None:
        counts = dict(content.counts)
        words = text(
            "backups",
            "备份做于{made_at}（{station}），有{people}人、{cases}件办件。恢复后，此后办理的内容不在数据库里了；"
            "现在的数据库另存于数据文件夹，不删除。退出并重新启动程序时生效，在此之前可以取消。",
        ).format(
            made_at=moment_words(content.made_at),
            station=content.station_name,
            people=counts.get("person", 0),
            cases=counts.get("case_file", 0),
        )
        ask(
            self,
            text("backups", "从备份恢复"),
            words,
            name="confirm_restore",
            yes=text("backups", "恢复到这份备份"),
            then=partial(self._presenter.restore, content),
            danger=True,
        )

    def _wrong(self, error: CounterError) -> None:
        if self._sheet is not None:
            self._sheet.wrong(error)

    def _take(self, sheet: FieldsSheet) -> None:
        self._sheet = sheet
        sheet.rejected.connect(self._dropped)

    def _dropped(self) -> None:
        self._sheet = None

    def _taken(self) -> None:
        if self._sheet is not None:
            sheet, self._sheet = self._sheet, None
            sheet.accept()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self.window(), self._presenter.title(), "", "*.rcbackup")
        dialog.setObjectName("backup_dialog")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._presenter.ask_restore(Path(path)))
        dialog.open()
