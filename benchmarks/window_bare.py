"""A bare window with the program's fonts: `python window_bare.py font.ttf …` tells when it was painted."""

import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget


def told() -> None:
    """Say when, and be gone."""
    print(f'{{"painted": {time.time_ns()}}}', flush=True)
    os._exit(0)


class Window(QWidget):
    """A few labels."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        for words in ("居住登记窗口", "登录", "窗口号", "登录名", "密码"):
            column.addWidget(QLabel(words))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Be done when the labels have been painted too."""
        super().paintEvent(event)
        QTimer.singleShot(0, told)


app = QApplication(sys.argv[:1])
for path in sys.argv[1:]:
    QFontDatabase.addApplicationFont(path)
font = QFont("Noto Sans SC")
font.setPixelSize(15)
app.setFont(font)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
