"""The fifty sample people of the practice station, and three newcomers to try: all made up."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A made-up person; `number` has 17 digits when its check digit is still to be added."""

    name: str
    number: str
    id_kind: str
    facts: dict[str, str]
    residence: dict[str, str]
    registered_days_ago: int
    days_before_report: int = 1
    moved_to: dict[str, str] = field(default_factory=dict)
    moved_days_ago: int | None = None
    applied_days_ago: int | None = None
    ground: str = "employment"
    missing: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    minors: tuple[dict[str, str], ...] = ()


_STREETS = (
    ("370102001", "370102001002", "演练解放东路"),
    ("370102002", "370102002002", "演练佛山街"),
    ("370102006", "370102006013", "演练东关大街"),
    ("370102001", "370102001003", "演练历山路"),
    ("370102002", "370102002008", "演练千佛山路"),
)


def _home(place: int, lodging: str, reason: str) -> dict[str, str]:
    street, community, road = _STREETS[place % len(_STREETS)]
    home = {
        "division": "370102",
        "street": street,
        "community": community,
        "road": road,
        "house_number": str(place * 3 % 120 + 1),
        "building": str(place % 9 + 1),
        "unit": str(place % 4 + 1),
        "room": f"{place % 6 + 1}0{place % 4 + 1}",
        "lodging": lodging,
        "reason": reason,
        "reported_by": "self",
    }
    if lodging == "rented":
        home |= {"landlord_name": "演练房主", "landlord_phone": "13900009999"}
    return home


# Name, first 17 digits, ethnic group, hukou division, lodging, reason, registered and applied days ago, workplace.
_RESIDENTS: tuple[tuple[str, str, str, str, str, str, int, int | None, str], ...] = (
    ("单雨桐", "37132119900214002", "01", "371321", "rented", "work", 400, 6, "演练纺织有限公司"),
    ("仇长河", "41010219850930001", "01", "410102", "own", "business", 395, 3, "演练五金商行"),
    ("解明月", "37142719931122004", "01", "371427", "rented", "work", 380, None, "演练物流有限公司"),
    ("查文轩", "34082219880705003", "01", "340826", "workplace", "work", 370, None, "演练机械厂"),
    ("区婉仪", "44010619960318006", "01", "440106", "rented", "work", 360, 2, "演练软件有限公司"),
    ("朴永浩", "22240119910610003", "10", "222401", "rented", "service", 350, None, "演练餐饮有限公司"),
    ("翟秋白露", "37178119891001002", "01", "371702", "relative", "join_family", 340, None, ""),
    ("曾庆澜", "51010419940228007", "01", "510104", "rented", "work", 330, None, "演练装饰有限公司"),
    ("盖思远", "37068519870816001", "01", "370685", "own", "work", 320, 1, "演练职业学校"),
    ("缪可欣", "32090219980425006", "01", "320902", "rented", "work", 310, None, "演练医药有限公司"),
    ("尉迟若水", "61011319920512004", "01", "610113", "rented", "business", 300, None, "演练茶叶店"),
    ("万俟春晓", "37158119860303002", "01", "371581", "rented", "work", 290, None, "演练建筑有限公司"),
    ("李𬍛", "13010219950909003", "01", "130102", "rented", "work", 280, 4, "演练玉石工坊"),
    ("王㛃", "37088319970707004", "01", "370883", "student", "study", 270, None, "演练大学"),
    ("张䶮", "37148119840401001", "01", "371481", "rented", "business", 260, None, "演练文具店"),
    ("买买提·吐尔逊", "65010219900101003", "05", "650102", "rented", "business", 250, None, "演练餐厅"),
    ("阿依古丽·阿卜杜热合曼", "65312119930808002", "05", "653121", "rented", "work", 240, None, "演练食品厂"),
    ("卓玛", "54010219960606002", "04", "540102", "workplace", "work", 230, None, "演练酒店"),
    ("韦国栋", "45010319880212001", "08", "450103", "building_site", "work", 220, None, "演练建设集团"),
    ("乌云其其格", "15010219920921004", "02", "150102", "rented", "work", 210, None, "演练牧业有限公司"),
    ("马德福", "64010419830517003", "03", "640104", "rented", "business", 200, None, "演练清真食品店"),
    ("刘建国", "37132219751005001", "01", "371322", "rented", "work", 199, 8, "演练保洁有限公司"),
    ("刘建国", "37078219801120003", "01", "370782", "workplace_by_unit", "work", 185, None, "演练电子厂"),
    ("赵小满", "37142119990520006", "01", "371403", "rented", "work", 150, None, "演练快递站"),
    ("孙念慈", "41142519910103002", "01", "411425", "rented", "domestic_work", 120, None, "演练家政服务部"),
    ("周子墨", "37132420011212003", "01", "371324", "student", "study", 90, None, "演练技师学院"),
    ("吴冬梅", "37152219700222006", "01", "371522", "relative", "join_family", 75, None, ""),
    ("郑海涛", "21020319860824001", "01", "210203", "rented", "work", 60, None, "演练船务有限公司"),
    ("冯一诺", "37010519940711002", "01", "370124", "rented", "work", 45, None, "演练广告有限公司"),
    ("陈金水", "35020319681130003", "01", "350203", "own", "business", 30, None, "演练海产商行"),
    ("褚卫东", "37132619770909001", "01", "371326", "rented", "work", 21, None, "演练汽修厂"),
    ("蒋晓岚", "43010319950415004", "01", "430103", "rented", "work", 14, None, "演练传媒有限公司"),
    ("沈听雨", "33010619981018006", "01", "330106", "hotel", "official_travel", 9, None, "演练咨询有限公司"),
    ("韩大山", "37098219630606003", "01", "370982", "hospital", "medical", 6, None, ""),
    ("杨柳青", "12010319920402002", "01", "120103", "rented", "work", 4, None, "演练印刷厂"),
)
# The same of those who have a permit, or will have one soon.
_HOLDERS: tuple[tuple[str, str, str, str, str, str, int, int | None, str], ...] = (
    ("贺新凉", "36010319880916002", "01", "360103", "rented", "work", 1000, 800, "演练出版社"),
    ("龚远山", "42010619910427001", "01", "420106", "rented", "work", 600, 360, "演练测绘公司"),
    ("邵清和", "33020319930812002", "01", "330203", "rented", "work", 500, 200, "演练律师事务所"),
    ("钟毓", "44060419860109001", "01", "440604", "workplace", "work", 560, 340, "演练陶瓷厂"),
    ("汪若晨", "34010319971130004", "01", "340103", "rented", "work", 420, 70, "演练培训中心"),
    ("田一苇", "43070219940605002", "01", "430702", "rented", "work", 410, 12, "演练园林公司"),
    ("任南乔", "14010619900318006", "01", "140106", "rented", "work", 320, 9, "演练书店"),
    ("姜白石", "36110219850723001", "01", "361102", "rented", "work", 315, 8, "演练琴行"),
    ("顾横波", "32010419960214004", "01", "320104", "rented", "work", 305, 7, "演练剧团"),
    ("段秋水", "53010219891206003", "01", "530102", "rented", "work", 255, 10, "演练茶厂"),
)
# The flood of sample people that are not resident-card holders: number, kind, name, sex, birth date.
_OTHERS: tuple[tuple[str, str, str, str, str, int], ...] = (
    ("演练陈嘉欣", "81000019940823002", "hmt", "", "", 180),
    ("演练林志明", "83000019920130001", "hmt", "", "", 140),
    ("SAMPLE MARIA", "91099119850615002", "foreign", "", "", 110),
    ("SAMPLE JOHN", "USA110179051200", "foreign", "1", "1979-05-12", 80),
    ("SAMPLE ANNA", "E12345678", "passport", "2", "1990-03-09", 20),
)
_SHARED: dict[str, tuple[str, ...]] = {"顾横波": ("photo",)}
_MISSING: dict[str, tuple[str, ...]] = {"刘建国": ("employment_proof",), "李𬍛": ("photo",)}
_GROUNDS = {"仇长河": "dwelling", "盖思远": "dwelling"}
_MINORS: dict[str, tuple[dict[str, str], ...]] = {
    "解明月": (
        {
            "minor_name": "解小舟",
            "minor_sex": "1",
            "minor_birth_date": "2018-04-02",
            "minor_id_number": "",
            "minor_relation": "son",
        },
    ),
    "马德福": (
        {
            "minor_name": "马欣怡",
            "minor_sex": "2",
            "minor_birth_date": "2016-09-13",
            "minor_id_number": "",
            "minor_relation": "daughter",
        },
        {
            "minor_name": "马浩然",
            "minor_sex": "1",
            "minor_birth_date": "2020-11-05",
            "minor_id_number": "",
            "minor_relation": "son",
        },
    ),
}
_MOVED = {"查文轩": 40, "卓玛": 15, "赵小满": 5}


def _resident(place: int, row: tuple[str, str, str, str, str, str, int, int | None, str]) -> SamplePerson:
    name, number, ethnicity, hukou, lodging, reason, registered, applied, employer = row
    return SamplePerson(
        name=name,
        number=number,
        id_kind="resident",
        facts={
            "ethnicity": ethnicity,
            "hukou_division": hukou,
            "hukou_address": f"演练镇演练路{place + 1}号",
            "phone": f"1390000{place + 1:04d}",
            "employer": employer,
        },
        residence=_home(place, lodging, reason),
        registered_days_ago=registered,
        days_before_report=(1, 2, 3, 9)[place % 4],
        moved_to=_home(place + 11, "rented", reason) if name in _MOVED else {},
        moved_days_ago=_MOVED.get(name),
        applied_days_ago=applied,
        ground=_GROUNDS.get(name, "employment"),
        missing=_MISSING.get(name, ()) if applied is not None else (),
        shared=_SHARED.get(name, ()),
        minors=_MINORS.get(name, ()),
    )


def _other(place: int, row: tuple[str, str, str, str, str, int]) -> SamplePerson:
    name, number, kind, sex, born, registered = row
    return SamplePerson(
        name=name,
        number=number,
        id_kind=kind,
        facts={
            "sex": sex,
            "birth_date": born,
            "phone": f"1390000{place + 101:04d}",
            "employer": "演练贸易有限公司",
        },
        residence=_home(place + 40, "rented", "work"),
        registered_days_ago=registered,
    )


PEOPLE = (
    *(_resident(place, row) for place, row in enumerate(_RESIDENTS)),
    *(_other(place, row) for place, row in enumerate(_OTHERS)),
    *(_resident(place, row) for place, row in enumerate(_HOLDERS, 60)),
)
NEWCOMERS = (
    ("演练新来一", "37132519930618004"),
    ("演练新来二", "41022119880905003"),
    ("演练新来三", "34122220000214002"),
)
"""People who are not registered yet, for trying a first registration: name and 17 digits."""
