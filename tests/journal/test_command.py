"""The command verifies files with nothing but them and the public keys, and says it in words and in its exit code."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.trail import short_root
from desktop.domain.trail_file import DayHead, record_of
from desktop.journal.__main__ import main
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from printing.seal.ed25519 import Ed25519
from printing.seal.keys import PublicKey, key_id_of, written

ROOT = Path(__file__).parents[2]


def test_a_file_is_verified_by_the_command_alone(small: Path, key_file: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop.journal", "verify", str(small), "--keys", str(key_file)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "测试派出所（370102006），2026-11-20" in done.stdout
    assert "完整，没有改动；签名有效" in done.stdout


def test_it_asks_neither_a_database_nor_a_screen() -> None:
    words = "import sys, desktop.journal.__main__; print([it for it in ('sqlalchemy','PySide6') if it in sys.modules])"
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_without_the_key_it_says_that_nobody_vouches(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(small)]) == 4
    said = capsys.readouterr().out
    assert "签名没有核验" in said
    assert "被改动" not in said


def other_key(station: str, tmp_path: Path, key_id: str = "") -> Path:
    public = Ed25519().signer(Ed25519().new_private()).public
    key = PublicKey(
        key_id=key_id or key_id_of("ed25519", public),
        algorithm="ed25519",
        public=public,
        station=station,
        station_name="别的派出所",
        practice=False,
        made_on=date(2026, 1, 1),
    )
    path = tmp_path / "other.json"
    path.write_text(written([key]), "utf-8")
    return path


def test_another_stations_key_does_not_vouch(small: Path, tmp_path: Path) -> None:
    assert main(["verify", str(small), "--keys", str(other_key("370102007", tmp_path))]) == 4
    assert main(["verify", str(small), "--keys", str(other_key("370102006", tmp_path))]) == 4


def test_the_same_key_in_another_stations_name_is_found(
    small: Path, key_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stolen.json"
    path.write_text(key_file.read_text("utf-8").replace("370102006", "370102007"), "utf-8")
    assert main(["verify", str(small), "--keys", str(path)]) == 1
    assert "不是本所的" in capsys.readouterr().out


def test_a_revoked_key_does_not_vouch(
    station: Counter, template: Any, small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boss = template.security
    [key] = station.seals.keys(boss).rows
    station.seals.revoke(boss, "revoke", key.key_id, "私钥泄露")
    path = tmp_path / "after.json"
    station.seals.export_keys(boss, path)
    assert main(["verify", str(small), "--keys", str(path)]) == 4
    assert f"密钥{key.key_id}已经吊销" in capsys.readouterr().out


def test_a_key_that_was_put_away_before_does_not_vouch(
    small: Path, key_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "retired.json"
    path.write_text(
        key_file.read_text("utf-8").replace('"retired_on": ""', '"retired_on": "2026-11-19"'), "utf-8"
    )
    assert main(["verify", str(small), "--keys", str(path)]) == 4
    assert "已经停用" in capsys.readouterr().out


def test_what_was_altered_is_listed(small: Path, key_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small.write_bytes(small.read_bytes().replace("第2次".encode(), "第9次".encode(), 1))
    assert main(["verify", str(small), "--keys", str(key_file)]) == 1
    said = capsys.readouterr().out
    assert "被改动：1处" in said
    assert "条：内容被改动" in said
    assert "窗口03第" in said


def test_the_paper_is_held_against_the_file(
    small: Path, key_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [day] = [
        it for it in map(record_of, small.read_bytes().splitlines(keepends=True)) if isinstance(it, DayHead)
    ]
    code = short_root(day.root)
    spaced = " ".join(code[place : place + 5] for place in range(0, 40, 5))
    assert main(["verify", str(small), "--keys", str(key_file), "--code", spaced]) == 0
    assert code in capsys.readouterr().out
    assert main(["verify", str(small), "--keys", str(key_file), "--code", code[::-1]]) == 1


def days_of(
    station: Counter, clerk: Actor, clock: Any, look: Callable[[int], None], export: Callable[..., Path]
) -> list[Path]:
    files = []
    for place in range(3):
        look(3)
        today = station.day.today()
        station.day.close(clerk, f"close-{place}", today, {})
        files.append(export(today, name=f"{today}.jsonl"))
        clock.moment += timedelta(days=1)
    # the entry that tells of an export belongs to its day and comes after it: the file is made anew
    return [export(date(2026, 11, 20) + timedelta(days=place), name=f"{place}.jsonl") for place in range(3)]


def test_days_that_follow_each_other_join(
    station: Counter,
    clerk: Actor,
    clock: Any,
    look: Callable[[int], None],
    export: Callable[..., Path],
    key_file: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    files = [str(path) for path in days_of(station, clerk, clock, look, export)]
    keys = ["--keys", str(key_file)]
    assert main(["verify", *files, *keys]) == 0
    assert main(["verify", files[0], files[2], *keys]) == 1
    assert "接不上前一个文件" in capsys.readouterr().out
    assert main(["verify", files[1], files[0], *keys]) == 1


def test_a_day_that_is_given_out_for_another_is_found(
    station: Counter,
    clerk: Actor,
    clock: Any,
    look: Callable[[int], None],
    export: Callable[..., Path],
    key_file: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second, _ = days_of(station, clerk, clock, look, export)
    lines, others = (path.read_bytes().splitlines(keepends=True) for path in (first, second))
    first.write_bytes(b"".join([*lines[:1], *others[1:]]))
    assert main(["verify", str(first), "--keys", str(key_file)]) == 1
    assert "不在文件所写的日期之内，可能换了一天" in capsys.readouterr().out
    first.write_bytes(
        b"".join(others).replace(
            b'"first":"2026-11-21","last":"2026-11-21"', b'"first":"2026-11-20","last":"2026-11-20"'
        )
    )
    assert main(["verify", str(first), "--keys", str(key_file)]) == 1


def test_what_cannot_be_used_is_said(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path / "none")]) == 2
    assert main(["verify", str(tmp_path)]) == 2
    assert main(["verify", str(small), "--keys", str(small)]) == 2
    wrong = tmp_path / "wrong"
    wrong.write_bytes(b"\xff\xfe")
    assert main(["verify", str(small), "--keys", str(wrong)]) == 2
    assert main(["verify", str(wrong)]) == 5
    assert "不是留痕文件" in capsys.readouterr().out
