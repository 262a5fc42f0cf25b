"""`python -m printing.verify`: words for people, JSON and exit codes for programs."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from printing.documents import Document
from printing.seal import ended, keys
from printing.seal.ended import End, Ended
from printing.seal.keys import Keys
from printing.verify.__main__ import main
from tests.printing.seal.station import CODE, keys_of, text_of
from tests.printing.verify.conftest import SIGNER
from tests.printing.verify.photographs import jpeg, scanned

DAY = ["--on", "2026-11-22"]


@pytest.fixture
def keys_file(tmp_path: Path, keys: Keys) -> str:
    path = tmp_path / "keys.json"
    path.write_text(_written(keys), "utf-8")
    return str(path)


def _written(known: Keys) -> str:
    return keys.written(known)


def test_a_pdf_is_checked_in_words(
    tmp_path: Path, keys_file: str, certificate_pdf: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "paper.pdf").write_bytes(certificate_pdf)
    assert main([str(tmp_path / "paper.pdf"), "--keys", keys_file, *DAY]) == 0
    said = capsys.readouterr().out
    for words in ("【真实有效】", "✓ 居住地址　济南市历下区", "王**", "失效名单　没有核对"):
        assert words in said


def test_the_text_of_a_code_and_typed_fields_are_checked_as_json(
    certificate: Document, keys_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ["--code", CODE, "--field", "姓名=王建设", "--field", "residence_address=" + "济南市"]
    assert main([text_of(certificate), "--keys", keys_file, *DAY, *typed, "--json"]) == 3
    said = json.loads(capsys.readouterr().out)
    assert (said["verdict"], said["altered"]) == ("altered", ["name", "residence_address"])
    assert said["paper"]["number"] == certificate.number


def test_a_list_says_what_ended(
    tmp_path: Path, certificate: Document, keys_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [Ended(certificate.number, End.CANCELLED, date(2026, 11, 22))]
    path = tmp_path / "ended.json"
    path.write_text(ended.written(ended.made("370102001", date(2026, 11, 22), rows), SIGNER), "utf-8")
    assert main([text_of(certificate), "--keys", keys_file, "--list", str(path), *DAY]) == 1
    assert "截至2026-11-22" in capsys.readouterr().out
    path.write_text(path.read_text("utf-8").replace(certificate.number, "1" * 24), "utf-8")
    assert main([text_of(certificate), "--keys", keys_file, "--list", str(path), *DAY]) == 2
    assert "签名不对" in capsys.readouterr().err


def test_every_verdict_has_its_exit_code(
    tmp_path: Path, certificate: Document, certificate_pdf: bytes, keys_file: str
) -> None:
    text = text_of(certificate)
    (tmp_path / "revoked.json").write_text(_written(keys_of(SIGNER, revoked_on=date(2026, 11, 22))), "utf-8")
    (tmp_path / "none.json").write_text(_written(Keys()), "utf-8")
    (tmp_path / "photo.jpg").write_bytes(jpeg(scanned(certificate_pdf)))
    (tmp_path / "words.txt").write_text("不是照片", "utf-8")
    for paper, known, code in (
        (text, keys_file, 0),
        (str(tmp_path / "photo.jpg"), keys_file, 0),
        (text[:90], keys_file, 5),
        (str(tmp_path / "words.txt"), keys_file, 5),
        (text, str(tmp_path / "revoked.json"), 4),
        (text, str(tmp_path / "none.json"), 4),
        (text, str(tmp_path / "photo.jpg"), 2),
        (text, str(tmp_path / "missing.json"), 2),
        (str(tmp_path / "missing.jpg"), keys_file, 2),
    ):
        assert main([paper, "--keys", known, *DAY]) == code


def test_a_field_that_no_paper_has_is_refused(
    certificate: Document, keys_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for typed in ("身高=180", "姓名"):
        assert main([text_of(certificate), "--keys", keys_file, "--field", typed]) == 2
    assert "可以核对的有" in capsys.readouterr().err


def test_it_runs_by_itself_and_starts_quickly(certificate: Document, keys_file: str) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-X",
            "importtime",
            "-m",
            "printing.verify",
            text_of(certificate),
            "--keys",
            keys_file,
            *DAY,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "真实有效" in done.stdout
    assert not [line for line in done.stderr.splitlines() if "reportlab" in line or "PySide6" in line]
