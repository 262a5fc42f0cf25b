"""The libraries that come from the system, and how they are asked for with apt."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterable
from pathlib import Path

from installer.trouble import SetUpError

STATUS_FILE = Path("/var/lib/dpkg/status")

# What Qt's offscreen, xcb and Wayland platforms and its printing load that no wheel carries.
TO_RUN = (
    "libcups2",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)

# On top of that: a print queue that takes real jobs, a database server, and a screen that nobody looks at.
TO_TEST = (
    "cups-client",
    "cups-daemon",
    "cups-filters",
    "postgresql",
    "xdotool",
    "xvfb",
)

# And for the tests that take minutes: servers that stand in for each other, and a network with a cable to pull.
TO_TEST_SLOWLY = (
    "etcd-server",
    "iproute2",
    "patroni",
    "python3-etcd",
)

NEEDED = {
    "run": TO_RUN,
    "test": TO_RUN + TO_TEST,
    "test-slow": TO_RUN + TO_TEST + TO_TEST_SLOWLY,
}


def installed(status: str) -> frozenset[str]:
    """Name every package that dpkg's status text calls installed, and every name those provide."""
    names = set()
    for stanza in status.split("\n\n"):
        if "\nStatus: install ok installed" not in stanza:
            continue
        for line in stanza.splitlines():
            field, _, value = line.partition(": ")
            if field == "Package":
                names.add(value.strip())
            elif field == "Provides":
                names.update(provided.split("(")[0].strip() for provided in value.split(","))
    return frozenset(names)


def missing(needed: Iterable[str], present: Collection[str]) -> tuple[str, ...]:
    """Give what is needed and not present, each once, in the order it was asked for."""
    return tuple(dict.fromkeys(name for name in needed if name not in present))


def present_here(status_file: Path) -> frozenset[str] | None:
    """Read what this machine has, or None where there is no dpkg to ask."""
    if not status_file.is_file():
        return None
    return installed(status_file.read_text(encoding="utf-8", errors="replace"))


def install_command(names: Iterable[str]) -> list[str]:
    """Build the one apt command that installs these packages and nothing that they only recommend."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *names]


def install(names: tuple[str, ...], *, as_root: bool) -> None:
    """Install packages with apt; SetUpError carries the exact sudo line when this user may not."""
    command = install_command(names)
    if not as_root:
        raise SetUpError(
            "Some system packages are missing and only root can install them. Run this line, then make again "
            "(and `sudo apt-get update` before it, should apt not know them):\n"
            f"sudo {' '.join(command)}"
        )
    print(f"Installing system packages: {' '.join(names)}", flush=True)
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quietly = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    # One unreachable third-party source makes `update` fail although the rest is fresh: the install decides.
    subprocess.run(["apt-get", "update", *quietly], env=surroundings, check=False)
    outcome = subprocess.run(
        [*command, *quietly],
        env=surroundings,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    if outcome.returncode != 0:
        raise SetUpError(
            "apt could not install the system packages; its own words are above. "
            f"When that is mended, run make again, or by hand:\n{' '.join(command)}"
        )
