"""Papers to draw: an ordinary one, the longest and the rarest of every kind."""

from __future__ import annotations

import os
import struct
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.pdfbase.ttfonts import TTFontFace, TTFontMaker

from printing.documents import (
    AcceptanceReceipt,
    CallLine,
    CallList,
    CancellationCertificate,
    CollectionSlip,
    DataGroup,
    DataLine,
    DayCase,
    DayException,
    DayLine,
    DaySummary,
    DenialNotice,
    Document,
    DrillLine,
    EndorsementSlip,
    EntitlementGroup,
    EntitlementLine,
    EntitlementSheet,
    HukouCondition,
    HukouNotice,
    HukouRoute,
    Minor,
    MissingItem,
    MissingItemsNotice,
    OwnDataSheet,
    PermitCard,
    PrivacyNotice,
    PrivacyUse,
    ProductionLine,
    ProductionSheet,
    RefusalNotice,
    RefusalReason,
    RegistrationCertificate,
    RestoreDrill,
    StaffingFinding,
    StaffingSheet,
    StockBalance,
    StockBatch,
    StockPlace,
    StockRun,
)
from printing.fonts import Fonts, font_file

CASE = "3701020012026112101001"
STATION = {
    "case_number": CASE,
    "station_name": "济南市公安局历下区分局解放路派出所",
    "station_phone": "0531-81234567",
    "station_address": "济南市历下区解放路89号",
    "clerk": "张晓梅",
    "counter_number": 1,
    "issued_on": date(2026, 11, 21),
    "practice": False,
}
RARE_NAME = "李𬍛𬭎𬒈𫖯𠅤𫟹𣗋䶮㛃"
LONG_NAME = "阿卜杜热西提·买买提吐尔逊·阿卜力克木·努尔买买提江·伊敏江尼亚孜·吐尔洪"
LONG_ADDRESS = (
    "山东省济南市历下区解放路街道历山东路社区经十路与历山路交叉口东北角万象新天家园三期"
    "A区128号院17号楼4单元2803室（物业服务中心北侧，由东门进入，楼下有便利店和快递柜）"
)

NORMAL: dict[str, Document] = {
    "registration_certificate": RegistrationCertificate(
        number="11" + CASE,
        **STATION,
        name="王建国",
        sex="男",
        ethnicity="汉族",
        birth_date=date(1990, 1, 1),
        id_kind="居民身份证",
        id_number="410105199001011234",
        hukou_division="河南省郑州市金水区",
        hukou_address="文化路街道文化路97号院3号楼2单元501室",
        residence_address="济南市历下区解放路街道历山东路社区解放路100号5号楼2单元301室",
        lodging="租赁房屋",
        reason="务工",
        arrived_on=date(2026, 11, 19),
        registered_on=date(2026, 11, 21),
        intended_until=date(2027, 11, 20),
        employer="济南泉城机械制造有限公司",
        minors=(
            Minor(
                name="王小雨",
                sex="女",
                birth_date=date(2018, 6, 1),
                id_number="410105201806011228",
                relation="女儿",
            ),
        ),
    ),
    "acceptance_receipt": AcceptanceReceipt(
        number="12" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        matter="居住证申领（首次）",
        ground="合法稳定就业",
        materials=("居民身份证", "劳动合同", "近期证件照片1张（358×441）"),
        accepted_on=date(2026, 11, 21),
        promised_on=date(2026, 12, 4),
        promised_basis="《山东省流动人口服务管理暂行办法》（省政府令第306号）第十七条",
        how_to_collect="办结后请本人携带本回执和居民身份证，到本所1号窗口领取；周一至周五8:30—17:00。",
        masked_phone="138****5678",
    ),
    "missing_items_notice": MissingItemsNotice(
        number="13" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        matter="居住证申领（首次）",
        missing=(
            MissingItem(
                label="就业证明",
                accepted_instead=("工商营业执照", "劳动合同", "用人单位出具的劳动关系证明"),
                basis="《居住证暂行条例》第九条",
            ),
            MissingItem(label="本人相片", accepted_instead=(), basis="《居住证暂行条例》第九条"),
        ),
        received=("居民身份证",),
    ),
    "refusal_notice": RefusalNotice(
        number="14" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        matter="居住证申领（首次）",
        reasons=(
            RefusalReason(
                fact="您于2026年9月1日办理居住登记，至申请之日（2026年11月21日）未满半年。",
                basis="《居住证暂行条例》第二条",
                change="自2027年3月1日起满半年，届时可以申领。",
            ),
        ),
    ),
    "denial_notice": DenialNotice(
        number="18" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        matter="居住证申领（首次）",
        reasons=(
            RefusalReason(
                fact="经核查，提交的劳动合同所列用人单位已于2026年8月31日注销，就业证明不属实。",
                basis="《居住证暂行条例》第二条、第九条",
                change="提交真实有效的就业、住所或者就读证明后，可以再次申领。",
            ),
        ),
    ),
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
    "entitlement_sheet": EntitlementSheet(
        number="16" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        holding="居住登记凭证",
        groups=(
            EntitlementGroup(
                title="权益和公共服务",
                lines=tuple(
                    EntitlementLine(
                        label=label, papers="居住登记凭证、居住证", basis="临政办字〔2017〕152号二（一）"
                    )
                    for label in (
                        "公共就业服务机构提供的职业指导、职业介绍、就业失业登记、就业信息查询等服务",
                        "参加社会保险，缴存、提取和使用住房公积金",
                        "国家规定的传染病防治、儿童计划免疫等基本公共卫生服务",
                    )
                ),
            ),
            EntitlementGroup(
                title="便利",
                lines=(
                    EntitlementLine(label="机动车登记", papers="居住证", basis="《居住证暂行条例》第十三条"),
                ),
            ),
        ),
        rules=(
            "居住证暂行条例（国务院令第663号）",
            "山东省流动人口服务管理暂行办法（山东省人民政府令第306号）",
        ),
    ),
    "hukou_notice": HukouNotice(
        number="17" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        assessed_on=date(2022, 7, 1),
        place="济南市历下区解放路街道",
        zone="优化落户政策区域",
        routes=(
            HukouRoute(
                title="居住就业落户",
                met=True,
                conditions=(
                    HukouCondition(
                        fact="参加本市城镇职工养老保险18个月，规定满12个月。",
                        basis="济政发〔2017〕14号二（一）2",
                        met=True,
                    ),
                ),
                family="配偶、未成年子女",
            ),
            HukouRoute(
                title="人才落户（5）",
                met=False,
                conditions=(
                    HukouCondition(
                        fact="46周岁，规定45周岁以下。", basis="济政发〔2017〕14号二（一）1（5）", met=False
                    ),
                    HukouCondition(
                        fact="参加本市城镇职工养老保险18个月，规定满24个月。",
                        basis="济政发〔2017〕14号二（一）1（5）",
                        met=False,
                        change="2023年1月1日起满24个月。",
                    ),
                ),
                family="配偶、未成年子女",
                nearest=date(2023, 1, 1),
            ),
        ),
        rules=("济南市人民政府关于进一步深化户籍制度改革的实施意见（济政发〔2017〕14号）",),
        disclaimer="本测算根据您提供的情况，供您了解政策，不是审批决定；是否准予落户以公安机关审批为准。",
    ),
    "endorsement_slip": EndorsementSlip(
        number="19" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        permit_number="31" + CASE,
        permit_serial="JN00001234",
        residence_address="济南市历下区解放路街道历山东路社区解放路100号5号楼2单元301室",
        ground="合法稳定就业",
        proof="就业证明（数据共享取得）",
        endorsed_on=date(2026, 11, 21),
        restored=False,
        years_from=date(2025, 12, 1),
        full_years=1,
        next_opens_on=date(2027, 11, 1),
        next_due_on=date(2027, 12, 1),
        basis="《居住证暂行条例》第十条第二款，公通字〔2021〕12号第七十条",
        notes=("签注不收取费用。",),
    ),
    "cancellation_certificate": CancellationCertificate(
        number="20" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        reason="离开居住地",
        cancelled_on=date(2026, 11, 21),
        basis="《山东省流动人口服务管理暂行办法》第十八条",
        permit_number="31" + CASE,
        permit_serial="JN00001234",
        permit_issued_on=date(2025, 12, 1),
        card="已交回",
        residence_address="济南市历下区解放路街道历山东路社区解放路100号5号楼2单元301室",
        registered_on=date(2025, 5, 20),
        ended_on=date(2026, 11, 20),
        left_to="山东省青岛市市南区",
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
    "collection_slip": CollectionSlip(
        number="24" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        matter="居住证申领（首次）",
        permit_number="31" + CASE,
        permit_serial="LX26000376",
        ready_on=date(2026, 11, 30),
        collect_at="济南市历下区解放路89号，本所1号窗口",
        collect_by="本人或者代领人",
        bring=("本凭证", "本人有效身份证件", "代领的，代领人有效身份证件和委托书"),
        hours="周一至周五8:30—17:00，节假日除外",
        until=date(2027, 2, 28),
        notes=("首次领取居住证不收取费用。",),
    ),
    "privacy_notice": PrivacyNotice(
        number="25" + CASE,
        **STATION,
        name="王建国",
        id_kind="居民身份证",
        masked_id="410105********1234",
        matter="居住登记",
        uses=(
            PrivacyUse(
                purpose="申报居住登记，出具居住登记凭证",
                information="姓名、性别、民族、出生日期、证件类型和号码、常住户口所在地、居住地址、服务处所、"
                "联系电话、随同居住的未成年人",
                basis="《居住证暂行条例》第九条",
                kept="居住期间和注销后三年",
            ),
            PrivacyUse(
                purpose="制作、签注、换领、补领居住证",
                information="上列信息和相片，就业、住所、就读证明材料",
                basis="《居住证暂行条例》第四条、第九条",
                kept="证件有效期间和注销后三年",
            ),
        ),
        shared=("核验就业、住所、就读证明时，向保管该信息的政府部门核对相应信息。",),
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
    "own_data_sheet": OwnDataSheet(
        number="27" + CASE,
        **STATION,
        day=date(2026, 11, 21),
        name="单雨桐",
        id_kind="居民身份证",
        id_number="371321199002140013",
        groups=(
            DataGroup(
                title="身份信息",
                kept="保存期限：最后一次登记、办件、证件终结之日起120个月，法定不少于60个月。",
                lines=(
                    DataLine(
                        what="第1版", says="姓名单雨桐；证件号码371321199002140013", since="2026-05-19起"
                    ),
                ),
            ),
            DataGroup(title="随同居住的未成年人", kept="保存期限：同上。", lines=()),
        ),
        deletion="现在还不能删除，理由如下。",
        obstacles=("居住登记还没有注销，处理目的没有实现。（《个人信息保护法》第四十七条第一款第一项）",),
    ),
}


def photo_of(width: int = 358, height: int = 441, mode: str = "RGB") -> bytes:
    """A picture of nobody, of a permit photo's size."""
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    middle = width / 2
    pen.ellipse((middle - 0.62 * width, 0.72 * height, middle + 0.62 * width, 1.5 * height), "#3b5b7c")
    pen.ellipse((middle - 0.25 * width, 0.13 * height, middle + 0.25 * width, 0.68 * height), "#d9b08c")
    pen.chord(
        (middle - 0.27 * width, 0.08 * height, middle + 0.27 * width, 0.5 * height), 180, 360, "#2a2320"
    )
    out = BytesIO()
    image.convert(mode).save(out, "JPEG", quality=70, dpi=(350, 350))
    return out.getvalue()


CARD = PermitCard(
    number="31" + CASE,
    **STATION,
    name="王建国",
    photo=photo_of(),
    sex="男",
    ethnicity="汉族",
    birth_date=date(1990, 1, 1),
    id_number="410105199001011234",
    hukou_address="河南省郑州市金水区文化路街道文化路97号院3号楼2单元501室",
    residence_address="济南市历下区解放路街道历山东路社区解放路100号5号楼2单元301室",
    issuing_authority="济南市公安局历下区分局",
    serial="LX26000376",
)
CARDS = {
    "normal": CARD,
    "least": PermitCard(number=CARD.number, **STATION, name="李娜", photo=photo_of(mode="L")),
    "longest": replace(
        CARD,
        station_name="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县公安局察布查尔镇派出所",
        station_phone="0999-3622110、0999-3622112",
        practice=True,
        name="阿卜杜热西提·买买提吐尔逊·阿卜力克木·努尔买买提江·伊敏江尼亚孜·吐尔洪江·库尔",
        sex="未说明的性别",
        ethnicity="外国血统中国籍人士",
        birth_date=date(1990, 12, 31),
        id_number="65402219901231123X",
        hukou_address="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县察布查尔镇查鲁盖东街社区"
        "幸福花园小区三期十二号楼四单元二〇三室东侧第二间（由南门进入）",
        residence_address="山东省济南市历下区解放路街道历山东路社区经十路与历山路交叉口东北角"
        "万象新天家园三期甲区一百二十八号院十七号楼四单元二八〇三室（东门）",
        issuing_authority="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县公安局",
        serial="WW0123456789ABCDEFWW",
        valid_until=date(2036, 12, 30),
        endorsed_on=tuple(date(year, 12, 30) for year in range(2027, 2033)),
        notes=("请在每满一年之日前一个月内到居住地派出所签注。遗失、损坏的，到居住地派出所补领、换领。",),
    ),
    "rarest": replace(
        CARD,
        name=RARE_NAME + "㐀𠀀𪜀𫝀𫠠𬺰𮯰﨎",
        hukou_address=f"济南市历下区{RARE_NAME}路1号",
        residence_address="济南市历下区㐀𠀀𪜀𫝀𫠠𬺰𮯰﨎路1号",
        issuing_authority="𣗋䶮县公安局",
        endorsed_on=(date(2027, 11, 3), date(2028, 11, 12)),
    ),
}


def _longest() -> dict[str, Document]:
    certificate, receipt, notice, refusal, denial, summary, sheet, hukou, slip, ended, *lists = (
        NORMAL.values()
    )
    stock, production, calls, collection, privacy, staffing, drill, own = lists
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


def _rarest() -> dict[str, Document]:
    # one character each of Extensions A to I and of the compatibility block, as names have them
    rare = RARE_NAME + "㐀𠀀𪜀𫝀𫠠𬺰𮯰﨎"
    changed: dict[str, Document] = {}
    for kind, document in NORMAL.items():
        if kind == "day_summary":
            cases = tuple(replace(case, name=rare) for case in document.cases)
            changed[kind] = replace(document, cases=cases, clerk=RARE_NAME)
        elif kind in ("production_sheet", "call_list"):
            lines = tuple(replace(line, name=rare) for line in document.lines)
            changed[kind] = replace(document, lines=lines, clerk=RARE_NAME)
        elif kind in ("stock_balance", "staffing_sheet", "restore_drill"):
            changed[kind] = replace(document, clerk=RARE_NAME)
        else:
            changed[kind] = replace(document, name=rare, clerk=RARE_NAME)
    minors = tuple(replace(it, name=rare) for it in changed["registration_certificate"].minors)
    changed["registration_certificate"] = replace(
        changed["registration_certificate"], minors=minors, residence_address=f"济南市历下区{rare}路1号"
    )
    return changed


PAPERS = {
    f"{size}-{kind}": document
    for size, papers in (("normal", NORMAL), ("longest", _longest()), ("rarest", _rarest()))
    for kind, document in papers.items()
}


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    """The shipped fonts, unpacked once for all workers of a test run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    return Fonts(shared / "fonts")


@pytest.fixture(params=PAPERS, ids=str)
def paper(request: pytest.FixtureRequest) -> Document:
    """Each paper of `PAPERS` in turn."""
    return PAPERS[request.param]


@pytest.fixture(params=CARDS, ids=str)
def card(request: pytest.FixtureRequest) -> PermitCard:
    """Each permit of `CARDS` in turn."""
    return CARDS[request.param]


@pytest.fixture
def permit() -> PermitCard:
    """An ordinary permit."""
    return CARD


@pytest.fixture
def certificate() -> RegistrationCertificate:
    """An ordinary registration certificate."""
    document = NORMAL["registration_certificate"]
    assert isinstance(document, RegistrationCertificate)
    return document


@pytest.fixture
def normal() -> dict[str, Document]:
    """One ordinary paper of each kind."""
    return NORMAL


@pytest.fixture
def longest() -> dict[str, Document]:
    """The longest paper of each kind."""
    return {name.removeprefix("longest-"): it for name, it in PAPERS.items() if name.startswith("longest-")}


LACKING, EMPTY = 0x30041, 0x30043


@pytest.fixture(scope="session")
def own_font(fonts: Fonts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station's own font: U+30041 drawn, U+30043 present but empty; the shipped fonts have neither."""
    face = TTFontFace(str(font_file(fonts.cache, "NotoSerifSC-Regular")))
    content = face.makeSubset([0, ord("国"), ord(" ")])
    maker = TTFontMaker()
    for place in range(12, 12 + 16 * struct.unpack_from(">H", content, 4)[0], 16):
        tag, _, offset, length = struct.unpack_from(">4sLLL", content, place)
        maker.add(tag.decode(), content[offset : offset + length])
    groups = struct.pack(">6L", LACKING, LACKING, 1, EMPTY, EMPTY, 2)
    subtable = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, 2) + groups
    maker.add("cmap", struct.pack(">HHHHL", 0, 1, 3, 10, 12) + subtable)
    path = tmp_path_factory.mktemp("own") / "own.ttf"
    path.write_bytes(maker.makeStream())
    return path


@pytest.fixture
def longest_day() -> Document:
    """A day summary of many pages, on the practice station."""
    return PAPERS["longest-day_summary"]
