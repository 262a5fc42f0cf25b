"""Papers about people whose names have the rarest characters."""

from __future__ import annotations

from dataclasses import replace

from printing.documents import Document
from tests.printing.samples.house import HOUSE
from tests.printing.samples.people import PEOPLE

RARE_NAME = "李𬍛𬭎𬒈𫖯𠅤𫟹𣗋䶮㛃"


def rarest_papers() -> dict[str, Document]:
    """Return one of each kind."""
    # one character each of Extensions A to I and of the compatibility block, as names have them
    rare = RARE_NAME + "㐀𠀀𪜀𫝀𫠠𬺰𮯰﨎"
    changed: dict[str, Document] = {}
    for kind, document in {**PEOPLE, **HOUSE}.items():
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
