"""A window in a process of its own, a server, and the way between them: all of which fail, by a plan drawn before."""

from __future__ import annotations

import os
import queue
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from installer.scratch_server import ScratchServer
from tests.services.cable import Cable
from tests.services.flaky_way import FlakyWay

PATIENCE = 120.0
"""Seconds after which nobody served counts as a hang; where everybody was, they are told."""
FAULTS = {
    "kill": 30,
    "kill at once": 5,
    "kill and no server": 10,
    "hang up": 15,
    "silence": 18,
    "crash": 12,
    "freeze": 10,
}
"""What fails, and of a hundred faults how many; the server is away until somebody more was served, half of a fault's share of people on average."""
KILLS = frozenset(("kill", "kill at once", "kill and no server"))


class Chaos:
    """Runs a plan of faults; whatever happens by chance is drawn from `seed`, and waits for people, not for time."""

    def __init__(
        self,
        folder: Path,
        cache: Path,
        own: ScratchServer,
        name: str,
        seed: int,
        cable: Cable | None = None,
        ca_file: Path | None = None,
    ) -> None:
        self.folder, self._own, self._random = folder, own, random.Random(seed)
        self.way: FlakyWay | Cable = cable or FlakyWay(folder / "way", own.folder)
        self._faults = {what: share for what, share in FAULTS.items() if cable is None or what != "hang up"}
        self._seen: dict[int, tuple[str, str, str]] = {}
        self._read = 0
        self._child, self._share = 0, 1
        self._zygote = subprocess.Popen(
            [
                *(() if cable is None else cable.at_window),
                *(sys.executable, "-m", "tests.services.chaos_window"),
                *(str(folder), str(folder / "way") if cable is None else cable.host, name, str(cache)),
                *(() if ca_file is None else (str(ca_file),)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        assert self._line() == "ready"

    def told(self) -> dict[int, tuple[str, str, str]]:
        """What the clerk saw as done: by person, the request, the number and the paper's digest."""
        path = self.folder / "told"
        if path.exists():
            with path.open() as file:
                file.seek(self._read)
                for line in iter(file.readline, ""):
                    if not line.endswith("\n"):
                        break
                    self._read += len(line)
                    serial, *answer = line.split()
                    before = self._seen.setdefault(int(serial), (answer[0], answer[1], answer[2]))
                    assert before == tuple(answer)  # asked again, the answer is the same
        return self._seen

    def run(self, people: int, faults: int) -> Counter[str]:
        """Serve people while things fail, spread evenly over them; return how often what did: each at least once."""
        self._share = people // faults
        kinds = tuple(self._faults)
        plan = [*kinds, *self._random.choices(kinds, tuple(self._faults.values()), k=faults - len(kinds))]
        self._random.shuffle(plan)
        self._start()
        self._wait_for(1)
        happened: Counter[str] = Counter()
        for place, what in enumerate(plan):
            self._wait_for(round(people * (place + self._random.random()) / (faults + 1)))
            time.sleep(self._random.uniform(0, 0.05))
            self._fail(what)
            happened[what] += 1
        self._wait_for(people)
        self._kill()
        self._ask(f"drain {max(self.told()) + 1}")  # whom the last kill left without an answer
        self._line()
        assert self._line() == "0", self._trouble()
        return happened

    def close(self) -> None:
        """End it; a cable is somebody else's."""
        if self._child:
            self._kill()
        self._zygote.kill()
        self._zygote.wait()
        assert self._zygote.stdin is not None
        self._zygote.stdin.close()
        if isinstance(self.way, FlakyWay):
            self.way.close()

    # -- inside ------------------------------------------------------------------------------------
    def _fail(self, what: str) -> None:
        if what in KILLS:
            self._kill()
            self.way.closed = what == "kill and no server"
            self._start()
            if what == "kill at once":
                time.sleep(self._random.uniform(0, 0.5))
                self._kill()
                self._start()
            elif what == "kill and no server":
                self._serve_some()
                self.way.closed = False
        elif what == "hang up":
            assert isinstance(self.way, FlakyWay)
            self.way.hang_up()
        elif what == "silence":  # as a cable that is pulled: nobody is told
            self.way.silent = True
            self._serve_some()
            self.way.silent = False
        elif what == "crash":
            self._own.stop("immediate")
            self._serve_some()
            self._own.start()
        else:
            with self._own.frozen():
                self._serve_some()

    def _serve_some(self) -> None:
        self._wait_for(max(self.told(), default=0) + self._random.randint(1, self._share))

    def _start(self) -> None:
        self._ask(f"serve {max(max(self.told(), default=1), 1)}")  # the last one is asked for again
        self._child = int(self._line())

    def _kill(self) -> None:
        os.kill(self._child, signal.SIGKILL)
        self._child = 0
        assert self._line() == str(int(signal.SIGKILL)), self._trouble()

    def _wait_for(self, person: int) -> None:
        """Wait until somebody is served."""
        count, until = len(self.told()), time.monotonic() + PATIENCE
        while max(self.told(), default=0) < person:
            time.sleep(0.02)
            assert self._lines.empty(), self._trouble()
            if len(self.told()) > count:
                count, until = len(self.told()), time.monotonic() + PATIENCE
            assert time.monotonic() < until, self._where()

    def _where(self) -> str:
        """Have the window write down where each of its threads is."""
        os.kill(self._child, signal.SIGUSR1)
        time.sleep(1)
        return (self.folder / "stacks").read_text()

    def _trouble(self) -> str:
        path = self.folder / "crash"
        return path.read_text() if path.exists() else "the window ended by itself"

    def _ask(self, words: str) -> None:
        assert self._zygote.stdin is not None
        self._zygote.stdin.write(words + "\n")
        self._zygote.stdin.flush()

    def _line(self) -> str:
        return self._lines.get(timeout=PATIENCE)

    def _listen(self) -> None:
        assert self._zygote.stdout is not None
        with self._zygote.stdout as lines:
            for line in lines:
                self._lines.put(line.strip())
