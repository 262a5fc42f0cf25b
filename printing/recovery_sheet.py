"""The recovery key on a sheet of its own: drawn, sent and forgotten; it is stored nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from printing import barcode
from printing.fonts import Fonts
from printing.layout import MM, QUIET_INK, Pen, chinese_date
from printing.lines import wrap

WIDTH, HEIGHT, LEFT = 210.0, 297.0, 25.0
_RULES = (
    "一、本页是打开本所加密数据和备份的最后办法，谁持有谁就能打开，请封入信封，存放于保险柜。",
    "二、忘记开机口令，或者在新电脑上恢复备份时，在程序启动页选“改用恢复密钥”，依次输入七组字符，横线可以不输。",
    "三、每组最后一个是校验符，抄错时程序会指出是第几组。字母I、L按数字1，字母O按数字0。",
    "四、重新打印恢复密钥或更换全部密钥后，本页作废，请当场销毁。",
)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the sheet says: the station, the key in its groups, who made it and when."""

    station: str
    code: str
    by: str
    day: date


def draw(sheet: RecoverySheet, fonts: Fonts) -> bytes:
    """Draw the sheet as a PDF on A4. Raises `FontTrouble`."""
    from printing.archive import About, open_canvas  # here for start-up time
    from printing.typefaces import DRAWING, stacks

    with DRAWING:
        body, heading = stacks(fonts)
        about = About(title="恢复密钥", author=sheet.station, subject="恢复密钥", keywords="", day=sheet.day)
        out = BytesIO()
        canvas = open_canvas(out, (WIDTH * MM, HEIGHT * MM), body.name, about)
        pen = Pen(canvas, body, heading)

        def say(down: float, words: str, size: float, *, bold: bool = False, quiet: bool = False) -> None:
            y = (HEIGHT - down) * MM
            if quiet:
                pen.text(LEFT * MM, y, words, size, bold=bold, ink=QUIET_INK)
            else:
                pen.text(LEFT * MM, y, words, size, bold=bold)

        say(38, "恢复密钥", 22, bold=True)
        say(50, sheet.station, 12)
        say(57, f"{chinese_date(sheet.day)}　经办：{sheet.by}", 10, quiet=True)
        groups = sheet.code.split("-")
        for line, some in enumerate((groups[:4], groups[4:])):
            say(80 + 16 * line, "　".join(some), 24, bold=True)
        barcode.draw(canvas, sheet.code, (LEFT - 6) * MM, (HEIGHT - 128) * MM, 14 * MM)
        down = 142.0
        for rule in _RULES:
            for words in wrap(rule, (WIDTH - 2 * LEFT) * MM, 11, pen.body):
                say(down, words, 11)
                down += 7
            down += 2
        say(down + 12, "封存人签名＿＿＿＿＿＿＿＿　　见证人签名＿＿＿＿＿＿＿＿　　日期＿＿＿＿＿＿", 11)
        canvas.showPage()
        canvas.save()
    return out.getvalue()
