"""Keeps the English screen complete: collects the Chinese literals, compiles them, names what is missing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

from installer import literals

PROJECT = Path(__file__).resolve().parent.parent


class ToolFailedError(Exception):
    """lupdate or lrelease ended badly; carries what it said."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text in the translation file; `state` is empty, `unfinished`, `vanished` or `obsolete`."""

    context: str
    source: str
    english: str
    state: str


class Translations:
    """The English of one tree of Python files, kept in `<tree>/ui/i18n/en.ts` and compiled to `en.qm`."""

    def __init__(self, root: Path = PROJECT, package: str = "desktop") -> None:
        self._root = root.resolve()
        self._package = self._root / package
        self.ts = self._package / "ui" / "i18n" / "en.ts"
        self.qm = self.ts.with_suffix(".qm")

    def update(self, ts: Path | None = None) -> None:
        """Bring en.ts (or a copy of it) up to date with the code: new texts unfinished, dropped ones gone."""
        with tempfile.TemporaryDirectory() as folder:
            listing = Path(folder) / "files"
            listing.write_text("".join(f"{file}\n" for file in self._files()), encoding="utf-8")
            _tool(
                "lupdate", "-silent", "-no-obsolete", "-locations", "none",
                "-disable-heuristic", "sametext", "-disable-heuristic", "similartext",
                "-tr-function-alias", ",".join(f"translate+={marker}" for marker in literals.MARKERS),
                "-source-language", "zh_CN", "-target-language", "en",
                f"@{listing}", "-ts", str(ts or self.ts),
            )  # fmt: skip

    def build(self, qm: Path | None = None) -> None:
        """Compile the finished texts of en.ts into en.qm (or another file)."""
        _tool("lrelease", "-silent", "-nounfinished", str(self.ts), "-qm", str(qm or self.qm))

    def problems(self) -> Iterator[str]:
        """Name all that keeps the English screen from being complete and current, one line each."""
        found, hidden = literals.read(self._files(), self._root)
        for call in hidden:
            yield f"{call.place}: not two plain literals, so it can never be translated"
        if not self.ts.is_file():
            yield f"{self.ts.relative_to(self._root)} is not there; run make translations"
            return
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "en.ts"
            copy.write_bytes(self.ts.read_bytes())
            self.update(copy)
            collected = {(entry.context, entry.source) for entry in read_entries(copy)}
        kept = {(entry.context, entry.source): entry for entry in read_entries(self.ts)}
        for key, literal in found.items():
            if key not in collected:
                yield f"{literal.place}: lupdate does not see {_named(key)}"
            elif key not in kept:
                yield f"{literal.place}: missing {_named(key)}"
        for key in sorted(collected - found.keys() - kept.keys()):
            yield f"missing {_named(key)}"
        for key, entry in kept.items():
            place = f"{found[key].place}: " if key in found else ""
            if key not in collected and key not in found:
                yield f"obsolete {_named(key)}"
            elif wrong := _wrong(entry):
                yield f"{place}{wrong} {_named(key)}"
        yield from self._stale()

    def _stale(self) -> Iterator[str]:
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / "en.qm"
            self.build(fresh)
            if not self.qm.is_file() or self.qm.read_bytes() != fresh.read_bytes():
                yield f"{self.qm.relative_to(self._root)} is not what en.ts compiles to; run make translations"

    def _files(self) -> list[Path]:
        return sorted(self._package.rglob("*.py"))


def read_entries(ts: Path) -> Iterator[Entry]:
    """Read the texts of a translation file, in its order."""
    for context in ElementTree.parse(ts).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            english = message.find("translation")
            yield Entry(
                name,
                message.findtext("source", ""),
                "" if english is None else english.text or "",
                "unfinished" if english is None else english.get("type", ""),
            )


def gaps(words: str) -> frozenset[str] | None:
    """Name the `{gaps}` of a text, or None when its braces do not match."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(words) if name is not None)
    except ValueError:
        return None


def _wrong(entry: Entry) -> str:
    if entry.state in ("vanished", "obsolete"):
        return "obsolete"
    if not entry.english.strip():
        return "empty"
    if entry.state:
        return entry.state
    if gaps(entry.english) is None or gaps(entry.english) != gaps(entry.source):
        return f"other gaps in “{entry.english}” than in"
    return ""


def _named(key: tuple[str, str]) -> str:
    return f"[{key[0]}] “{key[1]}”"


def _tool(name: str, *arguments: str) -> None:
    import PySide6  # where the tools lie; only here, so that the literals are read without Qt

    tool = Path(PySide6.__file__).parent / name
    outcome = subprocess.run([str(tool), *arguments], capture_output=True, text=True, check=False)
    if outcome.returncode != 0:
        raise ToolFailedError(f"{name}: {(outcome.stderr or outcome.stdout).strip()}")


def main(arguments: list[str]) -> int:
    """Run `update`, `build` or `check`; 1 when check has something to name or a tool fails."""
    ours = Translations()
    try:
        match arguments:
            case ["update"]:
                ours.update()
            case ["build"]:
                ours.build()
            case ["check"]:
                problems = list(ours.problems())
                print(*problems, sep="\n", end="\n" if problems else "")
                print(f"English screen: {len(problems)} to mend" if problems else "English screen: complete")
                return min(len(problems), 1)
            case _:
                print("usage: python -m installer.translations update|build|check", file=sys.stderr)
                return 2
    except ToolFailedError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
