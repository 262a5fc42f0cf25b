"""The program's entry: `python -m desktop`, or `residence-counter`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the program; return its exit code."""
    gc.disable()  # nothing made on the way to the first window is garbage; after it app.Collector collects
    from desktop.app import run

    return run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
