"""When the virtual environment counts as whole."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer import bootstrap, environment, system_packages
from installer.environment import Environment
from installer.pythons import Python
from installer.trouble import SetUpError

HERE = Path(bootstrap.__file__).parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a folder with what set-up reads, and an environment that says it is ready."""
    folder = tmp_path / "project"
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / "requirements.lock").write_text("six==1.17.0\n")
    (folder / "pyproject.toml").write_text("[project]\n")
    (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
    ours = Environment(folder)
    ours.mark_ready()
    return folder


def test_a_completed_environment_is_ready(project: Path):
    assert Environment(project).state() == environment.READY


def test_no_folder_is_absent(project: Path):
    shutil.rmtree(project / ".venv")
    assert Environment(project).state() == environment.ABSENT


def test_one_cut_short_is_broken_even_when_it_was_ready_before(project: Path):
    (project / ".venv" / "unfinished").touch()
    assert Environment(project).state() == environment.BROKEN


def test_one_whose_python_is_gone_is_broken(project: Path):
    link = project / ".venv" / "bin" / "python"
    link.unlink()
    link.symlink_to(project / "python-that-was-upgraded-away")
    assert Environment(project).state() == environment.BROKEN


def test_one_that_was_moved_is_broken(project: Path):
    moved = project.rename(project.with_name("elsewhere"))
    assert Environment(moved).state() == environment.BROKEN


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_requirement_leaves_it_behind(project: Path, name: str):
    with (project / name).open("a") as file:
        file.write("# changed\n")
    assert Environment(project).state() == environment.BEHIND


def test_a_file_touched_but_not_changed_leaves_it_ready(project: Path):
    (project / "requirements.lock").touch()
    assert Environment(project).state() == environment.READY


def test_one_made_by_hand_is_completed_and_not_thrown_away(project: Path):
    (project / ".venv" / "ready").unlink()
    assert Environment(project).state() == environment.BEHIND


def test_a_set_up_that_fails_half_way_is_known_as_broken(project: Path):
    shutil.rmtree(project / ".venv")
    ours = Environment(project)
    with pytest.raises(SetUpError, match="could not be made"):
        ours.complete(Python("/bin/false", (3, 11), True))
    assert ours.state() == environment.BROKEN


def test_set_up_of_a_ready_machine_says_and_does_nothing(project: Path, tmp_path: Path, capfd):
    status = tmp_path / "status"
    status.write_text(
        "\n\n".join(
            f"Package: {name}\nStatus: install ok installed" for name in system_packages.NEEDED["test"]
        )
    )
    before = sorted((path, path.lstat().st_mtime_ns) for path in project.rglob("*"))
    bootstrap.set_up("test", project, status)
    assert sorted((path, path.lstat().st_mtime_ns) for path in project.rglob("*")) == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "module", ["__init__", "bootstrap", "environment", "pythons", "system_packages", "trouble"]
)
def test_set_up_can_be_read_by_a_python_too_old_to_run_the_program(module: str):
    ast.parse((HERE / f"{module}.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_make_without_any_python_says_so_in_a_sentence():
    outcome = subprocess.run(
        ["make", "-C", str(HERE.parent), "ready-to-run", "PYTHON=no-such-python"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert outcome.returncode != 0
    assert "There is no no-such-python here. Install Python 3.11, 3.12 or 3.13" in outcome.stderr


def test_make_help_names_every_target_a_newcomer_types():
    told = subprocess.run(
        ["make", "-C", str(HERE.parent), "help"], capture_output=True, text=True, check=True
    )
    named = {line.split()[0] for line in told.stdout.splitlines() if line.strip()}
    assert {"run", "test", "test-slow", "tour", "check", "bench", "lock", "clean", "help"} <= named
