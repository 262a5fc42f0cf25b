"""Passwords: the rule for new ones and their argon2id hashes (RFC 9106, low-memory profile; 0.2 s each)."""

from __future__ import annotations

from desktop.domain.errors import BadInput, sentence

SHORTEST = 8


def check_new(password: str, field: str = "password") -> None:
    """Refuse a password that breaks the rule: at least 8 characters, of at least two kinds."""
    kinds = sum(
        (
            any(character.isalpha() for character in password),
            any(character.isdigit() for character in password),
            any(not character.isalnum() for character in password),
        )
    )
    if len(password) < SHORTEST or kinds < 2:
        raise BadInput(
            field,
            sentence("errors", "密码至少{shortest}个字符，并含字母、数字、符号中的两种。").fill(
                shortest=SHORTEST
            ),
        )


def hashed(password: str) -> str:
    """Return the argon2id hash of a password; some 0.2 s, so never on the screen's thread."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def matches(stored: str, password: str) -> bool:
    """Tell whether a password is the one that was hashed; some 0.2 s."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False
