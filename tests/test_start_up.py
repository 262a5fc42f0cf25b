from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.counter import open_counter
from desktop.services.ports import Folders, SystemClock

LATER = (
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "reportlab",
    "pypinyin",
    "PIL",
    "openpyxl",
    "xlsxwriter",
    "pypdfium2",
)
AFTER_THE_PAINT = {
    "datetime",
    "json",
    "platform",
    "tomllib",
    "uuid",
    "logging.handlers",
    "desktop.domain.codes",
    "desktop.domain.masking",
    "desktop.ui.icons",
    "desktop.ui.kit.dialog",
    "desktop.ui.kit.draft",
    "desktop.ui.kit.frame",
    "desktop.ui.kit.idle",
    "desktop.ui.kit.messages",
    "desktop.ui.kit.scanner",
    "desktop.ui.kit.stack",
    "desktop.ui.work",
    "printing.fonts.coverage",
}
"""Small things: some 20 ms together, an eighth of the way to the first window."""
SEEN = """
import sys
from PySide6.QtWidgets import QApplication
from desktop.__main__ import main

run_events = QApplication.exec

def watched(*_):
    window = sys.modules["desktop.ui.main_window"].MainWindow

    def paint(self, event):
        super(window, self).paintEvent(event)
        imported = sorted(sys.modules)
        import json, os
        print(json.dumps(imported), flush=True)
        os._exit(0)

    window.paintEvent = paint
    return run_events()

QApplication.exec = watched
sys.argv = ["residence-counter", "--practice"]
sys.exit(main())
"""


@pytest.fixture
def imported(tmp_path: Path, shared_cache: Path) -> set[str]:
    """What a started program has imported when its first window is painted."""
    open_counter(Folders(tmp_path, shared_cache), SystemClock(), practice=False).close()
    done = subprocess.run(
        [sys.executable, "-c", SEEN],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "RESIDENCE_COUNTER_DATA": str(tmp_path),
            "RESIDENCE_COUNTER_CACHE": str(shared_cache),
        },
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    return set(json.loads(done.stdout))


def test_the_first_window_is_painted_before_anything_heavy_is_imported(imported: set[str]) -> None:
    assert "desktop.ui.screens.sign_in.view" in imported
    assert not {name for name in imported if name.partition(".")[0] in LATER}
    assert not imported & AFTER_THE_PAINT
