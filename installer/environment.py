"""The virtual environment: whether it is whole, and how it is made whole from the locked requirements."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from installer.pythons import Python
from installer.trouble import SetUpError

LOCK = "requirements.lock"

ABSENT, BROKEN, BEHIND, READY = "absent", "broken", "behind", "ready"


class Environment:
    """The project's own virtual environment, in `.venv` of the project's folder.

    `.venv/ready` says for which requirements and which folder it was completed; `.venv/unfinished` is
    there while anything in it is being changed, so a set-up cut short is never taken for a whole one.
    """

    def __init__(self, project: Path) -> None:
        self._project = project.resolve()
        self.folder = self._project / ".venv"
        self.python = self.folder / "bin" / "python"
        self._ready = self.folder / "ready"
        self._unfinished = self.folder / "unfinished"

    def state(self) -> str:
        """Tell whether it is absent, broken (to be built anew), behind its requirements, or ready."""
        if not self.folder.exists():
            return ABSENT
        if self._unfinished.exists() or not os.access(self.python, os.X_OK):
            return BROKEN
        if not self._ready.is_file():
            return BEHIND  # made by hand: completed, not thrown away
        folder, _, requirements = self._ready.read_text(encoding="utf-8").partition("\n")
        if folder != str(self._project):
            return BROKEN  # moved or copied: its scripts name the old place
        return READY if requirements == self._requirements() else BEHIND

    def complete(self, base: Python) -> None:
        """Make it ready, building on `base` when absent or broken; SetUpError when pip or venv fails."""
        state = self.state()
        if state == BROKEN:
            print("The environment in .venv is unfinished or was moved: building it anew.", flush=True)
            shutil.rmtree(self.folder)
        self.folder.mkdir(exist_ok=True)
        self._unfinished.touch()
        if state in (ABSENT, BROKEN):
            print("Making a virtual environment in .venv with Python {}.{}".format(*base.version), flush=True)
            self._do([base.path, "-m", "venv", str(self.folder)], "The virtual environment could not be made")
        print(f"Installing what {LOCK} names", flush=True)
        pip = [
            str(self.python),
            "-m",
            "pip",
            "--disable-pip-version-check",
            "--no-input",
            "install",
            "--quiet",
        ]
        trouble = "The requirements could not be installed"
        self._do([*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK], trouble)
        self._do([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", "."], trouble)
        self.mark_ready()
        self._unfinished.unlink()

    def mark_ready(self) -> None:
        """Write down that it holds these requirements for this folder."""
        self._ready.write_text(f"{self._project}\n{self._requirements()}", encoding="utf-8")

    def _do(self, command: list[str], trouble: str) -> None:
        if subprocess.run(command, cwd=self._project, check=False).returncode != 0:
            raise SetUpError(f"{trouble}; the reason is above. When it is mended, run make again.")

    def _requirements(self) -> str:
        digest = hashlib.sha256()
        for name in (LOCK, "pyproject.toml"):
            digest.update((self._project / name).read_bytes() + b"\0")
        return digest.hexdigest()
