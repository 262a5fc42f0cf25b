"""How the program looks: Fusion, one style sheet filled from a theme's tokens, text from 100 to 200 %."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

FOLDER = Path(__file__).parent.parent / "themes"
ICONS = Path(__file__).parent.parent / "icons"
THEMES = ("light", "dark", "high_contrast")
SIZES = (100, 125, 150, 200)
"""Text sizes in per cent."""
BASE = 15
"""Height of the text at 100 %, in pixels."""
FAMILIES = ("Noto Sans SC", "BabelStone Han", "HanaMinB")
"""In the order in which a character is looked for; the later two have the rare ones."""


class Theme(NamedTuple):
    """One theme: its Chinese title, its colours by token name, the focus ring's width in pixels."""

    name: str
    title: str
    colours: Mapping[str, str]
    focus_width: int


@cache
def load_theme(name: str) -> Theme:
    """Read a theme's tokens from its file, which is TOML of the plainest sort.

    For start-up time by hand: tomllib takes 3 ms. A test holds that both read the same.
    """
    tokens = {}
    for line in (FOLDER / f"{name}.toml").read_text(encoding="utf-8").splitlines():
        token, is_token, value = line.partition("=")
        if is_token:
            tokens[token.strip()] = value.split('"')[1] if '"' in value else value.strip()
    return Theme(name, tokens.pop("title"), focus_width=int(tokens.pop("focus_width")), colours=tokens)


def style_sheet(theme: Theme, size: int) -> str:
    """The style sheet for a theme and a text size in per cent; its lengths grow with the text."""
    template = Template((FOLDER / "style.qss").read_text(encoding="utf-8"))
    ring = theme.focus_width
    light_mark = QColor(theme.colours["on_accent"]).lightness() > 127
    filled = template.substitute(
        theme.colours,
        ring=ring,
        air=ring - 1,
        air2=ring - 2,
        inset=10 - ring,
        icons=ICONS.as_posix(),
        check="light" if light_mark else "dark",
    )  # a thicker border takes its room from the padding, so that nothing moves when the focus does
    return re.sub(r"\b(\d+)u\b", lambda found: f"{scaled(int(found[1]), size)}px", filled)


def scaled(pixels: int, size: int) -> int:
    """A length in pixels at a text size in per cent."""
    return round(pixels * size / 100)


def palette(theme: Theme) -> QPalette:
    """The theme's colours as Qt's palette: for what the style sheet does not reach, and for our painting."""
    made = QPalette()
    colour, role, disabled = theme.colours, QPalette.ColorRole, QPalette.ColorGroup.Disabled
    for which, token in (
        (role.Window, "window"), (role.WindowText, "text"), (role.Base, "surface"),
        (role.AlternateBase, "sunken"), (role.Text, "text"), (role.Button, "surface"),
        (role.ButtonText, "text"), (role.BrightText, "problem"), (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"), (role.PlaceholderText, "muted"), (role.Link, "accent"),
        (role.LinkVisited, "accent"), (role.ToolTipBase, "text"), (role.ToolTipText, "surface"),
        (role.Mid, "line"), (role.Midlight, "line"), (role.Dark, "edge"), (role.Light, "surface"),
        (role.Accent, "focus"), (role.Shadow, "edge"),
    ):  # fmt: skip
        made.setColor(which, QColor(colour[token]))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, which, QColor(colour["faint"]))
    return made


class Look(QObject):
    """The look in use; one a program, handed to the main window and to whoever paints by hand.

    `fonts` maps a name to a font file; they are added to the program's fonts once. `changed` says that
    theme or size is another one: sizes in pixels taken from `px` must be taken anew. `fusion` says that the
    program was started with `-style fusion`: asking Qt which style it has costs 5 ms at start-up.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, fonts: Mapping[str, Path] | None = None, *, fusion: bool = False
    ) -> None:
        super().__init__(app)
        self._app, self._fusion = app, fusion
        self.theme = load_theme("light")
        self.size = 100
        for path in (fonts or {}).values():
            QFontDatabase.addApplicationFont(str(path))

    def use(self, theme: str = "light", size: int = 100) -> None:
        """Dress the whole program in a theme (one of THEMES) at a text size (one of SIZES)."""
        self.theme = load_theme(theme if theme in THEMES else THEMES[0])
        self.size = min(SIZES, key=lambda each: abs(each - size))
        if not self._fusion:
            self._app.setStyle(QStyleFactory.create("Fusion"))
            self._fusion = True
        self._app.setPalette(palette(self.theme))
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(scaled(BASE, self.size))
        self._app.setFont(font)
        self._app.setStyleSheet(style_sheet(self.theme, self.size))
        self.changed.emit()

    def next_theme(self) -> None:
        """Go on to the next theme."""
        self.use(THEMES[(THEMES.index(self.theme.name) + 1) % len(THEMES)], self.size)

    def larger(self, steps: int = 1) -> None:
        """Make the text larger by so many steps of SIZES (smaller by negative ones)."""
        at = SIZES.index(self.size) + steps
        self.use(self.theme.name, SIZES[max(0, min(at, len(SIZES) - 1))])

    def px(self, pixels: int) -> int:
        """A length at the present text size, in pixels."""
        return scaled(pixels, self.size)

    def colour(self, token: str) -> QColor:
        """A colour of the theme by its token."""
        return QColor(self.theme.colours[token])
