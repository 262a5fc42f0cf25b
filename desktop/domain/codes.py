"""The code tables of the desk, each value with its Chinese label, ready for translation.

Values are what the database keeps. Where a national standard gives a code (GB/T 2261.1, 2261.2, 3304,
4658, 4762) the value is that code; the others are our own words, since the police standards that hold
them (GA/T 1223-2020, 1745-2020) are not public.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from desktop.domain.errors import Sentence, sentence
from desktop.domain.ethnicities import ETHNIC

__all__ = [
    "AGENT_RELATIONS",
    "ETHNIC",
    "LABELS",
    "MINOR_RELATIONS",
    "AgentReason",
    "CancelReason",
    "CaseKind",
    "CaseState",
    "CopyOutcome",
    "Education",
    "Ground",
    "Holding",
    "IdKind",
    "LandlordRelation",
    "LodgingKind",
    "MaritalStatus",
    "MaterialState",
    "PaperKind",
    "PoliticalStatus",
    "Relation",
    "ReportedBy",
    "ResidenceReason",
    "Role",
    "Sex",
    "choices",
    "label",
]


class IdKind(StrEnum):
    """Which document a number is read from."""

    RESIDENT = "resident"
    HMT = "hmt"
    FOREIGN = "foreign"
    PASSPORT = "passport"


class Sex(StrEnum):
    """GB/T 2261.1."""

    MALE = "1"
    FEMALE = "2"
    UNKNOWN = "0"
    UNSPECIFIED = "9"


class LodgingKind(StrEnum):
    """住所类别: the six of the police's on-line form, the four exempt by law, and building sites."""

    OWN = "own"
    RENTED = "rented"
    WORKPLACE = "workplace"
    WORKPLACE_BY_UNIT = "workplace_by_unit"
    RELATIVE = "relative"
    STUDENT = "student"
    BUILDING_SITE = "building_site"
    HOTEL = "hotel"
    HOSPITAL = "hospital"
    BOARDING_SCHOOL = "boarding_school"
    RELIEF_STATION = "relief_station"
    OTHER = "other"


class ResidenceReason(StrEnum):
    """居住事由, in the order of the police's temporary residence statistics."""

    WORK = "work"
    FARMING = "farming"
    BUSINESS = "business"
    SERVICE = "service"
    OFFICIAL_TRAVEL = "official_travel"
    STUDY = "study"
    MEDICAL = "medical"
    DOMESTIC_WORK = "domestic_work"
    JOIN_FAMILY = "join_family"
    ACCOMPANY = "accompany"
    VISIT = "visit"
    TOURISM = "tourism"
    OTHER = "other"


class Relation(StrEnum):
    """What a minor, or an agent, is to the person at the counter; kin as in 民法典 第一千零四十五条."""

    GUARDIAN = "guardian"
    SPOUSE = "spouse"
    FATHER = "father"
    MOTHER = "mother"
    SON = "son"
    DAUGHTER = "daughter"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    OTHER_KIN = "other_kin"
    OTHER = "other"


class LandlordRelation(StrEnum):
    """与房主关系, as the police's registration record codes it."""

    EMPLOYED = "01"
    TENANT = "02"
    KIN = "03"
    NOT_KIN = "04"
    OTHER = "99"


class ReportedBy(StrEnum):
    """Who came to report the residence."""

    SELF = "self"
    KIN = "kin"
    LANDLORD = "landlord"
    EMPLOYER = "employer"
    OTHER = "other"


class Education(StrEnum):
    """GB/T 4658."""

    POSTGRADUATE = "10"
    UNDERGRADUATE = "20"
    COLLEGE = "30"
    VOCATIONAL = "40"
    SENIOR_HIGH = "60"
    JUNIOR_HIGH = "70"
    PRIMARY = "80"
    OTHER = "90"


class MaritalStatus(StrEnum):
    """GB/T 2261.2."""

    SINGLE = "10"
    MARRIED = "20"
    FIRST_MARRIAGE = "21"
    REMARRIED = "22"
    RESUMED = "23"
    WIDOWED = "30"
    DIVORCED = "40"
    UNSTATED = "90"


class PoliticalStatus(StrEnum):
    """GB/T 4762."""

    PARTY_MEMBER = "01"
    PROBATIONARY_MEMBER = "02"
    YOUTH_LEAGUE = "03"
    KMT_COMMITTEE = "04"
    DEMOCRATIC_LEAGUE = "05"
    NATIONAL_CONSTRUCTION = "06"
    PROMOTING_DEMOCRACY = "07"
    PEASANTS_AND_WORKERS = "08"
    ZHI_GONG = "09"
    JIU_SAN = "10"
    TAIWAN_LEAGUE = "11"
    NON_PARTY = "12"
    MASSES = "13"


class CaseKind(StrEnum):
    """What a case (办件) is about."""

    REGISTRATION = "registration"
    REGISTRATION_MOVE = "registration_move"
    PERMIT_APPLICATION = "permit_application"
    ENTITLEMENTS = "entitlements"
    HUKOU_ASSESSMENT = "hukou_assessment"
    ENDORSEMENT = "endorsement"
    ADDRESS_CHANGE = "address_change"
    REPLACE_DAMAGED = "replace_damaged"
    REPLACE_CHANGED = "replace_changed"
    REPLACE_LOST = "replace_lost"
    CORRECTION = "correction"
    CANCELLATION = "cancellation"
    DEPARTURE = "departure"


class CaseState(StrEnum):
    """Where a case stands. `RESUMED` ends a case whose missing materials came: a new case goes on."""

    ACCEPTED = "accepted"
    AWAITING_MATERIALS = "awaiting_materials"
    REFUSED = "refused"
    COMPLETED = "completed"
    RESUMED = "resumed"
    GRANTED = "granted"
    DENIED = "denied"
    SENT_BACK = "sent_back"
    PRODUCED = "produced"
    WITHDRAWN = "withdrawn"


class PaperKind(StrEnum):
    """The two digits that a paper's number begins with; never 99, which a barcode encoder drops."""

    REGISTRATION_CERTIFICATE = "11"
    ACCEPTANCE_RECEIPT = "12"
    MISSING_ITEMS_NOTICE = "13"
    REFUSAL_NOTICE = "14"
    DAY_SUMMARY = "15"
    ENTITLEMENT_SHEET = "16"
    HUKOU_NOTICE = "17"
    DENIAL_NOTICE = "18"
    ENDORSEMENT_SLIP = "19"
    CANCELLATION_CERTIFICATE = "20"
    STOCK_BALANCE = "21"
    PRODUCTION_SHEET = "22"
    CALL_LIST = "23"
    COLLECTION_SLIP = "24"
    PRIVACY_NOTICE = "25"
    STAFFING_SHEET = "26"
    OWN_DATA_SHEET = "27"
    RESTORE_DRILL = "28"
    PERMIT_CARD = "31"


class CopyOutcome(StrEnum):
    """What became of one copy of a paper."""

    PENDING = "pending"
    PRINTED = "printed"
    SPOILED = "spoiled"
    SAVED = "saved"


class Role(StrEnum):
    """What somebody is at the station; desktop/domain/rights.py says what each may do."""

    OFFICER = "officer"
    AUXILIARY = "auxiliary"
    SYSTEM_ADMINISTRATOR = "system_administrator"
    SECURITY_ADMINISTRATOR = "security_administrator"
    AUDIT_ADMINISTRATOR = "audit_administrator"
    NOBODY = ""


class Ground(StrEnum):
    """The three grounds of a permit, 居住证暂行条例 第二条."""

    EMPLOYMENT = "employment"
    DWELLING = "dwelling"
    STUDY = "study"


class Holding(StrEnum):
    """Which paper somebody holds and shows."""

    CERTIFICATE = "certificate"
    PERMIT = "permit"


class CancelReason(StrEnum):
    """Why a permit ends: GA/T 2000.25 as far as it is known, and what the notices add."""

    DEATH = "death"
    LEFT = "left"
    LOCAL_HUKOU = "local_hukou"
    NOT_ELIGIBLE = "not_eligible"
    OWN_WISH = "own_wish"


class MaterialState(StrEnum):
    """How one material of an application stands."""

    PRESENT = "present"
    MISSING = "missing"
    SHARED = "shared"


class AgentReason(StrEnum):
    """Why somebody else may apply, 居住证暂行条例 第九条第二款."""

    MINOR = "minor"
    ELDERLY = "elderly"
    DISABLED = "disabled"


MINOR_RELATIONS = (
    Relation.SON,
    Relation.DAUGHTER,
    Relation.GRANDCHILD,
    Relation.SIBLING,
    Relation.OTHER_KIN,
    Relation.OTHER,
)
"""What an accompanying minor can be to the person who registers."""

AGENT_RELATIONS = (
    Relation.GUARDIAN,
    Relation.SPOUSE,
    Relation.FATHER,
    Relation.MOTHER,
    Relation.SON,
    Relation.DAUGHTER,
    Relation.SIBLING,
    Relation.GRANDPARENT,
    Relation.GRANDCHILD,
)
"""Guardian and close kin: the only people who may apply for another."""

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
