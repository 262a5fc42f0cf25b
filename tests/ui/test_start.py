"""The sign-in page stands on Qt alone: what is heavy is imported after the first paint."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "sqlalchemy",
    "reportlab",
    "pypinyin",
    "argon2",
    "PIL",
    "xlsxwriter",
    "alembic",
    "barcode",
    "pypdfium2",
)


def test_the_first_window_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "import desktop.ui.main_window, desktop.ui.screens.sign_in.presenter, desktop.ui.screens.sign_in.view\n"
        f"print(','.join(name for name in {HEAVY!r} if name in sys.modules))\n"
        "print('PySide6.QtSvg' in sys.modules or 'PySide6.QtNetwork' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.split("\n")[:2] == ["", "False"]
