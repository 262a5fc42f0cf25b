"""Runs bandit over the program: a finding is mended, or accepted by itself with a reason, on its line or in findings.toml."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LOOKED_AT = ("desktop", "printing", "installer")
FINDINGS = "findings.toml"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that bandit takes for a weakness; `line` is the code it points at."""

    test: str
    file: str
    place: int
    line: str
    what: str

    @property
    def explained(self) -> bool:
        """Whether its line says why it is as it should be; ruff numbers the same tests S and the same digits.

        An empty text is no password: it says that there is none.
        """
        if self.test in ("B105", "B106", "B107") and self.what.endswith(": ''"):
            return True
        return re.search(rf"# noqa: (?:\w+, ?)*S{self.test[1:]}\b[\w, ]*- \w", self.line) is not None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that is as it should be: in this file, on a line with these words, for this reason."""

    test: str
    file: str
    line: str
    why: str

    def covers(self, finding: Finding) -> bool:
        """Tell whether it is this one."""
        return (self.test, self.file) == (finding.test, finding.file) and self.line in finding.line


def accepted(written: str) -> tuple[Accepted, ...]:
    """Read the list of accepted findings; each has its reason."""
    rows = tuple(Accepted(**one) for one in tomllib.loads(written)["accepted"])
    for one in rows:
        if not (one.line.strip() and one.why.strip()):
            raise ValueError(f"{FINDINGS}: {one.test} in {one.file} lacks its line or its reason")
    return rows


def found(project: Path = PROJECT, folders: Sequence[str] = LOOKED_AT) -> tuple[Finding, ...]:
    """Run bandit as pyproject.toml sets it up and give its findings."""
    command = [sys.executable, "-m", "bandit", "-q", "-c", "pyproject.toml", "-r", *folders, "-f", "json"]
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    try:
        told = json.loads(ran.stdout)
    except json.JSONDecodeError as error:
        raise RuntimeError(f"bandit did not run:\n{ran.stderr}") from error
    if told["errors"]:
        raise RuntimeError(f"bandit could not read: {told['errors']}")
    return tuple(_finding(project, one) for one in told["results"])


def _finding(project: Path, one: dict[str, object]) -> Finding:
    file, place = str(one["filename"]), int(str(one["line_number"]))
    line = (project / file).read_text("utf-8").splitlines()[place - 1].strip()
    return Finding(str(one["test_id"]), file, place, line, str(one["issue_text"]))


def problems(findings: Sequence[Finding], known: Sequence[Accepted]) -> Iterator[str]:
    """Name what is neither mended nor accepted, and what is accepted and not there any more."""
    for one in findings:
        if not one.explained and not any(each.covers(one) for each in known):
            yield f"{one.file}:{one.place}: {one.test} {one.what}\n    {one.line}"
    for each in known:
        if not any(each.covers(one) for one in findings):
            yield f"{FINDINGS}: {each.test} in {each.file} (“{each.line}”) is not found any more: take it out"


def main() -> int:
    """Print what is wrong; 0 where nothing is."""
    known = accepted(Path(__file__).with_name(FINDINGS).read_text("utf-8"))
    wrong = list(problems(found(), known))
    for line in wrong:
        print(line)
    if not wrong:
        print(f"Weaknesses: none but those with a reason on their line and the {len(known)} in {FINDINGS}.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
