from __future__ import annotations

import hashlib
import lzma
import subprocess
import sys
from pathlib import Path

import pytest

from printing.errors import FontTrouble
from printing.fonts import Fonts, default_cache, files, font_file, font_files
from printing.fonts.files import BODY, NAMES, PACKED, UNPACKED


def test_every_packed_font_is_the_one_on_the_list() -> None:
    listed = dict(reversed(line.split()) for line in (PACKED / "SHA256SUMS").read_text().splitlines())
    assert set(listed) == {f"{name}.ttf.xz" for name in NAMES}
    for name, digest in listed.items():
        assert hashlib.sha256((PACKED / name).read_bytes()).hexdigest() == digest


def test_every_font_is_unpacked_whole(fonts: Fonts) -> None:
    unpacked = font_files(fonts.cache)
    assert set(unpacked) == set(NAMES)
    for line in UNPACKED.read_text().splitlines():
        digest, size, name = line.split()
        content = unpacked[name.removesuffix(".ttf")].read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (int(size), digest)


def test_licences_are_shipped_with_the_fonts() -> None:
    assert {path.name for path in (PACKED / "licenses").iterdir()} == {
        "BabelStoneHan-ArphicPL.txt",
        "HanaMin.txt",
        "NotoSC-OFL.txt",
    }


def test_an_unpacked_font_is_not_written_again(tmp_path: Path) -> None:
    first = font_file(tmp_path, BODY).stat()
    again = font_file(tmp_path, BODY).stat()
    assert (first.st_ino, first.st_mtime_ns) == (again.st_ino, again.st_mtime_ns)


def test_a_torn_font_is_replaced(tmp_path: Path) -> None:
    torn = tmp_path / f"{BODY}.ttf"
    torn.write_bytes(b"half")
    assert font_file(tmp_path, BODY).stat().st_size > 10_000_000


def test_two_programs_may_unpack_at_once(tmp_path: Path) -> None:
    code = (
        "import sys, hashlib; from pathlib import Path; from printing.fonts import font_file;"
        f"print(hashlib.sha256(font_file(Path(sys.argv[1]), {BODY!r}).read_bytes()).hexdigest())"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    seen = {program.communicate()[0].strip() for program in running}
    wanted = next(line.split()[0] for line in UNPACKED.read_text().splitlines() if BODY in line)
    assert seen == {wanted}
    assert [path.name for path in tmp_path.iterdir()] == [f"{BODY}.ttf"]


def test_a_folder_that_cannot_be_made_is_named_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FontTrouble, match="不能写入.*file"):
        font_file(tmp_path / "file" / "fonts", BODY)


@pytest.mark.parametrize("damage", ["missing", "not xz", "another font"])
def test_a_damaged_shipped_font_is_never_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    content = {"not xz": b"not xz", "another font": lzma.compress(b"another font")}
    if damage in content:
        (shipped / f"{BODY}.ttf.xz").write_bytes(content[damage])
    monkeypatch.setattr(files, "PACKED", shipped)
    with pytest.raises(FontTrouble, match=BODY):
        font_file(tmp_path / "cache", BODY)
    assert not (tmp_path / "cache").exists()


def test_the_cache_is_in_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_cache() == tmp_path / "residence-counter" / "fonts"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert default_cache() == tmp_path / "local" / "residence-counter" / "fonts"


def test_the_stations_own_fonts_end_the_stack(tmp_path: Path) -> None:
    for name in ("b.TTF", "a.ttf", "c.otf", "readme.txt"):
        (tmp_path / name).touch()
    own = Fonts.at_station(tmp_path / "cache", tmp_path).own
    assert [path.name for path in own] == ["a.ttf", "b.TTF", "c.otf"]
    assert Fonts.at_station(tmp_path / "cache", tmp_path / "none").own == ()
