"""The Chinese label of every code, ready for translation."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from desktop.domain.codes import (
    AgentReason,
    CancelReason,
    CaseKind,
    CaseState,
    CopyOutcome,
    Education,
    Ground,
    Holding,
    IdKind,
    LandlordRelation,
    LodgingKind,
    MaritalStatus,
    MaterialState,
    PaperKind,
    PoliticalStatus,
    Relation,
    ReportedBy,
    ResidenceReason,
    Role,
    Sex,
)
from desktop.domain.errors import Sentence, sentence

LABELS: Mapping[type[StrEnum], Mapping[StrEnum, Sentence]] = {
    IdKind: {
        IdKind.RESIDENT: sentence("codes", "居民身份证"),
        IdKind.HMT: sentence("codes", "港澳台居民居住证"),
        IdKind.FOREIGN: sentence("codes", "外国人永久居留身份证"),
        IdKind.PASSPORT: sentence("codes", "护照等其他证件"),
    },
    Sex: {
        Sex.MALE: sentence("codes", "男"),
        Sex.FEMALE: sentence("codes", "女"),
        Sex.UNKNOWN: sentence("codes", "未知的性别"),
        Sex.UNSPECIFIED: sentence("codes", "未说明的性别"),
    },
    LodgingKind: {
        LodgingKind.OWN: sentence("codes", "自有住房"),
        LodgingKind.RENTED: sentence("codes", "租赁住房"),
        LodgingKind.WORKPLACE: sentence("codes", "单位宿舍"),
        LodgingKind.WORKPLACE_BY_UNIT: sentence("codes", "单位宿舍（用工单位统一申报）"),
        LodgingKind.RELATIVE: sentence("codes", "亲友家"),
        LodgingKind.STUDENT: sentence("codes", "学生宿舍"),
        LodgingKind.BUILDING_SITE: sentence("codes", "工地"),
        LodgingKind.HOTEL: sentence("codes", "宾馆、酒店、旅店等旅馆业"),
        LodgingKind.HOSPITAL: sentence("codes", "医疗机构住院"),
        LodgingKind.BOARDING_SCHOOL: sentence("codes", "学校、培训机构寄宿"),
        LodgingKind.RELIEF_STATION: sentence("codes", "救助管理机构"),
        LodgingKind.OTHER: sentence("codes", "其他住所"),
    },
    ResidenceReason: {
        ResidenceReason.WORK: sentence("codes", "务工"),
        ResidenceReason.FARMING: sentence("codes", "务农"),
        ResidenceReason.BUSINESS: sentence("codes", "经商"),
        ResidenceReason.SERVICE: sentence("codes", "服务"),
        ResidenceReason.OFFICIAL_TRAVEL: sentence("codes", "因公出差"),
        ResidenceReason.STUDY: sentence("codes", "就读、培训"),
        ResidenceReason.MEDICAL: sentence("codes", "治病疗养"),
        ResidenceReason.DOMESTIC_WORK: sentence("codes", "家政"),
        ResidenceReason.JOIN_FAMILY: sentence("codes", "投靠亲友"),
        ResidenceReason.ACCOMPANY: sentence("codes", "随迁"),
        ResidenceReason.VISIT: sentence("codes", "探亲访友"),
        ResidenceReason.TOURISM: sentence("codes", "旅游观光"),
        ResidenceReason.OTHER: sentence("codes", "其他事由"),
    },
    Relation: {
        Relation.GUARDIAN: sentence("codes", "监护人"),
        Relation.SPOUSE: sentence("codes", "配偶"),
        Relation.FATHER: sentence("codes", "父亲"),
        Relation.MOTHER: sentence("codes", "母亲"),
        Relation.SON: sentence("codes", "子"),
        # One character that is also a sex: the relation has its own context, as it has its own English.
        Relation.DAUGHTER: sentence("relation", "女"),
        Relation.SIBLING: sentence("codes", "兄弟姐妹"),
        Relation.GRANDPARENT: sentence("codes", "祖父母、外祖父母"),
        Relation.GRANDCHILD: sentence("codes", "孙子女、外孙子女"),
        Relation.OTHER_KIN: sentence("codes", "其他亲属"),
        Relation.OTHER: sentence("codes", "非亲属"),
    },
    LandlordRelation: {
        LandlordRelation.EMPLOYED: sentence("codes", "雇佣"),
        LandlordRelation.TENANT: sentence("codes", "出租户"),
        LandlordRelation.KIN: sentence("codes", "亲属"),
        LandlordRelation.NOT_KIN: sentence("codes", "非亲属"),
        LandlordRelation.OTHER: sentence("codes", "其他关系"),
    },
    ReportedBy: {
        ReportedBy.SELF: sentence("codes", "本人"),
        ReportedBy.KIN: sentence("codes", "监护人、近亲属"),
        ReportedBy.LANDLORD: sentence("codes", "房主"),
        ReportedBy.EMPLOYER: sentence("codes", "用工单位"),
        ReportedBy.OTHER: sentence("codes", "其他代办人"),
    },
    Education: {
        Education.POSTGRADUATE: sentence("codes", "研究生教育"),
        Education.UNDERGRADUATE: sentence("codes", "大学本科教育"),
        Education.COLLEGE: sentence("codes", "大学专科教育"),
        Education.VOCATIONAL: sentence("codes", "中等职业教育"),
        Education.SENIOR_HIGH: sentence("codes", "普通高级中学教育"),
        Education.JUNIOR_HIGH: sentence("codes", "初级中学教育"),
        Education.PRIMARY: sentence("codes", "小学教育"),
        Education.OTHER: sentence("codes", "其他教育"),
    },
    MaritalStatus: {
        MaritalStatus.SINGLE: sentence("codes", "未婚"),
        MaritalStatus.MARRIED: sentence("codes", "已婚"),
        MaritalStatus.FIRST_MARRIAGE: sentence("codes", "初婚"),
        MaritalStatus.REMARRIED: sentence("codes", "再婚"),
        MaritalStatus.RESUMED: sentence("codes", "复婚"),
        MaritalStatus.WIDOWED: sentence("codes", "丧偶"),
        MaritalStatus.DIVORCED: sentence("codes", "离婚"),
        MaritalStatus.UNSTATED: sentence("codes", "未说明的婚姻状况"),
    },
    PoliticalStatus: {
        PoliticalStatus.PARTY_MEMBER: sentence("codes", "中国共产党党员"),
        PoliticalStatus.PROBATIONARY_MEMBER: sentence("codes", "中国共产党预备党员"),
        PoliticalStatus.YOUTH_LEAGUE: sentence("codes", "中国共产主义青年团团员"),
        PoliticalStatus.KMT_COMMITTEE: sentence("codes", "中国国民党革命委员会会员"),
        PoliticalStatus.DEMOCRATIC_LEAGUE: sentence("codes", "中国民主同盟盟员"),
        PoliticalStatus.NATIONAL_CONSTRUCTION: sentence("codes", "中国民主建国会会员"),
        PoliticalStatus.PROMOTING_DEMOCRACY: sentence("codes", "中国民主促进会会员"),
        PoliticalStatus.PEASANTS_AND_WORKERS: sentence("codes", "中国农工民主党党员"),
        PoliticalStatus.ZHI_GONG: sentence("codes", "中国致公党党员"),
        PoliticalStatus.JIU_SAN: sentence("codes", "九三学社社员"),
        PoliticalStatus.TAIWAN_LEAGUE: sentence("codes", "台湾民主自治同盟盟员"),
        PoliticalStatus.NON_PARTY: sentence("codes", "无党派民主人士"),
        PoliticalStatus.MASSES: sentence("codes", "群众"),
    },
    CaseKind: {
        CaseKind.REGISTRATION: sentence("codes", "居住登记"),
        CaseKind.REGISTRATION_MOVE: sentence("codes", "居住变更登记"),
        CaseKind.PERMIT_APPLICATION: sentence("codes", "申领居住证"),
        CaseKind.ENTITLEMENTS: sentence("codes", "权益告知"),
        CaseKind.HUKOU_ASSESSMENT: sentence("codes", "落户条件测算"),
        CaseKind.ENDORSEMENT: sentence("codes", "居住证签注"),
        CaseKind.ADDRESS_CHANGE: sentence("codes", "居住证地址变更"),
        CaseKind.REPLACE_DAMAGED: sentence("codes", "居住证换领（损坏）"),
        CaseKind.REPLACE_CHANGED: sentence("codes", "居住证换领（内容变更）"),
        CaseKind.REPLACE_LOST: sentence("codes", "居住证补领（丢失）"),
        CaseKind.CORRECTION: sentence("codes", "登记内容更正"),
        CaseKind.CANCELLATION: sentence("codes", "注销居住证"),
        CaseKind.DEPARTURE: sentence("codes", "离开居住地注销"),
    },
    CaseState: {
        CaseState.ACCEPTED: sentence("codes", "已受理"),
        CaseState.AWAITING_MATERIALS: sentence("codes", "待补材料"),
        CaseState.REFUSED: sentence("codes", "不予受理"),
        CaseState.COMPLETED: sentence("codes", "已办结"),
        CaseState.RESUMED: sentence("codes", "已补齐转新件"),
        CaseState.GRANTED: sentence("codes", "审核通过，待制证"),
        CaseState.DENIED: sentence("codes", "不予签发"),
        CaseState.SENT_BACK: sentence("codes", "退回补正"),
        CaseState.PRODUCED: sentence("codes", "已制证，待领取"),
        CaseState.WITHDRAWN: sentence("codes", "申请人撤回"),
    },
    PaperKind: {
        PaperKind.REGISTRATION_CERTIFICATE: sentence("codes", "居住登记凭证"),
        PaperKind.ACCEPTANCE_RECEIPT: sentence("codes", "受理回执"),
        PaperKind.MISSING_ITEMS_NOTICE: sentence("codes", "一次性告知书"),
        PaperKind.REFUSAL_NOTICE: sentence("codes", "不予受理告知书"),
        PaperKind.DAY_SUMMARY: sentence("codes", "当日办件汇总"),
        PaperKind.ENTITLEMENT_SHEET: sentence("codes", "权益和便利告知单"),
        PaperKind.HUKOU_NOTICE: sentence("codes", "落户条件测算告知书"),
        PaperKind.DENIAL_NOTICE: sentence("codes", "不予签发告知书"),
        PaperKind.ENDORSEMENT_SLIP: sentence("codes", "居住证签注回执"),
        PaperKind.CANCELLATION_CERTIFICATE: sentence("codes", "注销证明"),
        PaperKind.STOCK_BALANCE: sentence("codes", "证件空白结存表"),
        PaperKind.PRODUCTION_SHEET: sentence("codes", "制证清单"),
        PaperKind.CALL_LIST: sentence("codes", "未领居住证通知清单"),
        PaperKind.COLLECTION_SLIP: sentence("codes", "居住证领取凭证"),
        PaperKind.PRIVACY_NOTICE: sentence("codes", "个人信息处理告知书"),
        PaperKind.STAFFING_SHEET: sentence("codes", "人员配备测算表"),
        PaperKind.OWN_DATA_SHEET: sentence("codes", "本人信息查阅单"),
        PaperKind.RESTORE_DRILL: sentence("codes", "备份恢复检验记录"),
        PaperKind.PERMIT_CARD: sentence("codes", "居住证"),
    },
    CopyOutcome: {
        CopyOutcome.PENDING: sentence("codes", "待确认"),
        CopyOutcome.PRINTED: sentence("codes", "已打印"),
        CopyOutcome.SPOILED: sentence("codes", "作废"),
        CopyOutcome.SAVED: sentence("codes", "已存为文件"),
    },
    Role: {
        Role.OFFICER: sentence("codes", "民警"),
        Role.AUXILIARY: sentence("codes", "辅警"),
        Role.SYSTEM_ADMINISTRATOR: sentence("codes", "系统管理员"),
        Role.SECURITY_ADMINISTRATOR: sentence("codes", "安全管理员"),
        Role.AUDIT_ADMINISTRATOR: sentence("codes", "审计管理员"),
        Role.NOBODY: sentence("codes", "未授予身份"),
    },
    Holding: {
        Holding.CERTIFICATE: sentence("holding", "居住登记凭证"),
        Holding.PERMIT: sentence("holding", "居住证"),
    },
    CancelReason: {
        CancelReason.DEATH: sentence("codes", "死亡"),
        CancelReason.LEFT: sentence("codes", "离开居住地"),
        CancelReason.LOCAL_HUKOU: sentence("codes", "转为本地户籍"),
        CancelReason.NOT_ELIGIBLE: sentence("codes", "不再符合条件"),
        CancelReason.OWN_WISH: sentence("codes", "本人申请"),
    },
    Ground: {
        Ground.EMPLOYMENT: sentence("codes", "合法稳定就业"),
        Ground.DWELLING: sentence("codes", "合法稳定住所"),
        Ground.STUDY: sentence("codes", "连续就读"),
    },
    MaterialState: {
        MaterialState.PRESENT: sentence("codes", "已提交"),
        MaterialState.MISSING: sentence("codes", "缺"),
        MaterialState.SHARED: sentence("codes", "数据共享取得"),
    },
    AgentReason: {
        AgentReason.MINOR: sentence("codes", "申领人未满十六周岁"),
        AgentReason.ELDERLY: sentence("codes", "申领人年老行动不便"),
        AgentReason.DISABLED: sentence("codes", "申领人残疾行动不便"),
    },
}
"""Every code with its Chinese label. By class first: members of two tables may be equal as strings."""

_Code = TypeVar("_Code", bound=StrEnum)


def label(code: StrEnum) -> Sentence:
    """Give the label of a code; KeyError for an enumeration that is not a code table."""
    return LABELS[type(code)][code]


def choices(table: type[_Code]) -> tuple[tuple[_Code, Sentence], ...]:
    """Give the codes of one table with their labels, in the order in which a list shows them."""
    return tuple((code, label(code)) for code in table)
