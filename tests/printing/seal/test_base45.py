from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.seal import base45


@pytest.mark.parametrize(
    ("content", "text"),  # RFC 9285, 4.3 and 4.4
    [
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
        (b"", ""),
    ],
)
def test_the_examples_of_the_standard(content: bytes, text: str) -> None:
    assert base45.encode(content) == text
    assert base45.decode(text) == content


@given(st.binary(min_size=2, max_size=60))
def test_each_pair_is_divided_by_itself(content: bytes) -> None:
    text = base45.encode(content)
    for place in range(len(content) // 2):
        number = int.from_bytes(content[2 * place : 2 * place + 2], "big")
        digits = [number % 45, number // 45 % 45, number // 2025]
        assert text[3 * place : 3 * place + 3] == "".join(base45.ALPHABET[digit] for digit in digits)


def test_every_pair_there_is_comes_back() -> None:
    content = b"".join(number.to_bytes(2, "big") for number in range(1 << 16))
    assert base45.decode(base45.encode(content)) == content


@given(st.binary(max_size=300))
def test_every_content_comes_back(content: bytes) -> None:
    assert base45.decode(base45.encode(content)) == content


@pytest.mark.parametrize("text", ["A", "ABCD", "GGW", ":::", "::", "ab8", "BB8\n", "中"])
def test_what_encoding_never_gives_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a "):
        base45.decode(text)


@given(st.text(base45.ALPHABET, max_size=60))
def test_no_two_texts_mean_the_same(text: str) -> None:
    try:
        content = base45.decode(text)
    except ValueError:
        return
    assert base45.encode(content) == text
