"""Which interpreter set-up takes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from installer import pythons
from installer.pythons import Python
from installer.trouble import SetUpError


def at(major: int, minor: int, *, has_venv: bool = True) -> Python:
    return Python(f"/usr/bin/python{major}.{minor}", (major, minor), has_venv)


def test_the_first_interpreter_in_range_is_taken():
    assert pythons.choose([None, at(3, 10), at(3, 14), at(3, 13), at(3, 11)]) == at(3, 13)


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_the_range_is_3_11_to_3_13(minor: int):
    assert pythons.choose([at(3, minor)]).version == (3, minor)


def test_when_none_fits_the_sentence_names_the_range_and_what_was_seen():
    with pytest.raises(SetUpError, match=r"needs Python 3\.11 to 3\.13; this machine has 3\.9, 3\.14\."):
        pythons.choose([at(3, 9), at(3, 14), at(3, 9), None])


def test_an_interpreter_that_does_not_start_is_passed_over(tmp_path: Path):
    shim = tmp_path / "python3.12"
    shim.write_text("#!/bin/sh\necho 'python3.12: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    assert pythons.ask(str(shim)) is None
    assert pythons.ask(str(tmp_path / "nowhere")) is None


def test_an_interpreter_in_an_environment_answers_for_the_one_beneath():
    answer = pythons.ask(sys.executable)
    assert answer is not None
    assert answer.version == sys.version_info[:2]
    assert not Path(answer.path).is_relative_to(Path(sys.prefix)) or sys.prefix == sys.base_prefix


@pytest.mark.parametrize("answer", ["", "Python 3.11.7", "3 x 1 /usr/bin/python3"])
def test_other_words_than_the_answer_are_no_interpreter(answer: str):
    assert pythons.parse_answer(answer) is None


def test_a_python_without_venv_names_debians_package_for_it():
    assert at(3, 11, has_venv=False).venv_package == "python3.11-venv"
