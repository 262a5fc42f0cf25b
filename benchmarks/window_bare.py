"""A bare window with the program's fonts: `python window_bare.py labels font.ttf …` tells when it was painted.

With `page` for `labels` it has the fields of a sign-in page: three boxes, a button, a style of its own.
"""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget


def told() -> None:
    """Say when, and be gone."""
    print(f'{{"painted": {time.time_ns()}}}', flush=True)
    os._exit(0)


class Watch(QObject):
    """Looks out for the first paint."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Be done when everything inside the window is painted too, in the same turn."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, told)
        return False


app = QApplication(sys.argv[:1])
for path in sys.argv[2:]:
    QFontDatabase.addApplicationFont(path)
font = QFont("Noto Sans SC")
font.setPixelSize(15)
app.setFont(font)
window = QWidget()
column = QVBoxLayout(window)
for words in ("居住登记窗口", "登录", "窗口号", "登录名", "密码"):
    column.addWidget(QLabel(words))
if sys.argv[1] == "page":
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLineEdit, QPushButton

    app.setStyleSheet("QLineEdit { padding: 6px; border: 1px solid #888 } QPushButton { padding: 8px }")
    for _ in range(3):
        column.addWidget(QLineEdit())
    column.addWidget(QPushButton("登录"), 0, Qt.AlignmentFlag.AlignLeft)
window.resize(1280, 800)
watch = Watch(window)
window.installEventFilter(watch)
window.show()
app.exec()
