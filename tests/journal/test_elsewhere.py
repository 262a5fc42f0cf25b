"""A day's log exported by the administrator verifies on another machine, with nothing but the file and the public key."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.counter import Counter

ROOT = Path(__file__).parents[2]
CHECKER = ("desktop/__init__.py", "desktop/domain", "desktop/journal", "printing")
"""What another machine needs of the program: no services, no models, no screens."""


@pytest.fixture
def elsewhere(
    tmp_path_factory: pytest.TempPathFactory, small: Path, key_file: Path, station: Counter
) -> Path:
    """A folder with the checker, the file and the key, once the station and its database are gone."""
    folder = tmp_path_factory.mktemp("elsewhere")
    for name in CHECKER:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.ttf", "*.xz")
            )
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    shutil.copy(small, folder / "day.jsonl")
    shutil.copy(key_file, folder / "keys.json")
    station.office.database.close()
    assert station.office.database.path is not None
    shutil.rmtree(station.office.database.path.parent)
    return folder


def verify(folder: Path, file: str = "day.jsonl") -> subprocess.CompletedProcess[str]:
    """Run the checker there as somebody would, with nothing of this program in reach."""
    kept = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "desktop.journal", "verify", file, "--keys", "keys.json"],
        cwd=folder,
        env={**environment, "HOME": str(folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def test_the_file_and_the_key_are_enough(elsewhere: Path) -> None:
    done = verify(elsewhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert "完整，没有改动；签名有效" in done.stdout


def test_a_changed_byte_is_found_there_too(elsewhere: Path) -> None:
    content = (elsewhere / "day.jsonl").read_bytes()
    chance = random.Random(6)
    for at in [0, len(content) - 1, *(chance.randrange(len(content)) for _ in range(10))]:
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        (elsewhere / "changed.jsonl").write_bytes(changed)
        done = verify(elsewhere, "changed.jsonl")
        assert done.returncode in (1, 4, 5), (at, done.stdout, done.stderr)
        assert "完整，没有改动" not in done.stdout


@pytest.mark.parametrize("step", ["29", pytest.param("1", marks=pytest.mark.slow)])
def test_every_byte_of_it_in_one_process(elsewhere: Path, step: str) -> None:
    """Each byte in turn has one bit turned; the checker that runs is the one in that folder."""
    script = """
import sys
from pathlib import Path
import desktop
from desktop.journal import check_file
from printing.seal.keys import read
assert Path(desktop.__file__).parent.parent == Path.cwd(), desktop.__file__
assert "sqlalchemy" not in sys.modules
keys = read(Path("keys.json").read_text("utf-8"))
content, missed = Path("day.jsonl").read_bytes(), []
other = Path("changed.jsonl")
for at in range(0, len(content), int(sys.argv[1])):
    other.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1:])
    report = check_file(other, keys)
    if report.whole and report.signed:
        missed.append(at)
print(len(content), missed)
"""
    (elsewhere / "every.py").write_text(script)
    done = subprocess.run(
        [sys.executable, "every.py", step],
        cwd=elsewhere,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(elsewhere)},
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(" []\n")
    assert int(done.stdout.split()[0]) > 8_000
