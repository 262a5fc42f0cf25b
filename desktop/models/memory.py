"""How much memory a connection may keep decrypted pages in: more where the machine has more."""

from __future__ import annotations

import os
import sys
from functools import cache

LEAST_KIB, MOST_KIB = 65_536, 262_144
_SHARE = 32
"""A connection's part of the machine; there is one a thread, and only what is read takes room."""


@cache
def cache_kib() -> int:
    """Return the size of a connection's cache."""
    return cache_kib_of(_bytes_there())


def cache_kib_of(there: int) -> int:
    """Return it for a machine with so many bytes of memory, 0 for one that does not tell."""
    return min(max(there // _SHARE // 1024, LEAST_KIB), MOST_KIB)


def _bytes_there() -> int:
    if sys.platform == "win32":
        import ctypes

        told = (ctypes.c_ulonglong * 8)(64)  # its own length and the load, then all memory
        return int(told[1]) if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(told)) else 0
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 0
