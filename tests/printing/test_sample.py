from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from printing import sample
from printing.__main__ import main
from printing.documents import KINDS
from printing.pdfium import opened
from printing.sample import FOLDER, BadSample, read


@pytest.fixture(autouse=True)
def _cache(monkeypatch: pytest.MonkeyPatch, fonts: object) -> None:
    monkeypatch.setattr("printing.__main__.default_cache", lambda: fonts.cache)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_is_drawn_from_its_sample_marked_as_practice(kind: str, tmp_path: Path) -> None:
    assert main([kind, str(FOLDER / f"{kind}.toml"), str(tmp_path / "out.pdf")]) == 0
    with opened((tmp_path / "out.pdf").read_bytes()) as pdf:
        for page in pdf:
            assert "演练" in page.get_textpage().get_text_range()
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


def test_there_is_a_sample_for_every_document_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(KINDS)


def test_it_runs_as_a_program(tmp_path: Path) -> None:
    answer = subprocess.run([sys.executable, "-m", "printing"], capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines()[0].split() == ["registration_certificate", "居住登记凭证"]


def test_an_unknown_document_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["certificate", "a.toml", "b.pdf"]) == 1
    said = capsys.readouterr().err
    assert "没有名为“certificate”的单据" in said
    assert "registration_certificate　居住登记凭证" in said


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = (FOLDER / "registration_certificate.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new), "utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ethnicity =", "ethnik =", "“mine.toml”的“ethnik”：没有这个项目，可用的有number、"),
        ('ethnicity = "汉族"\n', "", "的“ethnicity”：缺少这个项目"),
        ('sex = "女"\n', "", "的“minors[1].sex”：缺少这个项目"),
        ("birth_date = 2018-06-01", 'birth_date = "2018"', "的“minors[1].birth_date”：应为日期"),
        ("birth_date = 1990-01-01", "birth_date = 1990-01-01T00:00:00", "的“birth_date”：应为日期"),
        ("counter_number = 1", "counter_number = true", "的“counter_number”：应为整数"),
        ("practice = true", 'practice = "yes"', "的“practice”：应为true或者false"),
        ("[[minors]]", "[minors]", "的“minors”：应为列表"),
        ('number = "11', 'number = "12', "居住登记凭证"),
        ("[[minors]]", "[[minors", "不是正确的TOML格式"),
    ],
)
def test_a_mistake_is_told_with_file_and_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    path = changed(tmp_path, old, new)
    assert main(["registration_certificate", str(path), str(tmp_path / "out.pdf")]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadSample, match=r"没有文件.*none\.toml"):
        read("call_list", tmp_path / "none.toml")
    (tmp_path / "gbk.toml").write_bytes("name = '王'".encode("gbk"))
    with pytest.raises(BadSample, match=r"gbk\.toml.*UTF-8"):
        read("call_list", tmp_path / "gbk.toml")
    with pytest.raises(BadSample, match="无法读取"):
        read("call_list", tmp_path)


@pytest.mark.parametrize("content", [None, b"no photo", b"\xff\xd8 half a photo"])
def test_a_photo_that_is_none_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "card.toml"
    path.write_text((FOLDER / "permit_card.toml").read_text("utf-8"), "utf-8")
    if content is not None:
        (tmp_path / "person.jpg").write_bytes(content)
    with pytest.raises(BadSample, match="photo|相片"):
        read("permit_card", path)


def test_a_name_without_a_glyph_leaves_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(tmp_path, "王建国", "王\\U00030041国")
    assert main(["registration_certificate", str(path), str(tmp_path / "out.pdf")]) == 1
    assert "U+30041" in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_samples_are_shown_and_so_is_the_neutral_layout(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["call_list"]) == 0
    assert capsys.readouterr().out == (FOLDER / "call_list.toml").read_text("utf-8")
    assert main(["call_list", "--layout"]) == 0
    assert 'day = "统计日期"' in capsys.readouterr().out
    assert main(["permit_card", "--layout"]) == 0
    assert 'hukou_address = "常住户口|所在地住址"' in capsys.readouterr().out
    assert main(["call_list", str(FOLDER / "call_list.toml")]) == 1
    assert sample.FOLDER == FOLDER
