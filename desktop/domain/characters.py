"""Characters of names and addresses: which are Han, which look alike, which cannot be seen."""

from __future__ import annotations

import re
import unicodedata

_HAN_BLOCKS = (
    (0x3400, 0x4DBF),  # Extension A
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x2A6DF),  # Extension B
    (0x2A700, 0x2EE5F),  # Extensions C to F, I
    (0x2F800, 0x2FA1F),  # compatibility supplement
    (0x30000, 0x3347F),  # Extensions G, H, J
)
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LETTERS_AND_DIGITS = {
    code: half for code, half in _FULL_WIDTH.items() if chr(half).isalnum() or chr(half) in "-#/.+~"
}
_RADICALS = range(0x2F00, 0x2FD6)  # Kangxi radicals, which pages copied from PDFs are full of
_BLANKS = "\t\r\n"
_PRINTABLE_YET_HIDDEN = re.compile("[\u034f\u115f\u3164\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_DOTS = dict.fromkeys(map(ord, "•‧・･∙⋅⸱ᐧ·"), "·")


def is_han(character: str) -> bool:
    """Tell whether it is an ideograph of any block of Unicode, or the 〇 of names."""
    code = ord(character)
    return code == 0x3007 or any(first <= code <= last for first, last in _HAN_BLOCKS)


def is_hidden(character: str) -> bool:
    """Tell whether it is a control, zero-width, direction or variation character that nobody sees."""
    if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp"):
        return True
    return _PRINTABLE_YET_HIDDEN.match(character) is not None


def visible(text: str) -> str:
    """Give a text with what nobody sees but blanks written out by its code point, for what is kept as it came."""
    if text.isprintable() and not _PRINTABLE_YET_HIDDEN.search(text):
        return text
    return "".join(f"[{code_point(it)}]" if is_hidden(it) and it not in _BLANKS else it for it in text)


def seen(text: str) -> str:
    """Give a text without what nobody sees, for a question: nothing that is stored has it. Tabs and ends of lines are blanks."""
    if text.isprintable() and not _PRINTABLE_YET_HIDDEN.search(text):
        return text
    return "".join(" " if it.isspace() else it for it in text if it.isspace() or not is_hidden(it))


def is_private(character: str) -> bool:
    """Tell whether it is a private-use character, which each font draws as it likes."""
    return unicodedata.category(character) == "Co"


def code_point(character: str) -> str:
    """Give the name that a font maker knows it by: `U+20BB7`."""
    return f"U+{ord(character):04X}"


def half_width(text: str) -> str:
    """Give full-width letters, digits and -#/.+~ as half-width ones, ideographic blanks as blanks."""
    return text.translate(_LETTERS_AND_DIGITS).replace("\u3000", " ")


def tidy_name(text: str) -> str:
    """Give a name in its one form: `·` for dots that look alike, no blanks between Han characters.

    Full-width letters become half-width, runs of blanks one blank, Kangxi radicals the ideographs that they
    show. Nothing is judged here, and hidden characters stay for the rule to name.
    """
    text = "".join(unicodedata.normalize("NFKC", c) if ord(c) in _RADICALS else c for c in text)
    text = text.translate(_FULL_WIDTH).replace("\u3000", " ").replace("\u00a0", " ").translate(_DOTS)
    text = re.sub(r" +", " ", text).strip(" ")
    text = re.sub(r" ?· ?", "·", text)
    kept: list[str] = []
    for position, character in enumerate(text):
        between = 0 < position < len(text) - 1 and is_han(text[position - 1]) and is_han(text[position + 1])
        if between and character == " ":
            continue
        kept.append("·" if between and character == "." else character)
    return "".join(kept)
