"""Every pair of colours that meet is readable, in every theme, and lengths grow with the text."""

from __future__ import annotations

import re
import tomllib

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.ui.icons import Icon
from desktop.ui.kit.fields import ChineseField, NumberField
from desktop.ui.kit.theme import FOLDER, SIZES, THEMES, Look, load_theme, style_sheet

WORDS = [
    *(
        (word, ground)
        for ground in ("window", "surface", "sunken")
        for word in ("text", "muted", "accent", "problem")
    ),
    ("text", "problem_soft"),
    ("text", "warning_soft"),
    ("text", "good_soft"),
    ("text", "accent_soft"),
    ("problem", "problem_soft"),
    ("warning", "warning_soft"),
    ("warning", "surface"),
    ("good", "good_soft"),
    ("good", "surface"),
    ("muted", "problem_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_press"),
    ("on_accent_soft", "accent_soft"),
    ("on_rail", "rail"),
    ("on_rail", "rail_now"),
    ("on_practice", "practice"),
    ("surface", "text"),
]
MARKS = [
    ("edge", "surface"),
    ("focus", "surface"),
    ("focus", "window"),
    ("faint", "surface"),
    ("on_rail", "rail"),
]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two colours."""

    def luminance(name: str) -> float:
        colour = QColor(name)
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", WORDS, ids="-on-".join)
def test_words_are_readable(theme: str, pair: tuple[str, str]) -> None:
    colours = load_theme(theme).colours
    least = 7.0 if theme == "high_contrast" else 4.5
    assert contrast(colours[pair[0]], colours[pair[1]]) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", MARKS, ids="-on-".join)
def test_borders_and_rings_are_seen(theme: str, pair: tuple[str, str]) -> None:
    colours = load_theme(theme).colours
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
def test_all_themes_have_the_same_tokens(theme: str) -> None:
    assert load_theme(theme).colours.keys() == load_theme("light").colours.keys()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_the_style_sheet_is_filled_completely(theme: str, size: int) -> None:
    sheet = style_sheet(load_theme(theme), size)
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    assert not re.search(r"\d+u\b", sheet)
    assert "font-family" not in sheet


@pytest.mark.parametrize("size", SIZES)
def test_controls_are_tall_enough_to_hit(look: Look, qapp: QApplication, size: int) -> None:
    look.use("light", size)
    field, button = NumberField("phone", "联系电话"), QPushButton("登记")
    for made in (field.box, button):
        made.ensurePolished()
        assert made.sizeHint().height() >= 36 * size / 100
    look.use("light", 100)


def test_nothing_moves_when_the_focus_does(look: Look) -> None:
    sheet = style_sheet(load_theme("light"), 100)
    resting = re.search(r"QLineEdit, QPlainTextEdit, QComboBox \{(.*?)\}", sheet, re.S)
    focused = re.search(r"QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus \{(.*?)\}", sheet, re.S)
    assert resting is not None
    assert focused is not None
    assert "border: 1px" in resting[1]
    assert "padding: 1px 9px" in resting[1]
    assert "border: 2px" in focused[1]
    assert "padding: 0 8px" in focused[1]


def test_text_size_goes_up_and_down_in_steps_and_stops_at_the_ends(look: Look) -> None:
    seen = []
    for _ in range(5):
        look.larger()
        seen.append(look.size)
    assert seen == [125, 150, 200, 200, 200]
    look.larger(-1)
    assert look.size == 150
    look.use("light", 100)


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_is_read_as_the_toml_that_it_is(name: str) -> None:
    read = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    assert load_theme(name) == (name, read["title"], read["colours"], read["focus_width"])


def test_themes_go_round(look: Look) -> None:
    seen = []
    for _ in THEMES:
        look.next_theme()
        seen.append(look.theme.name)
    assert seen == ["dark", "high_contrast", "light"]


def test_a_strange_setting_falls_back_to_what_there_is(look: Look) -> None:
    look.use("纸", 137)
    assert (look.theme.name, look.size) == ("light", 125) or (look.theme.name, look.size) == ("light", 150)
    look.use("light", 100)


def test_the_problem_of_a_field_is_told_by_words_and_a_mark(look: Look) -> None:
    field = ChineseField("name", "姓名", "按证件填写")
    field.show_problem("请填写姓名。")
    assert field.box.accessibleDescription() == "请填写姓名。"
    [mark] = field.findChildren(Icon)
    assert not mark.isHidden()
    field.show_problem("")
    assert mark.isHidden()
    field.show_advice("请再看一看。")
    assert field.findChildren(Icon) == [mark]
    assert mark.property("kind") == "warning"
    assert field.box.accessibleDescription() == "按证件填写"
    field.deleteLater()
