"""Hide part of what identifies somebody, so that a list can be seen by a queue."""

from __future__ import annotations

import re


def mask_id(number: str) -> str:
    """Keep the first six and last four of an 18-digit number, and less of a shorter one.

    `370102199001011234` becomes `370102********1234`, a passport `E12345678` becomes `E1*****78`. The
    length never changes.
    """
    if len(number) >= 18:
        return _mask(number, 6, 4)
    if len(number) >= 12:
        return _mask(number, 3, 3)
    if len(number) >= 6:
        return _mask(number, 2, 2)
    return _mask(number, 0, min(1, max(len(number) - 1, 0)))


def mask_phone(number: str) -> str:
    """Keep enough of a telephone number to recognise it: `13812345678` becomes `138****5678`.

    Of a fixed line the area code and the last four digits stay; of a foreign number the `+` and two
    digits, and the last three.
    """
    if number.startswith("+"):
        return _mask(number, 3, 3)
    area, dash, line = number.partition("-")
    if dash:
        return f"{area}-{_mask(line, 0, 4)}"
    if len(number) >= 9:
        return _mask(number, 3, 4)
    return _mask(number, 0, 2)


def mask_name(name: str) -> str:
    """Keep the first character of a name: `张三丰` becomes `张**`, `JOHN SMITH` becomes `J*********`."""
    return name[:1] + "*" * (len(name) - 1)


def mask_address(address: str) -> str:
    """Keep an address as far as its road or village, and hide every number after it: house, unit, room.

    `山东省济南市历下区泉城路180号2号楼1单元302室` becomes `山东省济南市历下区泉城路***号***号楼***单元***室`: a
    digit, a Latin letter or a Chinese numeral before a house's word becomes `***`. Of an address that has none
    the second half is hidden.
    """
    hidden, found = _HOUSE.subn("***", address)
    if found or len(address) < _SHORT:
        return hidden
    keep = (len(address) + 1) // 2
    return address[:keep] + "***"


def mask_fact(field: str, value: str) -> str:
    """Mask what is known of a person under a field's name; what is no number and no address stays as it is."""
    hide = _FACTS.get(field)
    return hide(value) if hide is not None and value else value


def hide_numbers(text: str) -> str:
    """Mask every ID number and mobile number in words that somebody typed; other numbers stay as they are.

    So do digests and signatures in hex, in which some digits in a row may look like such a number.
    """
    if len(text) < _SHORTEST_NUMBER:
        return text
    parts = _DIGEST.split(text)  # every other one is a digest
    parts[::2] = [
        _MOBILE.sub(lambda found: mask_phone(found[0]), _ID.sub(lambda found: mask_id(found[0]), part))
        for part in parts[::2]
    ]
    return "".join(parts)


def hide_places(text: str) -> str:
    """Mask every part of words, between semicolons, that says where somebody lives."""
    return "；".join(mask_address(part) if _PLACE.search(part) else part for part in text.split("；"))


def has_numbers(text: str) -> bool:
    """Tell whether words have a whole ID number or mobile number in them."""
    return any(_ID.search(part) or _MOBILE.search(part) for part in _DIGEST.split(text)[::2])


_FACTS = {"id_number": mask_id, "phone": mask_phone, "hukou_address": mask_address}
_SHORT = 4
_HOUSE = re.compile(
    r"[0-9A-Za-z][0-9A-Za-z#-]*|[一二三四五六七八九十百零〇]+(?=号|栋|幢|座|单元|室|楼|层|户|门)"
)
_ID = re.compile(r"(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9Xx])")
_PLACE = re.compile(r"[路街道巷村镇区县][^，；]*[0-9一二三四五六七八九十]+(号|栋|幢|座|单元|室|楼|户)")
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])")
_DIGEST = re.compile(r"(?<![0-9A-Za-z])((?:[0-9a-f]{64}){1,2})(?![0-9A-Za-z])")
_SHORTEST_NUMBER = 11


def _mask(text: str, head: int, tail: int) -> str:
    hidden = len(text) - head - tail
    if hidden <= 0:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[len(text) - tail :]
