"""An ordinary paper of every kind that somebody is given."""

from __future__ import annotations

from datetime import date

from printing.documents import (
    AcceptanceReceipt,
    CancellationCertificate,
    CollectionSlip,
    DataGroup,
    DataLine,
    DenialNotice,
    Document,
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
    PrivacyNotice,
    PrivacyUse,
    RefusalNotice,
    RefusalReason,
    RegistrationCertificate,
)
from tests.printing.samples.station import CASE, STATION

RESIDENT = {"name": "王建国", "id_kind": "居民身份证", "masked_id": "410105********1234"}
"""Whom most of the papers name."""

PEOPLE: dict[str, Document] = {
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
        **RESIDENT,
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
        **RESIDENT,
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
        **RESIDENT,
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
        **RESIDENT,
        matter="居住证申领（首次）",
        reasons=(
            RefusalReason(
                fact="经核查，提交的劳动合同所列用人单位已于2026年8月31日注销，就业证明不属实。",
                basis="《居住证暂行条例》第二条、第九条",
                change="提交真实有效的就业、住所或者就读证明后，可以再次申领。",
            ),
        ),
    ),
    "entitlement_sheet": EntitlementSheet(
        number="16" + CASE,
        **STATION,
        **RESIDENT,
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
        **RESIDENT,
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
        **RESIDENT,
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
        **RESIDENT,
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
    "collection_slip": CollectionSlip(
        number="24" + CASE,
        **STATION,
        **RESIDENT,
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
        **RESIDENT,
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
