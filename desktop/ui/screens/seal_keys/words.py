"""A key in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.seal_rows import SealKeyRow


def owner_words(row: SealKeyRow) -> str:
    """Whose key it is."""
    name = f"{row.station_name} {row.station}"
    return text("seal_keys", "{name}（演练）").format(name=name) if row.practice else name


def standing_words(row: SealKeyRow) -> str:
    """Whether it signs, only checks, or is good for nothing."""
    if row.revoked_on:
        return text("seal_keys", "已吊销")
    if row.current:
        return text("seal_keys", "正在使用")
    if row.retired_on:
        return text("seal_keys", "已停用，仍可核验")
    return text("seal_keys", "可核验")


def days_words(row: SealKeyRow) -> str:
    """From when to when it signed."""
    last = row.revoked_on or row.retired_on
    if last is None:
        return text("seal_keys", "{day} 起").format(day=row.made_on.isoformat())
    return f"{row.made_on.isoformat()} — {last.isoformat()}"
