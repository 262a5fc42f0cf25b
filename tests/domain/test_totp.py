"""The codes of RFC 6238, appendix B, and which of them are taken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.totp import code, matching_step, read_code, spelled, step_of, uri

SEEDS = {
    "sha1": b"12345678901234567890",
    "sha256": b"12345678901234567890123456789012",
    "sha512": b"1234567890123456789012345678901234567890123456789012345678901234",
}
VECTORS = (
    (59, "94287082", "46119246", "90693936"),
    (1111111109, "07081804", "68084774", "25091201"),
    (1111111111, "14050471", "67062674", "99943326"),
    (1234567890, "89005924", "91819424", "93441116"),
    (2000000000, "69279037", "90698825", "38618901"),
    (20000000000, "65353130", "77737706", "47863826"),
)
SECRET = SEEDS["sha1"]
NOW = datetime(2026, 11, 20, 2, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize("vector", VECTORS, ids=[str(each[0]) for each in VECTORS])
def test_the_vectors_of_the_rfc(vector: tuple[int, str, str, str]) -> None:
    seconds, *wanted = vector
    step = step_of(datetime.fromtimestamp(seconds, UTC))
    assert [code(SEEDS[name], step, 8, name) for name in ("sha1", "sha256", "sha512")] == wanted


@pytest.mark.parametrize(("off", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_code_of_the_step_before_or_after_is_taken_and_no_other(off: int, taken: bool) -> None:
    step = step_of(NOW) + off
    assert matching_step(SECRET, code(SECRET, step), NOW) == (step if taken else None)


def test_a_code_holds_thirty_seconds() -> None:
    assert step_of(NOW) == step_of(NOW + timedelta(seconds=19)) == step_of(NOW + timedelta(seconds=20)) - 1


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" 123 456", "123456"),
        ("１２３４５６", "123456"),
        ("12345", ""),
        ("1234567", ""),
        ("12345a", ""),
        ("", ""),
    ],
)
def test_a_code_is_read_as_it_is_typed(typed: str, read: str) -> None:
    assert read_code(typed) == read


@pytest.mark.parametrize("typed", ["", "000000", "abcdef", "-12345", "٣٣٣٣٣٣"])
def test_anything_else_is_no_code(typed: str) -> None:
    assert matching_step(SECRET, typed, NOW) is None


def test_the_secret_as_a_telephone_takes_it() -> None:
    assert spelled(SECRET) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    assert uri(SECRET, "测试派出所", "one") == (
        "otpauth://totp/%E6%B5%8B%E8%AF%95%E6%B4%BE%E5%87%BA%E6%89%80:one"
        "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E6%B5%8B%E8%AF%95%E6%B4%BE%E5%87%BA%E6%89%80"
    )
