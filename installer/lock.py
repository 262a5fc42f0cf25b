"""Writes requirements.lock from pyproject.toml: exact versions with hashes, and no download addresses."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from installer import pythons
from installer.trouble import SetUpError

PROJECT = Path(__file__).resolve().parent.parent

# Not of this project: nothing here ships or imports it, it only writes the lock.
PIP_TOOLS = "pip-tools>=7.4"


def only_the_public_index(pip: list[str], surroundings: dict[str, str]) -> dict[str, str]:
    """Keep this machine's index and certificates but drop extra indexes and folders of wheels.

    A lock must hold the hashes of the published files, not those of wheels that one machine has aside.
    """
    kept = {name: value for name, value in surroundings.items() if not name.startswith("PIP_")}
    told = subprocess.run(
        [*pip, "config", "list"], env=surroundings, capture_output=True, text=True, check=True
    )
    for line in told.stdout.splitlines():  # `section.setting='value'`, the environment's own section first
        name, _, value = line.partition("=")
        setting = name.rpartition(".")[2]
        if setting in ("index-url", "cert", "proxy", "trusted-host", "timeout"):
            kept.setdefault("PIP_" + setting.upper().replace("-", "_"), ast.literal_eval(value))
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def write(arguments: list[str], project: Path = PROJECT) -> None:
    """Write the lock with pip-compile in a throw-away environment; versions already locked stay."""
    base = pythons.find()
    with tempfile.TemporaryDirectory(prefix="lock-") as folder:
        _do([base.path, "-m", "venv", folder], dict(os.environ), project)
        pip = [str(Path(folder) / "bin" / "python"), "-m", "pip"]
        surroundings = only_the_public_index(pip, dict(os.environ))
        _do([*pip, "install", "--quiet", PIP_TOOLS], surroundings, project)
        _do(
            [
                str(Path(folder) / "bin" / "pip-compile"),
                "--quiet", "--extra", "dev", "--generate-hashes", "--allow-unsafe", "--strip-extras",
                "--no-emit-options", "--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host",
                "--no-header", "--newline", "lf", *arguments,
                "--output-file", "requirements.lock", "pyproject.toml",
            ],
            surroundings, project,
        )  # fmt: skip


def _do(command: list[str], surroundings: dict[str, str], project: Path) -> None:
    if subprocess.run(command, env=surroundings, cwd=project, check=False).returncode != 0:
        raise SetUpError("requirements.lock was not written; the reason is above.")


if __name__ == "__main__":
    try:
        write(sys.argv[1:])
    except SetUpError as trouble:
        sys.exit(str(trouble))
