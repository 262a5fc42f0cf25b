"""A window that goes on beating while the log is exported behind it; told and telling as JSON."""

import contextlib
import json
import resource
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QVBoxLayout, QWidget

from benchmarks.stations import auditor, opened
from desktop.services.day_log import LogFormat, LogRequest
from desktop.ui.kit.background import Background
from desktop.ui.kit.watch import GuiWatch

IDLE_MS = 6_000

asked = json.load(sys.stdin)
counter = opened(Path(asked["folder"]))
actor = auditor(counter, 1)
request = LogRequest(
    date.fromisoformat(asked["first"]),
    date.fromisoformat(asked["last"]),
    LogFormat.CSV,
    Path(asked["path"]),
    whole_numbers=False,
)
app = QApplication([])
window = QWidget()
column = QVBoxLayout(window)
words, bar = QLabel("导出台账"), QProgressBar()
column.addWidget(words)
column.addWidget(bar)
window.show()
runner, watch = Background(), GuiWatch()
beats = [0]
seconds = [0.0]


memory = [0]
worst = [0.0, 0.0]
began = [0.0]
idle = [0.0]


def beat() -> None:
    """Count that the screen lives; every now and then look how much memory the child has used at most."""
    beats[0] += 1
    if watch.worst > worst[0]:
        worst[:] = [watch.worst, time.monotonic() - began[0]]
    if beats[0] % 20 == 0:
        memory[0] = max(memory[0], children_kib())


def children_kib() -> int:
    """Give the peak memory of the child processes so far, of whichever has most; ru_maxrss counts ours too."""
    most = 0
    for task in Path("/proc/self/task").iterdir():
        for child in (task / "children").read_text().split():
            with contextlib.suppress(OSError):
                status = Path(f"/proc/{child}/status").read_text()
                most = max(most, int(status.partition("VmHWM:")[2].split()[0]))
    return most


def shown(done: int, total: int) -> None:
    """Show how far it is."""
    bar.setMaximum(total)
    bar.setValue(done)


def progress(done: int, total: int) -> None:
    """Tell the screen, from the worker."""
    runner.post(partial(shown, done, total))


def export() -> object:
    """Export in the worker; the time is from asking to having."""
    start = time.monotonic()
    done = counter.day_log.export(actor, request, progress, lambda: False)
    seconds[0] = time.monotonic() - start
    return done


def finished(_: object) -> None:
    """Say what was measured."""
    watch.pause()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = {
        "seconds": seconds[0],
        "gap": watch.worst,
        "gap_at": worst[1],
        "gap_idle": idle[0],
        "beats": beats[0],
        "child_mb": memory[0] / 1024,
        "cpu": used.ru_utime + used.ru_stime,
    }
    print(json.dumps(told), flush=True)
    runner.close()
    counter.close()
    app.exit()


def failed(error: Exception) -> None:
    """Say what went wrong."""
    print(error, file=sys.stderr)
    app.exit(1)


ticking = QTimer()
ticking.timeout.connect(beat)
ticking.start(5)


def begin() -> None:
    """Begin once the window has stood by itself for a while."""
    watch.pause()
    idle[0] = watch.worst
    watch.reset()
    worst[:] = [0.0, 0.0]
    began[0] = time.monotonic()
    watch.start()
    runner.run(export, finished, failed, lane="background")


QTimer.singleShot(300, watch.start)
QTimer.singleShot(IDLE_MS, begin)
sys.exit(app.exec())
