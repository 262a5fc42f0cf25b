"""An ordinary sheet of every kind that stays in the house."""

from __future__ import annotations

from datetime import date

from printing.documents import (
    CallLine,
    CallList,
    DayCase,
    DayException,
    DayLine,
    DaySummary,
    Document,
    DrillLine,
    ProductionLine,
    ProductionSheet,
    RestoreDrill,
    StaffingFinding,
    StaffingSheet,
    StockBalance,
    StockBatch,
    StockPlace,
    StockRun,
)
from tests.printing.samples.station import CASE, STATION

HOUSE: dict[str, Document] = {
    "day_summary": DaySummary(
        number="15" + CASE,
        **STATION,
        day=date(2026, 11, 21),
        lines=(
            DayLine(kind="居住登记", accepted=8, papers=9, spoiled=1, reprints=0),
            DayLine(kind="居住证申领", accepted=4, papers=5, spoiled=0, reprints=1),
        ),
        exceptions=(DayException(number="11" + CASE, what="凭证卡纸作废1张，已重新打印。"),),
        cases=tuple(
            DayCase(
                at=f"{9 + place // 6:02d}:{place % 6 * 10:02d}",
                case_number=f"{CASE[:-3]}{place + 1:03d}",
                name="王建国",
                masked_id="410105********1234",
                matter="居住登记" if place < 8 else "居住证申领",
                state="已办结",
                papers=1,
                clerk="张晓梅",
            )
            for place in range(12)
        ),
        balanced=True,
        balance="办件12件，出具单据14张，其中作废1张、补打1张，与留痕记录一致。",
        trail_head="0031270981277023649981236498713264987123",
    ),
    "stock_balance": StockBalance(
        number="21" + CASE,
        **STATION,
        day=date(2026, 11, 21),
        batches=(
            StockBatch(
                label="2026年第1批",
                received_on=date(2026, 1, 8),
                first="LX26000001",
                last="LX26000500",
                received=500,
                used=371,
                spoiled=4,
                returned=0,
                left=125,
                places=(
                    StockPlace(
                        place="库存",
                        count=100,
                        runs=(StockRun(first="LX26000401", last="LX26000500", count=100),),
                    ),
                    StockPlace(
                        place="窗口01",
                        count=25,
                        runs=(StockRun(first="LX26000376", last="LX26000400", count=25),),
                    ),
                    StockPlace(
                        place="已使用",
                        count=371,
                        runs=(
                            StockRun(first="LX26000001", last="LX26000113", count=113),
                            StockRun(first="LX26000115", last="LX26000206", count=92),
                            StockRun(first="LX26000208", last="LX26000373", count=166),
                        ),
                    ),
                    StockPlace(
                        place="作废",
                        count=4,
                        runs=(
                            StockRun(first="LX26000114", last="LX26000114", count=1),
                            StockRun(first="LX26000207", last="LX26000207", count=1),
                            StockRun(first="LX26000374", last="LX26000375", count=2),
                        ),
                    ),
                ),
            ),
        ),
        balanced=True,
        balance="入库500张，已用371张，作废4张，退回0张，结存125张，号码逐一相符。",
    ),
    "production_sheet": ProductionSheet(
        number="22" + CASE,
        **STATION,
        batch="2026年11月21日第1批",
        printer="证卡打印机（1号窗口）",
        lines=tuple(
            ProductionLine(
                serial=f"LX260003{place + 76}",
                permit_number=f"31{CASE[:-3]}{place + 1:03d}",
                name=name,
                case_number=f"{CASE[:-3]}{place + 1:03d}",
            )
            for place, name in enumerate(("王建国", "李娜", "欧阳明月", "马依拉·艾山", "张伟"))
        ),
    ),
    "call_list": CallList(
        number="23" + CASE,
        **STATION,
        day=date(2026, 11, 21),
        after_days=30,
        lines=tuple(
            CallLine(
                name=name,
                phone="13800001234",
                permit_number=f"31{CASE[:-3]}{place + 1:03d}",
                produced_on=date(2026, 10, 9 + place),
            )
            for place, name in enumerate(("王建国", "李娜", "马依拉·艾山"))
        ),
    ),
    "staffing_sheet": StaffingSheet(
        number="26" + CASE,
        **STATION,
        day=date(2026, 11, 21),
        place="济南市历下区",
        residents=1260,
        result="协管员3名，专职管理员1至2名",
        findings=(
            StaffingFinding(
                fact="流动人口1260人，500人以上配备专职管理员和协管员。",
                basis="《山东省流动人口服务管理暂行办法》第七条",
            ),
            StaffingFinding(fact="按500比1配备协管员3名。", basis="《山东省流动人口服务管理暂行办法》第七条"),
        ),
        rules=("山东省流动人口服务管理暂行办法（山东省人民政府令第306号）",),
    ),
    "restore_drill": RestoreDrill(
        number="28" + CASE,
        **STATION,
        backup="station-20261120-180211.rcbackup",
        made_at="2026-11-20 18:02:11",
        size="182.4MB",
        tried_at="2026-11-21 09:10:45",
        seconds=14,
        entries=48_210,
        chains=4,
        passed=True,
        lines=(
            DrillLine(what="人员", written=12_840, found=12_840, now=12_851),
            DrillLine(what="居住登记", written=15_022, found=15_022, now=15_034),
        ),
    ),
}
