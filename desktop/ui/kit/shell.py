"""The frame around every screen: the one box above, the ways to go at the left, who and where below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import icon
from desktop.ui.kit.button import Button
from desktop.ui.kit.inputs import ChineseInput
from desktop.ui.kit.restyle import restyle
from desktop.ui.kit.text import text


class SearchBox(ChineseInput):
    """The one box for everything; `asked` follows typing by hand, `entered` is Enter, `down` leaves it downwards."""

    asked = Signal(str)
    entered = Signal(str)
    down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setProperty("kept", False)
        self.setAccessibleName(text("shell", "查询"))
        self.setPlaceholderText(text("shell", "身份证号 / 姓名 / 拼音 / 手机号 / 受理号，可直接扫码"))
        self.setClearButtonEnabled(False)
        self.setMaxLength(80)
        self.textEdited.connect(self.asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for good, Down goes to what was found."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QFrame):
    """The one box, and the mark of the practice station."""

    def __init__(self, *, practice: bool, finds: bool = True) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self.search = SearchBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(16)
        row.addWidget(self.search, 1)
        keys = QLabel("Ctrl+K")
        keys.setProperty("role", "key")
        row.addWidget(keys, 0, Qt.AlignmentFlag.AlignVCenter)
        if not finds:
            self._say_why(row, keys)
        if practice:
            mark = QLabel(text("shell", "演练"))
            mark.setObjectName("practice_mark")
            mark.setToolTip(text("shell", "演练派出所：人员均为样例，打印件没有效力。"))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)

    def _say_why(self, row: QHBoxLayout, keys: QLabel) -> None:
        """In place of the box: administrators look nobody up."""
        self.search.hide()
        keys.hide()
        why = QLabel(text("shell", "管理员不查询人员，也不办件；办件请由窗口人员登录。"))
        why.setObjectName("no_search")
        why.setProperty("role", "muted")
        why.setWordWrap(True)
        row.insertWidget(0, why, 1)


_PLACES = frozenset(
    (
        *("desk", "work_list", "day", "decide", "export_log", "trail", "rules"),
        *(
            "staff",
            "second_factors",
            "rights",
            "seal_keys",
            "backups",
            "station_settings",
            "calendar",
            "blanks",
        ),
        "retention",
        "connection",
    )
)
"""Ways of which one shows that it was taken."""


class Rail(QFrame):
    """The ways to go, as a narrow column of icons with words and keys."""

    def __init__(
        self, on_rail: QColor, ways: list[tuple[QAction, str]], below: list[tuple[QAction, str]]
    ) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._colour = on_rail
        self.buttons: dict[str, _RailButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 10, 6, 10)
        self._column.setSpacing(6)
        self._folded = False
        self._left = [*ways, None, *below]
        """What is still to be built; None is the room between."""

    def build(self, most: int | None = None) -> None:
        """Build the buttons, or so many of them: nine of them fill a turn."""
        now, self._left = self._left[:most], self._left[len(self._left[:most]) :]
        for way in now:
            if way is None:
                self._column.addStretch(1)
            else:
                self._column.addWidget(self._button(*way))

    def be_as_wide(self) -> None:
        """Be as wide as the widest button, when all are built."""
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        self.setFixedWidth(max(round(self.fontMetrics().height() * 4.1), widest + 12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys out rather than clip: at 200 % a low screen has no room for them."""
        super().resizeEvent(event)
        buttons = self.buttons.values()
        folded = sum(each.whole_height() + 6 for each in buttons) + 14 > self.height()
        if folded != self._folded:
            self._folded = folded
            for each in buttons:
                each.fold(folded)

    def mark(self, name: str) -> None:
        """Show which way was taken."""
        for each, button in self.buttons.items():
            button.setChecked(each == name)

    def _button(self, action: QAction, drawn: str) -> _RailButton:
        button = _RailButton(action, drawn, self._colour)
        name = action.objectName()
        self.buttons[name] = button
        return button


class _RailButton(Button):
    """An icon above its label, with the key below in small letters."""

    def __init__(self, action: QAction, drawn: str, colour: QColor) -> None:
        super().__init__()
        name = action.objectName()
        key = action.shortcut().toString()
        self.setObjectName(name)
        self.setAccessibleName(action.text())
        self.setToolTip(f"{action.text()}  {key}" if key else action.text())
        self.setCheckable(name in _PLACES)
        self.setAutoDefault(False)
        self.clicked.connect(lambda: action.trigger())
        side = round(self.fontMetrics().height() * 1.1)
        picture = QLabel()
        picture.setPixmap(icon(drawn, colour).pixmap(QSize(side, side)))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(2)
        words = QLabel(action.text())
        words.setWordWrap(True)
        below = QLabel(key)
        for each, role in ((picture, ""), (words, "rail"), (below, "rail_key")):
            each.setProperty("role", role)
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(each)
        if not key:
            below.hide()
        self._column, self._key, self._has_key = column, below, bool(key)

    def whole_height(self) -> int:
        """How high it is with its key."""
        folded = self._has_key and self._key.isHidden()
        return self.sizeHint().height() + (self._key_height() if folded else 0)

    def fold(self, folded: bool) -> None:
        """Leave the key out, or show it again."""
        self._key.setVisible(self._has_key and not folded)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon, label and key."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Icon and label: nothing of them may be clipped."""
        size = self.sizeHint()
        shown = self._has_key and not self._key.isHidden()
        return QSize(size.width(), size.height() - (self._key_height() if shown else 0))

    def _key_height(self) -> int:
        return self._key.sizeHint().height() + self._column.spacing()


class Elided(QLabel):
    """A line that is shortened where the room is less; its tooltip has it whole."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setToolTip(words)

    def minimumSizeHint(self) -> QSize:
        """Any width: it is shortened."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class StatusBar(QFrame):
    """Which station and counter, who works here, how the data is, what time it is."""

    def __init__(self, station: str, counter: int, clerk: str) -> None:
        super().__init__()
        self.setObjectName("status_bar")
        self.data, self.clock = QLabel(), QLabel()
        self.data.setObjectName("data_state")
        self.clock.setObjectName("clock")
        number = text("shell", "窗口 {number}").format(number=counter)
        self._who = [Elided(station), QLabel(number), QLabel(clerk)]
        self._folded = False
        self._above, self._below = QHBoxLayout(), QHBoxLayout()
        both = QVBoxLayout(self)
        both.setContentsMargins(24, 5, 24, 5)
        both.setSpacing(2)
        for row in (self._above, self._below):
            row.setSpacing(22)
            both.addLayout(row)
        for label in self._who:
            self._above.addWidget(label)
        self._above.addStretch(1)
        self._below.addStretch(1)
        self._above.addWidget(self.data)
        self._above.addWidget(self.clock)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second line rather than clip: at 200 % one is not enough for a long station's name."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Other words, told later than the width: look again whether they fit."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def _share(self) -> None:
        labels = [*self._who, self.data, self.clock]
        needed = sum(label.sizeHint().width() + 22 for label in labels) + 48
        if (needed > self.width()) != self._folded:
            self._folded = not self._folded
            row = self._below if self._folded else self._above
            for label in (self.data, self.clock):
                row.addWidget(label)


def settings_menu(parent: QWidget, groups: list[list[QAction]]) -> QMenu:
    """The menu of the settings button: language, theme, text size, help, leaving."""
    menu = QMenu(parent)
    menu.setObjectName("settings_menu")
    for group in groups:
        for action in group:
            menu.addAction(action)
        menu.addSeparator()
    if menu.sizeHint().width() > parent.screen().availableGeometry().width():
        # Qt sets a menu that is too high in columns, which large letters make wider than a small screen
        menu.setProperty("scrolls", True)
        restyle(menu)
        QApplication.sendEvent(menu, QEvent(QEvent.Type.StyleChange))  # it looks at the property then only
    return menu
