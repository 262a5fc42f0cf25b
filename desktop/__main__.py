"""The program's entry: `python -m desktop`, or `residence-counter`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program; return its exit code."""
    from desktop.app import run

    return run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
