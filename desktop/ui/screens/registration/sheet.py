"""What stands in the registration form, what of it the program put there, and what applies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.addresses import Address, normalise
from desktop.domain.codes import LodgingKind, ReportedBy
from desktop.services.rows import PersonRow, RegistrationRow

NUMBER = ("id_number", "id_kind")
FROM_NUMBER = ("sex", "birth_date")
RARE = ("former_name", "education", "marital_status", "political_status")
"""Person fields that are folded away until asked for."""
ABOUT_PERSON = (
    "name",
    *FROM_NUMBER,
    "ethnicity",
    "hukou_division",
    "hukou_address",
    "phone",
    *RARE,
)
IDENTITY = ("name", *FROM_NUMBER, "ethnicity", "hukou_division", "hukou_address", "former_name")
"""Who somebody is: once known it is changed by a correction only."""
ADDRESS = (
    "division",
    "street",
    "community",
    "road",
    "house_number",
    "building",
    "unit",
    "room",
    "address_remark",
)
LANDLORD = ("landlord_name", "landlord_phone")
REPORTER = ("reporter_name", "reporter_phone")
STAY = (
    "lodging",
    *LANDLORD,
    "reason",
    "arrived_on",
    "intended_until",
    "reported_by",
    *REPORTER,
    "employer",
    "remark",
)
MINOR = ("minor_name", "minor_id_number", "minor_sex", "minor_birth_date", "minor_relation")
MOVE = "move_registration"
MOST_MINORS = 6
HOUSEHOLD = (*ADDRESS, "lodging", *LANDLORD, "arrived_on", "intended_until")
"""What the next of a household has in common with the one before."""


class Sheet:
    """The values typed and filled in, by field name.

    What the program fills in never replaces what the clerk typed: only an empty field, or one that still
    stands as the program left it.
    """

    def __init__(self, defaults: Mapping[str, str]) -> None:
        self.values: dict[str, str] = dict(defaults)
        self.machine: dict[str, str] = dict(defaults)

    def put(self, values: Mapping[str, str], *, over: bool = False) -> dict[str, str]:
        """Fill in, and give what was indeed filled in; with `over` whatever stands there."""
        filled = {
            name: value
            for name, value in values.items()
            if over or self.values.get(name, "") in ("", self.machine.get(name, ""))
        }
        self.values.update(filled)
        self.machine.update(filled)
        return filled

    def take_back(self, names: Iterable[str]) -> dict[str, str]:
        """Empty those that still stand as the program filled them in, and give them."""
        return self.put({name: "" for name in names if self.machine.get(name) and not self.by_hand(name)})

    def by_hand(self, name: str) -> bool:
        """Whether the clerk typed what stands there."""
        value = self.values.get(name, "")
        return bool(value) and value != self.machine.get(name, "")

    def replace(self, values: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """Put these in whatever stands there; give what is another than before, and what was typed otherwise."""
        typed = {
            name: self.values[name]
            for name, value in values.items()
            if self.by_hand(name) and self.values[name].strip() != value
        }
        changed = {name: value for name, value in values.items() if self.values.get(name, "") != value}
        self.put(values, over=True)
        return changed, typed

    def touched(self) -> bool:
        """Whether the clerk typed anything at all."""
        return any(self.by_hand(name) for name in self.values)


def person_values(row: PersonRow) -> dict[str, str]:
    """Give a person's record by field name, the number left out."""
    return {
        "name": row.name,
        "former_name": row.former_name,
        "sex": str(row.sex),
        "birth_date": row.birth_date.isoformat() if row.birth_date else "",
        "ethnicity": row.ethnicity,
        "hukou_division": row.hukou_division,
        "hukou_address": row.hukou_address,
        "phone": row.phone,
        "education": row.education,
        "marital_status": row.marital_status,
        "political_status": row.political_status,
        "employer": row.employer,
    }


def address_values(address: Address) -> dict[str, str]:
    """Give an address by field name."""
    return {name: getattr(address, "remark" if name == "address_remark" else name) for name in ADDRESS}


def address_so_far(values: Mapping[str, str]) -> Address:
    """Give the address as far as it is typed, for showing only."""
    parts = {name: values.get(name, "").strip() for name in ADDRESS}
    codes = {name: parts.pop(name) for name in ("division", "street", "community")}
    remark = normalise(parts.pop("address_remark"))
    return Address(**codes, **{name: normalise(part) for name, part in parts.items()}, remark=remark)


def applies(name: str, values: Mapping[str, str]) -> bool:
    """Whether a field has a meaning beside the others: a landlord, a reporter."""
    if name in LANDLORD:
        return values.get("lodging") in (LodgingKind.RENTED, LodgingKind.RELATIVE)
    if name in REPORTER:
        return values.get("reported_by", "") not in ("", ReportedBy.SELF)
    return True


def order(minors: int) -> tuple[str, ...]:
    """The fields' names in the order in which they are filled in."""
    rows = (f"{name}_{row}" for row in range(1, minors + 1) for name in MINOR)
    return (*NUMBER, *ABOUT_PERSON, MOVE, *ADDRESS, *STAY, *rows)


def codes_in(values: Mapping[str, str]) -> tuple[str, ...]:
    """The division codes among the values, whose names must be shown."""
    fields = ("hukou_division", "division", "street", "community")
    return tuple(values[name] for name in fields if values.get(name))


def still_open(rows: Iterable[RegistrationRow]) -> RegistrationRow | None:
    """The registration that lasts, if any."""
    return next((row for row in rows if row.until is None), None)
