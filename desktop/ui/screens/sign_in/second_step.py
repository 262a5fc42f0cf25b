"""The second step of signing in, over the page: a key and its PIN, a telephone's code, or registering one."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import BadInput, CounterError
from desktop.domain.second_factor import FactorKind
from desktop.ui.kit.button import Button
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.factor_sheets import code_sheet, token_sheet
from desktop.ui.kit.fields import Field, NumberField, SecretField
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import Slices

if TYPE_CHECKING:
    from desktop.domain.errors import FactorDue
    from desktop.services.factor_rows import CodeSecret
    from desktop.ui.screens.sign_in.presenter import SignInPresenter

LOOK_MS = 1_000
"""How often the sheet looks whether a key was plugged in."""


def ask_for_factor(parent: QWidget, presenter: SignInPresenter, due: FactorDue) -> None:
    """Open the sheet for what is due, unless one is open."""
    if parent.findChild(_Step) is None:  # Enter was pressed once too often
        (RegisterSheet if due.to_register else SecondStepSheet)(parent, presenter, due)


class _Step(Dialog):
    """Stays until somebody is signed in, or gives the attempt up; opens by itself once it is built."""

    def __init__(self, parent: QWidget, title: str, presenter: SignInPresenter, due: FactorDue) -> None:
        super().__init__(parent, title)
        self.setObjectName("second_step_sheet")
        self._presenter, self._due = presenter, due
        presenter.opened.connect(self.accept)
        presenter.due.connect(self.accept)
        presenter.step_refused.connect(self._tell)
        self.rejected.connect(presenter.stop)

    def _head(self) -> None:
        self.say(sentence_text(self._due.message))
        self._strip = Strip("second_step_problem", self, closable=False)
        self.body.addWidget(self._strip)

    def _tell(self, error: CounterError) -> None:
        tell(self, error, self._strip)


class SecondStepSheet(_Step):
    """The key that is plugged in and its PIN, or a code; one of the two is seen."""

    def __init__(self, parent: QWidget, presenter: SignInPresenter, due: FactorDue) -> None:
        super().__init__(parent, text("sign_in", "再确认一步"), presenter, due)
        self._kind, self._by_hand = due.kinds[0], ""
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(presenter.look_for_keys)
        Slices(
            self,
            [self._head, self._add_key, self._add_code, self._add_buttons, self.ensurePolished, self._begin],
        )

    def _add_key(self) -> None:
        self._place = Choice("place", text("sign_in", "密钥"), [], required=True)
        self._place.set_hint(text("sign_in", "插上登记过的U盘，会自动找到"))
        self._pin = SecretField("pin", text("sign_in", "PIN"), required=True)
        other = Button(text("sign_in", "选择文件…"))
        other.setObjectName("choose_key_file")
        other.setProperty("role", "plain")
        other.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._place, 1)
        row.addWidget(other, 0, Qt.AlignmentFlag.AlignVCenter)
        self._key_part = QWidget(self)
        column = QVBoxLayout(self._key_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._pin)
        self.body.addWidget(self._key_part)
        self._pin.box.returnPressed.connect(self._hand_in)

    def _add_code(self) -> None:
        hint = text("sign_in", "手机上现在显示的6位数字")
        self._code = NumberField("code", text("sign_in", "动态码"), hint, required=True, most=7)
        self.body.addWidget(self._code)
        self._code.box.returnPressed.connect(self._hand_in)
        self._other = Button("")
        self._other.setObjectName("other_factor")
        self._other.setProperty("role", "quiet")
        self._other.setVisible(len(self._due.kinds) > 1)
        self._other.clicked.connect(self._turn)
        self.body.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_buttons(self) -> None:
        self.add_button("cancel", text("kit", "取消")).clicked.connect(self._presenter.stop)
        self._button = self.add_button("sign_in_second", text("sign_in", "登录"), "primary", closes=False)
        self._button.clicked.connect(self._hand_in)
        self._presenter.busy_changed.connect(self._follow)
        self._presenter.keys_found.connect(self._offer)

    def _begin(self) -> None:
        self._show_part()
        self.open()
        self._presenter.look_for_keys()
        self._looking.start()

    def _show_part(self) -> None:
        by_key = self._kind is FactorKind.TOKEN
        self._key_part.setVisible(by_key)
        self._code.setVisible(not by_key)
        self._other.setText(text("sign_in", "改用手机动态码") if by_key else text("sign_in", "改用密钥U盘"))
        (self._pin if by_key else self._code).box.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._shrink)  # when the layout knows what is left

    def _shrink(self) -> None:
        self.resize(self.width(), self._needed())

    def _turn(self) -> None:
        self._strip.clear()
        self._kind = next(kind for kind in self._due.kinds if kind is not self._kind)
        self._show_part()

    def _offer(self, places: tuple[str, ...]) -> None:
        chosen = self._place.value()
        kept = (chosen,) if chosen and chosen not in places and self._by_hand == chosen else ()
        self._place.offer([Option(place, _called(place)) for place in (*places, *kept)])
        if not self._place.value() and places:
            self._place.set_value(places[0])
            self._place.show_problem("")

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, text("sign_in", "选择密钥文件"), "", "*.rckey")
        dialog.setObjectName("key_file_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def take_file(self, path: str) -> None:
        """Offer a file that lies elsewhere, and choose it."""
        self._by_hand = path
        self._place.offer([Option(path, _called(path))])
        self._place.set_value(path)
        self._place.show_problem("")
        self._pin.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_in(self) -> None:
        self._strip.clear()
        for field in self._fields():
            field.show_problem("")
        if self._kind is FactorKind.TOKEN:
            self._presenter.use_token(self._place.value(), self._pin.value())
        else:
            self._presenter.use_code(self._code.value())

    def _follow(self) -> None:
        busy = self._presenter.busy
        self._button.setEnabled(not busy)
        self._button.setText(text("sign_in", "正在核对…") if busy else text("sign_in", "登录"))

    def _tell(self, error: CounterError) -> None:
        fields = {field.name: field for field in self._fields()}
        field = fields.get(error.field) if isinstance(error, BadInput) else None
        if field is None:
            super()._tell(error)
            return
        field.show_problem(sentence_text(error.message))
        field.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, SecretField | NumberField):
            field.box.selectAll()

    def _fields(self) -> tuple[Field, ...]:
        return self._place, self._pin, self._code


class RegisterSheet(_Step):
    """Who must have a second factor and has none chooses which to register."""

    def __init__(self, parent: QWidget, presenter: SignInPresenter, due: FactorDue) -> None:
        super().__init__(parent, text("sign_in", "登记第二要素"), presenter, due)
        self._sheet: FieldsSheet | None = None
        self._page, self._over = parent, False
        presenter.opened.connect(self._end)
        presenter.due.connect(self._end)
        presenter.drives_found.connect(self._ask_token)
        presenter.code_made.connect(self._ask_code)
        presenter.busy_changed.connect(self._follow)
        Slices(self, [self._head, self._add_buttons, self.ensurePolished, self.open])

    def _add_buttons(self) -> None:
        self.say(text("sign_in", "密钥U盘更可靠；手机动态码可以作备用，登录后在“密码和第二要素”里再登记。"))
        self.add_button("cancel", text("kit", "取消")).clicked.connect(self._presenter.stop)
        by_code = self.add_button("register_code", text("sign_in", "用手机动态码"), closes=False)
        by_code.clicked.connect(self._presenter.make_code)
        by_key = self.add_button("register_token", text("sign_in", "用密钥U盘"), "primary", closes=False)
        by_key.clicked.connect(self._presenter.look_for_drives)

    def _ask_token(self, drives: tuple[str, ...]) -> None:
        if self._sheet is None:
            self._take(token_sheet(self._page, drives, self._presenter.register_token, asks_password=False))

    def _ask_code(self, made: CodeSecret) -> None:
        if self._sheet is None:
            self._take(code_sheet(self._page, made, self._presenter.register_code))

    def _take(self, sheet: FieldsSheet) -> None:
        self._sheet = sheet
        sheet.finished.connect(self._forget)
        self._presenter.opened.connect(sheet.accept)
        self._presenter.due.connect(sheet.accept)
        self.hide()  # one sheet at a time; this one is back when that is given up

    def _forget(self) -> None:
        self._sheet = None
        if not self._over:
            self.open()

    def _end(self) -> None:
        self._over = True

    def _follow(self) -> None:
        if self._sheet is not None:
            self._sheet.wait(self._presenter.busy)

    def _tell(self, error: CounterError) -> None:
        if self._sheet is not None:
            self._sheet.wrong(error)
        else:
            super()._tell(error)


def _called(place: str) -> str:
    """A key by its file's name, with where it is."""
    path = PurePath(place)
    return text("sign_in", "{name}（{folder}）").format(name=path.stem, folder=path.parent)
