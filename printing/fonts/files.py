"""Unpack the shipped fonts into a cache, whole or not at all, however many programs do it at once."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from printing.errors import FontTrouble

PACKED = Path(__file__).parent
UNPACKED = PACKED / "unpacked.txt"

BODY = "NotoSerifSC-Regular"
HEADING = "NotoSansSC-Bold"
SCREEN = "NotoSansSC-Regular"
RARE = ("BabelStoneHan-Rare", "HanaMinB-Rare")
NAMES = (SCREEN, HEADING, BODY, *RARE)


def default_cache() -> Path:
    """Give the folder where the user's unpacked fonts belong on this platform; it need not exist."""
    if sys.platform == "win32":
        root = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Caches"
    else:
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return root / "residence-counter" / "fonts"


def font_files(folder: Path) -> dict[str, Path]:
    """Give every shipped font's unpacked file by name, unpacking what is not there yet.

    Raises `FontTrouble` when a shipped file is damaged or the folder cannot be written.
    """
    return {name: font_file(folder, name) for name in NAMES}


def font_file(folder: Path, name: str) -> Path:
    """Give one font's unpacked file, unpacking it first when it is missing or of the wrong size.

    Raises `FontTrouble` as `font_files` does.
    """
    target = folder / f"{name}.ttf"
    wanted, size = _checksums()[target.name]
    try:
        if target.stat().st_size == size:
            return target
    except OSError:
        pass  # not there yet
    content = _unpacked(name, wanted)
    try:
        _put(target, content)
    except OSError as error:
        raise FontTrouble(
            "字体不能写入“{folder}”（{reason}），暂时不能打印。请检查磁盘空间和文件夹权限后重试。",
            folder=str(folder),
            reason=error.strerror or type(error).__name__,
        ) from error
    return target


@cache
def _checksums() -> dict[str, tuple[str, int]]:
    """Read the list of unpacked files: SHA-256, size in bytes, name."""
    listed = {}
    for line in UNPACKED.read_text("ascii").splitlines():
        digest, size, name = line.split()
        listed[name] = (digest, int(size))
    return listed


def _unpacked(name: str, wanted: str) -> bytes:
    import hashlib  # here and below for start-up time: only the first start unpacks
    import lzma

    packed = PACKED / f"{name}.ttf.xz"
    try:
        content = lzma.decompress(packed.read_bytes())
    except (OSError, lzma.LZMAError) as error:
        raise FontTrouble("程序自带的字体{name}缺失或已损坏，请重新安装程序。", name=name) from error
    if hashlib.sha256(content).hexdigest() != wanted:
        raise FontTrouble("程序自带的字体{name}与校验值不符，请重新安装程序。", name=name)
    return content


def _put(target: Path, content: bytes) -> None:
    """Write beside the target and rename, so that nobody ever sees half a font."""
    import tempfile

    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.chmod(0o644)
        try:
            half.replace(target)
        except PermissionError:  # Windows: another program holds the same font open, so it is there
            if not target.exists() or target.stat().st_size != len(content):
                raise
    finally:
        half.unlink(missing_ok=True)
