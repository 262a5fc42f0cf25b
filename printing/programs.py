"""CUPS's own programs, each call with a deadline and in the C locale, so that their answers can be read."""

from __future__ import annotations

import os
import shutil
import subprocess

from printing.errors import NoPrintingSystem, PrinterTimeout

DEADLINE = 5.0
"""Seconds that one call may take."""


def ask(
    program: str, *arguments: str, deadline: float, stdin: bytes | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program and give its answer. Raises `NoPrintingSystem` or `PrinterTimeout`."""
    path = shutil.which(program)
    if path is None:
        raise NoPrintingSystem(
            "这台电脑没有安装打印系统（CUPS），不能打印；可以先另存为PDF。请管理员安装后重试。"
        )
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed program, no shell, arguments as a list
            [path, *arguments],
            input=b"" if stdin is None else stdin,
            capture_output=True,
            timeout=deadline,
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PrinterTimeout(
            "打印服务{seconds}秒内没有答复。如果刚刚发送了任务，请先查看打印机是否出纸，再决定是否重打。",
            seconds=f"{deadline:g}",
        ) from error
    except OSError as error:
        raise NoPrintingSystem(
            "无法启动打印程序{program}：{reason}", program=program, reason=str(error)
        ) from error
    return subprocess.CompletedProcess(
        answer.args,
        answer.returncode,
        answer.stdout.decode("utf-8", "replace"),
        answer.stderr.decode("utf-8", "replace"),
    )
