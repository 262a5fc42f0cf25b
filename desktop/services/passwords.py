"""Passwords: the rule for new ones and their argon2id hashes (RFC 9106, low-memory profile; 0.2 s each)."""

from __future__ import annotations

from desktop.domain.accounts import PasswordRule, check_password


def check_new(password: str, field: str = "password", sign_in_name: str = "") -> None:
    """Refuse a password that breaks the rule of a station that has set none of its own, or holds the name."""
    check_password(password, field, PasswordRule(), sign_in_name)


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
