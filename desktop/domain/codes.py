"""The code tables of the desk; desktop/domain/code_words.py has the Chinese label of each value.

Values are what the database keeps. Where a national standard gives a code (GB/T 2261.1, 2261.2, 3304,
4658, 4762) the value is that code; the others are our own words, since the police standards that hold
them (GA/T 1223-2020, 1745-2020) are not public.
"""

from __future__ import annotations

from enum import StrEnum


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
