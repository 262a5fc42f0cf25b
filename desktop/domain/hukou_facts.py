"""What is known of somebody who would move their hukou: one form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.codes import Education, MaritalStatus, Sex
from desktop.domain.hukou_codes import (
    Degree,
    Dwelling,
    Employment,
    Honour,
    Kin,
    PolicyGroup,
    Skill,
    TalentClass,
    Title,
)


@dataclass(frozen=True, slots=True)
class HukouFacts:
    """One form: what is known of somebody who would move their hukou to `division` (6 to 12 digits).

    `hukou_division` is the permanent hukou's county, empty for somebody without any; `hukou_since` the day
    it came there, None for a native. `previous_…` say the same of the hukou before that. The dwelling is the
    one in `division`; `work_division` is where the job is, empty when it is in the same county.
    `insured` is who is in the city's pension insurance for employees now, `pension_months` the full months
    paid so far. `joins` is what the relative is to the applicant whom the applicant would live with, and
    `kin_…` are about that relative; `kin_joined_child` is a father or mother whose own hukou came by
    joining a child. `home_bought_on` is the day a commercial home was bought under the older rule on home
    buyers. `children_born` are the birth dates of the unmarried children.
    """

    division: str
    birth_date: date
    sex: Sex = Sex.UNKNOWN
    hukou_division: str = ""
    hukou_since: date | None = None
    previous_division: str = ""
    previous_since: date | None = None
    marital_status: MaritalStatus = MaritalStatus.UNSTATED
    married_on: date | None = None
    children_born: tuple[date, ...] = ()
    dwelling: Dwelling = Dwelling.NONE
    employment: Employment = Employment.NONE
    work_division: str = ""
    contract: bool = False
    insured: bool = False
    pension_months: int = 0
    permit: bool = False
    talent: TalentClass | None = None
    degree: Degree | None = None
    education: Education | None = None
    full_time: bool = False
    title: Title | None = None
    skill: Skill | None = None
    honour: Honour | None = None
    prize: int | None = None
    honoured_on: date | None = None
    group: PolicyGroup | None = None
    project: bool = False
    joins: Kin | None = None
    kin_division: str = ""
    kin_birth_date: date | None = None
    kin_joined_child: bool = False
    joined_spouse_before: bool = False
    home_bought_on: date | None = None
