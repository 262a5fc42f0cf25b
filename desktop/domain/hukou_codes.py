"""The code tables of the hukou transfer assessment, each value with its Chinese label, ready for translation."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from desktop.domain.errors import Sentence, sentence

__all__ = [
    "LABELS",
    "Degree",
    "Dwelling",
    "Employment",
    "FamilyMember",
    "Honour",
    "HukouZone",
    "JobPlace",
    "Kin",
    "PolicyGroup",
    "RouteKind",
    "Skill",
    "TalentClass",
    "Title",
    "choices",
    "label",
]


class HukouZone(StrEnum):
    """The zones in which a hukou may be settled on different conditions."""

    OPTIMISED = "optimised"
    ENCOURAGED = "encouraged"
    OPEN_DISTRICTS = "open_districts"
    OPEN_COUNTIES = "open_counties"


class RouteKind(StrEnum):
    """The kinds of route, in the notice's order."""

    TALENT = "talent"
    RESIDENCE_WORK = "residence_work"
    POLICY = "policy"
    PROJECT = "project"
    KIN = "kin"
    ENCOURAGED = "encouraged"
    OPEN = "open"
    TRANSITION = "transition"


class FamilyMember(StrEnum):
    """Who may come along with the person whose hukou is transferred."""

    SPOUSE = "spouse"
    MINOR_CHILDREN = "minor_children"
    UNMARRIED_CHILDREN = "unmarried_children"
    PARENTS = "parents"


class Employment(StrEnum):
    """合法稳定就业: none, with a unit in the city, or one's own lawful business."""

    NONE = "none"
    UNIT = "unit"
    OWN_BUSINESS = "own_business"


class JobPlace(StrEnum):
    """Where the job must be: in the zone that the hukou goes to, or in the same county."""

    ZONE = "zone"
    COUNTY = "county"


class Dwelling(StrEnum):
    """合法稳定住所 at the address that the hukou goes to."""

    NONE = "none"
    TITLED = "titled"
    OWNED = "owned"
    USE_RIGHT = "use_right"
    RENTED = "rented"


class TalentClass(StrEnum):
    """The classes of 济发〔2017〕16号, and what the leading groups for talents recognise beside them."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    RECOGNISED = "recognised"


class Degree(StrEnum):
    """学位, foreign ones as far as the Ministry of Education recognises them."""

    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTOR = "doctor"


class Title(StrEnum):
    """专业技术职务资格."""

    SENIOR = "senior"
    ASSOCIATE_SENIOR = "associate_senior"
    INTERMEDIATE = "intermediate"
    JUNIOR = "junior"


class Skill(StrEnum):
    """职业资格 of workers."""

    SENIOR_TECHNICIAN = "senior_technician"
    TECHNICIAN = "technician"
    ADVANCED = "advanced"


class Honour(StrEnum):
    """Who honoured somebody, or in which contest a prize was won."""

    COMMENDED = "commended"
    WORLD_CONTEST = "world_contest"
    NATIONAL_CONTEST = "national_contest"
    PROVINCE_CONTEST = "province_contest"
    CITY_CONTEST = "city_contest"


class PolicyGroup(StrEnum):
    """The groups of people whom national and provincial policy moves, in the notice's order."""

    TRANSFERRED = "transferred"
    GRADUATE = "graduate"
    STUDENT = "student"
    RESETTLED_SOLDIER = "resettled_soldier"
    MILITARY = "military"
    RESTORED = "restored"


class Kin(StrEnum):
    """Whom somebody joins, and as what."""

    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    GRANDPARENT = "grandparent"
    ADOPTER = "adopter"


LABELS: Mapping[type[StrEnum], Mapping[StrEnum, Sentence]] = {
    HukouZone: {
        HukouZone.OPTIMISED: sentence("hukou", "优化落户区域"),
        HukouZone.ENCOURAGED: sentence("hukou", "鼓励落户区域"),
        HukouZone.OPEN_DISTRICTS: sentence("hukou", "放开落户区域（长清、章丘）"),
        HukouZone.OPEN_COUNTIES: sentence("hukou", "放开落户区域（平阴、济阳、商河）"),
    },
    RouteKind: {
        RouteKind.TALENT: sentence("hukou", "人才落户"),
        RouteKind.RESIDENCE_WORK: sentence("hukou", "居住就业落户"),
        RouteKind.POLICY: sentence("hukou", "政策落户"),
        RouteKind.PROJECT: sentence("hukou", "引进项目落户"),
        RouteKind.KIN: sentence("hukou", "亲属投靠落户"),
        RouteKind.ENCOURAGED: sentence("hukou", "鼓励落户"),
        RouteKind.OPEN: sentence("hukou", "放开落户"),
        RouteKind.TRANSITION: sentence("hukou", "原购房落户（过渡期）"),
    },
    FamilyMember: {
        FamilyMember.SPOUSE: sentence("hukou", "配偶"),
        FamilyMember.MINOR_CHILDREN: sentence("hukou", "未成年子女"),
        FamilyMember.UNMARRIED_CHILDREN: sentence("hukou", "未婚子女"),
        FamilyMember.PARENTS: sentence("hukou", "父母"),
    },
    Employment: {
        Employment.NONE: sentence("hukou", "没有合法稳定就业"),
        Employment.UNIT: sentence("hukou", "驻济单位引进、聘用、招收"),
        Employment.OWN_BUSINESS: sentence("hukou", "自主经营"),
    },
    JobPlace: {
        JobPlace.ZONE: sentence("hukou", "在同一落户区域内"),
        JobPlace.COUNTY: sentence("hukou", "在同一县内"),
    },
    Dwelling: {
        Dwelling.NONE: sentence("hukou", "没有合法稳定住所"),
        Dwelling.TITLED: sentence("hukou", "自有住宅，已取得房产证或不动产证"),
        Dwelling.OWNED: sentence("hukou", "自有住所，未取得产权证或者不是住宅用途"),
        Dwelling.USE_RIGHT: sentence("hukou", "有合法使用权的住所"),
        Dwelling.RENTED: sentence("hukou", "合法租赁的住所"),
    },
    TalentClass: {
        TalentClass.A: sentence("hukou", "国内外顶尖人才（A类）"),
        TalentClass.B: sentence("hukou", "国家级领军人才（B类）"),
        TalentClass.C: sentence("hukou", "省级领军人才（C类）"),
        TalentClass.D: sentence("hukou", "市级领军人才（D类）"),
        TalentClass.E: sentence("hukou", "高级人才（E类）"),
        TalentClass.RECOGNISED: sentence("hukou", "省、市人才工作领导小组认定的其他高层次、高技能人才"),
    },
    Degree: {
        Degree.BACHELOR: sentence("hukou", "学士学位"),
        Degree.MASTER: sentence("hukou", "硕士学位"),
        Degree.DOCTOR: sentence("hukou", "博士学位"),
    },
    Title: {
        Title.SENIOR: sentence("hukou", "正高级专业技术职务资格"),
        Title.ASSOCIATE_SENIOR: sentence("hukou", "副高级专业技术职务资格"),
        Title.INTERMEDIATE: sentence("hukou", "中级专业技术职务资格"),
        Title.JUNIOR: sentence("hukou", "初级专业技术职务资格"),
    },
    Skill: {
        Skill.SENIOR_TECHNICIAN: sentence("hukou", "高级技师"),
        Skill.TECHNICIAN: sentence("hukou", "技师"),
        Skill.ADVANCED: sentence("hukou", "高级职业资格"),
    },
    Honour: {
        Honour.COMMENDED: sentence("hukou", "中央部委、省委省政府、市委市政府表彰"),
        Honour.WORLD_CONTEST: sentence("hukou", "世界技能大赛获奖"),
        Honour.NATIONAL_CONTEST: sentence("hukou", "国家级一、二类职业技能竞赛获奖"),
        Honour.PROVINCE_CONTEST: sentence("hukou", "本省一类职业技能竞赛获奖"),
        Honour.CITY_CONTEST: sentence("hukou", "本市一类职业技能竞赛获奖"),
    },
    PolicyGroup: {
        PolicyGroup.TRANSFERRED: sentence("hukou", "经批准调入的干部、职工"),
        PolicyGroup.GRADUATE: sentence("hukou", "办理派遣接收手续的毕业生"),
        PolicyGroup.STUDENT: sentence("hukou", "录取的新生、本市生源毕业生、退学回原籍的在校生"),
        PolicyGroup.RESETTLED_SOLDIER: sentence("hukou", "易地安置的退役士官（兵）"),
        PolicyGroup.MILITARY: sentence("hukou", "军队转业、退伍、离退休人员和随军家属"),
        PolicyGroup.RESTORED: sentence("hukou", "离退休安置、恢复户口、无户口登记、回国（境）定居人员"),
    },
    Kin: {
        Kin.SPOUSE: sentence("hukou", "投靠配偶"),
        Kin.PARENT: sentence("hukou", "投靠父母"),
        Kin.CHILD: sentence("hukou", "投靠成年子女"),
        Kin.GRANDPARENT: sentence("hukou", "父母双亡，投靠祖父母、外祖父母"),
        Kin.ADOPTER: sentence("hukou", "被依法收养"),
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
