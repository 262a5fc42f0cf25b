"""The longest paper of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from printing.documents import (
    DataLine,
    DayException,
    Document,
    Minor,
    MissingItem,
    RefusalReason,
    StockPlace,
    StockRun,
)
from tests.printing.samples.house import HOUSE
from tests.printing.samples.people import PEOPLE
from tests.printing.samples.station import CASE

LONG_NAME = "阿卜杜热西提·买买提吐尔逊·阿卜力克木·努尔买买提江·伊敏江尼亚孜·吐尔洪"
LONG_ADDRESS = (
    "山东省济南市历下区解放路街道历山东路社区经十路与历山路交叉口东北角万象新天家园三期"
    "A区128号院17号楼4单元2803室（物业服务中心北侧，由东门进入，楼下有便利店和快递柜）"
)


def longest_papers() -> dict[str, Document]:
    """Return one of each kind."""
    certificate, receipt, notice, refusal, denial, sheet, hukou, slip, ended, collection, privacy, own = (
        PEOPLE.values()
    )
    summary, stock, production, calls, staffing, drill = HOUSE.values()
    person = {"name": LONG_NAME, "id_kind": "外国人永久居留身份证"}
    station = {
        "station_name": "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县公安局察布查尔镇派出所",
        "practice": True,
    }
    minors = tuple(
        Minor(
            name=LONG_NAME if place == 2 else "欧阳娜娜",
            sex="女",
            birth_date=date(2015, 12, 20 + place),
            id_number="410105201806011228",
            relation="孙子女（外孙子女）" if place == 2 else "女儿",
        )
        for place in range(6)
    )
    missing = tuple(
        MissingItem(
            label=f"第{place}项：房屋租赁合同或者房屋产权证明文件、购房合同的原件及复印件",
            accepted_instead=(
                "房屋租赁合同",
                "房屋产权证明文件",
                "购房合同",
                "房屋出租人、用人单位、就读学校出具的住宿证明",
            ),
            basis="《居住证暂行条例》第九条第二款；《山东省流动人口服务管理暂行办法》（省政府令第306号）第十六条",
        )
        for place in range(1, 13)
    )
    reason = RefusalReason(
        fact="您申报的常住户口所在地为济南市历下区，现居住地为济南市市中区，属于同一城市市辖区之间的人户分离，不在居住证申领范围之内。"
        * 2,
        basis="《居住证暂行条例》第二条；《济南市流动人口服务管理办法》（济政办字〔2023〕1号）第一条",
        change="离开常住户口所在地到其他城市居住半年以上，并符合合法稳定就业、合法稳定住所、连续就读条件之一的，可以申领。",
    )
    case = replace(summary.cases[0], name=LONG_NAME, matter="居住证换领（损坏）", clerk="买买提江·艾力")
    return {
        "registration_certificate": replace(
            certificate,
            **station,
            **person,
            ethnicity="外国血统中国籍人士",
            hukou_division="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县",
            hukou_address=LONG_ADDRESS,
            residence_address=LONG_ADDRESS,
            lodging="用人单位集体宿舍（由单位经办人代为申报）",
            reason="投靠亲属、随迁就读、就医陪护以及其他",
            employer="山东省济南市历下区泉城路街道人力资源和社会保障服务中心劳务派遣有限责任公司第二分公司",
            minors=minors,
        ),
        "acceptance_receipt": replace(
            receipt,
            **station,
            **person,
            agent=f"{LONG_NAME}（监护人，身份证号410105********1234）",
            materials=tuple(f"{place}号材料：{missing[0].label}" for place in range(1, 11)),
            how_to_collect=str(receipt.how_to_collect) * 4,
            promised_estimated=True,
        ),
        "missing_items_notice": replace(
            notice, **station, **person, missing=missing, received=("居民身份证",) * 8, agent=LONG_NAME
        ),
        "refusal_notice": replace(refusal, **station, **person, reasons=(reason,) * 5),
        "denial_notice": replace(denial, **station, **person, reasons=(reason,) * 5),
        "day_summary": replace(
            summary,
            **station,
            cases=(
                *summary.cases,
                *(replace(case, case_number=f"{CASE[:-3]}{n:03d}") for n in range(100, 220)),
            ),
            exceptions=tuple(DayException(number="", what=f"第{n}项：{reason.fact}") for n in range(8)),
            balanced=False,
            balance="办件132件，出具单据14张，与留痕记录相差118张，请逐件核对后再结束当日工作。",
        ),
        "entitlement_sheet": replace(
            sheet, **station, **person, groups=sheet.groups * 12, rules=sheet.rules * 3
        ),
        "hukou_notice": replace(
            hukou,
            **station,
            **person,
            place="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县察布查尔镇",
            routes=hukou.routes * 8,
            rules=hukou.rules * 3,
        ),
        "endorsement_slip": replace(
            slip,
            **station,
            **person,
            residence_address=LONG_ADDRESS,
            proof="房屋出租人、用人单位、就读学校出具的住宿证明（数据共享取得）",
            restored=True,
        ),
        "cancellation_certificate": replace(
            ended,
            **station,
            **person,
            residence_address=LONG_ADDRESS,
            left_to=LONG_ADDRESS,
            late=f"应在3个工作日内申报，逾期12个工作日。{reason.fact}",
            notes=(reason.change,) * 4,
        ),
        "stock_balance": replace(
            stock,
            **station,
            batches=tuple(
                replace(
                    stock.batches[0],
                    label=f"2026年第{place}批（自治区公安厅治安管理总队统一制发）",
                    places=(
                        *stock.batches[0].places,
                        StockPlace(
                            place="已使用（其他窗口）",
                            count=120,
                            runs=tuple(
                                StockRun(
                                    first=f"WW0123456789{place}{n:03d}",
                                    last=f"WW0123456789{place}{n + 1:03d}",
                                    count=2,
                                )
                                for n in range(100, 220, 2)
                            ),
                        ),
                    ),
                )
                for place in range(1, 5)
            ),
            balanced=False,
            balance="入库2000张，已用、作废、退回、结存合计2480张，相差480张，请逐号盘点后再结束当日工作。",
        ),
        "production_sheet": replace(
            production,
            **station,
            batch="2026年11月21日第1批（自治区公安厅治安管理总队统一制发）",
            printer="证卡打印机（1号窗口，备用机，需先预热）",
            lines=tuple(
                replace(
                    line,
                    serial=f"WW0123456789ABCDEF{place:02d}",
                    name=LONG_NAME if place % 3 == 0 else line.name,
                )
                for place, line in enumerate(production.lines * 10)
            ),
        ),
        "call_list": replace(
            calls,
            **station,
            lines=tuple(
                replace(line, name=LONG_NAME if place % 3 == 0 else line.name, phone="0999-3622110转8001")
                for place, line in enumerate(calls.lines * 20)
            ),
        ),
        "collection_slip": replace(
            collection,
            **station,
            **person,
            collect_at=LONG_ADDRESS,
            collect_by="本人、代领人或者法定监护人",
            bring=tuple(f"{place}号材料：{missing[0].label}" for place in range(1, 8)),
            hours="周一至周五8:30—12:00、13:30—17:30，周六9:00—12:00（国家法定节假日除外，夏令时另行公告）",
        ),
        "privacy_notice": replace(
            privacy,
            **station,
            **person,
            uses=privacy.uses * 4,
            shared=privacy.shared * 5,
            contact=LONG_ADDRESS,
        ),
        "staffing_sheet": replace(
            staffing,
            **station,
            place="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县察布查尔镇",
            residents=1_000_000,
            findings=staffing.findings * 9,
            rules=staffing.rules * 4,
        ),
        "restore_drill": replace(
            drill,
            **station,
            backup="station-20261120-180211-" + "2" * 20 + ".rcbackup",
            passed=False,
            lines=drill.lines * 12,
            faults=("“人员”应有12840行，备份里有12839行。", f"留痕有误：{LONG_ADDRESS}") * 10,
        ),
        "own_data_sheet": replace(
            own,
            **station,
            **person,
            id_number="91110119900307004X",
            groups=tuple(
                replace(
                    group,
                    title=f"第{place}类：{group.title}",
                    lines=tuple(
                        DataLine(
                            what="新疆维吾尔自治区登记的版本",
                            says=f"{LONG_NAME}；{LONG_ADDRESS}" * 3,
                            since=CASE,
                        )
                        for _ in range(place * 4)
                    ),
                )
                for place, group in enumerate(own.groups * 5)
            ),
            obstacles=own.obstacles * 6,
        ),
    }
