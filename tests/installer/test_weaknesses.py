"""bandit's findings: each mended, or accepted by itself with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.weaknesses import Accepted, Finding, accepted, found, problems

SHELL = Finding("B602", "desktop/a.py", 3, "subprocess.run(words, shell=True)", "a shell")


def test_what_bandit_finds_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.bandit]\nskips = ["B101", "B404"]\n')
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "bad.py").write_text(
        "import subprocess\n\n\ndef go(words):\n    assert words\n    subprocess.run(words, shell=True)\n    eval(words)\n"
    )
    findings = found(tmp_path, ("code",))
    assert [(one.test, one.place, one.line) for one in findings] == [
        ("B602", 6, "subprocess.run(words, shell=True)"),
        ("B307", 7, "eval(words)"),
    ]
    said = list(problems(findings, ()))
    assert said[0].startswith("code/bad.py:6: B602 ")
    assert len(said) == 2


def test_a_file_that_cannot_be_read_is_no_clean_bill(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.bandit]\n")
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "broken.py").write_text("def go(:\n")
    with pytest.raises(RuntimeError, match="broken"):
        found(tmp_path, ("code",))


def test_only_the_very_finding_is_accepted_and_an_entry_without_one_is_named() -> None:
    one = Accepted("B602", "desktop/a.py", "run(words", "a reason")
    assert list(problems([SHELL], [one])) == []
    for other in (
        Accepted("B603", "desktop/a.py", "run(words", "a reason"),
        Accepted("B602", "desktop/b.py", "run(words", "a reason"),
        Accepted("B602", "desktop/a.py", "run(others", "a reason"),
    ):
        assert len(list(problems([SHELL], [other]))) == 2
    with pytest.raises(ValueError, match="lacks its line or its reason"):
        accepted('[[accepted]]\ntest = "B602"\nfile = "desktop/a.py"\nline = "run"\nwhy = " "\n')


@pytest.mark.parametrize(
    ("note", "explained"),
    [
        ("  # noqa: S602 - a fixed word", True),
        ("  # noqa: E501, S602 - a fixed word", True),
        ("  # noqa: S602", False),
        ("  # noqa: S603 - a fixed word", False),
        ("  # noqa - a fixed word", False),
        ("", False),
    ],
)
def test_a_line_explains_itself_only_with_the_number_and_a_reason(note: str, explained: bool) -> None:
    one = Finding("B602", "desktop/a.py", 3, SHELL.line + note, "a shell")
    assert (list(problems([one], ())) == []) is explained


def test_an_empty_text_is_no_password() -> None:
    line = 'def renew(secret: str = "") -> None:'
    empty = Finding("B107", "desktop/a.py", 3, line, "Possible hardcoded password: ''")
    assert list(problems([empty], ())) == []
    filled = Finding("B107", "desktop/a.py", 3, line, "Possible hardcoded password: 'x'")
    assert len(list(problems([filled], ()))) == 1
