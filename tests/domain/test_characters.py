"""What nobody sees is told apart from what everybody sees."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.characters import code_point, is_hidden, visible

JOINER, SELECTOR, FILLER, GRAPHEME_JOINER = "\u200d", "\ufe0f", "\u3164", "\u034f"


@given(
    st.text(max_size=20) | st.text("租住房 a1，" + JOINER + SELECTOR + FILLER + "\U000e0100\n\t", max_size=12)
)
def test_every_hidden_character_is_written_out_and_no_other(text: str) -> None:
    told = [f"[{code_point(it)}]" if is_hidden(it) and it not in "\t\r\n" else it for it in text]
    assert visible(text) == "".join(told)


def test_what_prints_nothing_is_hidden_also_where_it_counts_as_printable() -> None:
    for character in (JOINER, SELECTOR, FILLER, GRAPHEME_JOINER, "\u115f", "\U000e01ef", "\u2028", "\x00"):
        assert is_hidden(character), code_point(character)
    for character in ("住", "A", " ", "　", "，", "\u0300", "\ue000"):
        assert not is_hidden(character), unicodedata.name(character, "private")
